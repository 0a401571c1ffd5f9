package org.oinfo.study.prune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.oinfo.kernels.CorrelationMatrix;

class MinimumCorrelationTest {
    private static final int VARIABLES = 9;

    private static CorrelationMatrix random(long seed, int variables) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] x = new double[variables][12];
        double[] norms = new double[variables];
        double[] common = new double[12];
        for (int t = 0; t < 12; t++) {
            common[t] = random.nextGaussian();
        }
        for (int i = 0; i < variables; i++) {
            for (int t = 0; t < 12; t++) {
                x[i][t] = random.nextGaussian() + common[t];
                norms[i] += x[i][t] * x[i][t];
            }
        }
        double[] r = new double[variables * variables];
        for (int i = 0; i < variables; i++) {
            for (int j = 0; j < variables; j++) {
                for (int t = 0; t < 12; t++) {
                    r[i * variables + j] += i == j ? 1.0 / 12 : x[i][t] * x[j][t] / Math.sqrt(norms[i] * norms[j]);
                }
            }
            r[i * variables + i] = 1;
        }
        for (int i = 0; i < variables; i++) {
            for (int j = 0; j < i; j++) {
                r[i * variables + j] = r[j * variables + i];
            }
        }
        return CorrelationMatrix.wrap(variables, r);
    }

    /** The determinant by Laplace's expansion along the first row. */
    private static double determinant(double[][] a) {
        if (a.length == 1) {
            return a[0][0];
        }
        double sum = 0;
        for (int column = 0; column < a.length; column++) {
            double[][] minor = new double[a.length - 1][a.length - 1];
            for (int i = 1; i < a.length; i++) {
                for (int j = 0; j < a.length; j++) {
                    if (j != column) {
                        minor[i - 1][j - (j > column ? 1 : 0)] = a[i][j];
                    }
                }
            }
            sum += (column % 2 == 0 ? 1 : -1) * a[0][column] * determinant(minor);
        }
        return sum;
    }

    private static double determinant(CorrelationMatrix r, int[] group) {
        double[][] a = new double[group.length][group.length];
        for (int i = 0; i < group.length; i++) {
            for (int j = 0; j < group.length; j++) {
                a[i][j] = r.get(group[i], group[j]);
            }
        }
        return determinant(a);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void noGroupIsMoreIndependent(long seed) {
        CorrelationMatrix r = random(seed, VARIABLES);
        for (int size = 2; size <= 5; size++) {
            double largest = 0;
            for (int mask = 0; mask < 1 << VARIABLES; mask++) {
                if (Integer.bitCount(mask) == size) {
                    int[] group = new int[size];
                    int at = 0;
                    for (int i = 0; i < VARIABLES; i++) {
                        if ((mask >> i & 1) == 1) {
                            group[at++] = i;
                        }
                    }
                    largest = Math.max(largest, determinant(r, group));
                }
            }
            MinimumCorrelation found = MinimumCorrelation.of(r, size);
            assertThat(found.proven()).as("seed %d size %d", seed, size).isTrue();
            assertThat(determinant(r, found.positions()))
                    .as("seed %d size %d", seed, size)
                    .isCloseTo(largest, within(1e-9 * largest));
            assertThat(found.logDeterminant()).isCloseTo(Math.log(largest), within(1e-8));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = 7)
    void whatIsTooLargeIsNotProven(long seed) {
        int variables = 90;
        double[] r = new double[variables * variables];
        SplittableRandom random = new SplittableRandom(seed);
        double[] loading = random.doubles(variables, 0.3, 0.8).toArray();
        for (int i = 0; i < variables; i++) {
            for (int j = 0; j < variables; j++) {
                r[i * variables + j] = i == j ? 1 : loading[i] * loading[j];
            }
        }
        MinimumCorrelation found = MinimumCorrelation.of(CorrelationMatrix.wrap(variables, r), 40);
        assertThat(found.positions()).hasSize(40).isSorted();
        // With one common cause the most independent variables are those that it moves least.
        double[] sorted = loading.clone();
        java.util.Arrays.sort(sorted);
        for (int position : found.positions()) {
            assertThat(loading[position]).isLessThanOrEqualTo(sorted[39]);
        }
    }
}
