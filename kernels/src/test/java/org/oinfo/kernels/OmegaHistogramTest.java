package org.oinfo.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class OmegaHistogramTest {
    @Test
    void everyOmegaLiesWithinTheEdgesOfItsBin() {
        SplittableRandom random = new SplittableRandom(9);
        for (int i = 0; i < 20_000; i++) {
            double omega = Math.pow(10, random.nextDouble(-11, 2)) * (random.nextBoolean() ? 1 : -1);
            int bin = OmegaHistogram.bin(omega);
            double slack = 1e-9 * Math.abs(omega);
            assertThat(omega).isBetween(OmegaHistogram.edge(bin) - slack, OmegaHistogram.edge(bin + 1) + slack);
        }
    }

    @Test
    void edgesAscendAndMirror() {
        int size = OmegaHistogram.size();
        for (int i = 0; i < size; i++) {
            assertThat(OmegaHistogram.edge(i)).isLessThanOrEqualTo(OmegaHistogram.edge(i + 1));
            assertThat(OmegaHistogram.edge(i)).isEqualTo(-OmegaHistogram.edge(size - i));
        }
        assertThat(OmegaHistogram.edge(0)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(OmegaHistogram.edge(size)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(OmegaHistogram.edge(1)).isBetween(-44.4, -44.3);
    }

    @Test
    void balancedHasItsOwnBinAndInfinityTheLast() {
        assertThat(OmegaHistogram.bin(0.0)).isEqualTo(OmegaHistogram.balanced());
        assertThat(OmegaHistogram.bin(1e-10)).isEqualTo(OmegaHistogram.balanced());
        assertThat(OmegaHistogram.bin(1.01e-10)).isEqualTo(OmegaHistogram.balanced() + 1);
        assertThat(OmegaHistogram.bin(-1.01e-10)).isEqualTo(OmegaHistogram.balanced() - 1);
        assertThat(OmegaHistogram.bin(500)).isEqualTo(OmegaHistogram.size() - 1);
        assertThat(OmegaHistogram.bin(-500)).isZero();
        assertThat(OmegaHistogram.bin(true, Double.POSITIVE_INFINITY)).isEqualTo(OmegaHistogram.size() - 1);
    }
}
