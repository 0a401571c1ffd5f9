package org.oinfo.statistics.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.oinfo.data.BadInputException;
import org.oinfo.estimate.BiasCorrection;
import org.oinfo.estimate.Oracle;
import org.oinfo.estimate.options.Estimator;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.Backends;
import org.oinfo.kernels.Canonical;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.parallel.Monitor;
import org.oinfo.parallel.ProgressSteps;
import org.oinfo.parallel.RandomStreams;

class GaussianResamplingTest {
    private static final Backend SCALAR = Backends.open("scalar");
    private static final Offset<Double> CLOSE = Offset.offset(1e-11);

    /** Loadings on one factor. */
    private static CorrelationMatrix oneFactor(double... loadings) {
        int n = loadings.length;
        double[] r = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                r[i * n + j] = i == j ? 1 : loadings[i] * loadings[j];
            }
        }
        return CorrelationMatrix.wrap(n, r);
    }

    /** Variable 1 is variable 0, and variable 3 half its variance and half its own. */
    private static CorrelationMatrix singular() {
        double h = Math.sqrt(0.5);
        return CorrelationMatrix.wrap(
                4, new double[] {1, 1, 0.3, h, 1, 1, 0.3, h, 0.3, 0.3, 1, 0.3 * h, h, h, 0.3 * h, 1});
    }

    private static ResamplingSettings settings(int resamples, GaussianDrawing drawing, Estimator estimator) {
        return new ResamplingSettings(resamples, 0.9, drawing, estimator, false, 5);
    }

    private static List<SamplingIntervals> run(
            CorrelationMatrix r, int samples, List<Integer> orders, ResamplingSettings settings, int threads) {
        return GaussianResampling.run(SCALAR, r, samples, orders, settings, threads, Monitor.NONE);
    }

    @Test
    void theFactorTimesItselfIsR() {
        for (CorrelationMatrix r : List.of(oneFactor(0.9, -0.5, 0.3, 0.7, 0.1), singular())) {
            GaussianFactor factor = new GaussianFactor(r);
            int n = r.variables();
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    double sum = 0;
                    for (int c = 0; c < factor.rank(); c++) {
                        sum += factor.column(c)[i] * factor.column(c)[j];
                    }
                    assertThat(sum).isCloseTo(r.get(i, j), Offset.offset(1e-14));
                }
            }
        }
        GaussianFactor factor = new GaussianFactor(singular());
        assertThat(factor.rank()).isEqualTo(3);
        for (int c = 0; c < 3; c++) {
            assertThat(factor.column(c)[0]).isEqualTo(factor.column(c)[1]);
        }
    }

    /** E r = rho - rho (1 - rho^2) / (2 T) and Var r = (1 - rho^2)^2 / (T-1), both up to 1/T^2 of the leading term. */
    @ParameterizedTest
    @CsvSource({"COVARIANCE, GAUSSIAN", "SAMPLES, GAUSSIAN", "SAMPLES, COPULA"})
    void correlationsSpreadAsThoseOfSamples(GaussianDrawing drawing, Estimator estimator) {
        int samples = 200;
        int count = 2000;
        CorrelationMatrix r = oneFactor(0.9, -0.6, 0.4);
        GaussianDraw draw = new GaussianDraw(r, samples, drawing, estimator);
        double[][] drawn = IntStream.range(0, count)
                .mapToObj(b -> draw.draw(RandomStreams.of(41, b)).array())
                .toArray(double[][]::new);
        for (int at : new int[] {1, 2, 5}) {
            double rho = r.array()[at];
            double[] values = Arrays.stream(drawn).mapToDouble(d -> d[at]).toArray();
            double deviation = (1 - rho * rho) / Math.sqrt(samples - 1);
            // Normal scores of ranks have a little less correlation; five standard errors and 1 % of rho.
            double slack = estimator == Estimator.COPULA ? 0.01 * Math.abs(rho) : 0;
            assertThat(Moments.mean(values))
                    .isCloseTo(
                            rho - rho * (1 - rho * rho) / (2 * samples),
                            Offset.offset(5 * deviation / Math.sqrt(count) + slack));
            assertThat(Moments.deviation(values))
                    .isCloseTo(deviation, Offset.offset(deviation * (5 / Math.sqrt(2.0 * count) + 0.03)));
        }
    }

    @Test
    void fewSamplesGiveAMatrixOfTheirRank() {
        CorrelationMatrix r = oneFactor(0.5, 0.4, 0.3, 0.2, 0.6, 0.7);
        CorrelationMatrix drawn =
                new GaussianDraw(r, 4, GaussianDrawing.COVARIANCE, Estimator.GAUSSIAN).draw(RandomStreams.of(1, 0));
        Canonical canonical = new Canonical(drawn);
        assertThat(canonical.score(new int[] {0, 2, 5}, 0, 3)).isTrue();
        assertThat(canonical.score(new int[] {0, 2, 4, 5}, 0, 4)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"COVARIANCE, GAUSSIAN", "SAMPLES, COPULA"})
    void intervalsArePercentilesOfScans(GaussianDrawing drawing, Estimator estimator) {
        CorrelationMatrix r = oneFactor(0.8, -0.5, 0.3, 0.7, 0.1);
        ResamplingSettings settings = settings(39, drawing, estimator);
        SamplingIntervals found = run(r, 60, List.of(2, 3), settings, 2).get(1);
        GaussianDraw draw = new GaussianDraw(r, 60, drawing, estimator);
        double[][] scans = IntStream.range(0, 39)
                .mapToObj(b -> scan(draw.draw(RandomStreams.of(5, b))))
                .toArray(double[][]::new);
        double[] data = scan(r);
        for (int i = 0; i < 5; i++) {
            int at = i;
            double[] values = Arrays.stream(scans).mapToDouble(s -> s[at]).toArray();
            assertThat(component(found.observed(), i)).isCloseTo(data[i], CLOSE);
            assertThat(component(found.low(), i)).isCloseTo(Definitions.quantile(values, 0.05), CLOSE);
            assertThat(component(found.high(), i)).isCloseTo(Definitions.quantile(values, 0.95), CLOSE);
            assertThat(component(found.mean(), i)).isCloseTo(Moments.mean(values), CLOSE);
            assertThat(component(found.deviation(), i)).isCloseTo(Moments.deviation(values), CLOSE);
        }
        assertThat(found.resamples()).isEqualTo(39);
        assertThat(found.order()).isEqualTo(3);
    }

    /** Smallest, mean, largest Omega, shares of both signs, of all triplets by the definition. */
    private static double[] scan(CorrelationMatrix r) {
        int n = r.variables();
        double[][] table = new double[n][n];
        for (int i = 0; i < n; i++) {
            System.arraycopy(r.array(), i * n, table[i], 0, n);
        }
        double[] omegas = IntStream.range(0, n)
                .boxed()
                .flatMapToDouble(i -> IntStream.range(i + 1, n)
                        .boxed()
                        .flatMapToDouble(
                                j -> IntStream.range(j + 1, n).mapToDouble(l -> Oracle.measures(table, i, j, l)[2])))
                .toArray();
        Arrays.sort(omegas);
        double count = omegas.length;
        return new double[] {
            omegas[0],
            Moments.mean(omegas),
            omegas[omegas.length - 1],
            Arrays.stream(omegas).filter(o -> o > 1e-10).count() / count,
            Arrays.stream(omegas).filter(o -> o < -1e-10).count() / count
        };
    }

    private static double component(ScanSummary scan, int i) {
        return new double[] {scan.min(), scan.mean(), scan.max(), scan.redundant(), scan.synergistic()}[i];
    }

    @Test
    void threadsChangeNoBitAndSeedsDo() {
        CorrelationMatrix r = oneFactor(0.8, -0.5, 0.3, 0.7, 0.1);
        ResamplingSettings settings = settings(25, GaussianDrawing.COVARIANCE, Estimator.GAUSSIAN);
        List<SamplingIntervals> one = run(r, 50, List.of(3, 4), settings, 1);
        assertThat(run(r, 50, List.of(3, 4), settings, 3)).isEqualTo(one);
        assertThat(run(r, 50, List.of(4), settings, 2).getFirst()).isEqualTo(one.get(1));
        ResamplingSettings other =
                new ResamplingSettings(25, 0.9, GaussianDrawing.COVARIANCE, Estimator.GAUSSIAN, false, 6);
        assertThat(run(r, 50, List.of(3, 4), other, 1)).isNotEqualTo(one);
    }

    @Test
    void biasCorrectionMovesAll() {
        CorrelationMatrix r = oneFactor(0.8, -0.5, 0.3, 0.7, 0.1);
        ResamplingSettings settings =
                new ResamplingSettings(25, 0.9, GaussianDrawing.COVARIANCE, Estimator.GAUSSIAN, true, 5);
        SamplingIntervals raw = run(r, 50, List.of(4), settings(25, GaussianDrawing.COVARIANCE, Estimator.GAUSSIAN), 1)
                .getFirst();
        SamplingIntervals corrected = run(r, 50, List.of(4), settings, 1).getFirst();
        double bias = new BiasCorrection(4, 50).o();
        assertThat(corrected.observed().min()).isEqualTo(raw.observed().min() - bias);
        assertThat(corrected.low().mean()).isCloseTo(raw.low().mean() - bias, CLOSE);
        assertThat(corrected.high().max()).isCloseTo(raw.high().max() - bias, CLOSE);
    }

    @Test
    void whatIsSingularStaysSingular() {
        ResamplingSettings settings = settings(20, GaussianDrawing.COVARIANCE, Estimator.GAUSSIAN);
        SamplingIntervals found = run(singular(), 30, List.of(3), settings, 1).getFirst();
        assertThat(found.observed().singular()).isEqualTo(0.5);
        assertThat(found.low().singular()).isEqualTo(0.5);
        assertThat(found.high().singular()).isEqualTo(0.5);
        assertThat(found.low().min()).isLessThan(found.high().min());
        ResamplingSettings ranked = settings(20, GaussianDrawing.SAMPLES, Estimator.COPULA);
        assertThat(run(singular(), 30, List.of(3), ranked, 1).getFirst().high().singular())
                .isEqualTo(0.5);
    }

    @Test
    void whereAllAreSingularThereIsNothing() {
        CorrelationMatrix equal = CorrelationMatrix.wrap(3, new double[] {1, 1, 1, 1, 1, 1, 1, 1, 1});
        ResamplingSettings settings = settings(20, GaussianDrawing.COVARIANCE, Estimator.GAUSSIAN);
        SamplingIntervals found = run(equal, 30, List.of(3), settings, 1).getFirst();
        assertThat(found.observed().min()).isNaN();
        assertThat(found.low().mean()).isNaN();
        assertThat(found.low().singular()).isEqualTo(1);
    }

    @Test
    void whatIsFinishedCountsWhenItIsStopped() {
        CorrelationMatrix r = oneFactor(0.8, -0.5, 0.3, 0.7, 0.1);
        AtomicLong scored = new AtomicLong();
        ProgressSteps steps = new ProgressSteps();
        Monitor stop = progress -> {
            scored.addAndGet(steps.since(progress));
            return scored.get() < 10 * 31;
        };
        ResamplingSettings settings = settings(100, GaussianDrawing.COVARIANCE, Estimator.GAUSSIAN);
        List<SamplingIntervals> found = GaussianResampling.run(SCALAR, r, 50, List.of(3), settings, 1, stop);
        assertThat(found.getFirst().resamples()).isEqualTo(30);
        assertThat(found.getFirst().low().min()).isFinite();
        assertThat(GaussianResampling.run(SCALAR, r, 50, List.of(3), settings, 1, stop))
                .isEmpty();
    }

    @Test
    void whatCannotBeDoneIsRefused() {
        ResamplingSettings settings = settings(20, GaussianDrawing.COVARIANCE, Estimator.GAUSSIAN);
        assertThatThrownBy(() -> run(oneFactor(0.5, 0.5, 0.5), 3, List.of(3), settings, 1))
                .isInstanceOf(BadInputException.class)
                .hasMessage(
                        "there must be more samples than the order, or every n-plet is singular: T=3, order=3; choose a"
                                + " smaller order or give more samples");
        assertThatThrownBy(() -> settings(10, GaussianDrawing.COVARIANCE, Estimator.GAUSSIAN))
                .hasMessageStartingWith("there must be at least 20 resamples for a confidence of 0.9,");
    }
}
