package org.oinfo.study.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.oinfo.study.images.Images;

/** What a network computes, from the definition: loops over units, inputs and positions, in doubles. */
public final class PlainNetwork {
    private final Network network;

    /** Loops over this network. */
    public PlainNetwork(Network network) {
        this.network = network;
    }

    /**
     * Values after the ReLU of each hidden layer, then the logits, for one image.
     *
     * @param layer whose unit answers 0, or -1
     * @return [layers][units*positions]
     */
    public List<double[]> layers(float[] pixels, int layer, int silenced) {
        List<double[]> all = new ArrayList<>();
        double[] values = new double[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            values[i] = pixels[i];
        }
        Architecture architecture = network.architecture();
        int rows = architecture.height();
        int columns = architecture.width();
        for (int l = 0; l < architecture.layers().size(); l++) {
            LayerShape shape = architecture.layers().get(l);
            int positions = 1;
            if (shape.convolution()) {
                values = convolved(values, l, rows, columns);
                rows = (rows + 1) / 2;
                columns = (columns + 1) / 2;
                positions = rows * columns;
            } else {
                values = multiplied(values, l);
            }
            for (int i = 0; i < values.length && l < architecture.layers().size() - 1; i++) {
                values[i] = l == layer && i / positions == silenced ? 0 : Math.max(0, values[i]);
            }
            all.add(values);
        }
        return all;
    }

    private double[] multiplied(double[] x, int l) {
        double[] out = new double[network.architecture().layers().get(l).units()];
        for (int u = 0; u < out.length; u++) {
            out[u] = network.biases().get(l)[u];
            for (int i = 0; i < x.length; i++) {
                out[u] += network.weights().get(l)[u * x.length + i] * x[i];
            }
        }
        return out;
    }

    private double[] convolved(double[] x, int l, int rows, int columns) {
        LayerShape shape = network.architecture().layers().get(l);
        int outRows = (rows + 1) / 2;
        int outColumns = (columns + 1) / 2;
        double[] out = new double[shape.units() * outRows * outColumns];
        for (int at = 0; at < out.length; at++) {
            int unit = at / (outRows * outColumns);
            int row = at / outColumns % outRows;
            int column = at % outColumns;
            out[at] = network.biases().get(l)[unit];
            for (int w = 0; w < shape.inputs() * 9; w++) {
                int y = 2 * row - 1 + w % 9 / 3;
                int xx = 2 * column - 1 + w % 3;
                if (y >= 0 && y < rows && xx >= 0 && xx < columns) {
                    out[at] += network.weights().get(l)[unit * shape.inputs() * 9 + w]
                            * x[(w / 9 * rows + y) * columns + xx];
                }
            }
        }
        return out;
    }

    /** Mean cross-entropy of images, nats, with a unit silenced; none for layer -1. */
    public double loss(Images images, int layer, int silenced) {
        double sum = 0;
        for (int i = 0; i < images.count(); i++) {
            double[] logits = layers(image(images, i), layer, silenced).getLast();
            double normaliser = 0;
            for (double logit : logits) {
                normaliser += Math.exp(logit);
            }
            sum += Math.log(normaliser) - logits[images.labels()[i]];
        }
        return sum / images.count();
    }

    private static float[] image(Images images, int i) {
        return Arrays.copyOfRange(images.pixels(), i * images.size(), (i + 1) * images.size());
    }
}
