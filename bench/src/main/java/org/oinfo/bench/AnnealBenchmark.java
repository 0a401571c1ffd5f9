package org.oinfo.bench;

import java.util.concurrent.TimeUnit;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.Backends;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.Ends;
import org.oinfo.search.AnnealResult;
import org.oinfo.search.AnnealSettings;
import org.oinfo.search.Annealing;
import org.oinfo.search.ScanMonitor;
import org.oinfo.search.Scores;
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
import org.openjdk.jmh.annotations.Warmup;

/**
 * How many n-plets a second does simulated annealing go through, on one thread?
 *
 * <p>N = 100 and k = 10, as in {@link MeasuresBenchmark}, whose rate is the bound: what is missing is spent on proposing and
 * deciding. A whole search at one end with the usual settings, 256 chains of 30 sweeps; n-plets scored while the optima are
 * certified count too.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {"--add-modules=jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED"})
public class AnnealBenchmark {
    static final int VARIABLES = 100;

    /** The variables, and how they are searched. */
    @State(Scope.Thread)
    public static class Problem {
        /** A backend's name; one that cannot run here fails the benchmark. */
        @Param("simd")
        public String backend = "";

        /** Order k. */
        @Param("10")
        public int k;

        /** Length of the chains. */
        @Param("30")
        public int sweeps;

        CorrelationMatrix r;
        Scores scores;
        AnnealSettings settings;

        /** Opens the backend. */
        @Setup
        public void open() {
            Backend opened = Backends.open(backend);
            Ran.print("anneal " + backend, opened.description());
            r = Inputs.correlations(VARIABLES);
            scores = Scores.gaussian(opened, r);
            settings = AnnealSettings.of(k).withEnds(Ends.SYNERGISTIC).withChains(256, sweeps, 0);
        }
    }

    /** Counts the n-plets scored. */
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    @State(Scope.Thread)
    public static class Counter {
        /** N-plets of this iteration. */
        public long nplets;
    }

    /** A search. */
    @Benchmark
    public AnnealResult oinfo(Problem problem, Counter counter) {
        AnnealResult result = new Annealing(problem.scores, problem.settings).run(1, ScanMonitor.NONE);
        counter.nplets += result.scored() + result.descentScored();
        return result;
    }
}
