package org.oinfo.study.prune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.oinfo.kernels.CorrelationMatrix;

class LargestDeterminantTest {
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

    private static double determinant(double[][] covariance, int[] group) {
        double[][] a = new double[group.length][group.length];
        for (int i = 0; i < group.length; i++) {
            for (int j = 0; j < group.length; j++) {
                a[i][j] = covariance[group[i]][group[j]];
            }
        }
        return determinant(a);
    }

    private static double[][] rows(CorrelationMatrix r, double[] scales) {
        double[][] rows = new double[VARIABLES][VARIABLES];
        for (int i = 0; i < VARIABLES; i++) {
            for (int j = 0; j < VARIABLES; j++) {
                rows[i][j] = scales[i] * r.get(i, j) * scales[j];
            }
        }
        return rows;
    }

    /** The largest determinant of the groups of a size, by going through them all. */
    private static double largest(double[][] covariance, int size) {
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
                largest = Math.max(largest, determinant(covariance, group));
            }
        }
        return largest;
    }

    private static void isLargest(LargestDeterminant found, double[][] covariance, int size) {
        double largest = largest(covariance, size);
        assertThat(found.proven()).as("size %d", size).isTrue();
        assertThat(found.positions()).hasSize(size).isSorted();
        assertThat(determinant(covariance, found.positions()))
                .as("size %d", size)
                .isCloseTo(largest, within(1e-9 * largest));
        assertThat(found.logDeterminant()).isCloseTo(Math.log(largest), within(1e-8));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void noGroupIsMoreIndependent(long seed) {
        CorrelationMatrix r = random(seed, VARIABLES);
        double[] ones = new double[VARIABLES];
        Arrays.fill(ones, 1);
        for (int size = 2; size <= 5; size++) {
            isLargest(LargestDeterminant.of(r, size), rows(r, ones), size);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void noGroupOfCovariancesHasMoreEntropy(long seed) {
        double[] scales = new SplittableRandom(seed).doubles(VARIABLES, 0.01, 3).toArray();
        double[][] covariance = rows(random(seed, VARIABLES), scales);
        for (int size = 1; size <= 5; size++) {
            isLargest(LargestDeterminant.of(covariance, size), covariance, size);
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
        LargestDeterminant found = LargestDeterminant.of(CorrelationMatrix.wrap(variables, r), 40);
        assertThat(found.positions()).hasSize(40).isSorted();
        // With one common cause the most independent variables are those that it moves least.
        double[] sorted = loading.clone();
        Arrays.sort(sorted);
        for (int position : found.positions()) {
            assertThat(loading[position]).isLessThanOrEqualTo(sorted[39]);
        }
    }
}
