package org.oinfo.bench;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.oinfo.bench.peers.BlasCorrelation;
import org.oinfo.data.ArraySamples;
import org.oinfo.data.Samples;
import org.oinfo.estimate.CorrelationEstimate;
import org.oinfo.estimate.CorrelationEstimator;
import org.oinfo.estimate.options.EstimateOptions;
import org.oinfo.estimate.options.Estimator;
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
 * How long does it take from samples in memory to the correlation matrix, on one thread?
 *
 * <p>10,000 samples of 1,000 variables: the activations of a layer on a common test set. 80 MB, more than any cache, and
 * enough arithmetic (5 G multiply-adds) for the product to show beside the ranking. Normal values without ties;
 * a common part gives correlations of 0.2.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"--add-modules=jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED"})
public class EstimateBenchmark {
    private static final long SEED = 77;

    /** The samples. */
    @State(Scope.Thread)
    public static class Data {
        /** {@code TxN}. */
        @Param("10000x1000")
        public String samples = "";

        /** The estimator. */
        @Param({"GAUSSIAN", "COPULA"})
        public Estimator estimator = Estimator.GAUSSIAN;

        int rows;
        int variables;
        double[] x;

        /** Draws them. */
        @Setup
        public void draw() {
            int cross = samples.indexOf('x');
            rows = Integer.parseInt(samples.substring(0, cross));
            variables = Integer.parseInt(samples.substring(cross + 1));
            x = new double[rows * variables];
            Random random = new Random(SEED);
            for (int t = 0; t < rows; t++) {
                double common = 0.5 * random.nextGaussian();
                for (int j = 0; j < variables; j++) {
                    x[t * variables + j] = common + random.nextGaussian();
                }
            }
        }
    }

    /** The library. */
    @State(Scope.Thread)
    public static class Oinfo {
        Samples samples;
        EstimateOptions options;

        /** Wraps and checks the samples. */
        @Setup
        public void open(Data data) {
            samples = ArraySamples.of(data.x, data.rows, data.variables);
            options = EstimateOptions.defaults().withEstimator(data.estimator).withThreads(1);
        }
    }

    /** BLAS and Commons Math. */
    @State(Scope.Thread)
    public static class Blas {
        /** {@code java} or {@code native}; one that is not here fails the benchmark. */
        @Param("java")
        public String blas = "";

        BlasCorrelation correlation;

        /** Makes its buffers. */
        @Setup
        public void open(Data data) {
            correlation = new BlasCorrelation(data.rows, data.variables, blas);
            Ran.print("estimate blas=" + blas, correlation.description());
        }
    }

    /** The library. */
    @Benchmark
    public CorrelationEstimate oinfo(Oinfo oinfo) {
        return CorrelationEstimator.fromSamples(oinfo.samples, oinfo.options);
    }

    /** Netlib's BLAS with Commons Math's ranks. */
    @Benchmark
    public double[] blas(Data data, Blas blas) {
        return switch (data.estimator) {
            case GAUSSIAN -> blas.correlation.gaussian(data.x);
            case COPULA -> blas.correlation.copula(data.x);
            case DISCRETE, KNN -> throw new IllegalStateException("the estimator has no correlation matrix");
        };
    }
}
