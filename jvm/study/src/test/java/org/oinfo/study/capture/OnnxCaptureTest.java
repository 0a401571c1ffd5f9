package org.oinfo.study.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Samples;
import org.oinfo.data.files.DataFiles;
import org.oinfo.data.options.ReadOptions;
import org.oinfo.parallel.Monitor;
import org.oinfo.study.InventedImages;
import org.oinfo.study.images.ImageShape;
import org.oinfo.study.images.Images;
import org.oinfo.study.result.LayerLandscape.Activation;

/** Models and expected values: onnx/make_models.py, which computes them from the definition of each operator. */
class OnnxCaptureTest {
    @TempDir
    Path folder;

    private static Path resource(String name) {
        URL url = Objects.requireNonNull(OnnxCaptureTest.class.getResource("onnx/" + name), name);
        try {
            return Path.of(url.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static double[] values(Path file) {
        try (Samples samples = DataFiles.open(file.toString(), ReadOptions.defaults(), InputStream.nullInputStream())) {
            double[] values = new double[samples.samples() * samples.variables()];
            samples.read(0, samples.samples(), 0, samples.variables(), values);
            return values;
        }
    }

    /** 7 images of 6 x 5 pixels. */
    private static Images images() {
        double[] values = values(resource("images.npy"));
        float[] pixels = new float[values.length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (float) values[i];
        }
        return new Images(ImageShape.grey(6, 5), 3, pixels, new int[] {0, 1, 2, 0, 1, 2, 0});
    }

    private OnnxCapture.Result write(String model, String... tensors) throws IOException {
        return OnnxCapture.write(
                resource(model), List.of(tensors), Examples.of(images()), Positions.MEAN, folder, Monitor.NONE);
    }

    private static void same(Capture capture, String layer, Activation activation, String expected) {
        try (Samples samples = capture.samples(capture.layer(layer, activation))) {
            double[] values = new double[samples.samples() * samples.variables()];
            samples.read(0, samples.samples(), 0, samples.variables(), values);
            assertThat(values).containsExactly(values(resource(expected)), within(2e-6));
        }
    }

    @Test
    void everyLayerOfAConvolutionHoldsWhatItsOperatorSays() throws IOException {
        OnnxCapture.Result result = write("convolution.onnx");
        Capture capture = Capture.open(folder);
        assertThat(capture).isEqualTo(result.capture());
        assertThat(folder.resolve("index.csv")).hasContent("""
                file,layer,activation,width,description
                conv_Conv_output_0-pre.npy,conv_Conv_output_0,pre,3,"tensor /conv/Conv_output_0, computed by Conv, mean over 30 positions"
                act_Relu_output_0-post.npy,act_Relu_output_0,post,3,"tensor /act/Relu_output_0, computed by Relu, mean over 30 positions, 33.3 % zeros, 1 of 3 neurons 0 in more than 90 %"
                pool_MaxPool_output_0-post.npy,pool_MaxPool_output_0,post,3,"tensor /pool/MaxPool_output_0, computed by MaxPool, mean over 6 positions, 42.9 % zeros, 1 of 3 neurons 0 in more than 90 %"
                fc1_Gemm_output_0-pre.npy,fc1_Gemm_output_0,pre,7,"tensor /fc1/Gemm_output_0, computed by Gemm"
                act_1_Relu_output_0-post.npy,act_1_Relu_output_0,post,7,"tensor /act_1/Relu_output_0, computed by Relu, 63.3 % zeros, 3 of 7 neurons 0 in more than 90 %"
                logits-logits.npy,logits,logits,4,"tensor logits, computed by Gemm"
                probabilities-softmax.npy,probabilities,softmax,4,"tensor probabilities, computed by Softmax"
                """);
        same(capture, "conv_Conv_output_0", Activation.PRE, "convolution-conv.npy");
        same(capture, "act_Relu_output_0", Activation.POST, "convolution-relu.npy");
        same(capture, "pool_MaxPool_output_0", Activation.POST, "convolution-pool.npy");
        same(capture, "fc1_Gemm_output_0", Activation.PRE, "convolution-fc1.npy");
        same(capture, "act_1_Relu_output_0", Activation.POST, "convolution-fc1-relu.npy");
        same(capture, "logits", Activation.LOGITS, "convolution-logits.npy");
        same(capture, "probabilities", Activation.SOFTMAX, "convolution-probabilities.npy");
        assertThat(capture.labels()).containsExactly(0, 1, 2, 0, 1, 2, 0);
    }

    @Test
    void whatCannotBeCapturedIsSkippedWithTheReason() throws IOException {
        assertThat(write("convolution.onnx").skipped())
                .containsExactly(
                        "tensor \"/Flatten_output_0\" is left out: it holds the values of another tensor, or some of them,"
                                + " in another place",
                        "tensor \"map\" is left out: it has axes that a reduction left, of which any may have the neurons:"
                                + " [2 x 6 x 5]",
                        "tensor \"total\" is left out: it has fewer than 2 axes: []",
                        "tensor \"single\" is left out: it has fewer than 2 neurons: [2 x 1]",
                        "tensors \"turned\", \"turned/plus\" are left out: each has a first axis that is not the examples:"
                                + " [4 x 2] for 2");
    }

    @Test
    void tensorsThatAreNamedAreInTheOrderOfTheModel() throws IOException {
        OnnxCapture.Result result = write("convolution.onnx", "logits", "/Flatten_output_0", "logits");
        assertThat(result.skipped()).isEmpty();
        assertThat(result.capture().layers())
                .extracting(CapturedLayer::file)
                .containsExactly("Flatten_output_0-post.npy", "logits-logits.npy");
        assertThat(result.capture().layers().getFirst().width()).isEqualTo(18);
        same(result.capture(), "logits", Activation.LOGITS, "convolution-logits.npy");
    }

    @Test
    void aModelForACertainNumberOfImagesComputesThemAll() throws IOException {
        Capture capture = write("fixed.onnx").capture();
        assertThat(capture.layers())
                .extracting(CapturedLayer::file)
                .containsExactly("sum-pre.npy", "hidden-post.npy", "output-logits.npy");
        same(capture, "sum", Activation.PRE, "fixed-sum.npy");
        same(capture, "hidden", Activation.POST, "fixed-hidden.npy");
        same(capture, "output", Activation.LOGITS, "fixed-output.npy");
    }

    @Test
    void weightsMayLieInAFileOfTheirOwnAndAmongTheInputs() throws IOException {
        OnnxCapture.Result result = write("rows.onnx");
        assertThat(result.capture().layers())
                .extracting(CapturedLayer::file)
                .containsExactly("product-pre.npy", "squashed-post.npy", "output-softmax.npy");
        same(result.capture(), "squashed", Activation.POST, "rows-squashed.npy");
        same(result.capture(), "output", Activation.SOFTMAX, "rows-output.npy");
        assertThat(result.skipped())
                .containsExactly(
                        "tensor \"flat\" is left out: it holds the values of another tensor, or some of them, in another"
                                + " place");
    }

    @Test
    void manyImagesAreWrittenBatchAfterBatch() throws IOException {
        Images seven = images();
        int count = 2503;
        float[] pixels = new float[count * 30];
        for (int i = 0; i < count; i++) {
            System.arraycopy(seven.pixels(), i % 7 * 30, pixels, i * 30, 30);
        }
        Images many = new Images(ImageShape.grey(6, 5), 3, pixels, new int[count]);
        Capture capture = OnnxCapture.write(
                        resource("convolution.onnx"),
                        List.of("logits"),
                        Examples.of(many),
                        Positions.MEAN,
                        folder,
                        Monitor.NONE)
                .capture();
        double[] expected = values(resource("convolution-logits.npy"));
        try (Samples samples = capture.samples(capture.layers().getFirst())) {
            assertThat(samples.samples()).isEqualTo(count);
            double[] values = new double[count * 4];
            samples.read(0, count, 0, 4, values);
            for (int i = 0; i < values.length; i++) {
                assertThat(values[i]).isCloseTo(expected[i % expected.length], within(2e-6));
            }
        }
    }

    /** The model is a ReLU of what it is shown: of each channel, its mean. */
    @Test
    void colouredImagesAreShownChannelByChannel() throws IOException {
        Images images = InventedImages.of(1, 4, new ImageShape(3, 6, 5), 8).test();
        Capture capture = OnnxCapture.write(
                        resource("colour.onnx"), List.of(), Examples.of(images), Positions.MEAN, folder, Monitor.NONE)
                .capture();
        try (Samples samples = capture.samples(capture.layers().getFirst())) {
            double[] values = new double[4 * 3];
            samples.read(0, 4, 0, 3, values);
            for (int at = 0; at < values.length; at++) {
                double sum = 0;
                for (int p = 0; p < 30; p++) {
                    sum += images.pixels()[at * 30 + p];
                }
                assertThat(values[at]).isCloseTo(sum / 30, within(1e-6));
            }
        }
        refused(
                resource("fixed.onnx"),
                images,
                List.of(),
                "a model must be shown what it takes: " + resource("fixed.onnx")
                        + " takes image float [4][30]; found [N][90] or [N][3][6][5] of images of 3 x 6 x 5 pixels; give its"
                        + " inputs by name in an .npz or .safetensors file with --inputs");
    }

    @Test
    void aCaptureThatIsStoppedLeavesNothing() {
        Monitor stop = progress -> false;
        assertThatThrownBy(() -> OnnxCapture.write(
                        resource("fixed.onnx"),
                        List.of(),
                        Examples.of(images()),
                        Positions.MEAN,
                        folder.resolve("x"),
                        stop))
                .isInstanceOf(CancellationException.class);
        assertThat(folder.resolve("x")).isEmptyDirectory();
    }

    private void refused(Path model, Images images, List<String> tensors, String message) {
        assertThatThrownBy(() -> OnnxCapture.write(
                        model, tensors, Examples.of(images), Positions.MEAN, folder.resolve("x"), Monitor.NONE))
                .isInstanceOf(BadInputException.class)
                .hasMessage(message);
        assertThat(folder.resolve("x")).doesNotExist();
    }

    @Test
    void aTensorThatIsNotThereIsAnsweredWithThoseThatAre() {
        Path model = resource("fixed.onnx");
        refused(
                model,
                images(),
                List.of("output", "layer1"),
                "a tensor must be one that the model computes from what it is shown: " + model
                        + " has no \"layer1\"; it has product, sum, hidden, output");
        refused(
                model,
                images(),
                List.of("w1"),
                "a tensor must be one that the model computes from what it is shown: " + model
                        + " has no \"w1\"; it has product, sum, hidden, output");
    }

    @Test
    void aNamedTensorThatCannotBeCapturedIsRefused() {
        Path model = resource("convolution.onnx");
        refused(
                model,
                images(),
                List.of("logits", "map"),
                "a tensor must hold at least 2 neurons for each example: \"map\" of " + model
                        + " has axes that a reduction left, of which any may have the neurons: [2 x 6 x 5]; choose another");
    }

    @Test
    void whatIsNoOnnxIsRefused() throws IOException {
        String end = " is not; export it, in PyTorch with torch.onnx.export";
        Path text = Files.writeString(folder.resolve("text.onnx"), "hello, this is no model");
        refused(text, images(), List.of(), "a model must be a complete file in ONNX format: " + text + end);
        Path empty = Files.createFile(folder.resolve("empty.onnx"));
        refused(empty, images(), List.of(), "a model must be a complete file in ONNX format: " + empty + end);
        byte[] whole = Files.readAllBytes(resource("convolution.onnx"));
        for (int length : new int[] {1, 10, 100, 500, 1000, whole.length - 1}) {
            Path cut = Files.write(folder.resolve("cut.onnx"), Arrays.copyOf(whole, length));
            refused(cut, images(), List.of(), "a model must be a complete file in ONNX format: " + cut + end);
        }
        Path none = folder.resolve("none.onnx");
        refused(
                none,
                images(),
                List.of(),
                "a model must be a file that can be read: " + none + " is not; check the path");
    }

    @Test
    void aModelThatTakesOtherImagesIsRefused() {
        String found =
                "; found [N][30] or [N][6][5] or [N][1][6][5] or [N][6][5][1] of images of 6 x 5 pixels; give its"
                        + " inputs by name in an .npz or .safetensors file with --inputs";
        String must = "a model must be shown what it takes: ";
        Path colour = resource("colour.onnx");
        refused(colour, images(), List.of(), must + colour + " takes image float [N][3][6][5]" + found);
        Path two = resource("two-inputs.onnx");
        refused(two, images(), List.of(), must + two + " takes image float [N][30], other float [N][30]" + found);
        Images others = new Images(ImageShape.grey(5, 5), 2, new float[50], new int[2]);
        Path fixed = resource("fixed.onnx");
        refused(
                fixed,
                others,
                List.of(),
                must + fixed
                        + " takes image float [4][30]; found [N][25] or [N][5][5] or [N][1][5][5] or [N][5][5][1] of"
                        + " images of 5 x 5 pixels; give its inputs by name in an .npz or .safetensors file with"
                        + " --inputs");
    }

    @Test
    void weightsOutsideTheFolderAreNotRead() throws IOException {
        byte[] model = Files.readAllBytes(resource("rows.onnx"));
        String text = new String(model, StandardCharsets.ISO_8859_1);
        for (String name : List.of("../../weigh", "/etc/passwd")) {
            // As long as before, so that no length changes.
            String other = (name + "/".repeat(20)).substring(0, "rows.weights".length());
            Path changed = folder.resolve("changed.onnx");
            Files.write(changed, text.replace("rows.weights", other).getBytes(StandardCharsets.ISO_8859_1));
            refused(
                    changed,
                    images(),
                    List.of(),
                    "weights outside a model must lie in its folder: " + changed + " names \"" + other
                            + "\"; put them there, and export or save the model again");
        }
    }

    @Test
    void aModelThatComputesOneImageOnlyButSaysAnyIsRefusedInOneLine() {
        Path model = resource("one-at-a-time.onnx");
        assertThatThrownBy(() -> OnnxCapture.write(
                        model, List.of(), Examples.of(images()), Positions.MEAN, folder, Monitor.NONE))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith("a model must compute any number of examples, or say how many it takes: "
                        + model + " fails for image [2, 1, 6, 5] (")
                .hasMessageEndingWith("); export it again, or give what it was trained on")
                .message()
                .doesNotContain("\n");
    }

    @Test
    void aModelWhoseWeightsAreMissingIsRefused() throws IOException {
        Path alone = Files.copy(resource("rows.onnx"), folder.resolve("rows.onnx"));
        assertThatThrownBy(() -> OnnxCapture.write(
                        alone, List.of(), Examples.of(images()), Positions.MEAN, folder, Monitor.NONE))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith("a model must be one that ONNX Runtime can run: " + alone + ": ")
                .hasMessageContaining("rows.weights")
                .hasMessageEndingWith("; check it, or export it again");
    }
}
