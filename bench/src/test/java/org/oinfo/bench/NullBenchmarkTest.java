package org.oinfo.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.oinfo.statistics.surrogate.NullResult;
import org.oinfo.statistics.surrogate.TestedNplet;

/** The benchmark tests what it says: independent variables, whose most extreme n-plets are no more than chance. */
class NullBenchmarkTest {
    @ParameterizedTest
    @ValueSource(strings = {"scalar", "auto"})
    void theAnswerIsThatNothingIsThere(String engine) {
        NullBenchmark.Data data = new NullBenchmark.Data();
        data.recording = "4:12x200";
        data.surrogates = 50;
        data.threads = 2;
        data.engine = engine;
        data.draw();
        NullResult result = new NullBenchmark().oinfo(data);
        assertThat(result.extremes().surrogates()).isEqualTo(50);
        assertThat(result.nplets()).hasSize(40).extracting(TestedNplet::pFamily).allMatch(p -> p > 0.05);
        // Independent correlations are of size T^-1/2 and Omega is cubic in them: T^-3/2 = 0.00035, times some units.
        assertThat(result.extremes().minQuantile(0.5)).isBetween(-0.01, -0.001);
        assertThat(result.extremes().maxQuantile(0.5)).isBetween(0.001, 0.01);
    }
}
