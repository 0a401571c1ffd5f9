package org.oinfo.study.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.oinfo.cli.Command;

class CutOnnxCommandTest {
    @TempDir
    private Path parent;

    private static String file(String name) {
        URL url = Objects.requireNonNull(CutOnnxCommandTest.class.getResource("../" + name), name);
        try {
            return Path.of(url.toURI()).toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private Command cut(String model, String out, String... more) {
        List<String> args = new ArrayList<>(
                List.of("study", "cut", model, "--out", parent.resolve(out).toString()));
        args.addAll(List.of(more));
        return Command.run(args.toArray(String[]::new));
    }

    /** The weights of this model are beside it; those of the narrower one are in it. */
    @Test
    void aModelIsCutComparedAndWritten() throws IOException {
        Path moved = parent.resolve("model");
        Files.createDirectory(moved);
        Files.copy(Path.of(file("cut/outside.onnx")), moved.resolve("outside.onnx"));
        Files.copy(Path.of(file("cut/outside.onnx.data")), moved.resolve("outside.onnx.data"));
        String model = moved.resolve("outside.onnx").toString();
        String arrays = parent.resolve("new.safetensors").toString();
        Command cut =
                cut(model, "small.onnx", "--keep", "0.5", "--inputs", file("cut/shown.npz"), "--safetensors", arrays);
        assertThat(cut.code()).as(cut.err()).isZero();
        assertThat(cut.out())
                .startsWith(model + " -> " + parent.resolve("small.onnx") + "\n  conv: 3 of 6 (")
                .containsPattern("\\), which enter fc1\n  fc1: 5 of 10 \\(\\d;\\d;\\d;\\d;\\d\\), which enter fc2")
                .contains("""
                          fc2: whole, all 3; its values leave the model, as "logits"
                        chosen and fitted on 80 examples, compared on 20 others
                                     parameters   multiply-adds      error  same class  accuracy [95 % interval]
                        """);
        // 6 x 10 + 24 x 10 + 10 + 10 x 3 + 3 numbers; 6 x 9 at 64 places, and both dense layers.
        assertThat(cut.out())
                .containsPattern("whole +343 +3,726 +0\\.00 +100\\.00 % +40\\.00 % \\[21\\.88, 61\\.34\\]\n");
        assertThat(cut.out())
                .containsPattern(
                        "refitted +113 +1,803 +\\d\\.\\d+e-0\\d +100\\.00 % +40\\.00 % \\[21\\.88, 61\\.34\\]\n");
        assertThat(Path.of(arrays)).exists();
        // The smaller model stands alone.
        Files.delete(moved.resolve("outside.onnx.data"));
        Command again = cut(
                parent.resolve("small.onnx").toString(),
                "smaller.onnx",
                "--neurons",
                "fc1=0;2",
                "--refit",
                "no",
                "--inputs",
                file("cut/shown.npz"));
        assertThat(again.code()).as(again.err()).isZero();
        assertThat(again.out())
                .contains("  fc1: 2 of 5 (0;2), which enter fc2\n")
                .doesNotContain("refitted");
    }

    @ParameterizedTest
    @CsvSource({"min-tc", "entropy", "label", "wanda", "weight", "variance", "random"})
    void everyChoiceKeepsAsManyAsAskedFor(String choice) {
        Command cut = cut(
                file("cut/mixed-legacy.onnx"),
                "small.onnx",
                "--keep",
                "2",
                "--cut",
                "conv4,fc1",
                "--choose",
                choice,
                "--inputs",
                file("cut/shown.npz"),
                "--refit",
                "no");
        assertThat(cut.code()).as(cut.err()).isZero();
        assertThat(cut.out()).contains("  conv2: all 6, which enter conv3\n");
        assertThat(cut.out()).containsPattern("conv4: 2 of 5 \\(\\d;\\d\\), which enter fc1\n");
        assertThat(cut.out()).containsPattern("fc1: 2 of 12 \\(\\d+;\\d+\\), which enter fc2\n");
    }

    @ParameterizedTest
    @CsvSource({"training-legacy,/2/Dropout_output_0", "training-dynamo,getitem"})
    void aModelThatIsStillTrainedIsRefused(String model, String tensor) {
        String file = file("cut/" + model + ".onnx");
        refused(
                "a model must be exported as it is used: what \"" + tensor + "\" of " + file
                        + " holds is as in training, by dropout or statistics of the batch; call model.eval() before the"
                        + " export",
                file,
                "--keep",
                "2",
                "--inputs",
                file("cut/shown.npz"));
    }

    /** Words have no order that the outputs of a model have too. */
    @Test
    void wordsAreNoLabels() throws IOException {
        Path words = Files.writeString(parent.resolve("words.csv"), "kind\n" + "dog\ncat\n".repeat(50));
        refused(
                "labels must be whole numbers from 0, as the outputs of the model are in order: " + words
                        + " has \"dog\"; number the classes",
                file("cut/mixed-legacy.onnx"),
                "--keep",
                "2",
                "--inputs",
                file("cut/shown.npz"),
                "--labels",
                words.toString());
    }

    /** Where one class ends and the other begins, a model of one number does not say; the neurons can be chosen by the classes all the same. */
    @Test
    void aModelOfOneNumberHasNoAccuracy() throws IOException {
        Path labels = Files.writeString(parent.resolve("labels.csv"), "0\n1\n1\n0\n".repeat(25));
        Command cut = cut(
                file("cut/logit.onnx"),
                "small.onnx",
                "--keep",
                "4",
                "--choose",
                "label",
                "--inputs",
                only("image"),
                "--labels",
                labels.toString());
        assertThat(cut.code()).as(cut.err()).isZero();
        assertThat(cut.out())
                .containsPattern("fc1: 4 of 8 \\(\\d;\\d;\\d;\\d\\), which enter fc2\n")
                .contains("   parameters   multiply-adds      error\n")
                .contains(
                        "\nno accuracy: the model makes one number for each example, and which ones a class has it does"
                                + " not say\n");
    }

    @Test
    void oneClassIsNothingToChooseBy() throws IOException {
        Path labels = Files.writeString(parent.resolve("labels.csv"), "2\n".repeat(100));
        refused(
                "label chooses by the class of each example, of at least two: found 2 for all that the model is fitted"
                        + " on; give other examples, or choose by reconstruction",
                file("cut/twins.onnx"),
                "--keep",
                "4",
                "--choose",
                "label",
                "--inputs",
                only("image"),
                "--labels",
                labels.toString());
    }

    /** One array of what the models are shown. */
    private String only(String name) throws IOException {
        Path one = parent.resolve(name + ".npy");
        try (ZipFile all = new ZipFile(file("cut/shown.npz"));
                InputStream in = all.getInputStream(all.getEntry(name + ".npy"))) {
            Files.copy(in, one);
        }
        return one.toString();
    }

    @Test
    void whatCannotBeDoneIsRefusedAndNothingIsWritten() {
        String model = file("cut/mixed-legacy.onnx");
        String shown = file("cut/shown.npz");
        refused(
                "a layer that is cut must have neurons that enter one other layer alone: conv1 of " + model
                        + " cannot be cut: its values meet others in Add: \"/conv3/Conv_output_0\"; name others",
                model,
                "--keep",
                "2",
                "--cut",
                "conv1",
                "--inputs",
                shown);
        String residual = file("capture/torch/residual-dynamo.onnx");
        refused(
                "some layer of a model must have neurons that enter one other layer alone: " + residual
                        + " has none: stem: its values meet others in Add: \"relu_1\"; conv: its values meet others in Add:"
                        + " \"relu\"; fc: its values leave the model, as \"logits\"",
                residual,
                "--keep",
                "2",
                "--inputs",
                shown);
        refused(
                "a layer must be one that the model has: " + model
                        + " has no \"fc9\"; those that can be cut are conv2, conv4," + " fc1",
                model,
                "--keep",
                "2",
                "--cut",
                "fc9",
                "--inputs",
                shown);
        refused(
                "a layer that is cut must have more neurons than are kept: conv2 has 6, conv4 has 5, fc1 has 12; keep fewer",
                model,
                "--keep",
                "12",
                "--inputs",
                shown);
        refused(
                "--keep must be a number of neurons from 1, or a share of them between 0 and 1, such as 0.5: found \"1.5\"",
                model,
                "--keep",
                "1.5",
                "--inputs",
                shown);
        refused(
                "the neurons kept of fc1 must be different and 0 to 11: found 12",
                model,
                "--neurons",
                "fc1=1;12",
                "--inputs",
                shown);
        refused(
                "a model that is cut needs --inputs, what it is shown, or --data: found neither; see oinfo study cut --help",
                model,
                "--keep",
                "2");
        String few = file("capture/torch/mlp-inputs.npz");
        refused(
                "a cut must have 10 examples or more, of which every fifth is kept apart: " + few
                        + " has 9; give hundreds",
                file("capture/torch/mlp-legacy.onnx"),
                "--keep",
                "2",
                "--inputs",
                few);
        refused(
                "--choose must be one of min-tc, entropy, reconstruction, label, random, variance, weight, wanda: found \"taylor\"",
                model,
                "--keep",
                "2",
                "--inputs",
                shown,
                "--choose",
                "taylor");
        refused(
                "--inputs, --labels, --choose and --safetensors are for a model: found one of them with network.npz, which does"
                        + " not end with .onnx; leave it out",
                "network.npz",
                "--keep",
                "2",
                "--inputs",
                shown);
        assertThat(parent).isEmptyDirectory();
    }

    private void refused(String message, String model, String... more) {
        Command command = cut(model, "small.onnx", more);
        assertThat(command.code()).as(command.err()).isEqualTo(2);
        assertThat(command.err()).isEqualTo("oinfo: " + message + "\n");
    }
}
