package org.oinfo.study.cut;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.oinfo.data.BadInputException;
import org.oinfo.data.array.ArrayEntry;
import org.oinfo.data.array.NumericArray;
import org.oinfo.data.files.OpenArrays;
import org.oinfo.parallel.Monitor;
import org.oinfo.study.capture.Examples;
import org.oinfo.study.capture.OnnxFile;
import org.oinfo.study.capture.OnnxModel;
import org.oinfo.study.prune.Choice;
import org.oinfo.study.prune.NeuronChoice;

/** Models that PyTorch exported: cut/make_cut_models.py and capture/torch/make_torch_models.py. What they answer is the runtime's word. */
class OnnxCutTest {
    private static final CutSettings HALF =
            new CutSettings(Choice.RECONSTRUCTION, CutSettings.Keep.parse("0.5"), List.of(), Map.of(), true);

    @TempDir
    Path folder;

    private static Path resource(String name) {
        URL url = Objects.requireNonNull(OnnxCutTest.class.getResource(name), name);
        try {
            return Path.of(url.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Examples shown() {
        return Examples.open(resource("shown.npz"), null, 0);
    }

    private static OnnxCut.Result cut(Path model, Examples examples, CutSettings settings) throws IOException {
        return OnnxCut.open(model, examples, Monitor.NONE).cut(settings);
    }

    /** What a model has in a tensor for all examples. */
    private static float[] values(byte[] model, String tensor, Examples examples) throws IOException {
        OnnxFile file = OnnxFile.of(Path.of("model.onnx"), model);
        float[][] found = new float[1][];
        try (OnnxModel open = OnnxModel.open(file.path(), file.with(List.of(tensor)), examples)) {
            open.run(0, examples.count(), Set.of(tensor), values -> {
                var floats = values.floats(tensor);
                found[0] = new float[floats.remaining()];
                floats.get(found[0]);
            });
        }
        return found[0];
    }

    private static void same(float[] found, float[] expected, double tolerance) {
        assertThat(found).hasSameSizeAs(expected);
        for (int i = 0; i < found.length; i++) {
            assertThat((double) found[i]).as("value %d", i).isCloseTo(expected[i], within(tolerance));
        }
    }

    private static List<Integer> all(int units) {
        return IntStream.range(0, units).boxed().toList();
    }

    /** Every neuron stays, and the least squares find the weights that were there. */
    @ParameterizedTest
    @CsvSource({"mixed-legacy", "mixed-dynamo"})
    void whoKeepsAllChangesNothing(String model) throws IOException {
        Map<String, List<Integer>> neurons = Map.of("conv2", all(6), "conv4", all(5), "fc1", all(12));
        CutSettings settings = new CutSettings(Choice.RECONSTRUCTION, null, List.of(), neurons, true);
        try (Examples examples = shown()) {
            OnnxCut.Result result = cut(resource(model + ".onnx"), examples, settings);
            float[] whole = values(result.whole().bytes(), "logits", examples);
            same(values(result.cut().bytes(), "logits", examples), whole, 0);
            same(values(result.fitted().bytes(), "logits", examples), whole, 1e-5);
            // The last layer had no biases.
            assertThat(result.fitted().parameters()).isEqualTo(result.whole().parameters() + 3);
            assertThat(result.fitted().multiplyAdds()).isEqualTo(result.whole().multiplyAdds());
        }
    }

    /** 16 bits stay 16 bits, and activation functions that an exporter wrote out are followed. */
    @ParameterizedTest
    @ValueSource(strings = {"half", "silu", "tanhgelu", "mish"})
    void neuronsThatAreLeftOutAreMissingAndNothingElse(String model) throws IOException {
        Map<String, List<Integer>> neurons = Map.of("fc1", List.of(0, 2, 3, 7));
        CutSettings settings = new CutSettings(Choice.RECONSTRUCTION, null, List.of(), neurons, false);
        for (String exporter : List.of("legacy", "dynamo")) {
            Path file = resource("../capture/torch/" + model + '-' + exporter + ".onnx");
            Path inputs = resource("../capture/torch/" + model + "-inputs.npz");
            try (Examples examples = Examples.open(inputs, null, 0)) {
                OnnxCut.Result result = cut(file, examples, settings);
                EditedModel whole = EditedModel.of(OnnxFile.read(file));
                int last = whole.nodes() - 1;
                String entering = whole.inputs(last).getFirst();
                float[] before = values(result.whole().bytes(), entering, examples);
                double[] w = Objects.requireNonNull(whole.constant(last, 1)).values();
                double[] b = Objects.requireNonNull(whole.constant(last, 2)).values();
                float[] found = values(result.fitted().bytes(), "logits", examples);
                for (int i = 0; i < found.length; i++) {
                    double sum = b[i % 5];
                    for (int unit : new int[] {0, 2, 3, 7}) {
                        sum += w[i % 5 * 8 + unit] * before[i / 5 * 8 + unit];
                    }
                    double tolerance = model.equals("half") ? 4e-3 : 1e-5;
                    assertThat((double) found[i])
                            .as("%s %s %d", model, exporter, i)
                            .isCloseTo(sum, within(tolerance));
                }
            }
        }
    }

    /** Twins answer alike, so one of each is enough once what they enter is fitted; not before. */
    @Test
    void oneOfTwoTwinsIsEnough() throws IOException {
        try (Examples examples = shown()) {
            OnnxCut.Result result = cut(resource("twins.onnx"), examples, HALF);
            int[] channels = result.lines().getFirst().kept();
            assertThat(Arrays.stream(channels).map(c -> c % 3).sorted().toArray())
                    .containsExactly(0, 1, 2);
            assertThat(result.lines().get(1).kept()).hasSize(5);
            float[] whole = values(result.whole().bytes(), "logits", examples);
            same(values(result.fitted().bytes(), "logits", examples), whole, 1e-4);
            List<CutCheck.Answers> answers = new CutCheck(resource("twins.onnx"), examples)
                    .of(
                            List.of(
                                    result.whole().bytes(),
                                    result.cut().bytes(),
                                    result.fitted().bytes()),
                            Monitor.NONE);
            assertThat(answers.get(0).error()).isZero();
            assertThat(answers.get(1).error())
                    .isEqualTo(error(values(result.cut().bytes(), "logits", examples), whole), within(1e-9));
            assertThat(answers.get(1).error()).isGreaterThan(0.1);
            assertThat(answers.get(2).error()).isLessThan(1e-4);
            assertThat(answers.get(2).same()).isEqualTo(1);
            assertThat(answers.get(2).right()).isEqualTo(answers.get(0).right());
        }
    }

    /** By definition: the root of sum (y' - y)^2 over sum (y - mean y)^2. */
    private static double error(float[] found, float[] whole) {
        double differences = 0;
        double around = 0;
        for (int output = 0; output < 3; output++) {
            double mean = 0;
            for (int i = output; i < whole.length; i += 3) {
                mean += whole[i] * 3.0 / whole.length;
            }
            for (int i = output; i < whole.length; i += 3) {
                differences += Math.pow((double) found[i] - whole[i], 2);
                around += Math.pow(whole[i] - mean, 2);
            }
        }
        return Math.sqrt(differences / around);
    }

    /** Least squares by definition: what is left is uncorrelated with whatever enters, and has the mean 0. */
    @ParameterizedTest
    @CsvSource({
        "mixed-legacy,/bn2/BatchNormalization_output_0,/conv3/Conv_output_0,true",
        "mixed-dynamo,getitem_3,conv2d_2,true",
        "mixed-legacy,/Flatten_output_0,/fc1/Gemm_output_0,false",
        "mixed-legacy,/act/Mul_1_output_0,logits,false"
    })
    void whatIsLeftIsOrthogonalToEveryInput(String model, String input, String output, boolean patches)
            throws IOException {
        try (Examples examples = shown()) {
            OnnxCut.Result result = cut(resource(model + ".onnx"), examples, HALF);
            int n = examples.count();
            float[] x = values(result.fitted().bytes(), input, examples);
            float[] z = values(result.fitted().bytes(), output, examples);
            float[] wanted = wanted(result, values(result.whole().bytes(), output, examples), output, n);
            double[][] in = patches ? patches(x, n, x.length / n / 64) : rows(x, n);
            double[][] left = new double[patches ? n * 64 : n][];
            int outputs = z.length / left.length;
            for (int row = 0; row < left.length; row++) {
                left[row] = new double[outputs];
                for (int o = 0; o < outputs; o++) {
                    int at = patches ? (row / 64 * outputs + o) * 64 + row % 64 : row * outputs + o;
                    left[row][o] = (double) z[at] - wanted[at];
                }
            }
            for (int o = 0; o < outputs; o++) {
                for (int i = 0; i <= in[0].length; i++) {
                    double product = 0;
                    double squares = 0;
                    for (int row = 0; row < in.length; row++) {
                        double value = i == in[0].length ? 1 : in[row][i];
                        product += left[row][o] * value;
                        squares += Math.abs(left[row][o] * value);
                    }
                    assertThat(product).as("output %d input %d", o, i).isCloseTo(0, within(1e-4 * squares + 1e-6));
                }
            }
        }
    }

    /** The whole model's values of the units that stay. */
    private static float[] wanted(OnnxCut.Result result, float[] all, String output, int n) {
        if (!output.contains("fc1")) {
            return all;
        }
        int[] kept = result.lines().get(4).kept();
        float[] some = new float[n * kept.length];
        for (int i = 0; i < some.length; i++) {
            some[i] = all[i / kept.length * 12 + kept[i % kept.length]];
        }
        return some;
    }

    private static double[][] rows(float[] x, int n) {
        double[][] rows = new double[n][x.length / n];
        for (int i = 0; i < x.length; i++) {
            rows[i / rows[0].length][i % rows[0].length] = x[i];
        }
        return rows;
    }

    /** 3 x 3 patches of maps of 8 x 8 within a border of zeros. */
    private static double[][] patches(float[] x, int n, int channels) {
        double[][] rows = new double[n * 64][channels * 9];
        for (int row = 0; row < rows.length; row++) {
            for (int i = 0; i < channels * 9; i++) {
                int r = row % 64 / 8 + i % 9 / 3 - 1;
                int c = row % 8 + i % 3 - 1;
                rows[row][i] = r < 0 || c < 0 || r > 7 || c > 7 ? 0 : x[(row / 64 * channels + i / 9) * 64 + r * 8 + c];
            }
        }
        return rows;
    }

    @Test
    void whatBranchesIsLeftWholeAndSaysWhy() throws IOException {
        try (Examples examples = shown()) {
            List<CutLine> lines =
                    cut(resource("mixed-legacy.onnx"), examples, HALF).lines();
            assertThat(lines)
                    .extracting(CutLine::layer)
                    .containsExactly("conv1", "conv2", "conv3", "conv4", "fc1", "fc2");
            assertThat(lines).extracting(CutLine::next).containsExactly("", "conv3", "", "fc1", "fc2", "");
            assertThat(lines).extracting(line -> line.kept().length).containsExactly(4, 3, 4, 3, 6, 3);
            assertThat(lines.get(0).note()).isEqualTo("its values meet others in Add: \"/conv3/Conv_output_0\"");
            assertThat(lines.get(2).note())
                    .isEqualTo("its values meet others in Add: \"/bn1/BatchNormalization_output_0\"");
            assertThat(lines.get(5).note()).isEqualTo("its values leave the model, as \"logits\"");
        }
    }

    @Test
    void everythingElseOfTheFileIsKept() throws IOException {
        try (Examples examples = shown()) {
            byte[] narrower =
                    cut(resource("mixed-legacy.onnx"), examples, HALF).fitted().bytes();
            ProtoMessage before = ProtoMessage.parse(Files.readAllBytes(resource("mixed-legacy.onnx")));
            ProtoMessage after = ProtoMessage.parse(narrower);
            // The versions of the format and the operators, who made it, and what else is said of it.
            for (int field : new int[] {1, 2, 3, 8, 14}) {
                assertThat(after.joined(field)).isEqualTo(before.joined(field));
                assertThat(after.value(field, -1)).isEqualTo(before.value(field, -1));
            }
            assertThat(new String(after.joined(14), StandardCharsets.UTF_8)).contains("author", "nobody");
        }
    }

    /** Models of the format's first versions list weights among the inputs, with their shapes. */
    @Test
    void weightsThatAreInputsGetTheirNewShape() throws IOException {
        OnnxFile file = OnnxFile.read(resource("twins.onnx"));
        ProtoMessage model = ProtoMessage.parse(file.bytes());
        ProtoMessage inputs = new ProtoMessage();
        for (ProtoMessage.Field field : ProtoMessage.parse(model.joined(7)).all(5)) {
            inputs.add(11, Weights.of(field.message()).info(field.message().text(Weights.NAME)));
        }
        Path old = folder.resolve("old.onnx");
        Files.write(
                old,
                model.without(f -> f.number() == 1).add(1, 3).add(7, inputs).bytes());
        try (Examples examples = shown()) {
            byte[] fitted = cut(old, examples, HALF).fitted().bytes();
            float[] whole = values(file.bytes(), "logits", examples);
            same(values(fitted, "logits", examples), whole, 1e-4);
        }
    }

    @Test
    void whatChangedIsThereForOtherTools() throws IOException {
        Path file = folder.resolve("new.safetensors");
        try (Examples examples = shown()) {
            OnnxCut.Result result = cut(resource("mixed-legacy.onnx"), examples, HALF);
            try (OutputStream out = Files.newOutputStream(file)) {
                result.arrays().write(out);
            }
            Map<String, List<Long>> shapes = new LinkedHashMap<>();
            Map<String, double[]> values = new HashMap<>();
            try (OpenArrays arrays = OpenArrays.open(file.toString())) {
                for (ArrayEntry entry : arrays.entries()) {
                    NumericArray array = arrays.read(entry);
                    double[] numbers = new double[(int) NumericArray.elements(array.shape())];
                    array.decode(0, numbers, 0, numbers.length);
                    shapes.put(entry.name(), entry.shape());
                    values.put(entry.name(), numbers);
                }
            }
            assertThat(shapes)
                    .containsEntry("conv2.weight", List.of(3L, 4L, 3L, 3L))
                    .containsEntry("bn2.running_var", List.of(3L))
                    .containsEntry("conv3.weight", List.of(4L, 3L, 3L, 3L))
                    .containsEntry("conv4.weight", List.of(3L, 4L, 3L, 2L))
                    .containsEntry("fc1.weight", List.of(6L, 12L))
                    .containsEntry("fc2.weight", List.of(3L, 6L))
                    .containsEntry("fc2.bias", List.of(3L))
                    .containsEntry("fc1.kept", List.of(6L))
                    .hasSize(2 * 5 + 4 + 3);
            assertThat(values.get("fc1.kept"))
                    .containsExactly(Arrays.stream(result.lines().get(4).kept())
                            .asDoubleStream()
                            .toArray());
            // fc2 by hand, as nn.Linear does it.
            float[] x = values(result.fitted().bytes(), "/act/Mul_1_output_0", examples);
            float[] y = values(result.fitted().bytes(), "logits", examples);
            double[] w = Objects.requireNonNull(values.get("fc2.weight"));
            double[] b = Objects.requireNonNull(values.get("fc2.bias"));
            List<Double> found = new ArrayList<>();
            for (int i = 0; i < y.length; i++) {
                double sum = b[i % 3];
                for (int j = 0; j < 6; j++) {
                    sum += w[i % 3 * 6 + j] * x[i / 3 * 6 + j];
                }
                found.add(sum - y[i]);
            }
            assertThat(found).allMatch(d -> Math.abs(d) < 1e-4);
        }
    }

    @Test
    void weightsOfSeveralLayersStay() throws IOException {
        try (Examples examples = shown()) {
            List<CutLine> lines = cut(resource("shared.onnx"), examples, HALF).lines();
            assertThat(lines).extracting(CutLine::layer).containsExactly("fc1", "fc2", "fc1#2", "fc2#2", "fc3", "fc4");
            assertThat(lines).extracting(line -> line.kept().length).containsExactly(8, 6, 8, 6, 3, 3);
            assertThat(lines.get(0).note()).isEqualTo("its weights are those of fc1#2 too");
            assertThat(lines.get(2).note()).isEqualTo("its weights are those of fc1 too");
        }
    }

    /** Steps on the first axis and examples on the second; layers of a Sequential have PyTorch's names, without biases too. */
    @Test
    void stepsMayBeOnTheFirstAxis() throws IOException {
        try (Examples examples = shown()) {
            OnnxCut.Result result = cut(resource("steps.onnx"), examples, HALF);
            assertThat(result.lines()).extracting(CutLine::layer).containsExactly("body.0", "body.2", "fc");
            assertThat(result.lines()).extracting(line -> line.kept().length).containsExactly(5, 2, 3);
            // Of 8 steps: 24 gates of 8 inputs and 6 states, then both layers of the Sequential; the last layer once.
            assertThat(result.whole().multiplyAdds()).isEqualTo(8 * (24 * (8 + 6) + 60 + 40) + 12);
            assertThat(result.fitted().multiplyAdds()).isEqualTo(8 * (24 * (8 + 6) + 30 + 10) + 6);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"label", "entropy", "min-tc", "variance"})
    void choicesByExampleWantExamplesFirst(String choice) throws IOException {
        Choice by = NeuronChoice.CHOICES.stream()
                .filter(one -> one.label().equals(choice))
                .findFirst()
                .orElseThrow();
        CutSettings settings = new CutSettings(by, CutSettings.Keep.parse("2"), List.of(), Map.of(), true);
        Path steps = resource("steps.onnx");
        try (Examples examples = shown()) {
            assertThatThrownBy(() -> cut(steps, examples, settings))
                    .isInstanceOf(BadInputException.class)
                    .hasMessage(
                            "to choose by " + choice + ", examples must be on the first axis: what body.0 of " + steps
                                    + " makes is (8, 2, 10) for 2; choose by reconstruction, wanda or weight, or name other layers"
                                    + " with --cut");
        }
    }

    /** What no example enters is as large for any number of them. */
    @Test
    void slopesHaveTheirModulesNameAndWhatIsAsideIsLeftAlone() throws IOException {
        Path file = folder.resolve("aside.safetensors");
        try (Examples examples = shown()) {
            OnnxCut.Result result = cut(resource("aside.onnx"), examples, HALF);
            assertThat(result.lines()).extracting(CutLine::layer).containsExactly("conv1", "conv2");
            assertThat(result.whole().multiplyAdds()).isEqualTo(36 * 6 * 9 + 16 * 3 * 6 * 9);
            try (OutputStream out = Files.newOutputStream(file)) {
                result.arrays().write(out);
            }
            int[] kept = result.lines().getFirst().kept();
            EditedModel whole = EditedModel.of(OnnxFile.read(resource("aside.onnx")));
            int node = IntStream.range(0, whole.nodes())
                    .filter(n -> whole.op(n).equals("PRelu"))
                    .findFirst()
                    .orElseThrow();
            double[] slopes = Objects.requireNonNull(whole.constant(node, 1)).values();
            try (OpenArrays arrays = OpenArrays.open(file.toString())) {
                ArrayEntry entry = arrays.entries().stream()
                        .filter(one -> one.name().equals("slopes.weight"))
                        .findFirst()
                        .orElseThrow();
                double[] found = new double[3];
                arrays.read(entry).decode(0, found, 0, 3);
                assertThat(entry.shape()).containsExactly(3L);
                assertThat(found)
                        .containsExactly(
                                Arrays.stream(kept).mapToDouble(k -> slopes[k]).toArray());
            }
        }
    }

    /** Wilson's interval ends where the share is 1.96 standard deviations of the end away from it. */
    @ParameterizedTest
    @CsvSource({"8,10", "0,10", "357,359", "5,5"})
    void intervalOfAShareIsByItsDefinition(int count, int n) {
        Share share = Share.of(count, n);
        assertThat(share.share()).isEqualTo((double) count / n);
        for (double end : new double[] {share.low(), share.high()}) {
            double deviation = Math.sqrt(end * (1 - end) / n);
            assertThat(Math.abs(share.share() - end)).isCloseTo(1.959964 * deviation, within(1e-6));
        }
    }
}
