package org.oinfo.kernels.simd.measures;

import static org.assertj.core.api.Assertions.assertThat;

import jdk.incubator.vector.DoubleVector;
import org.junit.jupiter.api.Test;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.Backends;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.MeasuresContract;
import org.oinfo.kernels.MeasuresKernel;
import org.oinfo.kernels.simd.lanes.Lanes;

class SimdMeasuresTest extends MeasuresContract {
    @Override
    protected Backend backend() {
        return Backends.open("simd");
    }

    @Override
    protected boolean emulated() {
        return Lanes.COUNT > DoubleVector.SPECIES_PREFERRED.length();
    }

    @Test
    void everyLaneWidthGivesTheSameBits() {
        // Runs at each forced width; the matrix takes no library function whose last bit might differ.
        int n = 70;
        double[] r = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double scale = i == j ? 1 : (1 - i % 7 / 16.0) * (1 - j % 7 / 16.0);
                r[i * n + j] = scale / (1 + Math.abs(i - j));
            }
        }
        MeasuresKernel kernel = backend().measures(CorrelationMatrix.wrap(n, r));
        long hash = 1;
        for (int order = 2; order <= 66; order++) {
            int count = 4;
            int[] nplets = new int[count * order];
            for (int i = 0; i < nplets.length; i++) {
                nplets[i] = i / order + i % order;
            }
            double[] out = new double[count * 4];
            kernel.measures(nplets, count, order, out);
            for (double value : out) {
                hash = 31 * hash + Double.doubleToRawLongBits(value);
            }
        }
        assertThat(hash).isEqualTo(-7149115241156906239L);
    }
}
