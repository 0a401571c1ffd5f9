package org.oinfo.study.capture;

import java.io.IOException;
import java.nio.file.Path;
import org.oinfo.study.images.ImageShape;
import org.oinfo.study.images.Images;
import org.oinfo.study.result.LayerLandscape.Activation;

/** The images themselves, as the layer before the first: what is in them already no network has to make. */
public final class PixelCapture {
    private PixelCapture() {}

    /**
     * Writes the pixels and the labels.
     *
     * @param folder is made if it is not there; an older capture in it stays until this one is complete
     * @throws IOException a file cannot be written; nothing of the capture remains
     */
    public static Capture write(Images images, Path folder) throws IOException {
        try (CaptureWriter writer = CaptureWriter.open(folder, images.count())) {
            int layer = writer.add("input", Activation.PIXELS, images.size(), text(images.shape()));
            writer.write(layer, images.pixels(), images.pixels().length);
            return writer.commit(images.labels());
        }
    }

    private static String text(ImageShape shape) {
        return (shape.channels() == 1 ? shape.size() : shape) + " pixels";
    }
}
