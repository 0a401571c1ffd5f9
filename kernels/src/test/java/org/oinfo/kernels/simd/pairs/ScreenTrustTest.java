package org.oinfo.kernels.simd.pairs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScreenTrustTest {
    private final ScreenTrust trust = new ScreenTrust(4);

    @Test
    void aLimitThatIsMissedFallsToTheLeastOne() {
        double product = trust.product();
        window(PairScreen.MINOR);
        assertThat(trust.minor()).isEqualTo(0x1p-6);
        assertThat(trust.product()).isEqualTo(product);
        assertThat(trust.slack()).isEqualTo(13 * 0x1p-24 * (2 / 0x1p-6 + 1 / product + 8));
        for (int i = 0; i < 10; i++) {
            window(PairScreen.MINOR | PairScreen.PRODUCT);
        }
        assertThat(trust.minor()).isEqualTo(0x1p-12);
        assertThat(trust.product()).isEqualTo(0x1p-12);
    }

    @Test
    void restsLongerEachTimeWhileMostRunsAreFlagged() {
        window(PairScreen.CANDIDATE);
        assertThat(trust.ready()).isFalse();
        trust.rest((1L << 22) - 1);
        assertThat(trust.ready()).isFalse();
        trust.rest(1);
        assertThat(trust.ready()).isTrue();
        window(PairScreen.CANDIDATE);
        trust.rest(1L << 22);
        assertThat(trust.ready()).isFalse();
        trust.rest(1L << 22);
        window(0);
        window(PairScreen.CANDIDATE);
        trust.rest(1L << 22);
        assertThat(trust.ready()).isTrue();
    }

    private void window(int flags) {
        for (int run = 0; run < 1024; run++) {
            trust.learn(flags);
        }
    }
}
