package org.oinfo.study.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.oinfo.study.images.Images;

/**
 * First and second moments of what enters a layer, x, and of what the same layer of another network makes of it before its ReLU,
 * z: all that least squares needs to know. A row is an image; in a convolution a position of an image, x its 3 x 3 patch of every
 * channel, the border's zeros among them.
 *
 * <p>Sums are in double precision, batch after batch on one thread: the same bits for any number of threads.
 */
public final class LayerMoments {
    /** Images at a time. */
    private static final int BATCH = 1000;
    /** A variance below this share of the mean square is rounding: the input never changes. */
    private static final double CONSTANT = 1e-12;

    private final LayerShape shape;
    private final int outputs;
    private final double[] sums;
    private final double[] outputSums;
    private final double[] products;
    private final double[] crossProducts;
    private long rows;

    private LayerMoments(LayerShape shape, int outputs) {
        this.shape = shape;
        this.outputs = outputs;
        this.sums = new double[shape.fanIn()];
        this.outputSums = new double[outputs];
        this.products = new double[shape.fanIn() * shape.fanIn()];
        this.crossProducts = new double[shape.fanIn() * outputs];
    }

    /** Hands rows on, part by part. */
    @FunctionalInterface
    public interface Rows {
        /** Calls {@code part} with all of them. */
        void each(Part part) throws IOException;
    }

    /** Takes some of the rows. */
    @FunctionalInterface
    public interface Part {
        /**
         * Adds rows.
         *
         * @param x [rows][fan-in]
         * @param z [rows][outputs]
         */
        void add(float[] x, float[] z);
    }

    /**
     * Moments of rows.
     *
     * @param shape of the layer that x enters
     * @param outputs numbers in a row of z
     */
    public static LayerMoments of(LayerShape shape, int outputs, Rows rows) throws IOException {
        LayerMoments moments = new LayerMoments(shape, outputs);
        try (NDManager manager = Torch.newManager()) {
            rows.each((x, z) -> {
                try (NDManager part = manager.newSubManager()) {
                    moments.add(doubles(part, x, shape.fanIn()), doubles(part, z, outputs));
                }
            });
        }
        return moments;
    }

    private static NDArray doubles(NDManager manager, float[] values, int columns) {
        return manager.create(values, new Shape(values.length / columns, columns)).toType(DataType.FLOAT64, false);
    }

    /** Moments of a layer's own inputs and of its own values before the ReLU. */
    public static LayerMoments of(Network network, int layer, Images images) {
        return of(List.of(network), network, layer, images).getFirst();
    }

    /**
     * Moments of what enters a layer of smaller networks, and of what the whole network has there before the ReLU.
     *
     * @param networks of one shape, with as many layers as the whole one
     * @param layer behind the first
     */
    static List<LayerMoments> of(List<Network> networks, Network whole, int layer, Images images) {
        try (NDManager manager = Torch.newManager();
                BatchedNetwork small = new BatchedNetwork(manager, networks, List.of());
                BatchedNetwork large = new BatchedNetwork(manager, List.of(whole), List.of())) {
            LayerShape shape = small.architecture().layers().get(layer);
            int outputs = whole.architecture().layers().get(layer).units();
            List<LayerMoments> moments = new ArrayList<>();
            networks.forEach(network -> moments.add(new LayerMoments(shape, outputs)));
            LayerValues.pixels(manager, images, BATCH, (first, count, pixels) -> {
                NDArray[] seen = new NDArray[2];
                small.forward(pixels, (l, before, after) -> {
                    if (l == layer - 1) {
                        seen[0] = after;
                    }
                });
                large.forward(pixels, (l, before, after) -> {
                    if (l == layer) {
                        seen[1] = before;
                    }
                });
                NDArray z = outputRows(seen[1], shape.convolution());
                for (int c = 0; c < moments.size(); c++) {
                    moments.get(c).add(inputRows(seen[0], shape, c, moments.size()), z);
                }
            });
            return moments;
        }
    }

    /** [rows][outputs] in double precision. */
    private static NDArray outputRows(NDArray z, boolean convolution) {
        NDArray doubles = z.toType(DataType.FLOAT64, false);
        if (!convolution) {
            return doubles.get(0);
        }
        long channels = z.getShape().get(1);
        return doubles.transpose(0, 2, 3, 1).reshape(-1, channels);
    }

    /** [rows][inputs] of one of several networks, in double precision. */
    private static NDArray inputRows(NDArray values, LayerShape shape, int copy, int copies) {
        if (values.getShape().dimension() < 4) {
            return values.get(copy).toType(DataType.FLOAT64, false);
        }
        Shape all = values.getShape();
        NDArray channels = values.reshape(new Shape(all.get(0), copies, all.get(1) / copies, all.get(2), all.get(3)))
                .get(":, " + copy);
        return (shape.convolution() ? patches(channels) : channels.reshape(-1, shape.fanIn()))
                .toType(DataType.FLOAT64, false);
    }

    /** The 3 x 3 patches at every second position [images*positions][channels*9] of channels [images][channels][y][x]. */
    private static NDArray patches(NDArray channels) {
        int images = (int) channels.getShape().get(0);
        int count = (int) channels.getShape().get(1);
        int height = (int) channels.getShape().get(2);
        int width = (int) channels.getShape().get(3);
        float[] values = channels.toFloatArray();
        int rows = Architecture.halved(height);
        int columns = Architecture.halved(width);
        float[] patches = new float[images * rows * columns * count * 9];
        int at = 0;
        for (int i = 0; i < images; i++) {
            for (int position = 0; position < rows * columns; position++) {
                for (int tap = 0; tap < count * 9; tap++) {
                    int y = 2 * (position / columns) + tap % 9 / 3 - 1;
                    int x = 2 * (position % columns) + tap % 3 - 1;
                    boolean inside = y >= 0 && y < height && x >= 0 && x < width;
                    patches[at++] = inside ? values[((i * count + tap / 9) * height + y) * width + x] : 0;
                }
            }
        }
        return channels.getManager().create(patches, new Shape((long) images * rows * columns, count * 9L));
    }

    private void add(NDArray x, NDArray z) {
        NDArray turned = x.transpose();
        add(sums, x.sum(new int[] {0}));
        add(outputSums, z.sum(new int[] {0}));
        add(products, turned.matMul(x));
        add(crossProducts, turned.matMul(z));
        rows += x.getShape().get(0);
    }

    private static void add(double[] to, NDArray more) {
        double[] values = more.toDoubleArray();
        for (int i = 0; i < to.length; i++) {
            to[i] += values[i];
        }
    }

    /** Shape of the layer that x enters. */
    public LayerShape shape() {
        return shape;
    }

    /** Numbers in z. */
    public int outputs() {
        return outputs;
    }

    /** Mean of an input. */
    public double mean(int input) {
        return sums[input] / rows;
    }

    double outputMean(int output) {
        return outputSums[output] / rows;
    }

    /** Covariance of two inputs, divisor the rows; 0 where one of them never changes. */
    public double covariance(int first, int second) {
        return constant(first) || constant(second)
                ? 0
                : products[first * shape.fanIn() + second] / rows - mean(first) * mean(second);
    }

    /** Covariance of an input and an output; 0 where the input never changes. */
    public double crossCovariance(int input, int output) {
        return constant(input) ? 0 : crossProducts[input * outputs + output] / rows - mean(input) * outputMean(output);
    }

    /** Whether an input has the same value in all rows, up to rounding. */
    public boolean constant(int input) {
        double square = products[input * shape.fanIn() + input] / rows;
        return square - mean(input) * mean(input) <= CONSTANT * square;
    }
}
