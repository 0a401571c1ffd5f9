package org.oinfo.study.capture;

import java.nio.file.Path;
import java.util.List;
import org.oinfo.data.DataFiles;
import org.oinfo.data.Missing;
import org.oinfo.data.Samples;

/**
 * A folder of activations: a .npy file for each layer, {@code index.csv} that lists them in the order of the network, and
 * {@code labels.npy} with the class of each image.
 *
 * @param layers in the order of the network
 */
public record Capture(Path folder, List<CapturedLayer> layers) {
    /** The activations of a layer; to be closed. */
    public Samples samples(CapturedLayer layer) {
        return DataFiles.open(
                folder.resolve(layer.file()).toString(), Missing.REFUSE, java.io.InputStream.nullInputStream());
    }
}
