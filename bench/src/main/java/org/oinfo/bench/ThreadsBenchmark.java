package org.oinfo.bench;

import java.util.concurrent.TimeUnit;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.Backends;
import org.oinfo.kernels.Landscape;
import org.oinfo.kernels.Level;
import org.oinfo.kernels.ScanSettings;
import org.oinfo.search.ExhaustiveScan;
import org.oinfo.search.ScanMonitor;
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
 * <p>4:200, the middle size of {@link ScanBenchmark}: 64.7 million n-plets in 16 blocks, so two threads can share them evenly
 * and more than 16 cannot help; larger machines want a larger {@code size}.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"--add-modules=jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED"})
public class ThreadsBenchmark {
    /** How it is run. */
    @State(Scope.Thread)
    public static class Workers {
        /** Worker threads. */
        @Param({"1", "2"})
        public int threads;

        /** A backend's name; one that cannot run here fails the benchmark. */
        @Param("simd")
        public String backend = "";

        Backend opened;
        ScanSettings settings;

        /** Opens the backend. */
        @Setup
        public void open(ScanBenchmark.Problem problem) {
            opened = Backends.open(backend);
            settings = new ScanSettings(problem.order, Level.PLAIN, ScanBenchmark.TOP);
            Ran.print("threads " + backend, opened.description());
        }
    }

    /** The library's scan of the whole order. */
    @Benchmark
    public Landscape oinfo(ScanBenchmark.Problem problem, Workers workers, ScanBenchmark.Counter counter) {
        counter.nplets += problem.total;
        return new ExhaustiveScan(workers.opened, problem.r, workers.settings).run(workers.threads, ScanMonitor.NONE);
    }
}
