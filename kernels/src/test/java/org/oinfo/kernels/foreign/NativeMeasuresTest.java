package org.oinfo.kernels.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.Backends;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.MeasuresBits;
import org.oinfo.kernels.MeasuresContract;
import org.oinfo.kernels.MeasuresKernel;
import org.oinfo.kernels.Systems;

class NativeMeasuresTest extends MeasuresContract {
    private static final int N = 80;

    @Override
    protected Backend backend() {
        return Here.backend();
    }

    @Test
    void everyLaneWidthGivesTheSameBits() {
        assertThat(MeasuresBits.of(backend())).isEqualTo(MeasuresBits.EXPECTED);
    }

    static Stream<Systems.Named> systems() {
        return Systems.all(N);
    }

    /** Regular, singular and nearly singular matrices; more n-plets than a batch holds, and a part of a vector. */
    @ParameterizedTest
    @MethodSource("systems")
    void theBitsAreThoseOfTheVectorApi(Systems.Named system) {
        SplittableRandom random = new SplittableRandom(12);
        for (int order = 2; order <= 66; order++) {
            int count = order < 12 ? 141 : 19;
            int[] nplets = new int[count * order];
            for (int i = 0; i < count; i++) {
                int[] nplet = random.ints(0, N).distinct().limit(order).sorted().toArray();
                System.arraycopy(nplet, 0, nplets, i * order, order);
            }
            assertThat(measures(backend(), system.r(), nplets, count, order))
                    .as("order %d", order)
                    .isEqualTo(measures(Backends.open("simd"), system.r(), nplets, count, order));
        }
    }

    private static double[] measures(Backend backend, CorrelationMatrix r, int[] nplets, int count, int order) {
        double[] out = new double[count * MeasuresKernel.VALUES];
        try (MeasuresKernel kernel = backend.measures(r)) {
            kernel.measures(nplets, count, order, out);
        }
        return out;
    }
}
