package org.oinfo.study.capture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.oinfo.parallel.Monitor;
import org.oinfo.parallel.Watch;
import org.oinfo.study.images.Images;
import org.oinfo.study.network.Architecture;
import org.oinfo.study.network.LayerShape;
import org.oinfo.study.network.LayerValues;
import org.oinfo.study.network.Network;
import org.oinfo.study.result.LayerLandscape.Activation;

/** The answers of every neuron of a trained network to images, as files. */
public final class NetworkCapture {
    private NetworkCapture() {}

    /**
     * Writes hidden layers before and after their ReLU, the output layer before and after its softmax, and the labels. Only one
     * batch of images is in memory at a time.
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
            int[] before = new int[layers.size()];
            int[] after = new int[layers.size()];
            for (int l = 0; l < layers.size(); l++) {
                LayerShape layer = layers.get(l);
                boolean output = l == layers.size() - 1;
                String what = description(network.architecture(), l);
                before[l] = writer.add(
                        layer.name(),
                        output ? Activation.LOGITS : Activation.PRE,
                        layer.units(),
                        what + (output ? ", before the softmax" : ", before the ReLU"));
                after[l] = writer.add(
                        layer.name(),
                        output ? Activation.SOFTMAX : Activation.POST,
                        layer.units(),
                        what + (output ? ", after the softmax" : ", after the ReLU"));
            }
            LayerValues.of(network, images, (layer, count, low, high) -> {
                if (!watch.goOn()) {
                    throw new CancellationException();
                }
                boolean output = layer == layers.size() - 1;
                int units = layers.get(layer).units();
                write(writer, before[layer], low);
                write(writer, after[layer], output ? softmax(low, units) : high);
                if (output) {
                    watch.advanced(0, count);
                }
            });
            return writer.commit(images.labels());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static String description(Architecture architecture, int layer) {
        LayerShape shape = architecture.layers().get(layer);
        String kind = layer == architecture.layers().size() - 1
                ? "classes"
                : shape.convolution() ? "channels of a convolution, each its mean over all positions" : "neurons";
        return shape.units() + " " + kind;
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
