package org.oinfo.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.oinfo.data.ArraySamples;
import org.oinfo.estimate.SampleScores;
import org.oinfo.estimate.options.EstimateOptions;
import org.oinfo.estimate.options.Estimator;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.Backends;
import org.oinfo.parallel.Monitor;
import org.oinfo.statistics.interval.Bootstrap;
import org.oinfo.statistics.interval.BootstrapResult;
import org.oinfo.statistics.interval.BootstrapSettings;
import org.oinfo.statistics.interval.IntervalMethod;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long do confidence intervals of a thousand n-plets take, on two threads?
 *
 * <p>N = 200 variables, T = 10,000 samples: the activations of a layer on a common test set. A thousand random n-plets of order
 * 5, as a scan lists them at most; a thousand resamples, as is common, and 200 more of the jackknife for BCa. The time of each
 * goes into ranking (2 M look-ups) and correlations (127 M multiply-adds over the 63 % of the samples a resample holds).
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {
            "--add-modules=jdk.incubator.vector",
            "--enable-native-access=ALL-UNNAMED",
            "-XX:+UseParallelGC"
        })
public class BootstrapBenchmark {
    static final int NPLETS = 1_000;
    static final int ORDER = 5;
    static final int THREADS = 2;

    private static final long SEED = 78;

    /** Scores of the samples, and n-plets. */
    @State(Scope.Thread)
    public static class Data {
        /** {@code TxN}. */
        @Param("10000x200")
        public String samples = "";

        /** How many times samples are drawn. */
        @Param("1000")
        public int resamples = 1000;

        /** How resamples become intervals. */
        @Param({"BCA", "PERCENTILE"})
        public IntervalMethod interval = IntervalMethod.BCA;

        int rows;
        int variables;
        double[] x;
        Backend backend;
        SampleScores scores;
        List<int[]> nplets;

        /** Draws them. */
        @Setup
        public void draw() {
            backend = Backends.open(Backends.AUTO);
            Ran.print("bootstrap", backend.description());
            int cross = samples.indexOf('x');
            rows = Integer.parseInt(samples.substring(0, cross));
            variables = Integer.parseInt(samples.substring(cross + 1));
            x = new double[rows * variables];
            Random random = new Random(SEED);
            for (int t = 0; t < rows; t++) {
                double common = 0.5 * random.nextGaussian();
                for (int v = 0; v < variables; v++) {
                    x[t * variables + v] = common + random.nextGaussian();
                }
            }
            scores = SampleScores.of(ArraySamples.of(x, rows, variables), EstimateOptions.defaults());
            int[] flat = Inputs.nplets(variables, ORDER, NPLETS);
            nplets = IntStream.range(0, NPLETS)
                    .mapToObj(i -> Arrays.copyOfRange(flat, i * ORDER, (i + 1) * ORDER))
                    .toList();
        }
    }

    /** All intervals. */
    @Benchmark
    public BootstrapResult intervals(Data data) {
        BootstrapSettings settings =
                BootstrapSettings.defaults().withResamples(data.resamples).withMethod(data.interval);
        return Bootstrap.run(data.scores, Estimator.COPULA, data.backend, data.nplets, settings, THREADS, Monitor.NONE);
    }
}
