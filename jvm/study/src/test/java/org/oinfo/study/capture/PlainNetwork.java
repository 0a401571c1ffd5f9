package org.oinfo.study.capture;

import org.oinfo.study.network.LayerShape;
import org.oinfo.study.network.Network;

/** A network's values for one image, in plain loops of doubles. */
final class PlainNetwork {
    private final Network network;

    PlainNetwork(Network network) {
        this.network = network;
    }

    /** [layers][units] before the ReLU (channels: their mean over positions), then the same after it. */
    double[][][] values(float[] pixels) {
        int count = network.architecture().layers().size();
        double[][][] values = new double[2][count][];
        int height = network.architecture().image().height();
        int width = network.architecture().image().width();
        double[] x = new double[pixels.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = pixels[i];
        }
        for (int l = 0; l < count; l++) {
            LayerShape layer = network.architecture().layers().get(l);
            int below = height;
            int across = width;
            if (layer.convolution()) {
                height = (height + 1) / 2;
                width = (width + 1) / 2;
            }
            double[] before = layer.convolution() ? convolution(l, x, below, across, height, width) : dense(l, x);
            double[] after = before.clone();
            for (int i = 0; i < after.length && l < count - 1; i++) {
                after[i] = Math.max(0, after[i]);
            }
            values[0][l] = means(before, layer.units());
            values[1][l] = means(after, layer.units());
            x = after;
        }
        return values;
    }

    private static double[] means(double[] values, int units) {
        int positions = values.length / units;
        double[] means = new double[units];
        for (int i = 0; i < values.length; i++) {
            means[i / positions] += values[i] / positions;
        }
        return means;
    }

    private double[] dense(int l, double[] x) {
        LayerShape layer = network.architecture().layers().get(l);
        double[] y = new double[layer.units()];
        for (int u = 0; u < y.length; u++) {
            y[u] = network.biases().get(l)[u];
            for (int i = 0; i < x.length; i++) {
                y[u] += network.weights().get(l)[u * x.length + i] * x[i];
            }
        }
        return y;
    }

    /** 3 x 3, stride 2, a border of one zero. */
    private double[] convolution(int l, double[] x, int height, int width, int rows, int columns) {
        LayerShape layer = network.architecture().layers().get(l);
        double[] y = new double[layer.units() * rows * columns];
        for (int at = 0; at < y.length; at++) {
            int unit = at / (rows * columns);
            int row = at / columns % rows;
            int column = at % columns;
            y[at] = network.biases().get(l)[unit];
            for (int tap = 0; tap < layer.inputs() * 9; tap++) {
                int r = 2 * row + tap % 9 / 3 - 1;
                int c = 2 * column + tap % 3 - 1;
                if (r >= 0 && r < height && c >= 0 && c < width) {
                    y[at] += network.weights().get(l)[unit * layer.inputs() * 9 + tap]
                            * x[(tap / 9 * height + r) * width + c];
                }
            }
        }
        return y;
    }
}
