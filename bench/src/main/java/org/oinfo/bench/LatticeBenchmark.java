package org.oinfo.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.Backends;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.Landscape;
import org.oinfo.kernels.Level;
import org.oinfo.kernels.ScanSettings;
import org.oinfo.parallel.Monitor;
import org.oinfo.scan.LatticeScan;
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
 * How long does a walk over all groups of all orders take?
 *
 * <p>26 variables: 67 million groups, long enough that starting threads does not show and short enough for several shots.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5)
@Measurement(iterations = 7)
@Fork(
        value = 1,
        jvmArgsAppend = {"--add-modules=jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED"})
public class LatticeBenchmark {
    /** What is walked over. */
    @State(Scope.Benchmark)
    public static class Problem {
        /** A backend's name; one that cannot run here fails the benchmark. */
        @Param({"native", "simd"})
        public String backend = "";

        /** N. */
        @Param("26")
        public int variables = 26;

        /** Worker threads. */
        @Param("1")
        public int workers = 1;

        Backend opened;
        CorrelationMatrix r;
        List<ScanSettings> settings;

        /** Makes the matrix. */
        @Setup
        public void open() {
            opened = Backends.open(backend);
            Ran.print("lattice " + backend, opened.description());
            r = Inputs.correlations(variables);
            settings = IntStream.rangeClosed(3, variables)
                    .mapToObj(order -> new ScanSettings(order, Level.PLAIN, 20))
                    .toList();
        }
    }

    /** Every order from 3 to N. */
    @Benchmark
    public List<Landscape> walk(Problem problem) {
        return new LatticeScan(problem.opened, problem.r, problem.settings).run(problem.workers, Monitor.NONE);
    }
}
