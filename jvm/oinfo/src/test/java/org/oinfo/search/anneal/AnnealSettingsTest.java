package org.oinfo.search.anneal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.oinfo.data.BadInputException;
import org.oinfo.kernels.Ends;

class AnnealSettingsTest {
    @Test
    void goodSettingsPass() {
        assertThatCode(() -> AnnealSettings.of(3, 20).check(20, 21)).doesNotThrowAnyException();
        assertThatCode(() -> AnnealSettings.of(10).check(100, 0)).doesNotThrowAnyException();
    }

    @Test
    void ordersMustExist() {
        assertRefused(
                AnnealSettings.of(2),
                "annealing needs orders from 3 to the number of variables, the smaller one first (the O-information of"
                        + " every pair is 0): orders=2..2, N=8; choose other orders");
        assertRefused(
                AnnealSettings.of(5, 4),
                "annealing needs orders from 3 to the number of variables, the smaller one first (the O-information of"
                        + " every pair is 0): orders=5..4, N=8; choose other orders");
        assertRefused(
                AnnealSettings.of(3, 9),
                "annealing needs orders from 3 to the number of variables, the smaller one first (the O-information of"
                        + " every pair is 0): orders=3..9, N=8; choose other orders");
        assertThatThrownBy(() -> AnnealSettings.of(8).check(8, 8))
                .isInstanceOf(BadInputException.class)
                .hasMessage("there must be more samples than the order, or every n-plet is singular: T=8, order=8;"
                        + " choose a smaller order or give more samples");
    }

    @Test
    void theUsualOrderIsTenOrWhatThereIs() {
        assertThat(AnnealSettings.usualOrder(100, 0)).isEqualTo(10);
        assertThat(AnnealSettings.usualOrder(100, 11)).isEqualTo(10);
        assertThat(AnnealSettings.usualOrder(100, 10)).isEqualTo(9);
        assertThat(AnnealSettings.usualOrder(6, 0)).isEqualTo(6);
        assertThatCode(() -> AnnealSettings.of(AnnealSettings.usualOrder(6, 4)).check(6, 4))
                .doesNotThrowAnyException();
    }

    @Test
    void numbersMustBeInTheirRange() {
        assertRefused(
                AnnealSettings.of(3).withTop(0),
                "the number of n-plets kept at each end must be at least 1: top=0; choose 1 or more");
        assertRefused(
                AnnealSettings.of(3).withChains(0, 1, 0),
                "the number of chains must be at least 1: chains=0; choose 1 or more");
        assertRefused(
                AnnealSettings.of(3).withChains(1, 0, 0),
                "the number of sweeps must be at least 1: sweeps=0; choose 1 or more");
        assertRefused(
                AnnealSettings.of(3).withChains(1, 1, -1),
                "the number of restarts must be at least 0: restarts=-1; choose 0 or more");
        assertRefused(
                AnnealSettings.of(3).withCooling(0.1, 0),
                "the number of sweeps without a change must be at least 1: patience=0; choose 1 or more");
        assertRefused(
                AnnealSettings.of(3).withCooling(0, 1),
                "the last temperature must be above 0 and at most the first: last/first=0.0; choose 0.01, say");
        assertRefused(
                AnnealSettings.of(3).withCooling(Double.NaN, 1),
                "the last temperature must be above 0 and at most the first: last/first=NaN; choose 0.01, say");
    }

    @Test
    void proposalsAreSweepsOfNeighbourhoods() {
        AnnealSettings settings = AnnealSettings.of(10).withChains(100, 30, 1);
        assertThat(settings.proposals(100)).isEqualTo(2L * 100 * 2 * 30 * 10 * 90);
        assertThat(settings.withEnds(Ends.REDUNDANT).proposals(100)).isEqualTo(100L * 2 * 30 * 10 * 90);
        // The widest of the orders 3..20 of 30 variables is 15.
        assertThat(AnnealSettings.of(3, 20).withChains(1, 1, 0).proposals(30)).isEqualTo(2L * 15 * 15);
        assertThat(AnnealSettings.of(6).withChains(1, 1, 0).proposals(6)).isEqualTo(2);
    }

    private static void assertRefused(AnnealSettings settings, String message) {
        assertThatThrownBy(() -> settings.check(8, 0))
                .isInstanceOf(BadInputException.class)
                .hasMessage(message);
    }
}
