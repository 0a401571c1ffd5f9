package org.oinfo.study.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.oinfo.estimate.options.Ties;

class LandscapeSettingsTest {
    private static final LandscapeSettings SETTINGS =
            LandscapeSettings.defaults().withBackend("scalar");

    @Test
    void settingsThatMakeNoSenseAreRefused() {
        assertThat(SETTINGS.withOrders(5, 3, 3).orders()).containsExactly(3, 5);
        assertThatThrownBy(() -> SETTINGS.withOrders(2, 3)).hasMessage("an order must be at least 3: order=2");
        assertThatThrownBy(SETTINGS::withOrders)
                .hasMessage("there must be at least one order: found none; give for example 3, 4 and 5");
        assertThatThrownBy(() -> SETTINGS.withTop(0))
                .hasMessage("the number of groups listed at each end must be at least 1: top=0");
        assertThatThrownBy(() -> SETTINGS.withSubsets(2, 1))
                .hasMessage("the number of neurons in a random subset must be at least 3: size=2");
        assertThatThrownBy(() -> SETTINGS.withSubsets(10, -1))
                .hasMessage("the number of random subsets must be at least 0: draws=-1");
        assertThatThrownBy(() -> SETTINGS.withImages(-1))
                .hasMessage("the number of images must be at least 0: images=-1");
        assertThatThrownBy(() -> SETTINGS.withOtherTies(Ties.AVERAGE))
                .hasMessage("tie rules beside average must be random and ordinal, each once: found [AVERAGE]");
    }
}
