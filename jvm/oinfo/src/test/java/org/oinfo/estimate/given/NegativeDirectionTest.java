package org.oinfo.estimate.given;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.junit.jupiter.api.Test;

/** Against the eigenvalues of Apache Commons Math. */
class NegativeDirectionTest {
    private static final int N = 6;

    private static double[] symmetric(Random random) {
        double[] r = new double[N * N];
        for (int i = 0; i < N; i++) {
            r[i * N + i] = 1;
            for (int j = 0; j < i; j++) {
                r[i * N + j] = r[j * N + i] = 2 * random.nextDouble() - 1;
            }
        }
        return r;
    }

    private static double smallest(double[] r, int size) {
        Array2DRowRealMatrix block = new Array2DRowRealMatrix(size, size);
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                block.setEntry(i, j, r[i * N + j]);
            }
        }
        return Arrays.stream(new EigenDecomposition(block).getRealEigenvalues())
                .min()
                .orElseThrow();
    }

    @Test
    void theFirstBlockThatIsNoCovarianceIsFoundWithItsEigenvalue() {
        Random random = new Random(31);
        for (int trial = 0; trial < 20; trial++) {
            double[] r = symmetric(random);
            NegativeDirection found = NegativeDirection.find(r, N, 1e-10).orElseThrow();
            assertThat(smallest(r, found.variable())).isGreaterThan(-1e-10);
            double expected = smallest(r, found.variable() + 1);
            assertThat(expected).isLessThan(-1e-10);
            assertThat(found.eigenvalueAtMost()).isCloseTo(expected, within(1e-6 * -expected));
        }
    }

    @Test
    void aToleranceMayBeAsked() {
        Random random = new Random(32);
        for (int trial = 0; trial < 20; trial++) {
            double[] r = symmetric(random);
            double least = smallest(r, N);
            assertThat(NegativeDirection.find(r, N, -least * (1 - 1e-6))).isPresent();
            assertThat(NegativeDirection.find(r, N, -least * (1 + 1e-6))).isEmpty();
        }
    }
}
