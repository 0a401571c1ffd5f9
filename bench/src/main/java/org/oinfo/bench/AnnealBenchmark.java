package org.oinfo.bench;

import java.util.concurrent.TimeUnit;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.Backends;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.Ends;
import org.oinfo.parallel.Monitor;
import org.oinfo.scan.Scorer;
import org.oinfo.search.anneal.AnnealResult;
import org.oinfo.search.anneal.AnnealSettings;
import org.oinfo.search.anneal.Annealing;
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
 * How long does a search by simulated annealing take on one thread, and how many n-plets a second does it score?
 *
 * <p>N = 100 and k = 10, as in {@link MeasuresBenchmark}, whose rate is the bound: what is missing is spent on proposing and
 * deciding. One end with the usual settings, 256 chains of 30 sweeps. The number of n-plets scored, the same in every shot, is
 * printed at the end; those scored while optima are certified count too. Single shots: the vector code is compiled in the
 * first.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4)
@Measurement(iterations = 5)
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
        Scorer scores;
        AnnealSettings settings;
        long scored;

        /** Opens the backend. */
        @Setup
        public void open() {
            Backend opened = Backends.open(backend);
            Ran.print("anneal " + backend, opened.description());
            r = Inputs.correlations(VARIABLES);
            scores = Scorer.gaussian(opened, r);
            settings = AnnealSettings.of(k).withEnds(Ends.SYNERGISTIC).withChains(256, sweeps, 0);
        }

        /** Prints what the time was spent on. */
        @TearDown
        public void print() {
            System.out.printf("# scored %d n-plets in a shot%n", scored);
        }
    }

    /** A search. */
    @Benchmark
    public AnnealResult oinfo(Problem problem) {
        AnnealResult result = new Annealing(problem.scores, problem.settings).run(1, Monitor.NONE);
        problem.scored = result.scored() + result.descentScored();
        return result;
    }
}
