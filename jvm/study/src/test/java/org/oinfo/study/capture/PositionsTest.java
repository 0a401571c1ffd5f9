package org.oinfo.study.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.oinfo.data.BadInputException;

class PositionsTest {
    @Test
    void everyPositionIsASampleWhereAllAreTaken() {
        assertThat(Positions.parse("all").rows(1_000_000, 197)).isEqualTo(197_000_000);
        assertThat(Positions.parse("12").rows(1_000_000, 197)).isEqualTo(1_000_000);
        assertThat(Positions.MEAN.rows(Integer.MAX_VALUE, 197)).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void moreSamplesThanACaptureHoldsAreRefused() {
        assertThatThrownBy(() -> Positions.parse("all").rows(20_000_000, 197))
                .isInstanceOf(BadInputException.class)
                .hasMessage(
                        "a capture must have at most 2147483647 samples: found 20000000 examples of 197 positions each;"
                                + " give fewer examples, or leave --positions all out");
    }
}
