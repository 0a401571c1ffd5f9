package org.oinfo.study.capture;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.TensorInfo;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Excerpt;

/** The inputs of a model, and what each is shown. */
final class OnnxInputs {
    private static final int ANY = -1;

    private final List<OnnxInput> inputs;
    private final Examples examples;
    private final int batch;

    private OnnxInputs(List<OnnxInput> inputs, Examples examples, int batch) {
        this.inputs = inputs;
        this.examples = examples;
        this.batch = batch;
    }

    /**
     * Gives each input the array of its name, or the only input the only array.
     *
     * @throws BadInputException an input and an array do not fit each other, or one is left over
     */
    static OnnxInputs of(Path model, Map<String, NodeInfo> asked, Examples examples) {
        List<Examples.Shown> arrays = examples.arrays();
        boolean single = arrays.size() == 1 && asked.size() == 1;
        if (asked.size() != arrays.size()) {
            throw wrong(model, asked, examples);
        }
        List<OnnxInput> inputs = new ArrayList<>();
        int batch = 0;
        for (Map.Entry<String, NodeInfo> input : asked.entrySet()) {
            Examples.Shown array = arrays.stream()
                    .filter(one -> single || one.name().equals(input.getKey()))
                    .findFirst()
                    .orElseThrow(() -> wrong(model, asked, examples));
            TensorInfo info = input.getValue().getInfo() instanceof TensorInfo tensor ? tensor : null;
            List<Long> form = info == null ? null : form(info.getShape(), array);
            if (info == null || form == null || !OnnxInput.takes(info.type, array)) {
                throw wrong(model, asked, examples);
            }
            long first = info.getShape()[0];
            batch = first == ANY ? batch : Math.toIntExact(first);
            inputs.add(new OnnxInput(input.getKey(), info.type, form, array));
        }
        int certain = batch;
        boolean agreed = asked.values().stream()
                .map(node -> ((TensorInfo) node.getInfo()).getShape()[0])
                .allMatch(first -> first == ANY || first == certain);
        if (!agreed) {
            throw wrong(model, asked, examples);
        }
        return new OnnxInputs(inputs, examples, batch);
    }

    /** The shape in which an input takes an example of an array, or null. */
    private static @Nullable List<Long> form(long[] asked, Examples.Shown array) {
        return array.forms().stream()
                .filter(form -> fits(asked, form))
                .findFirst()
                .orElse(null);
    }

    private static boolean fits(long[] asked, List<Long> form) {
        return asked.length == form.size() + 1
                && asked[0] != 0
                && IntStream.range(1, asked.length).allMatch(i -> asked[i] == ANY || asked[i] == form.get(i - 1));
    }

    private static BadInputException wrong(Path model, Map<String, NodeInfo> asked, Examples examples) {
        String wants = asked.entrySet().stream()
                .map(input -> Excerpt.oneLine(input.getKey())
                        + ' '
                        + OnnxInput.text(input.getValue().getInfo()))
                .collect(Collectors.joining(", "));
        String found = examples.arrays().stream().map(Examples.Shown::text).collect(Collectors.joining(", "));
        return new BadInputException("a model must be shown what it takes: " + model + " takes " + wants + "; found "
                + found + " of " + examples.source()
                + "; give its inputs by name in an .npz or .safetensors file with --inputs");
    }

    /** The number of examples that the model takes at a time, or 0 for any number. */
    int batch() {
        return batch;
    }

    /** The shape of each for so many examples as the model takes, or 2. */
    Map<String, long[]> shapes() {
        Map<String, long[]> shapes = new LinkedHashMap<>();
        for (OnnxInput input : inputs) {
            LongStream first = LongStream.of(batch == 0 ? 2 : batch);
            shapes.put(
                    input.name(),
                    LongStream.concat(first, input.form().stream().mapToLong(axis -> axis))
                            .toArray());
        }
        return shapes;
    }

    /** How many axes what it is shown has, at most. */
    int axes() {
        return inputs.stream().mapToInt(input -> input.form().size() + 1).max().orElse(0);
    }

    /**
     * Tensors of examples, to be closed; behind the last example the first one follows.
     *
     * @param from the first example
     * @param count of examples
     * @throws BadInputException a value does not fit the type of its input
     */
    Map<String, OnnxTensor> tensors(int from, int count) throws OrtException {
        Map<String, OnnxTensor> tensors = new LinkedHashMap<>();
        boolean made = false;
        try {
            for (OnnxInput input : inputs) {
                tensors.put(input.name(), input.tensor(values(input.array(), from, count), from, count));
            }
            made = true;
            return tensors;
        } finally {
            if (!made) {
                tensors.values().forEach(OnnxTensor::close);
            }
        }
    }

    private double[] values(Examples.Shown array, int from, int count) {
        double[] values = new double[Math.multiplyExact(count, array.size())];
        int there = Math.min(count, examples.count() - from);
        array.rows().read(from, there, values);
        double[] one = new double[array.size()];
        for (int i = there; i < count; i++) {
            array.rows().read((from + i) % examples.count(), 1, one);
            System.arraycopy(one, 0, values, i * one.length, one.length);
        }
        return values;
    }
}
