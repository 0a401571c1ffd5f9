package org.oinfo.study.capture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.oinfo.parallel.Monitor;
import org.oinfo.parallel.Watch;
import org.oinfo.study.images.Images;
import org.oinfo.study.network.LayerShape;
import org.oinfo.study.network.LayerValues;
import org.oinfo.study.network.Network;
import org.oinfo.study.result.LayerLandscape.Activation;

/** The answers of every neuron of a trained network to images, as files. */
public final class NetworkCapture {
    private NetworkCapture() {}

    /**
     * Writes hidden layers before and after their ReLU or GELU, sums that none follows as they are, the output layer before and after its
     * softmax, and the labels. Only one batch of images is in memory at a time.
     *
     * @param folder is made if it is not there; an older capture in it stays until this one is complete
     * @param monitor is told the number of images, and may stop the capture
     * @throws IOException a file cannot be written; nothing of the capture remains
     * @throws CancellationException the monitor wants to stop; nothing of the capture remains
     */
    public static Capture write(Network network, Images images, Path folder, Monitor monitor) throws IOException {
        Watch watch = new Watch(monitor, 0, images.count());
        try (CaptureWriter writer = CaptureWriter.open(folder, images.count())) {
            List<LayerShape> layers = network.architecture().layers();
            int[][] files = new int[layers.size()][];
            for (int l = 0; l < layers.size(); l++) {
                List<Activation> values = values(layers.get(l));
                files[l] = new int[values.size()];
                for (int v = 0; v < files[l].length; v++) {
                    files[l][v] = writer.add(
                            layers.get(l).name(),
                            values.get(v),
                            layers.get(l).units(),
                            description(layers.get(l), values.get(v)));
                }
            }
            LayerValues.of(network, images, (layer, count, low, high) -> {
                if (!watch.goOn()) {
                    throw new CancellationException();
                }
                boolean output = layer == layers.size() - 1;
                write(writer, files[layer][0], low);
                if (files[layer].length > 1) {
                    write(
                            writer,
                            files[layer][1],
                            output ? softmax(low, layers.get(layer).units()) : high);
                }
                if (output) {
                    watch.advanced(0, count);
                }
            });
            return writer.commit(images.labels());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** The values that are taken of a layer. */
    public static List<Activation> values(LayerShape layer) {
        if (layer.role() == LayerShape.Role.OUTPUT) {
            return List.of(Activation.LOGITS, Activation.SOFTMAX);
        }
        return layer.activated() ? List.of(Activation.PRE, Activation.POST) : List.of(Activation.SUM);
    }

    private static String description(LayerShape layer, Activation value) {
        String function = layer.form() == LayerShape.Form.TOKENS ? "GELU" : "ReLU";
        String which = switch (value) {
            case LOGITS -> ", before the softmax";
            case SOFTMAX -> ", after the softmax";
            case PRE -> ", before the " + function;
            case POST -> ", after the " + function;
            case SUM, PIXELS -> "";
        };
        return layer.units() + " " + units(layer) + which;
    }

    private static String units(LayerShape layer) {
        boolean sum = layer.role() == LayerShape.Role.SUM;
        return switch (layer.form()) {
            case DENSE ->
                layer.role() == LayerShape.Role.OUTPUT ? "classes" : sum ? "sums of a residual block" : "neurons";
            case HALVING_CONVOLUTION -> "channels of a convolution, each its mean over all positions";
            case CONVOLUTION ->
                (sum ? "sums of a residual block's channels" : "channels of a convolution")
                        + ", each its mean over all positions";
            case PATCHES -> "features of the patches, each its mean over all tokens";
            case ATTENTION -> "features of the stream behind attention, each its mean over all tokens";
            case TOKENS ->
                (sum ? "features of the stream behind a block" : "hidden neurons of a block")
                        + ", each its mean over all tokens";
            case MEAN_TOKEN -> "classes";
        };
    }

    private static void write(CaptureWriter writer, int layer, float[] values) {
        try {
            writer.write(layer, values, values.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** exp(x_c) / sum of exp(x_d) over the classes d of each image. */
    private static float[] softmax(float[] logits, int classes) {
        float[] shares = new float[logits.length];
        double[] powers = new double[classes];
        for (int from = 0; from < logits.length; from += classes) {
            double largest = Double.NEGATIVE_INFINITY;
            for (int c = 0; c < classes; c++) {
                largest = Math.max(largest, logits[from + c]);
            }
            double sum = 0;
            for (int c = 0; c < classes; c++) {
                powers[c] = StrictMath.exp(logits[from + c] - largest);
                sum += powers[c];
            }
            for (int c = 0; c < classes; c++) {
                shares[from + c] = (float) (powers[c] / sum);
            }
        }
        return shares;
    }
}
