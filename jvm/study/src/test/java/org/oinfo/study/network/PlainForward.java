package org.oinfo.study.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.oinfo.study.images.Images;
import org.oinfo.study.network.LayerShape.Form;
import org.oinfo.study.network.LayerShape.Role;

/** The answers of a network, from the definition, in doubles: loops over units, inputs and positions. */
final class PlainForward {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /** Does something to the values of a layer on their way to the next; what is carried past a block is not touched. */
    @FunctionalInterface
    interface Change {
        /** Nothing. */
        Change NONE = (layer, values) -> {};

        void of(int layer, double[][] values);
    }

    private final Network network;
    /** Values of each layer after its ReLU: [units][positions]. */
    final List<double[][]> after = new ArrayList<>();
    /** Values of each layer before its ReLU. */
    final List<double[][]> before = new ArrayList<>();

    PlainForward(Network network, Images images, int image) {
        this(network, images, image, Change.NONE);
    }

    PlainForward(Network network, Images images, int image, Change change) {
        this.network = network;
        Architecture architecture = network.architecture();
        int height = architecture.image().height();
        int width = architecture.image().width();
        double[][] values = new double[images.shape().channels()][height * width];
        for (int p = 0; p < images.size(); p++) {
            values[p / (height * width)][p % (height * width)] = images.pixels()[image * images.size() + p];
        }
        double[][] carried = {};
        for (int l = 0; l < architecture.layers().size(); l++) {
            LayerShape layer = architecture.layers().get(l);
            double[][] in = values;
            double[][] z = switch (layer.form()) {
                case DENSE -> dense(l, in);
                case HALVING_CONVOLUTION -> convolution(l, in, height, width, 2);
                case CONVOLUTION -> convolution(l, in, height, width, 1);
                case PATCHES -> patches(l, in, height, width);
                case ATTENTION -> sum(attention(l, in), in);
                case TOKENS -> tokens(l, layer.role() == Role.INNER ? norm(l, in) : in);
                case MEAN_TOKEN -> dense(l, means(norm(l, in)));
            };
            if (layer.form() == Form.HALVING_CONVOLUTION) {
                height = (height + 1) / 2;
                width = (width + 1) / 2;
            }
            if (layer.role() == Role.SUM && (layer.form() != Form.PATCHES && layer.form() != Form.ATTENTION)) {
                z = sum(z, carried);
            }
            carried = in;
            before.add(z);
            values = activated(layer, z);
            after.add(values);
            change.of(l, values);
        }
    }

    /** The output. */
    double[] logits() {
        return Arrays.stream(before.getLast()).mapToDouble(z -> z[0]).toArray();
    }

    private static double[][] activated(LayerShape layer, double[][] z) {
        boolean relu = layer.role() != Role.OUTPUT
                && (layer.form() == Form.DENSE
                        || layer.form() == Form.HALVING_CONVOLUTION
                        || layer.form() == Form.CONVOLUTION);
        boolean gelu = layer.form() == Form.TOKENS && layer.role() == Role.INNER;
        double[][] values = new double[z.length][];
        for (int u = 0; u < z.length; u++) {
            values[u] = z[u].clone();
            for (int p = 0; p < z[u].length; p++) {
                if (relu) {
                    values[u][p] = Math.max(0, z[u][p]);
                } else if (gelu) {
                    values[u][p] = z[u][p] * NORMAL.cumulativeProbability(z[u][p]);
                }
            }
        }
        return values;
    }

    private static double[][] sum(double[][] a, double[][] b) {
        double[][] sums = new double[a.length][a[0].length];
        for (int u = 0; u < a.length; u++) {
            for (int p = 0; p < a[u].length; p++) {
                sums[u][p] = a[u][p] + b[u][p];
            }
        }
        return sums;
    }

    private static double[][] means(double[][] values) {
        double[][] means = new double[values.length][1];
        for (int u = 0; u < values.length; u++) {
            means[u][0] = Arrays.stream(values[u]).average().orElseThrow();
        }
        return means;
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

    private double[][] convolution(int l, double[][] in, int height, int width, int stride) {
        float[] weights = network.weights().get(l);
        int rows = (height + stride - 1) / stride;
        int columns = (width + stride - 1) / stride;
        double[][] out = new double[network.architecture().layers().get(l).units()][rows * columns];
        for (int u = 0; u < out.length; u++) {
            for (int p = 0; p < rows * columns; p++) {
                double sum = network.biases().get(l)[u];
                for (int i = 0; i < in.length; i++) {
                    for (int k = 0; k < 9; k++) {
                        int y = p / columns * stride + k / 3 - 1;
                        int x = p % columns * stride + k % 3 - 1;
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

    private double[][] patches(int l, double[][] in, int height, int width) {
        LayerShape layer = network.architecture().layers().get(l);
        int side = (int) Math.sqrt(layer.span());
        int columns = width / side;
        double[][] out = new double[layer.units()][height / side * columns];
        for (int u = 0; u < out.length; u++) {
            for (int t = 0; t < out[u].length; t++) {
                out[u][t] = (double) network.biases().get(l)[u]
                        + network.others().get(l).getFirst()[t * out.length + u];
                for (int p = 0; p < in.length * side * side; p++) {
                    int y = t / columns * side + p % (side * side) / side;
                    int x = t % columns * side + p % side;
                    out[u][t] += network.weights().get(l)[u * in.length * side * side + p]
                            * in[p / (side * side)][y * width + x];
                }
            }
        }
        return out;
    }

    /** Each token less its mean, over its standard deviation, scaled and shifted by the layer's first two others. */
    private double[][] norm(int l, double[][] in) {
        float[] factor = network.others().get(l).get(0);
        float[] shift = network.others().get(l).get(1);
        double[][] out = new double[in.length][in[0].length];
        for (int t = 0; t < in[0].length; t++) {
            double mean = 0;
            double square = 0;
            for (double[] feature : in) {
                mean += feature[t] / in.length;
            }
            for (double[] feature : in) {
                square += (feature[t] - mean) * (feature[t] - mean) / in.length;
            }
            for (int f = 0; f < in.length; f++) {
                out[f][t] = (in[f][t] - mean) / Math.sqrt(square + 1e-5) * factor[f] + shift[f];
            }
        }
        return out;
    }

    private double[][] tokens(int l, double[][] in) {
        return matrix(network.weights().get(l), network.biases().get(l), in);
    }

    /** Of each token: W x + b. */
    private static double[][] matrix(float[] weights, float[] biases, double[][] in) {
        double[][] out = new double[biases.length][in[0].length];
        for (int u = 0; u < out.length; u++) {
            for (int t = 0; t < in[0].length; t++) {
                out[u][t] = biases[u];
                for (int i = 0; i < in.length; i++) {
                    out[u][t] += weights[u * in.length + i] * in[i][t];
                }
            }
        }
        return out;
    }

    private double[][] attention(int l, double[][] in) {
        int heads = network.architecture().layers().get(l).heads();
        int features = in.length;
        int each = features / heads;
        int tokens = in[0].length;
        double[][] qkv =
                matrix(network.others().get(l).get(2), network.others().get(l).get(3), norm(l, in));
        double[][] mixed = new double[features][tokens];
        for (int h = 0; h < heads; h++) {
            for (int t = 0; t < tokens; t++) {
                double[] power = new double[tokens];
                double sum = 0;
                for (int s = 0; s < tokens; s++) {
                    double product = 0;
                    for (int e = h * each; e < (h + 1) * each; e++) {
                        product += qkv[e][t] * qkv[features + e][s];
                    }
                    power[s] = Math.exp(product / Math.sqrt(each));
                    sum += power[s];
                }
                for (int e = h * each; e < (h + 1) * each; e++) {
                    for (int s = 0; s < tokens; s++) {
                        mixed[e][t] += power[s] / sum * qkv[2 * features + e][s];
                    }
                }
            }
        }
        return tokens(l, mixed);
    }
}
