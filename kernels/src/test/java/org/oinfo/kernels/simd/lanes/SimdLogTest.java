package org.oinfo.kernels.simd.lanes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("kernel-contract")
class SimdLogTest {
    @Test
    void agreesWithStrictMathOverTheWholeRange() {
        long seed = 20260101;
        SplittableRandom random = new SplittableRandom(seed);
        int count = 40_000;
        double[] x = new double[count + Lanes.COUNT];
        for (int i = 0; i < count; i++) {
            x[i] = Math.scalb(
                    1 + random.nextDouble(), i % 2 == 0 ? random.nextInt(-1, 1) : random.nextInt(-1022, 1024));
        }
        x[0] = Double.MIN_NORMAL;
        x[1] = Double.MAX_VALUE;
        x[2] = 1;
        x[3] = Math.nextDown(1.0);
        x[4] = Math.nextUp(1.0);
        double[] out = new double[x.length];
        SimdLog.log(x, 0, count, out);
        double worst = 0;
        double squares = 0;
        for (int i = 0; i < count; i++) {
            double expected = StrictMath.log(x[i]);
            double error = Math.abs(out[i] - expected) / Math.max(Math.ulp(expected), Math.ulp(0x1p-10));
            worst = Math.max(worst, error);
            squares += error * error;
        }
        System.out.printf(
                "logarithm, seed %d: max %.2f ulp, RMS %.2f ulp (ulp of the result, not below that of 2^-10)%n",
                seed, worst, Math.sqrt(squares / count));
        assertThat(worst).isLessThanOrEqualTo(2);
        assertThat(out[2]).isZero();
        assertThat(out[3]).isEqualTo(-0x1p-53);
        assertThat(out[4]).isEqualTo(0x1p-52);
    }

    @Test
    void worksInPlaceFromAnyOffset() {
        double[] x = new double[30 + Lanes.COUNT];
        for (int i = 0; i < 30; i++) {
            x[i] = i + 1;
        }
        SimdLog.log(x, 3, 17, x);
        assertThat(x[2]).isEqualTo(3);
        for (int i = 3; i < 17; i++) {
            assertThat(x[i]).isCloseTo(Math.log(i + 1.0), org.assertj.core.data.Offset.offset(1e-15));
        }
    }
}
