package org.oinfo.study.capture;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Samples;
import org.oinfo.data.files.DataFiles;
import org.oinfo.data.files.OneColumn;
import org.oinfo.data.npy.NpyShape;
import org.oinfo.data.options.ReadOptions;
import org.oinfo.study.result.LayerLandscape.Activation;

/**
 * A folder of activations: a .npy file for each layer, {@code index.csv} that lists them in the order of the network, and
 * {@code labels.npy} with the class of each image.
 *
 * @param layers in the order of the network
 */
public record Capture(Path folder, List<CapturedLayer> layers) {
    static final String LABELS = "labels.npy";

    /** Whether a folder holds a finished capture. */
    public static boolean isIn(Path folder) {
        return Files.exists(folder.resolve(CaptureIndex.FILE));
    }

    /**
     * Finds what a folder holds. The values are read later, by {@link #samples}.
     *
     * @throws BadInputException it is no folder of a finished capture, or its files are not as its index says
     */
    public static Capture open(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new BadInputException("a capture must be a folder: " + folder
                    + (Files.exists(folder)
                            ? " is a file; name the folder it is in"
                            : " does not exist; check the path"));
        }
        List<CapturedLayer> layers = CaptureIndex.read(folder);
        int images = 0;
        for (CapturedLayer layer : layers) {
            NpyShape shape = NpyShape.of(folder.resolve(layer.file()));
            if (shape.columns() != layer.width()) {
                throw new BadInputException("a layer must be as wide as the index says: " + folder.resolve(layer.file())
                        + " has " + shape.columns() + " columns, " + CaptureIndex.FILE + " says " + layer.width()
                        + "; capture again");
            }
            images = images == 0 ? shape.rows() : images;
            if (shape.rows() != images) {
                throw new BadInputException("layers must answer to the same images: " + folder.resolve(layer.file())
                        + " has " + shape.rows() + " rows, " + layers.getFirst().file() + " has " + images
                        + "; capture again");
            }
        }
        return new Capture(folder, layers);
    }

    /** The activations of a layer; to be closed. */
    public Samples samples(CapturedLayer layer) {
        return DataFiles.open(
                folder.resolve(layer.file()).toString(), ReadOptions.defaults(), InputStream.nullInputStream());
    }

    /**
     * The layer of that name.
     *
     * @throws BadInputException there is none with that activation
     */
    public CapturedLayer layer(String name, Activation activation) {
        return layers.stream()
                .filter(layer -> layer.layer().equals(name) && layer.activation() == activation)
                .findFirst()
                .orElseThrow(() -> new BadInputException("a layer must be one of the capture " + folder + ", "
                        + layers.stream()
                                .map(layer -> layer.layer() + " " + CaptureIndex.text(layer.activation()))
                                .collect(Collectors.joining(", "))
                        + ": found " + name + " " + CaptureIndex.text(activation)));
    }

    /** Number of images T. */
    public int images() {
        return NpyShape.of(folder.resolve(layers.getFirst().file())).rows();
    }

    /**
     * The class of each image [T], or an empty array where the folder has no {@code labels.npy}.
     *
     * @throws BadInputException they are not whole numbers from 0, or are not one for each image
     */
    public int[] labels() {
        Path file = folder.resolve(LABELS);
        if (!Files.exists(file)) {
            return new int[0];
        }
        return classes(OneColumn.read(file.toString(), images()).values(), file.toString());
    }

    /**
     * Classes as whole numbers.
     *
     * @param source what messages call the file they are from
     */
    static int[] classes(double[] values, String source) {
        int[] labels = new int[values.length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (int) values[i];
            if (labels[i] != values[i] || labels[i] < 0) {
                throw new BadInputException("labels must be whole numbers from 0: " + source + " has " + values[i]
                        + " at row " + i + " (from 0); number the classes");
            }
        }
        return labels;
    }
}
