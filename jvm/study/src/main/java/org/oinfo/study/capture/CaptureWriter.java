package org.oinfo.study.capture;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.oinfo.data.npy.NpyWriter;
import org.oinfo.study.result.LayerLandscape.Activation;

/**
 * Writes a folder of activations, batch after batch. Until {@link #commit} the folder is as it was but for temporary files, which
 * are gone after {@link #close}: a disk that fills or a user who stops leaves no half a capture, and no harm to one that was there.
 */
final class CaptureWriter implements Closeable {
    /** A neuron that is 0 for a larger share of the images is sparse. */
    private static final double SPARSE = 0.9;

    private final Path folder;
    private final int images;
    private final List<CapturedLayer> layers = new ArrayList<>();
    private final List<NpyWriter> files = new ArrayList<>();
    /** Of each layer, how often each neuron is 0. */
    private final List<long[]> zeros = new ArrayList<>();

    private CaptureWriter(Path folder, int images) {
        this.folder = folder;
        this.images = images;
    }

    /**
     * Makes ready to write.
     *
     * @param folder is made if it is not there
     * @param images how many there will be
     * @throws IOException the folder cannot be made
     */
    static CaptureWriter open(Path folder, int images) throws IOException {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new IOException(folder + " cannot be made", e);
        }
        return new CaptureWriter(folder, images);
    }

    /**
     * A layer to be written, listed after those before it.
     *
     * @param layer name, fit to begin the name of a file
     * @return its number for {@link #write}
     */
    int add(String layer, Activation activation, int width, String description) throws IOException {
        String file = layer + "-" + CaptureIndex.text(activation) + ".npy";
        files.add(NpyWriter.open(folder.resolve(file), NpyWriter.Type.F4, images, width));
        zeros.add(new long[width]);
        layers.add(new CapturedLayer(file, layer, activation, width, description));
        return files.size() - 1;
    }

    /** Appends values[0 .. count-1], image after image. */
    void write(int layer, float[] values, int count) throws IOException {
        long[] of = zeros.get(layer);
        for (int i = 0; i < count; i++) {
            of[i % of.length] += values[i] == 0 ? 1 : 0;
        }
        files.get(layer).write(values, count);
    }

    /**
     * Everything was written: the files appear under their names, the index last.
     *
     * @param labels one for each image, or none
     */
    Capture commit(int[] labels) throws IOException {
        if (labels.length == 0) {
            Files.deleteIfExists(folder.resolve(CaptureIndex.FILE));
            Files.deleteIfExists(folder.resolve(Capture.LABELS));
            commitLayers();
        } else {
            try (NpyWriter file = NpyWriter.open(folder.resolve(Capture.LABELS), NpyWriter.Type.I4, images)) {
                file.write(labels, labels.length);
                // From here to the end of the renames an older capture is none.
                Files.deleteIfExists(folder.resolve(CaptureIndex.FILE));
                commitLayers();
                file.commit();
            }
        }
        List<CapturedLayer> described = new ArrayList<>();
        for (int i = 0; i < layers.size(); i++) {
            described.add(layers.get(i).with(sparsity(zeros.get(i))));
        }
        CaptureIndex.write(folder, described);
        return new Capture(folder, described);
    }

    /** How much of a layer is 0, in words: what is 0 nearly always has few values that tell it from another. */
    private String sparsity(long[] of) {
        long all = Arrays.stream(of).sum();
        long sparse = Arrays.stream(of).filter(count -> count > SPARSE * images).count();
        return all == 0
                ? ""
                : String.format(
                        Locale.ROOT,
                        ", %.1f %% zeros%s",
                        100.0 * all / ((double) images * of.length),
                        sparse == 0 ? "" : ", " + sparse + " of " + of.length + " neurons 0 in more than 90 %");
    }

    private void commitLayers() throws IOException {
        for (NpyWriter layer : files) {
            layer.commit();
        }
    }

    /** Without {@link #commit} nothing remains but the folder. */
    @Override
    public void close() throws IOException {
        IOException failure = null;
        for (NpyWriter file : files) {
            try {
                file.close();
            } catch (IOException e) {
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
