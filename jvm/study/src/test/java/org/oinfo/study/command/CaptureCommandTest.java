package org.oinfo.study.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.oinfo.cli.Command;

/** Options of a model and of given activations; the values are those of TorchModelsTest. */
class CaptureCommandTest {
    private static final Path MODELS =
            Path.of("src/test/resources/org/oinfo/study/capture/torch").toAbsolutePath();

    @TempDir
    private Path parent;

    private static String file(String name) {
        return MODELS.resolve(name).toString();
    }

    private String out() {
        return parent.resolve("out").toString();
    }

    @Test
    void positionsBecomeRowsAndWhatIsLeftOutIsTold() {
        Command all = Command.run(
                "study",
                "capture",
                out(),
                "--onnx",
                file("lstm-legacy.onnx"),
                "--inputs",
                file("lstm-inputs.npz"),
                "--tensors",
                "/lstm/Transpose_1_output_0",
                "--positions",
                "all",
                "--quiet");
        assertThat(all.code()).as(all.err()).isZero();
        assertThat(all.out()).isEqualTo("""
                1 layers x 45 rows in %1$s
                  lstm_Transpose_1_output_0-post.npy     6  tensor /lstm/Transpose_1_output_0, computed by Transpose, 5 positions, each a sample
                next: oinfo study layers %1$s
                """.formatted(out()));
        assertThat(all.err()).isEmpty();
        Command mish = Command.run(
                "study", "capture", out(), "--onnx", file("mish-legacy.onnx"), "--inputs", file("mish-inputs.npz"));
        assertThat(mish.err())
                .contains(
                        "tensors \"/act/Softplus_output_0\", \"/act/Tanh_output_0\" are left out: each is a step within Mish\n");
    }

    @Test
    void activationsNeedNoModel() {
        Command given = Command.run("study", "capture", out(), "--activations", file("mlp-inputs.npz"), "--quiet");
        assertThat(given.code()).as(given.err()).isZero();
        assertThat(given.out()).isEqualTo("""
                1 layers x 9 rows in %1$s
                  x-post.npy                          12  as given, x [N][12]
                next: oinfo study layers %1$s
                """.formatted(out()));
    }

    @Test
    void whatDoesNotGoTogetherIsRefused() {
        refused(
                "a model needs --data, the images to show it, or --inputs: found both; see oinfo study capture --help",
                "--onnx",
                "m.onnx",
                "--data",
                "digits",
                "--inputs",
                "x.npz");
        refused(
                "--labels is for --inputs: found --data, which has its own; leave it out",
                "--onnx",
                "m.onnx",
                "--data",
                "digits",
                "--labels",
                "y.npy");
        refused(
                "--activations is what a model answered already: found a model or what to show it beside it; leave one of"
                        + " them out",
                "--activations",
                "a.npy",
                "--onnx",
                "m.onnx");
        refused(
                "--positions must be mean, all, first, last or the index of one, from 0: found \"middle\"",
                "--activations",
                "a.npy",
                "--positions",
                "middle");
        refused(
                "--images chooses from a data set: found --inputs or --activations, whose examples are what they are; leave it"
                        + " out",
                "--activations",
                file("mlp-inputs.npz"),
                "--images",
                "test");
        assertThat(parent.resolve("out")).doesNotExist();
    }

    private void refused(String message, String... options) {
        String[] typed = new String[3 + options.length];
        typed[0] = "study";
        typed[1] = "capture";
        typed[2] = out();
        System.arraycopy(options, 0, typed, 3, options.length);
        Command command = Command.run(typed);
        assertThat(command.code()).as(command.err()).isEqualTo(2);
        assertThat(command.err()).isEqualTo("oinfo: " + message + "\n");
    }
}
