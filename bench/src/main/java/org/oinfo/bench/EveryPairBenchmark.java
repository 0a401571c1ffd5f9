package org.oinfo.bench;

import java.util.concurrent.TimeUnit;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.Backends;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.Ends;
import org.oinfo.parallel.Monitor;
import org.oinfo.scan.Scorer;
import org.oinfo.search.greedy.EveryPairResult;
import org.oinfo.search.greedy.EveryPairSearch;
import org.oinfo.search.greedy.EveryPairSettings;
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
 * How long does a user wait for a greedy search from every pair?
 *
 * <p>424 variables to order 10, one end: 89,676 pairs, 3.0e8 candidates, whose number is printed at the end. Winners are ranked
 * canonically, 20 of each order. Single shots: the first one, cold, is what the command line takes; the log shows every one.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5)
@Measurement(iterations = 7)
@Fork(
        value = 1,
        jvmArgsAppend = {"--add-modules=jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED"})
public class EveryPairBenchmark {
    /** The data that is searched. */
    @State(Scope.Benchmark)
    public static class Problem {
        /** A backend's name; one that cannot run here fails the benchmark. */
        @Param({"native", "simd"})
        public String backend = "";

        /** N. */
        @Param("424")
        public int variables = 424;

        /** The largest order. */
        @Param("10")
        public int largest = 10;

        /** Worker threads. */
        @Param("2")
        public int workers = 2;

        CorrelationMatrix r;
        EveryPairSearch search;
        long candidates;

        /** Makes the matrix. */
        @Setup
        public void open() {
            Backend opened = Backends.open(backend);
            Ran.print("every pair " + backend, opened.description());
            r = Inputs.correlations(variables);
            search = new EveryPairSearch(
                    Scorer.gaussian(opened, r), EveryPairSettings.upTo(largest).withEnds(Ends.SYNERGISTIC));
            candidates = search.work();
        }

        /** Prints what the time was spent on. */
        @TearDown
        public void print() {
            System.out.printf("# %d candidates in a shot%n", candidates);
        }
    }

    /** Every pair to the largest order. */
    @Benchmark
    public EveryPairResult grow(Problem problem) {
        return problem.search.run(problem.workers, Monitor.NONE);
    }
}
