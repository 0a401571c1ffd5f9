package org.oinfo.statistics.surrogate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.oinfo.estimate.SampleScores;
import org.oinfo.kernels.Backends;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.parallel.Monitor;
import org.oinfo.parallel.RandomStreams;
import org.oinfo.parallel.Workers;
import org.oinfo.statistics.surrogate.NullSettings.Family;

/** The null of the spectrum, against determinants of matrices drawn one by one. */
class SpectrumNullTest {
    private static final int N = 7;
    private static final int B = 19;
    private static final long SEED = 23;

    @Test
    void extremesAreThoseOfMatchedMatrices() {
        SampleScores scores = samples(oneBlock(N), 300, new Random(3));
        CorrelationMatrix r = correlations(scores);
        NullResult result = of(scores).ofExtremes(2, settings(Family.ORDER), Monitor.NONE);
        for (int b = 0; b < B; b++) {
            double[] omegas = omegas(SpectrumMatched.draw(r, RandomStreams.of(SEED, b)));
            assertThat(result.extremes().min()[b])
                    .isEqualTo(Arrays.stream(omegas).min().orElseThrow(), within(1e-12));
            assertThat(result.extremes().max()[b])
                    .isEqualTo(Arrays.stream(omegas).max().orElseThrow(), within(1e-12));
        }
    }

    @Test
    void aListIsDrawnWithAllOtherVariables() {
        SampleScores scores = samples(oneBlock(N), 300, new Random(3));
        NullResult result = of(scores).ofNplets(List.of(new int[] {1, 4, 6}), settings(Family.LIST), Monitor.NONE);
        CorrelationMatrix r = correlations(scores);
        for (int b = 0; b < B; b++) {
            double o = omega(SpectrumMatched.draw(r, RandomStreams.of(SEED, b)), 1, 4, 6);
            assertThat(result.extremes().min()[b]).isEqualTo(o, within(1e-12));
        }
    }

    /** Three variables of one source among independent ones: the spectrum would spread that source over all. */
    @Test
    void whatGoesTogetherIsSeen() {
        NullResult result = of(samples(oneBlock(14), 500, new Random(5)))
                .ofExtremes(1, settings(Family.ORDER).withSurrogates(99), Monitor.NONE);
        TestedNplet redundant = result.nplets().stream()
                .filter(nplet -> !nplet.synergy())
                .findFirst()
                .orElseThrow();
        assertThat(redundant.variables()).containsExactly(0, 1, 2);
        assertThat(redundant.pFamily()).isEqualTo(0.01);
    }

    /** Samples of a matched matrix: its rank among its own surrogates is any, alike. */
    @Test
    void theLevelHoldsWhereOnlyTheSpectrumCounts() {
        int dataSets = 400;
        int rejected = 0;
        for (int i = 0; i < dataSets; i++) {
            CorrelationMatrix truth = SpectrumMatched.draw(oneBlock(10), RandomStreams.of(77, i));
            SampleScores scores = samples(truth, 1000, new Random(1000 + i));
            NullResult result = of(scores).ofExtremes(1, settings(Family.ORDER).withSeed(5000 + i), Monitor.NONE);
            rejected += result.nplets().getFirst().pFamily() <= 0.05 ? 1 : 0;
        }
        int[] expected = NullData.interval(dataSets, 0.05);
        System.out.println("beyond the spectrum, which is all there is: " + rejected + " of " + dataSets
                + " data sets, seeds from 77, 1000, 5000 on");
        assertThat(rejected).isBetween(expected[0], expected[1]);
    }

    private static NullOfScan of(SampleScores scores) {
        return new NullOfScan(Backends.open(Backends.AUTO), scores, 1);
    }

    private static NullSettings settings(Family family) {
        return new NullSettings(3, B, Surrogate.SPECTRUM, SEED, family, false);
    }

    private static CorrelationMatrix correlations(SampleScores scores) {
        try (Workers inline = Workers.inline()) {
            return scores.correlation(inline);
        }
    }

    /** The first three variables have one source, the others none. */
    private static CorrelationMatrix oneBlock(int n) {
        double[] r = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                r[i * n + j] = i == j ? 1 : i < 3 && j < 3 ? 0.7 : 0;
            }
        }
        return CorrelationMatrix.wrap(n, r);
    }

    private static RealMatrix matrix(CorrelationMatrix r) {
        int n = r.variables();
        double[][] rows = new double[n][];
        Arrays.setAll(rows, i -> Arrays.copyOfRange(r.array(), i * n, (i + 1) * n));
        return new Array2DRowRealMatrix(rows);
    }

    private static SampleScores samples(CorrelationMatrix r, int count, Random random) {
        RealMatrix factor = new CholeskyDecomposition(matrix(r), 1e-9, 1e-12).getL();
        double[][] x = new double[count][];
        Arrays.setAll(x, t -> factor.operate(normal(random, r.variables())));
        return NullData.scores(x);
    }

    private static double[] normal(Random random, int n) {
        double[] z = new double[n];
        Arrays.setAll(z, i -> random.nextGaussian());
        return z;
    }

    private static double[] omegas(CorrelationMatrix r) {
        return Arrays.stream(NullData.all(r.variables(), 3))
                .mapToDouble(nplet -> omega(r, nplet))
                .toArray();
    }

    /** ((k-2) ln det R - sum of ln det R without i) / 2. */
    private static double omega(CorrelationMatrix r, int... nplet) {
        double o = (nplet.length - 2) * logDeterminant(r, nplet);
        for (int left : nplet) {
            o -= logDeterminant(r, Arrays.stream(nplet).filter(v -> v != left).toArray());
        }
        return o / 2;
    }

    private static double logDeterminant(CorrelationMatrix r, int... part) {
        return Math.log(new LUDecomposition(matrix(r).getSubMatrix(part, part)).getDeterminant());
    }
}
