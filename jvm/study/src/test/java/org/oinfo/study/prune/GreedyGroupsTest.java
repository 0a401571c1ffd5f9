package org.oinfo.study.prune;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.oinfo.study.capture.Capture;
import org.oinfo.study.images.ImageShape;
import org.oinfo.study.images.Images;
import org.oinfo.study.network.Architecture;
import org.oinfo.study.network.LayerMoments;
import org.oinfo.study.network.Network;

class GreedyGroupsTest {
    @TempDir
    Path folder;

    private static Images images() {
        SplittableRandom random = new SplittableRandom(4);
        float[] pixels = new float[500 * 64];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (float) random.nextDouble();
        }
        return new Images(ImageShape.grey(8, 8), 3, pixels, new int[500]);
    }

    /** Weights from the given units only. */
    private static Network readsOnly(String hidden, int... units) {
        Network network = Network.initial(Architecture.parse(hidden, ImageShape.grey(8, 8), 3), 6);
        var next = network.architecture().layers().get(1);
        float[] weights = network.weights().get(1);
        for (int i = 0; i < weights.length; i++) {
            int unit = i / next.span() % next.inputs();
            if (Arrays.stream(units).noneMatch(u -> u == unit)) {
                weights[i] = 0;
            }
        }
        return network;
    }

    @Test
    void whatTheNextLayerReadsIsTakenFirst() {
        for (String hidden : new String[] {"10-5", "c8-5", "c8-c4"}) {
            LayerMoments next = LayerMoments.of(readsOnly(hidden, 2, 5, 6), 1, images());
            int[] order =
                    GreedyGroups.reconstruction(next, IntStream.range(0, 8).toArray(), 5);
            assertThat(Arrays.copyOf(order, 3)).as(hidden).containsExactlyInAnyOrder(2, 5, 6);
        }
    }

    @Test
    void neuronsThatAreNotOfferedAreNotTaken() {
        LayerMoments next = LayerMoments.of(readsOnly("10-5", 2, 5, 6), 1, images());
        assertThat(GreedyGroups.reconstruction(next, new int[] {0, 1, 5, 9}, 2)[0])
                .isEqualTo(5);
    }

    /** Neuron 4 tells the class through a disturbance that neuron 1 is: together they say what neither says alone. */
    @Test
    void neuronsAreTakenForWhatTheySayTogether() throws IOException {
        SplittableRandom random = new SplittableRandom(9);
        double[][] x = new double[2000][6];
        int[] labels = new int[x.length];
        for (int t = 0; t < x.length; t++) {
            labels[t] = random.nextInt(3);
            double disturbance = random.nextGaussian() * 3;
            for (int n = 0; n < 6; n++) {
                x[t][n] = random.nextGaussian();
            }
            x[t][4] = labels[t] * 2 + disturbance + 0.1 * x[t][4];
            x[t][1] = disturbance + 0.1 * x[t][1];
            x[t][3] = labels[t] * 0.5 + x[t][3];
        }
        Capture capture = SmallStudy.given("layer1", x, folder);
        try (var samples = capture.samples(capture.layers().getFirst())) {
            int[] all = {0, 1, 2, 3, 4, 5};
            int[] order = GreedyGroups.label(samples, labels, all, 3);
            assertThat(order).containsExactly(4, 1, 3);
            assertThat(GreedyGroups.label(samples, labels, new int[] {0, 2, 3}, 1))
                    .containsExactly(3);
        }
    }
}
