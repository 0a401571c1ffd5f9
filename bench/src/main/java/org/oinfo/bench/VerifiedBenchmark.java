package org.oinfo.bench;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.Backends;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.Landscape;
import org.oinfo.kernels.Level;
import org.oinfo.kernels.ScanSettings;
import org.oinfo.parallel.Monitor;
import org.oinfo.scan.ExhaustiveScan;
import org.oinfo.scan.GaussianScorer;
import org.oinfo.scan.verify.Verification;
import org.oinfo.scan.verify.Verifier;
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
 * What does a scan that proves itself complete cost, beside one that does not?
 *
 * <p>The sizes of {@link ScanBenchmark} at levels plain and full, where every n-plet costs a multiply-add more; 4:600, 5.3 billion
 * n-plets, at level extremes, where the sample of blocks is at its smallest.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5)
@Measurement(iterations = 9)
@Fork(
        value = 1,
        jvmArgsAppend = {"--add-modules=jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED"})
public class VerifiedBenchmark {
    /** What is scanned. */
    @State(Scope.Benchmark)
    public static class Problem {
        /** A backend's name; one that cannot run here fails the benchmark. */
        @Param({"native", "simd"})
        public String backend = "";

        /** k:N. */
        @Param({"3:400", "4:200", "5:100"})
        public String size = "";

        /** How much is recorded. */
        @Param({"PLAIN", "FULL", "EXTREMES"})
        public Level level = Level.PLAIN;

        /** Whether the scan is verified. */
        @Param({"false", "true"})
        public boolean verify;

        /** Worker threads. */
        @Param("1")
        public int workers = 1;

        GaussianScorer scores = new GaussianScorer(Backends.open("scalar"), Inputs.correlations(2));
        ScanSettings settings = new ScanSettings(2, Level.PLAIN, 1);

        /** Makes the matrix. */
        @Setup
        public void open() {
            String[] parts = size.split(":", -1);
            Backend opened = Backends.open(backend);
            Ran.print("verified " + backend, opened.description());
            CorrelationMatrix r = Inputs.correlations(Integer.parseInt(parts[1]));
            scores = new GaussianScorer(opened, r);
            settings = new ScanSettings(Integer.parseInt(parts[0]), level, ScanMode.TOP)
                    .withDeterminants(verify && level.counts());
        }
    }

    /** A whole scan; what was found when it was verified, else nothing. */
    @Benchmark
    public @Nullable Verification scan(Problem problem) {
        ExhaustiveScan scan = new ExhaustiveScan(problem.scores, problem.settings);
        Landscape found = scan.run(problem.workers, Monitor.NONE);
        return problem.verify ? new Verifier(problem.scores, scan.ledger()).verify(found) : null;
    }
}
