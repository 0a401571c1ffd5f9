package org.oinfo.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

/** What no scan writes is not read, whatever checksum it came with. */
class LandscapeBytesTest {
    private static final ScanSettings SETTINGS = new ScanSettings(3, Level.PLAIN, 4);
    private static final int N = 6;
    /** Behind the number of variables and the settings. */
    private static final int FIRST_COUNT = Integer.BYTES + ScanSettings.BYTES;

    private static ByteBuffer bytes(Landscape landscape) {
        ByteBuffer out = ByteBuffer.allocate((int) landscape.bytes()).order(ByteOrder.LITTLE_ENDIAN);
        landscape.write(out);
        return out.flip();
    }

    @Test
    void countsBelowZeroOrBeyondAllAreRefused() {
        for (int count = 0; count < 5; count++) {
            for (long forged : new long[] {-1, Long.MIN_VALUE, Long.MAX_VALUE / 5 + 1, Long.MAX_VALUE}) {
                ByteBuffer bytes = bytes(Landscape.empty(N, SETTINGS));
                bytes.putLong(FIRST_COUNT + count * Long.BYTES, forged);
                assertThatThrownBy(() -> Landscape.read(bytes))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessage("a landscape must count 0 or more n-plets: found " + forged);
            }
        }
    }

    @Test
    void ranksOfNpletsThatThereAreNotAreRefused() {
        Landscape last = Landscape.empty(N, SETTINGS);
        last.rank(-0.1, 19);
        assertThat(Landscape.read(bytes(last)).mostSynergistic().sortedRanks()).containsExactly(19);
        Landscape beyond = Landscape.empty(N, SETTINGS);
        beyond.rank(-0.1, 20);
        assertThatThrownBy(() -> Landscape.read(bytes(beyond)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a rank must be one of 20 n-plets: found 20");
    }
}
