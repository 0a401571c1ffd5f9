package org.oinfo.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.oinfo.kernels.Ends;
import org.oinfo.kernels.Level;
import org.oinfo.kernels.ScanSettings;
import org.oinfo.kernels.Screen;

class ScanModeTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "plain | plain | both | double | plain",
                "extremes-single | extremes | both | single | extremes, single precision",
                "extremes-redundant-single | extremes | redundant | single | extremes, redundant end, single precision",
                "extremes-synergistic | extremes | synergistic | double | extremes, synergistic end"
            })
    void wordsAreRead(String word, String level, String ends, String screen, String text) {
        ScanMode mode = ScanMode.of(word);

        assertThat(mode).isEqualTo(new ScanMode(level, ends, screen));
        assertThat(mode.text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Plain", "plain-both", "extremes-single-redundant", "single"})
    void otherWordsAreRefused(String word) {
        assertThatThrownBy(() -> ScanMode.of(word))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("mode must be one of [extremes, plain, full], then -synergistic or -redundant, then"
                        + " -single: mode=" + word);
    }

    @Test
    void settingsAreTheKernels() {
        assertThat(ScanMode.of("full").settings(5))
                .isEqualTo(new ScanSettings(5, Level.FULL, 20, 0, Ends.BOTH, Screen.DOUBLE));
        assertThat(ScanMode.of("extremes-redundant-single").settings(4))
                .isEqualTo(new ScanSettings(4, Level.EXTREMES, 20, 0, Ends.REDUNDANT, Screen.SINGLE));
    }
}
