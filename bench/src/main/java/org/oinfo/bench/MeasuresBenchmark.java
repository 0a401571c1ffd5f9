package org.oinfo.bench;

import java.util.concurrent.TimeUnit;
import org.oinfo.bench.peers.CommonsMathMeasures;
import org.oinfo.bench.peers.EjmlMeasures;
import org.oinfo.bench.peers.LapackMeasures;
import org.oinfo.bench.peers.OjAlgoMeasures;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.Backends;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.MeasuresKernel;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How many given n-plets a second get their four measures, on one thread?
 *
 * <p>N = 100 variables: R takes 80 kB, more than a first-level cache and less than a second-level one, like the recordings
 * of some hundred channels that people have. Orders: 3 is the smallest with an O-information, 5 the largest of common
 * exhaustive scans, 10 and 20 what searches among large n-plets ask. A batch of 4096 random n-plets is past any call
 * overhead, and its indices and results stay in the second-level cache.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"--add-modules=jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED"})
public class MeasuresBenchmark {
    static final int VARIABLES = 100;
    static final int BATCH = 4096;

    /** The n-plets to score and where the results go. */
    @State(Scope.Thread)
    public static class Batch {
        /** Order k. */
        @Param({"3", "5", "10", "20"})
        public int k;

        CorrelationMatrix r;
        int[] nplets;
        double[] out;

        /** Draws the n-plets. */
        @Setup
        public void draw() {
            r = Inputs.correlations(VARIABLES);
            nplets = Inputs.nplets(VARIABLES, k, BATCH);
            out = new double[BATCH * MeasuresKernel.VALUES];
        }

        double[] score(MeasuresKernel kernel) {
            kernel.measures(nplets, BATCH, k, out);
            return out;
        }
    }

    /** The library's kernel. */
    @State(Scope.Thread)
    public static class Oinfo {
        /** A backend's name; one that cannot run here fails the benchmark. */
        @Param({"native", "simd", "scalar"})
        public String backend = "";

        MeasuresKernel kernel;

        /** Opens the backend. */
        @Setup
        public void open(Batch batch) {
            Backend opened = Backends.open(backend);
            Ran.print("measures " + backend, opened.description());
            kernel = opened.measures(batch.r);
        }

        /** Closes the kernel. */
        @TearDown
        public void close() {
            kernel.close();
        }
    }

    /** EJML. */
    @State(Scope.Thread)
    public static class Ejml {
        MeasuresKernel kernel;

        /** Makes its buffers. */
        @Setup
        public void open(Batch batch) {
            kernel = new EjmlMeasures(batch.r, batch.k);
        }
    }

    /** Commons Math. */
    @State(Scope.Thread)
    public static class CommonsMath {
        MeasuresKernel kernel;

        /** Makes its buffers. */
        @Setup
        public void open(Batch batch) {
            kernel = new CommonsMathMeasures(batch.r, batch.k);
        }
    }

    /** ojAlgo. */
    @State(Scope.Thread)
    public static class OjAlgo {
        MeasuresKernel kernel;

        /** Makes its buffers. */
        @Setup
        public void open(Batch batch) {
            kernel = new OjAlgoMeasures(batch.r, batch.k);
        }
    }

    /** LAPACK. */
    @State(Scope.Thread)
    public static class Lapack {
        /** {@code java} or {@code native}; one that is not here fails the benchmark. */
        @Param("java")
        public String lapack = "";

        MeasuresKernel kernel;

        /** Opens the implementation. */
        @Setup
        public void open(Batch batch) {
            LapackMeasures measures = new LapackMeasures(batch.r, batch.k, lapack);
            Ran.print("measures lapack=" + lapack, measures.description());
            kernel = measures;
        }
    }

    /** The library. */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public double[] oinfo(Batch batch, Oinfo oinfo) {
        return batch.score(oinfo.kernel);
    }

    /** EJML 0.46. */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public double[] ejml(Batch batch, Ejml ejml) {
        return batch.score(ejml.kernel);
    }

    /** Apache Commons Math 3.6. */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public double[] commonsMath(Batch batch, CommonsMath commonsMath) {
        return batch.score(commonsMath.kernel);
    }

    /** ojAlgo 57.1. */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public double[] ojAlgo(Batch batch, OjAlgo ojAlgo) {
        return batch.score(ojAlgo.kernel);
    }

    /** LAPACK through netlib. */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public double[] lapack(Batch batch, Lapack lapack) {
        return batch.score(lapack.kernel);
    }
}
