package org.oinfo.study.capture;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.ValueInfo;
import java.io.IOException;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Excerpt;
import org.oinfo.kernels.BackendFailedException;

/** An ONNX model that computes examples, on one thread of this processor. */
public final class OnnxModel implements AutoCloseable {
    /** Where weights outside the model are looked for. */
    private static final String WEIGHTS_FOLDER = "session.model_external_initializers_file_folder_path";
    /** As much as a message shows of the runtime's. */
    private static final int LONGEST = 300;

    /** Numbers of examples that are computed to see which tensors grow with them. */
    private static final int[] PROBES = {2, 3};

    private final Path file;
    private final OrtSession session;
    private final OnnxInputs inputs;

    private OnnxModel(Path file, OrtSession session, OnnxInputs inputs) {
        this.file = file;
        this.session = session;
        this.inputs = inputs;
    }

    /**
     * Prepares a model.
     *
     * @param file where it was read, for its weights and for messages
     * @param model its bytes
     * @throws BadInputException the runtime cannot run it, or it does not take these examples
     */
    public static OnnxModel open(Path file, byte[] model, Examples examples) {
        OrtSession session = session(file, model);
        boolean fits = false;
        try {
            OnnxInputs inputs = OnnxInputs.of(file, session.getInputInfo(), examples);
            fits = true;
            return new OnnxModel(file, session, inputs);
        } catch (OrtException e) {
            throw refused(file, e);
        } finally {
            if (!fits) {
                close(session, file);
            }
        }
    }

    private static OrtSession session(Path file, byte[] model) {
        OrtEnvironment environment = environment();
        Path folder = file.toAbsolutePath().getParent();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setDeterministicCompute(true);
            options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
            if (folder != null) {
                options.addConfigEntry(WEIGHTS_FOLDER, folder.toString());
            }
            return environment.createSession(model, options);
        } catch (OrtException e) {
            throw refused(file, e);
        }
    }

    private static OrtEnvironment environment() {
        try {
            return OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
        } catch (LinkageError e) {
            throw new BackendFailedException("ONNX Runtime could not be started (" + e
                    + "): it unpacks its library on first use into " + System.getProperty("java.io.tmpdir")
                    + "; check that there is room");
        }
    }

    /** The number of examples that the model takes at a time, or 0 for any number. */
    public int batch() {
        return inputs.batch();
    }

    /** The content of outputs, found by computing a few examples: which of them grow with the examples, and how wide they are. */
    Map<String, OnnxLayer> layers(List<String> outputs, OnnxLayout layout) throws IOException {
        Map<String, OnnxLayer> layers = new LinkedHashMap<>();
        for (int count : batch() == 0 ? PROBES : new int[] {batch()}) {
            run(0, count, new LinkedHashSet<>(outputs), values -> {
                for (String output : outputs) {
                    OnnxLayer layer =
                            OnnxLayer.of(output, values.info(output), layout.of(output, inputs.axes()), count);
                    layers.merge(output, layer, OnnxModel::alike);
                }
            });
        }
        return layers;
    }

    /** The layer that is alike for both numbers of examples. */
    private static OnnxLayer alike(OnnxLayer one, OnnxLayer other) {
        return one.isLike(other) || !one.reason().isEmpty()
                ? one
                : OnnxLayer.none(one.tensor(), other.reason().isEmpty() ? "is not always as wide" : other.reason());
    }

    /** Takes what was computed. */
    public interface Consumer {
        void values(Values values) throws IOException;
    }

    /** The values that were computed, for as long as their consumer looks at them. */
    public record Values(OrtSession.Result result) {
        public ValueInfo info(String output) {
            return value(output).getInfo();
        }

        /** Real numbers of any width, rounded to 32 bits. */
        public FloatBuffer floats(String output) {
            OnnxTensor tensor = (OnnxTensor) value(output);
            if (tensor.getInfo().type != OnnxJavaType.DOUBLE) {
                return tensor.getFloatBuffer();
            }
            DoubleBuffer doubles = tensor.getDoubleBuffer();
            FloatBuffer floats = FloatBuffer.allocate(doubles.remaining());
            while (doubles.hasRemaining()) {
                floats.put((float) doubles.get());
            }
            return floats.flip();
        }

        private OnnxValue value(String output) {
            return result.get(output).orElseThrow(() -> new IllegalStateException("no output " + output));
        }
    }

    /**
     * Computes examples.
     *
     * @param from the first
     * @param count as {@link #batch} says; behind the last example the first one follows
     * @param outputs names
     */
    public void run(int from, int count, Set<String> outputs, Consumer consumer) throws IOException {
        Map<String, OnnxTensor> given = Map.of();
        try {
            given = inputs.tensors(from, count);
            try (OrtSession.Result result = session.run(given, outputs)) {
                consumer.values(new Values(result));
            }
        } catch (OrtException e) {
            String shapes = given.entrySet().stream()
                    .map(input -> Excerpt.oneLine(input.getKey())
                            + ' '
                            + Arrays.toString(input.getValue().getInfo().getShape()))
                    .collect(Collectors.joining(", "));
            throw new BadInputException("a model must compute any number of examples, or say how many it takes: " + file
                    + " fails for " + shapes + " (" + text(e) + "); export it again, or give what it was trained on");
        } finally {
            given.values().forEach(OnnxTensor::close);
        }
    }

    /** Nanoseconds that the runtime takes for the first examples, its outputs as the model has them. */
    public long nanos(int count) {
        Map<String, OnnxTensor> given = Map.of();
        try {
            given = inputs.tensors(0, count);
            long start = System.nanoTime();
            session.run(given).close();
            return System.nanoTime() - start;
        } catch (OrtException e) {
            throw refused(file, e);
        } finally {
            given.values().forEach(OnnxTensor::close);
        }
    }

    /** Shapes of what it is shown, where it is shown so many examples as it takes, or 2. */
    public Map<String, long[]> inputs() {
        return inputs.shapes();
    }

    /** Outputs and their declared shapes, as text that can be compared. */
    public String outputs() {
        try {
            return session.getOutputInfo().values().stream()
                    .map(node -> Excerpt.oneLine(node.getName()) + ' ' + OnnxInput.text(node.getInfo()))
                    .collect(Collectors.joining(", "));
        } catch (OrtException e) {
            throw refused(file, e);
        }
    }

    private static BadInputException refused(Path file, OrtException e) {
        return new BadInputException("a model must be one that ONNX Runtime can run: " + file + ": " + text(e)
                + "; check it, or export it again");
    }

    private static String text(OrtException e) {
        String line = Excerpt.oneLine(String.valueOf(e.getMessage()));
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
    }

    @Override
    public void close() {
        close(session, file);
    }

    private static void close(OrtSession session, Path file) {
        try {
            session.close();
        } catch (OrtException e) {
            throw new BackendFailedException("ONNX Runtime could not end " + file + ": " + text(e));
        }
    }
}
