package org.oinfo.study.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.oinfo.parallel.Monitor;
import org.oinfo.parallel.Watch;
import org.oinfo.parallel.Workers;
import org.oinfo.study.InventedImages;
import org.oinfo.study.images.ImageShape;
import org.oinfo.study.images.Images;

class AblationTest {
    private static double[] gains(Network network, int layer, Images images, int threads) {
        try (Workers workers = new Workers(threads)) {
            return Ablation.lossGains(network, layer, images, workers, new Watch(Monitor.NONE));
        }
    }

    private static void assertGains(double[] gains, Network network, int layer, Images images) {
        assertThat(gains).hasSize(network.architecture().layers().get(layer).units());
        for (int unit = 0; unit < gains.length; unit++) {
            assertThat(gains[unit]).isCloseTo(PlainLoss.gain(network, layer, unit, images), within(1e-6));
        }
    }

    @Test
    void channelsAndNeuronsAreSilencedAtEveryPosition() {
        Network network = Network.initial(Architecture.parse("c5-c9-11-6", ImageShape.grey(7, 7), 7), 5);
        Images images = InventedImages.of(40, 1, 7, 5).train();
        for (int layer = 0; layer < 4; layer++) {
            assertGains(gains(network, layer, images, 2), network, layer, images);
        }
    }

    @Test
    void imagesBeyondOneBatchCountTooOnAnyNumberOfThreads() {
        Network network = Network.initial(Architecture.parse("9", ImageShape.grey(4, 4), 4), 5);
        Images images = InventedImages.of(1003, 1, 4, 5).train();
        double[] gains = gains(network, 0, images, 1);
        assertGains(gains, network, 0, images);
        assertThat(gains(network, 0, images, 3)).containsExactly(gains);
    }
}
