package org.oinfo.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.oinfo.kernels.Level;
import org.oinfo.scan.verify.Verification.Outcome;

/** Runs the benchmark of verified scans once: they are verified, and those that are not asked to are not. */
class VerifiedAnswerTest {
    @ParameterizedTest
    @CsvSource({"native,PLAIN,VERIFIED", "simd,PLAIN,VERIFIED", "simd,FULL,VERIFIED", "simd,EXTREMES,SAMPLED"})
    void isVerified(String backend, Level level, Outcome outcome) {
        assumeThat(AnswersTest.backends()).contains(backend);
        VerifiedBenchmark.Problem problem = new VerifiedBenchmark.Problem();
        problem.backend = backend;
        problem.size = "4:20";
        problem.level = level;
        problem.open();
        assertThat(new VerifiedBenchmark().scan(problem)).isNull();
        problem.verify = true;
        problem.open();
        assertThat(new VerifiedBenchmark().scan(problem))
                .satisfies(found -> assertThat(found.outcome()).isEqualTo(outcome));
    }
}
