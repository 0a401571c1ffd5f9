package org.oinfo.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ScanSettingsTest {
    @ParameterizedTest
    @CsvSource({"EXTREMES,false,false", "PLAIN,true,false", "FULL,true,true"})
    void eachLevelHoldsWhatTheOnesBeforeItHold(Level level, boolean counts, boolean full) {
        Landscape landscape = Landscape.empty(4, new ScanSettings(3, level, 5));
        assertThat(level.counts()).isEqualTo(counts);
        assertThat(landscape.perVariable() != null).isEqualTo(full);
        assertThat(landscape.distribution() != null).isEqualTo(full);
    }

    @ParameterizedTest
    @CsvSource({"BOTH,true,true", "SYNERGISTIC,true,false", "REDUNDANT,false,true"})
    void endsSayWhatIsRanked(Ends ends, boolean synergistic, boolean redundant) {
        assertThat(ends.synergistic()).isEqualTo(synergistic);
        assertThat(ends.redundant()).isEqualTo(redundant);
    }

    @Test
    void shorterSettingsAreForBothEndsAndLeaveTheScreenToTheBackend() {
        assertThat(new ScanSettings(3, Level.FULL, 5))
                .isEqualTo(new ScanSettings(3, Level.FULL, 5, 0, Ends.BOTH, Screen.AUTO));
        assertThat(new ScanSettings(3, Level.FULL, 5, 0.5))
                .isEqualTo(new ScanSettings(3, Level.FULL, 5, 0.5, Ends.BOTH, Screen.AUTO));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "EXTREMES")
    void aSinglePrecisionScreenCannotCount(Level level) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ScanSettings(3, level, 5, 0, Ends.BOTH, Screen.SINGLE))
                .withMessage("screen SINGLE needs level EXTREMES, counts need doubles: level=" + level);
    }

    @Test
    void numbersOutOfRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ScanSettings(1, Level.PLAIN, 5))
                .withMessage("order must be at least 2, top at least 1 and bias finite: order=1, top=5, bias=0.0");
    }

    @Test
    void aPartThatTheLevelDoesNotHoldIsRefused() {
        Landscape plain = Landscape.empty(4, new ScanSettings(3, Level.PLAIN, 5));
        assertThatIllegalStateException()
                .isThrownBy(plain::requirePerVariable)
                .withMessage("the landscape must be of level FULL: level=PLAIN");
        assertThatIllegalStateException()
                .isThrownBy(plain::requireDistribution)
                .withMessage("the landscape must be of level FULL: level=PLAIN");
    }
}
