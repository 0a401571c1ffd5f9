package org.oinfo.cli.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConclusionTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "99 | 99 | 0.025 | Nothing.",
                "39 | 99 | 0.025 | Stopped after 39 of 99 surrogates. Nothing.",
                "38 | 99 | 0.025 | With so few surrogates (38) no p can be at most 0.025: take 39 or more.",
                "38 | 38 | 0.025 | With so few surrogates (38) no p can be at most 0.025: take 39 or more.",
                "19 | 19 | 0.05 | Nothing."
            })
    void itSaysHowMuchOfTheWorkItRestsOn(int drawn, int wanted, double level, String sentence) {
        assertThat(Conclusion.of("surrogates", drawn, wanted, level, () -> "Nothing."))
                .isEqualTo(sentence);
    }
}
