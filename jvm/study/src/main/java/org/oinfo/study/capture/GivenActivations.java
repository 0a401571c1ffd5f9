package org.oinfo.study.capture;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Excerpt;
import org.oinfo.parallel.Monitor;
import org.oinfo.parallel.Watch;
import org.oinfo.study.result.LayerLandscape.Activation;

/**
 * Activations that another tool saved, as a capture: each array is a layer, [examples][neurons], [examples][positions][neurons] (tokens) or
 * [examples][channels][height][width] (maps), as PyTorch's hooks hand them out.
 */
public final class GivenActivations implements AutoCloseable {
    /** Examples copied at a time. */
    private static final int BATCH = 64;

    private static final int MAP_AXES = 3;

    private final List<Examples> files = new ArrayList<>();
    private final List<Layer> layers = new ArrayList<>();

    private record Layer(String name, OnnxLayer shape, Examples.Shown array) {}

    private GivenActivations() {}

    /**
     * Opens files of activations.
     *
     * @param paths .npy, .npz, .safetensors, HDF5 or MATLAB; an array called labels holds the classes
     * @param labels a file with a whole number from 0 for each example, or null
     * @param first how many examples are taken, 0 for all
     * @throws BadInputException one is no such file, they are not of the same examples, or an array is no layer
     */
    public static GivenActivations open(List<Path> paths, @Nullable Path labels, int first) {
        GivenActivations given = new GivenActivations();
        boolean sound = false;
        try {
            for (Path path : paths) {
                Examples file = Examples.open(path, labels, first);
                given.files.add(file);
                given.add(path, file);
            }
            sound = true;
            return given;
        } finally {
            if (!sound) {
                given.close();
            }
        }
    }

    private void add(Path path, Examples file) {
        if (file.count() != count()) {
            throw new BadInputException("activations must be of the same examples: "
                    + files.getFirst().source() + " has " + count() + ", " + file.source() + " has " + file.count()
                    + "; save them in one run");
        }
        for (Examples.Shown array : file.arrays()) {
            List<Long> form = array.forms().getFirst();
            boolean map = form.size() == MAP_AXES;
            int last = form.size() - 1;
            if (form.isEmpty() || form.size() > MAP_AXES || form.get(map ? 0 : last) < 2) {
                throw new BadInputException("a layer must be [N][neurons], [N][positions][neurons] or"
                        + " [N][channels][height][width] with 2 neurons or more: found " + array.text() + " of "
                        + file.source() + "; leave it out, or reshape it");
            }
            int neurons = Math.toIntExact(form.get(map ? 0 : last));
            int positions = array.size() / neurons;
            String base = String.valueOf(path.getFileName()).replaceFirst("\\.[^.]*$", "");
            String name = array.name().isEmpty() ? base : array.name();
            layers.add(
                    new Layer(name, new OnnxLayer(name, map ? neurons : 1, positions, map ? 1 : neurons, ""), array));
        }
    }

    /** Number of examples. */
    public int count() {
        return files.getFirst().count();
    }

    /**
     * Writes them as a capture.
     *
     * @param positions what becomes of the positions of a layer; each of them a sample only where all layers have as many
     * @param folder is made if it is not there; an older capture in it stays until this one is complete
     * @throws CancellationException the monitor wants to stop; nothing of the capture remains
     */
    public Capture write(Positions positions, Path folder, Monitor monitor) throws IOException {
        int rows = positions.rows(layers.getFirst().shape.positions());
        for (Layer layer : layers) {
            int has = layer.shape.positions();
            if (positions.rows(has) != rows || !positions.isIn(has)) {
                throw new BadInputException("a layer must have the positions that are taken: " + Excerpt.of(layer.name)
                        + " has " + has + ", " + Excerpt.of(layers.getFirst().name) + " has "
                        + layers.getFirst().shape.positions() + "; take their mean, or leave one out");
            }
        }
        Watch watch = new Watch(monitor, 0, (long) count() * layers.size());
        try (CaptureWriter writer = CaptureWriter.open(folder, Math.multiplyExact(count(), rows))) {
            FileNames names = new FileNames();
            for (Layer layer : layers) {
                String places = layer.shape.positions() == 1 ? "" : ", " + positions.text(layer.shape.positions());
                writer.add(
                        names.of(layer.name),
                        Activation.POST,
                        layer.shape.neurons(),
                        "as given, " + Excerpt.oneLine(layer.array.text()) + places);
            }
            for (int l = 0; l < layers.size(); l++) {
                copy(layers.get(l), positions, l, writer, watch);
            }
            files.forEach(Examples::requireUnchanged);
            return writer.commit(labels(rows));
        }
    }

    private void copy(Layer layer, Positions positions, int number, CaptureWriter writer, Watch watch)
            throws IOException {
        double[] values = new double[Math.multiplyExact(BATCH, layer.array.size())];
        float[] floats = new float[values.length];
        for (int from = 0; from < count(); from += BATCH) {
            if (!watch.goOn()) {
                throw new CancellationException();
            }
            int batch = Math.min(BATCH, count() - from);
            layer.array.rows().read(from, batch, values);
            for (int i = 0; i < floats.length; i++) {
                floats[i] = (float) values[i];
            }
            float[] of = layer.shape.values(FloatBuffer.wrap(floats), batch, positions);
            writer.write(number, of, of.length);
            watch.advanced(0, batch);
        }
    }

    private int[] labels(int rows) {
        return files.stream()
                .map(file -> file.labels(rows))
                .filter(labels -> labels.length > 0)
                .findFirst()
                .orElse(new int[0]);
    }

    @Override
    public void close() {
        files.forEach(Examples::close);
    }
}
