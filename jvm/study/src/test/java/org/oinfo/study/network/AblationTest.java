package org.oinfo.study.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.oinfo.estimate.RandomStreams;
import org.oinfo.estimate.Workers;
import org.oinfo.search.ScanMonitor;
import org.oinfo.study.images.Images;

class AblationTest {
    private static final long SEED = 5;

    private static Images images(int count) {
        UniformRandomProvider random = RandomStreams.of(SEED, 0);
        float[] pixels = new float[count * 7 * 6];
        int[] labels = new int[count];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = random.nextFloat();
        }
        for (int i = 0; i < count; i++) {
            labels[i] = random.nextInt(4);
        }
        return new Images(7, 6, 4, pixels, labels);
    }

    private static double[] gains(Network network, int layer, Images images, int threads) {
        try (Workers workers = new Workers(threads)) {
            return Ablation.lossGains(network, layer, images, workers, ScanMonitor.NONE);
        }
    }

    @Test
    void channelsAndNeuronsAreSilencedAtEveryPosition() {
        Network network = Network.initial(Architecture.parse("c5-c9-11-6", 7, 6, 4), SEED);
        Images images = images(40);
        PlainNetwork plain = new PlainNetwork(network);
        double whole = plain.loss(images, -1, -1);
        for (int layer = 0; layer < 4; layer++) {
            double[] gains = gains(network, layer, images, 2);
            assertThat(gains).hasSize(network.architecture().layers().get(layer).units());
            for (int unit = 0; unit < gains.length; unit++) {
                assertThat(gains[unit]).isCloseTo(plain.loss(images, layer, unit) - whole, within(1e-6));
            }
        }
    }

    @Test
    void imagesBeyondOneBatchCountToo() {
        Network network = Network.initial(Architecture.parse("9", 7, 6, 4), SEED);
        Images images = images(1003);
        PlainNetwork plain = new PlainNetwork(network);
        double whole = plain.loss(images, -1, -1);
        double[] gains = gains(network, 0, images, 1);
        for (int unit = 0; unit < 9; unit++) {
            assertThat(gains[unit]).isCloseTo(plain.loss(images, 0, unit) - whole, within(1e-6));
        }
        assertThat(gains(network, 0, images, 3)).containsExactly(gains);
    }
}
