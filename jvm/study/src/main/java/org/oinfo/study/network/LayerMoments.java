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
 * channel, the border's zeros among them; of tokens a token. Where a residual block is summed, z is what the weights must make of x: the
 * whole network's sum less what the smaller network carries past.
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
        return manager.create(values, new Shape(values.length / columns, columns))
                .toType(DataType.FLOAT64, false);
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
            int batch = small.architecture().images(small.copies(), BATCH);
            LayerValues.pixels(manager, images, batch, (first, count, pixels) -> {
                LayerAnswer entering = answer(small, pixels, layer - 1);
                NDArray z = answer(large, pixels, layer).before().get(0);
                NDArray past = entering.carried();
                int[] sides = small.architecture().sides(layer - 1);
                for (int c = 0; c < moments.size(); c++) {
                    NDArray x = inputRows(entering.after().get(c), shape, sides);
                    moments.get(c).add(x, outputRows(past == null ? z : z.sub(past.get(c))));
                }
            });
            return moments;
        }
    }

    private static LayerAnswer answer(BatchedNetwork network, NDArray pixels, int layer) {
        LayerAnswer[] seen = new LayerAnswer[1];
        network.forward(pixels, (l, answer) -> {
            if (l == layer) {
                seen[0] = answer;
            }
        });
        return seen[0];
    }

    /** Of [images][outputs][positions] the rows [images*positions][outputs] in double precision. */
    private static NDArray outputRows(NDArray z) {
        return positionRows(z).toType(DataType.FLOAT64, false);
    }

    private static NDArray positionRows(NDArray values) {
        return values.transpose(0, 2, 1).reshape(-1, values.getShape().get(1));
    }

    /** Of what one network answers [images][units][positions] the rows [rows][inputs] of the next layer, in double precision. */
    private static NDArray inputRows(NDArray values, LayerShape shape, int[] sides) {
        NDArray rows = switch (shape.form()) {
            case DENSE -> values.reshape(-1, shape.fanIn());
            case HALVING_CONVOLUTION, CONVOLUTION -> patches(values, sides, shape);
            case TOKENS -> positionRows(values);
            case PATCHES, ATTENTION, MEAN_TOKEN ->
                throw new IllegalStateException("a layer behind one that can be cut must be weighted only: " + shape);
        };
        return rows.toType(DataType.FLOAT64, false);
    }

    /** The 3 x 3 patches of a convolution's positions [images*positions][channels*9], of channels [images][channels][y*x]. */
    private static NDArray patches(NDArray channels, int[] sides, LayerShape shape) {
        int images = (int) channels.getShape().get(0);
        int count = (int) channels.getShape().get(1);
        int height = sides[0];
        int width = sides[1];
        float[] values = channels.toFloatArray();
        int stride = shape.form() == LayerShape.Form.HALVING_CONVOLUTION ? 2 : 1;
        int rows = Math.ceilDiv(height, stride);
        int columns = Math.ceilDiv(width, stride);
        float[] patches = new float[images * rows * columns * count * 9];
        int at = 0;
        for (int i = 0; i < images; i++) {
            for (int position = 0; position < rows * columns; position++) {
                for (int tap = 0; tap < count * 9; tap++) {
                    int y = stride * (position / columns) + tap % 9 / 3 - 1;
                    int x = stride * (position % columns) + tap % 3 - 1;
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
