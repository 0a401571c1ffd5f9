package org.oinfo.bench;

import java.util.concurrent.TimeUnit;
import org.oinfo.bench.peers.CholeskyScan;
import org.oinfo.bench.peers.Extremes;
import org.oinfo.bench.peers.LogDeterminantScan;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.Backends;
import org.oinfo.kernels.Combinations;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.Landscape;
import org.oinfo.kernels.ScanKernel;
import org.oinfo.kernels.ScanSettings;
import org.openjdk.jmh.annotations.AuxCounters;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How many n-plets a second does a scan of all n-plets of one order go through, on one thread?
 *
 * <p>Sizes, as order:N: 3:400 (10.6 million n-plets; R of 1.3 MB no longer fits a second-level cache), 4:200 (64.7 million)
 * and 5:100 (75.3 million; rows so short that boundaries show). N falls with the order so that each whole order takes well
 * under a second at the speed the library aims at. What scores n-plet by n-plet gets the 2 million n-plets in the middle of
 * the order instead: there each n-plet costs the same. Rates are the counter {@code nplets}, since the ranges differ.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"--add-modules=jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED"})
public class ScanBenchmark {
    private static final long SLICE = 2_000_000;

    /** The matrix and the range of ranks. */
    @State(Scope.Thread)
    public static class Problem {
        /** {@code order:N}. */
        @Param({"3:400", "4:200", "5:100"})
        public String size = "";

        CorrelationMatrix r;
        int order;
        long total;
        long sliceFrom;
        long sliceTo;

        /** Makes the matrix. */
        @Setup
        public void make() {
            int colon = size.indexOf(':');
            order = Integer.parseInt(size.substring(0, colon));
            int variables = Integer.parseInt(size.substring(colon + 1));
            r = Inputs.correlations(variables);
            total = new Combinations(variables, order).total();
            sliceFrom = Math.max(0, total / 2 - SLICE / 2);
            sliceTo = Math.min(total, sliceFrom + SLICE);
        }
    }

    /** The library's kernel. */
    @State(Scope.Thread)
    public static class Oinfo {
        /** A backend's name; one that cannot run here fails the benchmark. */
        @Param({"native", "simd", "scalar"})
        public String backend = "";

        /** The mode, see {@link ScanMode}; the 20 most synergistic and most redundant n-plets where both ends are. */
        @Param({"extremes", "extremes-synergistic", "extremes-single", "plain", "full"})
        public String mode = "";

        ScanKernel kernel;
        ScanSettings settings;
        long from;
        long to;

        /** Opens the backend. */
        @Setup
        public void open(Problem problem) {
            Backend opened = Backends.open(backend);
            Ran.print("scan " + backend, opened.description());
            settings = ScanMode.of(mode).settings(problem.order);
            kernel = opened.scan(problem.r, settings);
            boolean onePerStep = backend.equals("scalar");
            from = onePerStep ? problem.sliceFrom : 0;
            to = onePerStep ? problem.sliceTo : problem.total;
        }

        /** Closes the kernel. */
        @TearDown
        public void close() {
            kernel.close();
        }
    }

    /** The plain Java peers. */
    @State(Scope.Thread)
    public static class Peers {
        CholeskyScan cholesky;
        LogDeterminantScan logDeterminants;

        /** Makes their buffers. */
        @Setup
        public void open(Problem problem) {
            cholesky = new CholeskyScan(problem.r, problem.order);
            logDeterminants = new LogDeterminantScan(problem.r, problem.order);
        }
    }

    /** Counts the n-plets gone through. */
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    @State(Scope.Thread)
    public static class Counter {
        /** N-plets of this iteration. */
        public long nplets;
    }

    /** The library: its landscape of the range. */
    @Benchmark
    public Landscape oinfo(Problem problem, Oinfo oinfo, Counter counter) {
        Landscape landscape = Landscape.empty(problem.r.variables(), oinfo.settings);
        oinfo.kernel.scan(oinfo.from, oinfo.to, landscape);
        counter.nplets += oinfo.to - oinfo.from;
        return landscape;
    }

    /** Plain Java, closed form. */
    @Benchmark
    public Extremes cholesky(Problem problem, Peers peers, Counter counter) {
        counter.nplets += problem.sliceTo - problem.sliceFrom;
        return peers.cholesky.scan(problem.sliceFrom, problem.sliceTo);
    }

    /** Plain Java, k+1 log-determinants. */
    @Benchmark
    public Extremes logDeterminants(Problem problem, Peers peers, Counter counter) {
        counter.nplets += problem.sliceTo - problem.sliceFrom;
        return peers.logDeterminants.scan(problem.sliceFrom, problem.sliceTo);
    }
}
