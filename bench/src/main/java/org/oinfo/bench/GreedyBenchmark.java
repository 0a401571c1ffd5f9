package org.oinfo.bench;

import java.util.concurrent.TimeUnit;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.Backends;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.Ends;
import org.oinfo.parallel.Monitor;
import org.oinfo.scan.Scorer;
import org.oinfo.search.greedy.GreedyResult;
import org.oinfo.search.greedy.GreedySearch;
import org.oinfo.search.greedy.GreedySettings;
import org.oinfo.search.greedy.GreedyStarts;
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
 * How long does a user wait for a greedy search, with and without the scan for its starts?
 *
 * <p>1,000 variables, a layer of a common network, up to order 50, far beyond any scan: 10 starts at both ends take 940 steps
 * and 916,000 candidates, whose b of 400 kB just fits a second-level cache. Single shots: the first one, cold, is what the
 * command line takes; the log shows every one.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5)
@Measurement(iterations = 7)
@Fork(
        value = 1,
        jvmArgsAppend = {"--add-modules=jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED"})
public class GreedyBenchmark {
    static final int STARTS = 10;

    /** The data that is searched. */
    @State(Scope.Benchmark)
    public static class Problem {
        /** N. */
        @Param("1000")
        public int variables = 1000;

        /** The largest order. */
        @Param("50")
        public int largest = 50;

        /** N-plets held at each step. */
        @Param("1")
        public int beam = 1;

        /** Worker threads. */
        @Param({"1", "2"})
        public int workers = 2;

        CorrelationMatrix r;
        GreedySearch search;
        GreedyStarts starts;

        /** Makes the matrix and finds the starts. */
        @Setup
        public void open() {
            Backend backend = Backends.open(Backends.AUTO);
            Ran.print("greedy", "bordered sweep in plain Java; starts by " + backend.description());
            r = Inputs.correlations(variables);
            search = new GreedySearch(
                    Scorer.gaussian(backend, r), new GreedySettings(3, STARTS, beam, largest, Ends.BOTH, 0));
            starts = search.starts(workers, Monitor.NONE);
        }
    }

    /** Growth alone. */
    @Benchmark
    public GreedyResult grow(Problem problem) {
        return problem.search.grow(problem.starts, problem.workers, Monitor.NONE);
    }

    /** The scan of all triplets, 166 million for 1,000 variables, and growth. */
    @Benchmark
    public GreedyResult scanAndGrow(Problem problem) {
        return problem.search.run(problem.workers, Monitor.NONE);
    }
}
