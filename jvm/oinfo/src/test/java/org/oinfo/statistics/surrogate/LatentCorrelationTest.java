package org.oinfo.statistics.surrogate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.oinfo.estimate.DataMargins;
import org.oinfo.estimate.SampleScores;
import org.oinfo.statistics.surrogate.TreeNullData.Margin;

class LatentCorrelationTest {
    private static final int SAMPLES = 100;

    private static SampleScores scores(Margin margin) {
        return NullData.scores(TreeNullData.INDEPENDENT.draw(SAMPLES, margin, new Random(1)));
    }

    private static LatentCorrelation latent(SampleScores scores) {
        return new LatentCorrelation(DataMargins.of(scores), scores.variables());
    }

    /** By integrating over the margins; beyond .9 the sum of powers ends too soon to be exact. */
    @ParameterizedTest
    @CsvSource({
        "NORMAL,.01,1e-9",
        "NORMAL,-.5,1e-9",
        "NORMAL,.9,1e-9",
        "TIED,.3,1e-8",
        "TIED,-.8,1e-8",
        "TIED,.99,2e-3",
        "ZEROS,.05,1e-8",
        "ZEROS,-.6,1e-8",
        "ZEROS,.9,1e-7",
        "ZEROS,.99,2e-3",
        "HEAVY,.7,1e-9"
    })
    void tiedScoresHaveTheObservedCorrelation(Margin margin, double r, double tolerance) {
        SampleScores scores = scores(margin);
        double observed = BruteTree.tied(scores.column(3), scores.column(7), r);
        assertThat(latent(scores).of(3, 7, observed)).isCloseTo(r, within(tolerance));
    }

    @ParameterizedTest
    @CsvSource({"NORMAL", "TIED", "ZEROS"})
    void theEndsAreExact(Margin margin) {
        SampleScores scores = scores(margin);
        LatentCorrelation latent = latent(scores);
        assertThat(latent.of(0, 0, 1)).isCloseTo(1, within(1e-15));
        assertThat(latent.of(0, 1, 0)).isZero();
        assertThat(latent.of(0, 1, -1)).as("no margins allow more").isEqualTo(-1);
    }

    /** Four fifths zeros turn a latent .6 into .43 or so. */
    @ParameterizedTest
    @CsvSource({"ZEROS,.43,.02", "TIED,.55,.02", "NORMAL,.59,.01"})
    void tiesWeakenACorrelation(Margin margin, double observed, double tolerance) {
        SampleScores scores = scores(margin);
        assertThat(BruteTree.tied(scores.column(0), scores.column(1), 0.6)).isCloseTo(observed, within(tolerance));
    }
}
