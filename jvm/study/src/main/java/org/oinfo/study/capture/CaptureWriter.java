package org.oinfo.study.capture;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.oinfo.data.npy.NpyWriter;
import org.oinfo.study.result.LayerLandscape.Activation;

/**
 * Writes a folder of activations, batch after batch. Until {@link #commit} the folder is as it was but for temporary files, which
 * are gone after {@link #close}: a disk that fills or a user who stops leaves no half a capture, and no harm to one that was there.
 */
final class CaptureWriter implements Closeable {
    private final Path folder;
    private final int images;
    private final List<CapturedLayer> layers = new ArrayList<>();
    private final List<NpyWriter> files = new ArrayList<>();

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
        layers.add(new CapturedLayer(file, layer, activation, width, description));
        return files.size() - 1;
    }

    /** Appends values[0 .. count-1], image after image. */
    void write(int layer, float[] values, int count) throws IOException {
        files.get(layer).write(values, count);
    }

    /** Everything was written: the files appear under their names, the index last. */
    Capture commit(int[] labels) throws IOException {
        try (NpyWriter file = NpyWriter.open(folder.resolve(Capture.LABELS), NpyWriter.Type.I4, images)) {
            file.write(labels, labels.length);
            // From here to the end of the renames an older capture is none.
            Files.deleteIfExists(folder.resolve(CaptureIndex.FILE));
            for (NpyWriter layer : files) {
                layer.commit();
            }
            file.commit();
        }
        CaptureIndex.write(folder, layers);
        return new Capture(folder, List.copyOf(layers));
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
