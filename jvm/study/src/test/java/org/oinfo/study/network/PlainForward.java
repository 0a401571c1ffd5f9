package org.oinfo.study.network;

import java.util.ArrayList;
import java.util.List;
import org.oinfo.study.images.Images;

/** The answers of a network, from the definition, in doubles: loops over units, inputs and positions. */
final class PlainForward {
    private final Network network;
    /** Values of each layer after its ReLU: [units][positions]. */
    final List<double[][]> after = new ArrayList<>();
    /** Values of each layer before its ReLU. */
    final List<double[][]> before = new ArrayList<>();

    PlainForward(Network network, Images images, int image) {
        this.network = network;
        Architecture architecture = network.architecture();
        int height = architecture.height();
        int width = architecture.width();
        double[][] values = new double[1][images.size()];
        for (int p = 0; p < images.size(); p++) {
            values[0][p] = images.pixels()[image * images.size() + p];
        }
        for (int l = 0; l < architecture.layers().size(); l++) {
            boolean convolution = architecture.layers().get(l).convolution();
            double[][] z = convolution ? convolution(l, values, height, width) : dense(l, values);
            height = convolution ? (height + 1) / 2 : height;
            width = convolution ? (width + 1) / 2 : width;
            before.add(z);
            values = new double[z.length][];
            for (int u = 0; u < z.length; u++) {
                values[u] = z[u].clone();
                for (int p = 0; p < z[u].length && l < architecture.layers().size() - 1; p++) {
                    values[u][p] = Math.max(0, z[u][p]);
                }
            }
            after.add(values);
        }
    }

    /** The output. */
    double[] logits() {
        return java.util.Arrays.stream(before.getLast()).mapToDouble(z -> z[0]).toArray();
    }

    private double[][] dense(int l, double[][] in) {
        float[] weights = network.weights().get(l);
        double[][] out = new double[network.architecture().layers().get(l).units()][1];
        int at = 0;
        for (int u = 0; u < out.length; u++) {
            out[u][0] = network.biases().get(l)[u];
            for (double[] input : in) {
                for (double value : input) {
                    out[u][0] += weights[at++] * value;
                }
            }
        }
        return out;
    }

    private double[][] convolution(int l, double[][] in, int height, int width) {
        float[] weights = network.weights().get(l);
        int rows = (height + 1) / 2;
        int columns = (width + 1) / 2;
        double[][] out = new double[network.architecture().layers().get(l).units()][rows * columns];
        for (int u = 0; u < out.length; u++) {
            for (int p = 0; p < rows * columns; p++) {
                double sum = network.biases().get(l)[u];
                for (int i = 0; i < in.length; i++) {
                    for (int k = 0; k < 9; k++) {
                        int y = p / columns * 2 + k / 3 - 1;
                        int x = p % columns * 2 + k % 3 - 1;
                        if (y >= 0 && y < height && x >= 0 && x < width) {
                            sum += weights[(u * in.length + i) * 9 + k] * in[i][y * width + x];
                        }
                    }
                }
                out[u][p] = sum;
            }
        }
        return out;
    }
}
