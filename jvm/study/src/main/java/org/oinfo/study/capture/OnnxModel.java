package org.oinfo.study.capture;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import ai.onnxruntime.ValueInfo;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Excerpt;
import org.oinfo.kernels.BackendFailedException;

/** An ONNX model that computes images, on one thread of this processor. */
final class OnnxModel implements AutoCloseable {
    /** Where weights outside the model are looked for. */
    private static final String WEIGHTS_FOLDER = "session.model_external_initializers_file_folder_path";
    /** As much as a message shows of the runtime's. */
    private static final int LONGEST = 300;

    private static final int ANY = -1;
    /** Numbers of images that are computed to see which tensors grow with them. */
    private static final int[] PROBES = {2, 3};

    private final Path file;
    private final OrtSession session;
    private final String input;
    private final long[] shape;

    private OnnxModel(Path file, OrtSession session, String input, long[] shape) {
        this.file = file;
        this.session = session;
        this.input = input;
        this.shape = shape;
    }

    /**
     * Prepares a model.
     *
     * @param file where it was read, for its weights and for messages
     * @param model its bytes
     * @throws BadInputException the runtime cannot run it, or it does not take these images
     */
    static OnnxModel open(Path file, byte[] model, int height, int width) {
        OrtSession session = session(file, model);
        boolean fits = false;
        try {
            Map<String, NodeInfo> inputs = session.getInputInfo();
            if (inputs.size() != 1) {
                throw wrongInput(file, height, width, "it has the inputs " + String.join(", ", inputs.keySet()));
            }
            Map.Entry<String, NodeInfo> input = inputs.entrySet().iterator().next();
            long[] shape = input.getValue().getInfo() instanceof TensorInfo info && info.type == OnnxJavaType.FLOAT
                    ? shape(info.getShape(), height, width)
                    : null;
            if (shape == null) {
                throw wrongInput(
                        file, height, width, "its input is " + input.getValue().getInfo());
            }
            fits = true;
            return new OnnxModel(file, session, input.getKey(), shape);
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

    /** The shape that images of this size have as the model's input, its first axis -1 for any number; or null. */
    private static long @Nullable [] shape(long[] asked, int height, int width) {
        long count = asked.length == 0 ? 0 : asked[0];
        List<long[]> forms = List.of(
                new long[] {count, (long) height * width},
                new long[] {count, height, width},
                new long[] {count, 1, height, width},
                new long[] {count, height, width, 1});
        return forms.stream().filter(form -> fits(asked, form)).findFirst().orElse(null);
    }

    private static boolean fits(long[] asked, long[] form) {
        boolean fits = asked.length == form.length && asked[0] != 0;
        for (int axis = 1; axis < asked.length && fits; axis++) {
            fits = asked[axis] == ANY || asked[axis] == form[axis];
        }
        return fits;
    }

    /** The number of images that the model takes at a time, or 0 for any number. */
    int batch() {
        return shape[0] == ANY ? 0 : (int) shape[0];
    }

    /** The content of outputs, found by computing black images: which of them grow with the images, and how wide they are. */
    Map<String, OnnxLayer> layers(List<String> outputs) throws IOException {
        Map<String, OnnxLayer> layers = new LinkedHashMap<>();
        int pixels = (int) Arrays.stream(shape).skip(1).reduce(1, Math::multiplyExact);
        for (int count : batch() == 0 ? PROBES : new int[] {batch()}) {
            run(new float[count * pixels], count, new LinkedHashSet<>(outputs), values -> {
                for (String output : outputs) {
                    layers.merge(output, OnnxLayer.of(output, values.info(output), count), OnnxModel::alike);
                }
            });
        }
        return layers;
    }

    /** The layer that is alike for both numbers of images. */
    private static OnnxLayer alike(OnnxLayer one, OnnxLayer other) {
        boolean alike = one.neurons() == other.neurons() && one.positions() == other.positions();
        return alike || !one.reason().isEmpty()
                ? one
                : OnnxLayer.none(one.tensor(), other.reason().isEmpty() ? "is not always as wide" : other.reason());
    }

    /** Takes what was computed. */
    interface Consumer {
        void values(Values values) throws IOException;
    }

    /** The values that were computed, for as long as their consumer looks at them. */
    record Values(OrtSession.Result result) {
        ValueInfo info(String output) {
            return value(output).getInfo();
        }

        FloatBuffer floats(String output) {
            return ((OnnxTensor) value(output)).getFloatBuffer();
        }

        private OnnxValue value(String output) {
            return result.get(output).orElseThrow(() -> new IllegalStateException("no output " + output));
        }
    }

    /**
     * Computes images.
     *
     * @param pixels [count*height*width]
     * @param count as {@link #batch} says
     * @param outputs names
     */
    void run(float[] pixels, int count, Set<String> outputs, Consumer consumer) throws IOException {
        long[] given = shape.clone();
        given[0] = count;
        try (OnnxTensor images =
                        OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), FloatBuffer.wrap(pixels), given);
                OrtSession.Result result = session.run(Map.of(input, images), outputs)) {
            consumer.values(new Values(result));
        } catch (OrtException e) {
            throw new BadInputException("a model must compute any number of images, or say how many its input takes: "
                    + file + " fails for an input " + Arrays.toString(given) + " (" + text(e) + "); export it again");
        }
    }

    private static BadInputException wrongInput(Path file, int height, int width, String found) {
        return new BadInputException("a model must take images of " + height + " x " + width
                + " pixels as its one input, [N]["
                + height * width + "], [N][" + height + "][" + width + "] or [N][1][" + height + "][" + width
                + "] floats: " + file + ": " + Excerpt.oneLine(found) + "; give images that fit, or export it again");
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
