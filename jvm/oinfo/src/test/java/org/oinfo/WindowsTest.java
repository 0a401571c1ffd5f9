package org.oinfo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.oinfo.data.ArraySamples;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Samples;

/** Windows of a series are the same rows alone. */
class WindowsTest {
    private final double[][] x = rows();
    private final Samples samples = ArraySamples.of(x);

    private static double[][] rows() {
        Random random = new Random(12);
        double[][] x = new double[53][4];
        for (double[] row : x) {
            Arrays.setAll(row, v -> random.nextGaussian());
            row[3] += row[0];
        }
        return x;
    }

    @Test
    void eachHasTheBitsOfItsRowsAlone() {
        Windows windows = Windows.of(samples, 20, 7);
        assertThat(windows.count()).isEqualTo(5);
        assertThat(windows.behind()).isEqualTo(5);
        for (int i = 0; i < windows.count(); i++) {
            assertThat(windows.first(i)).isEqualTo(7 * i);
            assertThat(windows.last(i)).isEqualTo(7 * i + 19);
            double[][] alone = Arrays.copyOfRange(x, 7 * i, 7 * i + 20);
            try (OInformation info = windows.open(i, OInformationOptions.defaults())) {
                ScanResult expected = OInformation.ofSamples(alone).scan(3);
                ScanResult found = info.scan(3);
                assertThat(found.smallest()).isEqualTo(expected.smallest());
                assertThat(found.landscape().mean())
                        .isEqualTo(expected.landscape().mean());
                assertThat(info.samples()).isEqualTo(20);
            }
        }
    }

    @Test
    void aWindowReadsItsRowsAndNoOthers() {
        Samples window = Windows.of(samples, 10, 43).samples(1);
        double[] read = new double[6];
        window.read(8, 2, 1, 3, read);
        assertThat(read).containsExactly(x[51][1], x[51][2], x[51][3], x[52][1], x[52][2], x[52][3]);
        assertThatThrownBy(() -> window.read(9, 2, 0, 1, read)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void windowsThatAreNotThereAreRefused() {
        assertThatThrownBy(() -> Windows.of(samples, 54, 1))
                .isInstanceOf(BadInputException.class)
                .hasMessage("a window must have 3 to T samples: W=54, T=53; choose another length");
        assertThatThrownBy(() -> Windows.of(samples, 5, 0))
                .isInstanceOf(BadInputException.class)
                .hasMessage("windows must begin at least 1 sample apart: S=0");
    }
}
