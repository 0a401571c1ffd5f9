package org.oinfo.study.capture;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Excerpt;
import org.oinfo.data.files.OneColumn;
import org.oinfo.parallel.Monitor;
import org.oinfo.parallel.Watch;
import org.oinfo.study.result.LayerLandscape.Activation;

/**
 * Activations that another tool saved, as a capture: each array is a layer, [examples][neurons], [examples][positions][neurons] (tokens) or
 * [examples][channels][height][width] (maps), as PyTorch's hooks hand them out. Examples may be spread over shards, of which one is open at
 * a time.
 */
public final class GivenActivations {
    /** Examples copied at a time. */
    private static final int BATCH = 64;

    private final List<GivenLayers> sets;
    private final int count;
    private final int[] labels;

    private GivenActivations(List<GivenLayers> sets, int count, int[] labels) {
        this.sets = sets;
        this.count = count;
        this.labels = labels;
    }

    /**
     * Looks into files of activations.
     *
     * @param paths .npy, .npz, .safetensors, HDF5, MATLAB, Parquet or Arrow, or folders of such; an array called labels holds the classes
     * @param labels a file with a whole number from 0 for each example, or null
     * @param first how many examples are taken, 0 for all
     * @throws BadInputException one is no such file, a shard is missing, they are not of the same examples, or an array is no layer
     */
    public static GivenActivations open(List<Path> paths, @Nullable Path labels, int first) {
        List<GivenLayers> sets = new ArrayList<>();
        for (ShardSet set : ShardSet.of(ActivationFiles.of(paths, labels))) {
            GivenLayers given = GivenLayers.of(set);
            requireSameExamples(sets.isEmpty() ? given : sets.getFirst(), given);
            sets.add(given);
        }
        long all = sets.getFirst().count();
        if (all > Integer.MAX_VALUE) {
            throw new BadInputException("activations must be of at most 2147483647 examples: found " + all + " in "
                    + sets.getFirst().files().size() + " files; take fewer files");
        }
        int taken = first == 0 ? (int) all : (int) Math.min(first, all);
        int[] classes = labels == null
                ? classes(sets)
                : Capture.classes(OneColumn.read(labels.toString(), (int) all).values(), labels.toString());
        return new GivenActivations(sets, taken, Arrays.copyOf(classes, classes.length == 0 ? 0 : taken));
    }

    private static void requireSameExamples(GivenLayers first, GivenLayers other) {
        if (other.count() != first.count()) {
            throw new BadInputException("activations must be of the same examples: " + shown(first) + " has "
                    + first.count() + ", " + shown(other) + " has " + other.count() + "; save them in one run");
        }
    }

    private static String shown(GivenLayers set) {
        int others = set.files().size() - 1;
        return set.files().getFirst()
                + (others == 0 ? "" : " with its " + others + (others == 1 ? " other" : " others"));
    }

    private static int[] classes(List<GivenLayers> sets) {
        return sets.stream()
                .map(GivenLayers::labels)
                .filter(labels -> labels.length > 0)
                .findFirst()
                .orElse(new int[0]);
    }

    /** Number of examples. */
    public int count() {
        return count;
    }

    /** What of the files is no layer, a sentence each. */
    public List<String> notes() {
        return sets.stream().flatMap(set -> set.notes().stream()).toList();
    }

    /**
     * Writes them as a capture.
     *
     * @param positions what becomes of the positions of a layer; each of them a sample only where all layers have as many
     * @param folder is made if it is not there; an older capture in it stays until this one is complete
     * @throws BadInputException a value is missing or not finite, or a layer has not the positions that are taken
     * @throws CancellationException the monitor wants to stop; nothing of the capture remains
     */
    public Capture write(Positions positions, Path folder, Monitor monitor) throws IOException {
        int rows = requirePositions(positions);
        int samples = positions.rows(
                count, sets.getFirst().layers().getFirst().shape().positions());
        long layers = sets.stream().mapToLong(set -> set.layers().size()).sum();
        Watch watch = new Watch(monitor, 0, count * layers);
        try (CaptureWriter writer = CaptureWriter.open(folder, samples)) {
            FileNames names = new FileNames();
            for (GivenLayers set : sets) {
                for (GivenLayers.Layer layer : set.layers()) {
                    String description =
                            "as given, " + Excerpt.oneLine(layer.text()) + places(layer, positions) + shards(set);
                    writer.add(
                            names.of(name(set, layer)),
                            Activation.POST,
                            layer.shape().neurons(),
                            description);
                }
            }
            int number = 0;
            for (GivenLayers set : sets) {
                new ShardCopy(set, count, positions, writer, watch).copy(number);
                number += set.layers().size();
            }
            return writer.commit(labels(rows));
        }
    }

    /** Its own; with that of its files before it where other files have a layer of this name. */
    private String name(GivenLayers set, GivenLayers.Layer layer) {
        boolean elsewhere = sets.stream()
                .anyMatch(other -> other != set
                        && other.layers().stream().anyMatch(one -> one.name().equals(layer.name())));
        return elsewhere && !set.name().equals(layer.name()) ? set.name() + "." + layer.name() : layer.name();
    }

    private static String places(GivenLayers.Layer layer, Positions positions) {
        int has = layer.shape().positions();
        return has == 1 ? "" : ", " + positions.text(has);
    }

    private static String shards(GivenLayers set) {
        int files = set.files().size();
        return files == 1 ? "" : ", " + files + " files";
    }

    /** Rows of each example. */
    private int requirePositions(Positions positions) {
        GivenLayers.Layer first = sets.getFirst().layers().getFirst();
        int rows = positions.rows(first.shape().positions());
        for (GivenLayers set : sets) {
            for (GivenLayers.Layer layer : set.layers()) {
                int has = layer.shape().positions();
                if (positions.rows(has) != rows || !positions.isIn(has)) {
                    throw new BadInputException("a layer must have the positions that are taken: "
                            + Excerpt.of(layer.name()) + " has " + has + ", " + Excerpt.of(first.name()) + " has "
                            + first.shape().positions() + "; take their mean, or leave one out");
                }
            }
        }
        return rows;
    }

    private int[] labels(int rows) {
        int[] all = new int[labels.length * rows];
        Arrays.setAll(all, i -> labels[i / rows]);
        return all;
    }

    /** Copies the shards of a set, one after the other. */
    private record ShardCopy(GivenLayers set, int count, Positions positions, CaptureWriter writer, Watch watch) {
        /**
         * Copies all layers.
         *
         * @param number of the first of them for the writer
         */
        void copy(int number) throws IOException {
            int left = count;
            for (int shard = 0; shard < set.files().size() && left > 0; shard++) {
                try (Examples open = Examples.open(set.files().get(shard), null, 0)) {
                    int taken = Math.min(left, set.count(shard));
                    if (open.count() != set.count(shard)
                            || open.arrays().size() != set.layers().size()) {
                        throw new BadInputException("files must stay as they are while they are read: " + open.source()
                                + " has changed; try again");
                    }
                    for (int l = 0; l < set.layers().size(); l++) {
                        copy(open, l, number + l, taken);
                    }
                    open.requireUnchanged();
                    left -= taken;
                }
            }
        }

        private void copy(Examples open, int l, int number, int taken) throws IOException {
            Examples.Shown array = open.arrays().get(l);
            OnnxLayer shape = set.layers().get(l).shape();
            double[] values = new double[Math.multiplyExact(BATCH, array.size())];
            float[] floats = new float[values.length];
            for (int from = 0; from < taken; from += BATCH) {
                if (!watch.goOn()) {
                    throw new CancellationException();
                }
                int batch = Math.min(BATCH, taken - from);
                array.rows().read(from, batch, values);
                for (int i = 0; i < batch * array.size(); i++) {
                    floats[i] = (float) values[i];
                    if (!Float.isFinite(floats[i])) {
                        throw notFinite(open.source(), set.layers().get(l), values[i], from + i / array.size());
                    }
                }
                float[] of = shape.values(FloatBuffer.wrap(floats), batch, positions);
                writer.write(number, of, of.length);
                watch.advanced(0, batch);
            }
        }

        private static BadInputException notFinite(String source, GivenLayers.Layer layer, double value, int row) {
            String found = Double.isNaN(value) ? "NaN, or no value," : Double.toString(value);
            return new BadInputException("activations must be finite in single precision: " + source + " has " + found
                    + " in " + Excerpt.of(layer.name()) + " at row " + row
                    + " (from 0); correct it, or leave that example out of all layers");
        }
    }
}
