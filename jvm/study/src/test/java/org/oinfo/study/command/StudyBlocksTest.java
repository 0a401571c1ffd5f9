package org.oinfo.study.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.oinfo.cli.Command;
import org.oinfo.study.result.Importance;
import org.oinfo.study.result.LayerLandscape;
import org.oinfo.study.result.LayerLandscape.Activation;
import org.oinfo.study.result.LayerLandscape.Condition;
import org.oinfo.study.result.StudyResult;

/** Whole studies of networks with residual blocks, and of transformers. */
class StudyBlocksTest {
    @TempDir
    private Path parent;

    /** Sums are captured and scored like other layers, and stay whole. */
    @ParameterizedTest
    @CsvSource({
        "8-r8-6,64-8-r8-6-10,layer1 layer2 layer3 layer4,layer2 layer4,layer3 layer4",
        "vit-p4-d6-h2-b2-m8,8x8-vit-p4-d6-h2-b2-m8-10,layer3 layer6,layer3 layer6,layer3 layer6"
    })
    void blocksGoThroughEveryStage(String shape, String told, String hidden, String cut, String weighted)
            throws Exception {
        goesThroughEveryStage(shape, told, hidden, cut, weighted);
    }

    @Test
    @Tag("slow")
    void blocksOfConvolutionsGoThroughEveryStage() throws Exception {
        goesThroughEveryStage("c8-r8", "8x8-c8-r8-10", "layer1 layer2 layer3", "layer2", "layer3");
    }

    private void goesThroughEveryStage(String shape, String told, String hidden, String cut, String weighted)
            throws Exception {
        Command study = TinyStudy.of(parent.resolve("blocks"), shape);
        assertThat(study.code()).as(study.err()).isZero();
        assertThat(study.err()).contains("layer1 is left whole: its values are ");
        for (String layer : cut.split(" ", -1)) {
            assertThat(study.err()).doesNotContain(layer + " is left whole");
        }
        StudyResult result = TinyStudy.read(parent.resolve("blocks"));
        assertThat(result.run()).containsEntry("network", told);
        assertThat(layersOf(result, Activation.POST)).isEqualTo(hidden);
        boolean transformer = shape.startsWith("vit");
        assertThat(layersOf(result, Activation.SUM)).isEqualTo(transformer ? "layer1 layer2 layer4 layer5 layer7" : "");
        for (Condition condition : Condition.values()) {
            assertThat(result.landscapes()).anyMatch(l -> l.condition() == condition);
        }
        List<String> scored = result.importance().stream()
                .filter(i -> i.seed() == 1)
                .map(Importance::layer)
                .toList();
        assertThat(scored)
                .hasSize(transformer ? 7 : hidden.split(" ", -1).length)
                .isSorted();
        assertThat(result.importance())
                .allSatisfy(i -> i.neurons().forEach(neuron -> {
                    assertThat(neuron.ablationLoss()).isNotNull();
                    assertThat(neuron.taylor()).isNotNull();
                    boolean alone = cut.contains(i.layer()) || weighted.contains(i.layer());
                    assertThat(neuron.weight() == null).isEqualTo(!alone);
                }));
        assertThat(result.interactions()).isNotEmpty().allMatch(i -> cut.contains(i.layer()));
        assertThat(result.prunings()).isNotEmpty().allSatisfy(p -> {
            assertThat(String.join(" ", p.layers())).isEqualTo(cut);
            assertThat(p.kept()).hasSameSizeAs(p.layers());
            assertThat(p.refitted()).isBetween(0.0, 1.0);
            assertThat(p.retrained()).isBetween(0.0, 1.0);
            assertThat(p.tuned()).isBetween(0.0, 1.0);
        });
        assertThat(parent.resolve("blocks/study.html"))
                .content()
                .contains("Hidden layers that are cut together: " + cut.replace(" ", ", ") + ".");
        TinyStudy.refused(
                "the layer that is cut must be read by the weights of the next one alone: layer1 is not, its values are ",
                "study",
                "prune",
                parent.resolve("blocks").toString(),
                "--cut",
                "layer1");
    }

    private static String layersOf(StudyResult result, Activation activation) {
        return String.join(
                " ",
                result.landscapes().stream()
                        .filter(l -> l.condition() == Condition.TRAINED && l.activation() == activation)
                        .map(LayerLandscape::layer)
                        .distinct()
                        .toList());
    }

    /** Written, read, told and cut again. */
    @ParameterizedTest
    @CsvSource({"8-r8,layer2,64-8-r8x2-10", "vit-p4-d6-h2-b1,layer3,8x8-vit-p4-d6-h2-b1-m2-10"})
    void anInnerLayerIsCutOutAndWritten(String shape, String layer, String told) {
        Path folder = parent.resolve("blocks");
        assertThat(TinyStudy.trained(folder, "1", "--network", shape).code()).isZero();
        String network = folder.resolve("network-1/trained.npz").toString();
        String small = parent.resolve("small.npz").toString();
        Command cut = Command.run(
                "study",
                "cut",
                network,
                "--neurons",
                layer + "=1;4",
                "--out",
                small,
                "--data",
                "digits",
                "--refit",
                "yes");
        assertThat(cut.code()).as(cut.err()).isZero();
        assertThat(cut.out())
                .contains(
                        " -> " + told + " (",
                        layer + ": 1;4\n",
                        "  layer1: all ",
                        ", its values are ",
                        "test accuracy: ");
        Command again = Command.run("study", "cut", small, "--neurons", layer + "=0", "--out", network);
        assertThat(again.out()).startsWith(told + " (");
        TinyStudy.refused(
                "the layer that is cut must be read by the weights of the next one alone: layer1 is not, its values are ",
                "study",
                "cut",
                small,
                "--neurons",
                "layer1=0",
                "--out",
                network);
    }
}
