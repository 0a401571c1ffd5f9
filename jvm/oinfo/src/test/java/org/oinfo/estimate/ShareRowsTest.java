package org.oinfo.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.oinfo.data.ArraySamples;
import org.oinfo.data.Samples;
import org.oinfo.estimate.options.EstimateOptions;
import org.oinfo.estimate.options.Estimator;
import org.oinfo.estimate.options.Shrinkage;
import org.oinfo.parallel.Workers;

/** Samples shared out to several machines, against one machine and against the definition of the sums. */
class ShareRowsTest {
    private static final int LEAF = ShareRows.LEAF;
    private static final int CHUNK = 64;
    private static final int T = 5 * LEAF + 777;
    private static final int N = 4;
    private static final double[][] X = data();

    private static double[][] data() {
        Random random = new Random(5);
        double[][] x = new double[T][N];
        for (double[] row : x) {
            double shared = random.nextGaussian();
            row[0] = shared + random.nextGaussian();
            row[1] = 1e6 + shared - random.nextGaussian();
            row[2] = 7;
            row[3] = row[0] + random.nextGaussian() * 1e-3;
        }
        return x;
    }

    /** What machines find that have the rows from each of these leaves on, merged the last first. */
    private static CorrelationEstimate shared(Shrinkage shrinkage, int... leaves) {
        try (Workers workers = new Workers(2)) {
            List<ColumnSums> sums = new ArrayList<>();
            for (int i = 0; i < leaves.length; i++) {
                sums.add(ColumnSums.of(share(leaves, i), (long) leaves[i] * LEAF, X[0], workers));
            }
            ColumnSums all = sums.reversed().stream().reduce(ColumnSums::merge).orElseThrow();
            Centring centring = Centring.of(all, X[0], T, v -> "", "");
            VaryingColumns columns = new VaryingColumns(centring.live(), centring.dead(), T, 0);
            TreeSums products = new TreeSums();
            for (int i = leaves.length - 1; i >= 0; i--) {
                products.merge(rows(leaves, i, centring).products(workers));
            }
            return CorrelationEstimator.fromShares(columns, products, shrinkage, weights -> {
                TreeSums powers = new TreeSums();
                for (int i = leaves.length - 1; i >= 0; i--) {
                    powers.merge(rows(leaves, i, centring).fourthPowers(weights, workers));
                }
                return powers;
            });
        }
    }

    private static ShareRows rows(int[] leaves, int i, Centring centring) {
        return ShareRows.gaussian(share(leaves, i), (long) leaves[i] * LEAF, centring);
    }

    private static Samples share(int[] leaves, int i) {
        int to = i + 1 < leaves.length ? leaves[i + 1] * LEAF : T;
        return ArraySamples.of(Arrays.copyOfRange(X, leaves[i] * LEAF, to));
    }

    @ParameterizedTest
    @EnumSource(Shrinkage.class)
    void sharesGiveTheBitsOfOneMachine(Shrinkage shrinkage) {
        EstimateOptions options = EstimateOptions.defaults()
                .withEstimator(Estimator.GAUSSIAN)
                .withShrinkage(shrinkage)
                .withThreads(3);
        CorrelationEstimate one = CorrelationEstimator.fromSamples(ArraySamples.of(X), options);
        for (int[] leaves : new int[][] {{0}, {0, 1}, {0, 3, 4}, {0, 1, 2, 3, 4, 5}}) {
            CorrelationEstimate found = shared(shrinkage, leaves);
            assertThat(found.matrix().array()).containsExactly(one.matrix().array());
            assertThat(found.variables()).containsExactly(0, 1, 3);
            assertThat(found.dead()).containsExactly(2);
            assertThat(Double.doubleToLongBits(found.shrinkageIntensity()))
                    .isEqualTo(Double.doubleToLongBits(one.shrinkageIntensity()));
        }
    }

    /** C_ij as the documentation of the sums says: chains, chunks, leaves, tree. */
    private static double definition(double[] a, double[] b) {
        double[] leaves = new double[(a.length + LEAF - 1) / LEAF];
        for (int chunk = 0; chunk < a.length; chunk += CHUNK) {
            double sum = 0;
            for (int t = chunk; t < Math.min(a.length, chunk + CHUNK); t++) {
                sum = Math.fma(a[t], b[t], sum);
            }
            leaves[chunk / LEAF] += sum;
        }
        return ((leaves[0] + leaves[1]) + (leaves[2] + leaves[3])) + (leaves[4] + leaves[5]);
    }

    @Test
    void productsAreThoseOfTheDefinition() {
        double[] a = Oracle.column(X, 0);
        double[] b = Oracle.column(X, 3);
        double[] c;
        try (Workers workers = new Workers(2)) {
            c = SampleScores.products(new double[][] {a, b}, workers);
        }
        assertThat(c).containsExactly(definition(a, a), definition(a, b), 0, definition(b, b));
    }

    @Test
    void aShareBeginsWithALeaf() {
        Samples samples = ArraySamples.of(X);
        Centring centring = new Centring(X[0], new double[N], new double[N], new int[0], new int[0]);
        assertThatThrownBy(() -> ShareRows.gaussian(samples, CHUNK, centring))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a share begins at a multiple of 32768: 64");
    }
}
