package org.oinfo.bench;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.oinfo.data.ArraySamples;
import org.oinfo.estimate.SampleScores;
import org.oinfo.estimate.options.EstimateOptions;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.Backends;
import org.oinfo.parallel.Monitor;
import org.oinfo.statistics.surrogate.NullOfScan;
import org.oinfo.statistics.surrogate.NullResult;
import org.oinfo.statistics.surrogate.NullSettings;
import org.oinfo.statistics.surrogate.Surrogate;
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
 * How long does an honest p-value take? A scan of the data, then as many surrogates, each drawn, correlated and scanned in
 * full, and the carry-over check of 40 n-plets in each.
 *
 * <p>100 variables, 1,000 samples, order 4, 1,000 surrogates: a recording of middling size and the number of surrogates that
 * papers use, 3.9 billion n-plets. 12 variables, 100 samples, order 3: 220 n-plets, where nothing but overhead is left. Single
 * shots, because a user runs it once; the warm-up shot shows what a cold virtual machine costs.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 3)
@Fork(
        value = 1,
        jvmArgsAppend = {"--add-modules=jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED"})
public class NullBenchmark {
    private static final long SEED = 77;
    private static final int TOP = 20;

    /** Independent variables. */
    @State(Scope.Thread)
    public static class Data {
        /** {@code order:NxT}. */
        @Param({"4:100x1000", "3:12x100"})
        public String recording = "";

        /** Number of surrogates. */
        @Param("1000")
        public int surrogates;

        /** Worker threads. */
        @Param("2")
        public int threads;

        /** A backend's name; {@code auto} is the best that is available, and the log says which. */
        @Param("auto")
        public String engine = "";

        NullOfScan test;
        NullSettings settings;

        /** Draws them. */
        @Setup
        public void draw() {
            int[] sizes = Arrays.stream(recording.split("[:x]", -1))
                    .mapToInt(Integer::parseInt)
                    .toArray();
            Random random = new Random(SEED);
            double[][] x = new double[sizes[2]][sizes[1]];
            for (double[] row : x) {
                Arrays.setAll(row, v -> random.nextGaussian());
            }
            Backend backend = Backends.open(engine);
            SampleScores scores = SampleScores.of(ArraySamples.of(x), EstimateOptions.defaults());
            test = new NullOfScan(backend, scores, threads);
            settings = new NullSettings(sizes[0], surrogates, Surrogate.SHUFFLE, 1, NullSettings.Family.ORDER, false);
            Ran.print("null " + engine, backend.description());
        }
    }

    /** The library. */
    @Benchmark
    public NullResult oinfo(Data data) {
        return data.test.ofExtremes(TOP, data.settings, Monitor.NONE);
    }
}
