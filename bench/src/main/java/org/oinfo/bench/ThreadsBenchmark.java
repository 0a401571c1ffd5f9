package org.oinfo.bench;

import java.util.concurrent.TimeUnit;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.Backends;
import org.oinfo.kernels.Landscape;
import org.oinfo.kernels.ScanSettings;
import org.oinfo.parallel.Monitor;
import org.oinfo.scan.ExhaustiveScan;
import org.oinfo.scan.Scorer;
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
 * What do more threads gain on a whole scan, as a user runs it: blocks, merging, starting and ending of threads included?
 *
 * <p>4:200, the middle size of {@link ScanBenchmark}: 64.7 million n-plets in 16 blocks, so short that starting threads and an
 * uneven last block show; and 4:300, 330 million in 79 blocks. The page compares medians of seven iterations.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 7, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"--add-modules=jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED"})
public class ThreadsBenchmark {
    /**
     * The data that is scanned. Parameters have names of their own, so that those of {@link ScanBenchmark} can be set
     * without these.
     */
    @State(Scope.Thread)
    public static class Whole {
        /** {@code order:N}. */
        @Param({"4:200", "4:300"})
        public String whole = "";

        ScanBenchmark.Problem problem;

        /** Makes the matrix. */
        @Setup
        public void make() {
            problem = new ScanBenchmark.Problem();
            problem.size = whole;
            problem.make();
        }
    }

    /** How it is run. */
    @State(Scope.Thread)
    public static class Workers {
        /** Worker threads. */
        @Param({"1", "2"})
        public int threads;

        /** A backend's name; {@code auto} is the best that is available, and the log says which. */
        @Param("auto")
        public String engine = "";

        Backend opened;
        ScanSettings settings;

        /** Opens the backend. */
        @Setup
        public void open(Whole whole) {
            opened = Backends.open(engine);
            settings = ScanMode.of("plain").settings(whole.problem.order);
            Ran.print("threads " + engine, opened.description());
        }
    }

    /** The library's scan of the whole order. */
    @Benchmark
    public Landscape oinfo(Whole whole, Workers workers, ScanBenchmark.Counter counter) {
        counter.nplets += whole.problem.total;
        return new ExhaustiveScan(Scorer.gaussian(workers.opened, whole.problem.r), workers.settings)
                .run(workers.threads, Monitor.NONE);
    }
}
