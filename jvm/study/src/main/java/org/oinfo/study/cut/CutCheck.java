package org.oinfo.study.cut;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.TensorInfo;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.oinfo.data.BadInputException;
import org.oinfo.parallel.Monitor;
import org.oinfo.parallel.Watch;
import org.oinfo.study.capture.Examples;
import org.oinfo.study.capture.OnnxFile;
import org.oinfo.study.capture.OnnxModel;

/** Compares models with the whole one on examples that none of them was fitted to, by the runtime that will run them. */
public final class CutCheck {
    private static final int BATCH = 100;
    private static final Set<OnnxJavaType> REAL =
            EnumSet.of(OnnxJavaType.FLOAT, OnnxJavaType.DOUBLE, OnnxJavaType.FLOAT16, OnnxJavaType.BFLOAT16);

    private final Path path;
    private final Examples examples;

    /**
     * A check.
     *
     * @param path of the whole model, for messages
     * @param examples to be compared on; with labels, accuracies are told
     */
    public CutCheck(Path path, Examples examples) {
        this.path = path;
        this.examples = examples;
    }

    /**
     * What a model answers.
     *
     * @param error root of the sum of squares of what its outputs differ from the whole model's, over that of what these differ from their
     *     means over the examples: 0 where they are the same, 1 where the means would do as well. Infinite where outputs that never change
     *     differ; NaN where no output holds real numbers for each example
     * @param same share of the examples of which the same class has the largest number, or null where no output is [examples][classes]
     * @param right how many examples the class of which has the largest number, or null without labels or without such an output
     */
    public record Answers(
            double error, @Nullable Double same, @Nullable Integer right) {}

    /**
     * Refuses labels that do not fit, before there is much to do.
     *
     * @throws BadInputException the model has no output [N][classes] that these labels can be classes of, nor one of one number an
     *     example, which tells no accuracy: where one class ends and the other begins only its owner knows
     */
    public void requireLabelsFit() throws IOException {
        OnnxFile file = OnnxFile.read(path);
        try (OnnxModel whole = OnnxModel.open(path, file.bytes(), examples)) {
            outputs(whole, file.graph().outputs(), whole.batch() > 0 ? whole.batch() : 2);
        }
    }

    /**
     * Compares models.
     *
     * @param models in ONNX format; the first is the whole one
     * @throws BadInputException labels do not fit the classes
     */
    public List<Answers> of(List<byte[]> models, Monitor monitor) throws IOException {
        List<OnnxModel> open = new ArrayList<>();
        try {
            for (byte[] model : models) {
                open.add(OnnxModel.open(path, model, examples));
                if (!open.getLast().outputs().equals(open.getFirst().outputs())) {
                    throw new IllegalStateException("a narrower model must have the same outputs: "
                            + open.getLast().outputs() + " instead of "
                            + open.getFirst().outputs());
                }
            }
            return compared(open, OnnxFile.of(path, models.getFirst()).graph().outputs(), new Watch(monitor));
        } finally {
            open.forEach(OnnxModel::close);
        }
    }

    private List<Answers> compared(List<OnnxModel> models, List<String> names, Watch watch) throws IOException {
        OnnxModel whole = models.getFirst();
        int fixed = whole.batch();
        int batch = fixed > 0 ? fixed : BATCH;
        List<Tally> tallies = new ArrayList<>();
        models.forEach(model -> tallies.add(new Tally(examples.labels())));
        Outputs outputs = outputs(whole, names, fixed > 0 ? fixed : 2);
        for (int from = 0; from < examples.count(); from += batch) {
            if (!watch.goOn()) {
                throw new CancellationException();
            }
            int count = Math.min(batch, examples.count() - from);
            int shown = fixed > 0 ? fixed : count;
            for (String output : outputs.real()) {
                float[] wanted = LayerData.values(whole, output, from, shown, count);
                for (int m = 0; m < models.size(); m++) {
                    float[] found = m == 0 ? wanted : LayerData.values(models.get(m), output, from, shown, count);
                    if (found.length != wanted.length) {
                        throw new IllegalStateException("outputs must be as large: " + output);
                    }
                    tallies.get(m).add(output, wanted, found, count);
                    if (output.equals(outputs.classes())) {
                        tallies.get(m).classes(wanted, found, from, count);
                    }
                }
            }
        }
        return tallies.stream()
                .map(tally -> tally.answers(examples.count(), outputs.classes() != null))
                .toList();
    }

    /** Outputs that hold real numbers for each example, and the one that holds a number for each class. */
    private record Outputs(List<String> real, @Nullable String classes) {}

    private Outputs outputs(OnnxModel whole, List<String> names, int count) throws IOException {
        List<String> real = new ArrayList<>();
        List<String> classes = new ArrayList<>();
        List<String> single = new ArrayList<>();
        whole.run(0, count, new LinkedHashSet<>(names), values -> {
            for (String name : names) {
                if (values.info(name) instanceof TensorInfo info
                        && REAL.contains(info.type)
                        && info.getShape().length > 0
                        && info.getShape()[0] == count) {
                    real.add(name);
                    if (Weights.size(info.getShape()) == count) {
                        single.add(name);
                    }
                    if (info.getShape().length == 2 && info.getShape()[1] > largestLabel() && info.getShape()[1] > 1) {
                        classes.add(name);
                    }
                }
            }
        });
        if (examples.labels().length > 0 && classes.isEmpty() && single.isEmpty()) {
            throw new BadInputException(
                    "labels must be classes of an output [N][classes]: those of " + examples.source() + " go to "
                            + largestLabel() + ", " + path + " has " + whole.outputs() + "; give others, or none");
        }
        return new Outputs(real, classes.isEmpty() ? null : classes.getFirst());
    }

    private int largestLabel() {
        int largest = 0;
        for (int label : examples.labels()) {
            largest = Math.max(largest, label);
        }
        return largest;
    }
}
