package org.oinfo.study.prune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.oinfo.OInformation;
import org.oinfo.data.BadInputException;
import org.oinfo.kernels.Ends;
import org.oinfo.parallel.Monitor;
import org.oinfo.study.capture.Capture;
import org.oinfo.study.capture.NetworkCapture;
import org.oinfo.study.images.ImageSets;
import org.oinfo.study.images.ImageShape;
import org.oinfo.study.network.Architecture;
import org.oinfo.study.network.LayerValues;
import org.oinfo.study.network.Network;
import org.oinfo.study.result.LayerLandscape.Activation;

class NetworkPrunerTest {
    private static final ImageSets IMAGES = SmallStudy.digits(50, 300);
    private static final Network NETWORK = Network.initial(Architecture.parse("12-11", ImageShape.grey(8, 8), 10), 5);

    @TempDir
    Path folder;

    private static PruneSettings settings(int size) {
        return PruneSettings.defaults().withSizes(List.of(size), false);
    }

    private PrunedNetwork byOmega(Ends end, PruneSettings settings, Capture capture) {
        return NetworkPruner.byOmega(NETWORK, capture, end, settings, SmallStudy.OPTIONS, 1, Monitor.NONE);
    }

    @Test
    void theMostExtremeTripletsOfEachLayerAreKept() throws IOException {
        Capture capture = NetworkCapture.write(NETWORK, IMAGES.test(), folder, Monitor.NONE);
        PrunedNetwork synergistic = byOmega(Ends.SYNERGISTIC, settings(3), capture);
        PrunedNetwork redundant = byOmega(Ends.REDUNDANT, settings(3), capture);
        for (int l = 0; l < 2; l++) {
            try (var samples = capture.samples(capture.layer("layer" + (l + 1), Activation.POST))) {
                var scan = OInformation.ofSamples(samples, SmallStudy.OPTIONS).scan(3);
                assertThat(synergistic.kept().units().get(l))
                        .containsExactly(scan.mostSynergistic().getFirst().variables());
                assertThat(redundant.kept().units().get(l))
                        .containsExactly(scan.mostRedundant().getFirst().variables());
            }
        }
        assertThat(synergistic.network().architecture()).hasToString("64-3-3-10");
        assertThat(synergistic.network().weights().get(1))
                .containsExactly(NETWORK.keep(synergistic.kept()).weights().get(1));
    }

    @Test
    void oneLayerIsCutAloneAndTheBestOrderIsOfItsEnd() throws IOException {
        Capture capture = NetworkCapture.write(NETWORK, IMAGES.test(), folder, Monitor.NONE);
        PruneSettings best = settings(3).withSizes(List.of(), true).withScopes(List.of("layer2"));
        PrunedNetwork redundant = byOmega(Ends.REDUNDANT, best, capture);
        assertThat(redundant.kept().units().getFirst()).hasSize(12);
        assertThat(redundant.kept().units().getLast()).hasSizeBetween(3, 10);
    }

    @Test
    void givenNeuronsAreKeptAndOtherLayersStayWhole() {
        PrunedNetwork pruned = NetworkPruner.keeping(NETWORK, Map.of("layer2", List.of(9, 0, 4)));
        assertThat(pruned.network().architecture()).hasToString("64-12-3-10");
        assertThat(pruned.kept().units().getLast()).containsExactly(0, 4, 9);
        float[] out = pruned.network().weights().getLast();
        for (int c = 0; c < 10; c++) {
            assertThat(out[c * 3 + 1]).isEqualTo(NETWORK.weights().getLast()[c * 11 + 4]);
        }
    }

    @Test
    void aCutChannelIsAChannelOfZeros() throws IOException {
        Network whole = Network.initial(Architecture.parse("c6-c5-7", ImageShape.grey(8, 8), 10), 8);
        PrunedNetwork pruned = NetworkPruner.byOmega(
                whole,
                NetworkCapture.write(whole, IMAGES.test(), folder, Monitor.NONE),
                Ends.SYNERGISTIC,
                settings(3).withScopes(List.of("layer2")),
                SmallStudy.OPTIONS,
                1,
                Monitor.NONE);
        int[] kept = pruned.kept().units().get(1);
        assertThat(pruned.network().architecture()).hasToString("8x8-c6-c3-7-10");
        List<float[]> weights = whole.weights().stream().map(float[]::clone).toList();
        for (int channel = 0; channel < 5; channel++) {
            if (Arrays.binarySearch(kept, channel) < 0) {
                Arrays.fill(weights.get(1), channel * 6 * 9, (channel + 1) * 6 * 9, 0);
            }
        }
        assertThat(logits(pruned.network()))
                .containsExactly(logits(new Network(whole.architecture(), weights, whole.biases())), within(1e-5f));
    }

    private static float[] logits(Network network) {
        List<float[]> logits = new ArrayList<>();
        int last = network.architecture().hidden().size();
        LayerValues.of(network, IMAGES.test(), (layer, images, before, after) -> {
            if (layer == last) {
                logits.add(after);
            }
        });
        return logits.getFirst();
    }

    @Test
    void whatCannotBeKeptIsRefused() throws IOException {
        Capture capture = NetworkCapture.write(NETWORK, IMAGES.test(), folder, Monitor.NONE);
        assertThatThrownBy(() -> NetworkPruner.keeping(NETWORK, Map.of("hidden", List.of(1))))
                .isInstanceOf(BadInputException.class)
                .hasMessage("a layer must be one of layer1, layer2, output: found hidden");
        assertThatThrownBy(() -> NetworkPruner.keeping(NETWORK, Map.of("layer2", List.of(1, 11))))
                .isInstanceOf(BadInputException.class)
                .hasMessage("the units kept of layer2 must be different and 0 to 10: found 11");
        assertThatThrownBy(() -> byOmega(Ends.SYNERGISTIC, settings(3).withSizes(List.of(3, 4), true), capture))
                .isInstanceOf(BadInputException.class)
                .hasMessage(
                        "one sub-network needs one size, one scope and one end: found sizes [3, 4, 0], scopes [hidden],"
                                + " end SYNERGISTIC; choose one of each");
        assertThatThrownBy(() -> byOmega(Ends.SYNERGISTIC, settings(11), capture))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("a size must be below the number of neurons");
    }
}
