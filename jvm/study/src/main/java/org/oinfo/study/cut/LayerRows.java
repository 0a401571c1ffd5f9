package org.oinfo.study.cut;

import java.io.IOException;
import java.util.Arrays;
import org.oinfo.study.network.LayerShape;

/**
 * What enters a layer, x, and what it makes of it, z, as rows: one for each example, or for each position of an example. In a convolution x is the patch
 * under its taps, [channels][taps], zeros beyond the border.
 *
 * @param layer the layer
 * @param positions rows of an example
 * @param inside numbers of a channel in x; 1 where it is no convolution
 * @param taps [positions * taps], the place of each in a channel, or -1 beyond its border; empty where it is no convolution
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
record LayerRows(LinearLayer layer, int positions, int inside, int[] taps) {
    /**
     * The rows of a layer.
     *
     * @param in shape of what enters it
     * @param out shape of what it makes
     */
    static LayerRows of(EditedModel model, LinearLayer layer, long[] in, long[] out) throws IOException {
        boolean convolution = layer.kind() == LinearLayer.Kind.CONV;
        int from = convolution ? 2 : 1;
        int to = convolution ? out.length : out.length - 1;
        int positions = Math.toIntExact(Weights.size(Arrays.copyOfRange(out, from, to)));
        if (!convolution) {
            return new LayerRows(layer, positions, 1, new int[0]);
        }
        int inside = Math.toIntExact(Weights.size(Arrays.copyOfRange(in, 2, in.length)));
        return new LayerRows(layer, positions, inside, taps(model, layer, in, out, positions));
    }

    private static int[] taps(EditedModel model, LinearLayer layer, long[] in, long[] out, int positions)
            throws IOException {
        int axes = in.length - 2;
        long[] kernel = Chain.constant(model, layer.node(), LinearLayer.WEIGHT).dims();
        long[] strides = ones(model.numbers(layer.node(), "strides"), axes);
        long[] dilations = ones(model.numbers(layer.node(), "dilations"), axes);
        long[] pads = model.numbers(layer.node(), "pads");
        String auto = model.text(layer.node(), "auto_pad");
        int[] taps = new int[positions * layer.taps()];
        for (int i = 0; i < taps.length; i++) {
            int position = i / layer.taps();
            int tap = i % layer.taps();
            long place = 0;
            long step = 1;
            for (int a = axes - 1; a >= 0; a--) {
                int length = (int) in[a + 2];
                int results = (int) out[a + 2];
                int width = (int) kernel[a + 2];
                long padded = Math.max(0, (results - 1) * strides[a] + (width - 1) * dilations[a] + 1 - length);
                long before = switch (auto) {
                    case "SAME_UPPER" -> padded / 2;
                    case "SAME_LOWER" -> padded - padded / 2;
                    case "VALID" -> 0;
                    default -> pads.length == 0 ? 0 : pads[a];
                };
                long at = position % results * strides[a] + tap % width * dilations[a] - before;
                position /= results;
                tap /= width;
                place = place < 0 || at < 0 || at >= length ? -1 : place + at * step;
                step *= length;
            }
            taps[i] = (int) place;
        }
        return taps;
    }

    private static long[] ones(long[] given, int axes) {
        long[] all = given.length == 0 ? new long[axes] : given;
        if (given.length == 0) {
            Arrays.fill(all, 1);
        }
        return all;
    }

    /** The same of a layer that fewer inputs enter. */
    LayerRows entering(int inputs) {
        return new LayerRows(layer.entering(inputs), positions, inside, taps);
    }

    /** The shape of the weights where so many units enter. */
    LayerShape shape(int units) {
        boolean convolution = layer.kind() == LinearLayer.Kind.CONV;
        int span = convolution ? layer.taps() : layer.inputs() / units;
        return new LayerShape(
                layer.name(),
                convolution ? LayerShape.Form.HALVING_CONVOLUTION : LayerShape.Form.DENSE,
                LayerShape.Role.HIDDEN,
                layer.units(),
                units,
                span,
                0);
    }

    /** Numbers that x and z of an example are, at most. */
    long numbers() {
        return (long) positions * ((long) layer.inputs() * layer.taps() + layer.units());
    }

    /**
     * x [examples*positions][fan-in].
     *
     * @param values the tensor that enters, [examples][..]
     */
    float[] inputs(float[] values, int examples) {
        if (taps.length == 0) {
            return values;
        }
        int channels = values.length / examples / inside;
        float[] patches = new float[Math.multiplyExact(examples * positions, channels * layer.taps())];
        int at = 0;
        for (int e = 0; e < examples; e++) {
            for (int p = 0; p < positions; p++) {
                for (int c = 0; c < channels; c++) {
                    int channel = (e * channels + c) * inside;
                    for (int t = 0; t < layer.taps(); t++) {
                        int place = taps[p * layer.taps() + t];
                        patches[at++] = place < 0 ? 0 : values[channel + place];
                    }
                }
            }
        }
        return patches;
    }

    /**
     * z [examples*positions][units].
     *
     * @param values the tensor that the layer makes, [examples][..]
     */
    float[] outputs(float[] values, int examples) {
        if (taps.length == 0) {
            return values;
        }
        float[] rows = new float[values.length];
        int units = layer.units();
        for (int i = 0; i < values.length; i++) {
            int row = i / positions / units * positions + i % positions;
            rows[row * units + i / positions % units] = values[i];
        }
        return rows;
    }

    /** The mean of each unit that enters over its places, [examples][units]. */
    double[] means(float[] values, int examples, int units) {
        double[] means = new double[examples * units];
        int each = values.length / examples;
        // Features of tokens are innermost; positions of channels, flattened or not, lie behind one another.
        boolean features = taps.length == 0 && positions > 1;
        int places = each / units;
        for (int i = 0; i < values.length; i++) {
            int within = i % each;
            means[i / each * units + (features ? within % units : within / places)] += (double) values[i] / places;
        }
        return means;
    }
}
