package org.oinfo.study.cut;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.oinfo.data.BadInputException;
import org.oinfo.parallel.Watch;
import org.oinfo.study.capture.Examples;
import org.oinfo.study.capture.OnnxModel;
import org.oinfo.study.network.LayerMoments;

/**
 * What examples tell of the layer that a cut one enters.
 *
 * @param moments of what enters it and of what it makes
 * @param means of the places of each unit that enters, [examples][units]
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
record LayerData(LayerMoments moments, double[] means) {
    /** Numbers that a batch may hold. */
    private static final long NUMBERS = 1 << 24;

    private static final int BATCH = 1000;
    /** Matrices of all pairs of inputs that are in memory at a time. */
    private static final int MATRICES = 4;

    /**
     * Takes the data.
     *
     * @param small makes what enters the layer
     * @param whole makes what the layer should make of it
     * @param units that enter
     */
    static LayerData of(OnnxModel small, OnnxModel whole, LayerRows rows, int units, Examples examples, Watch watch)
            throws IOException {
        LinearLayer layer = rows.layer();
        long inputs = (long) rows.shape(units).fanIn();
        long bytes = MATRICES * Double.BYTES * inputs * (inputs + layer.units());
        if (bytes > Runtime.getRuntime().maxMemory()) {
            throw new BadInputException("least squares must have room for all pairs of what enters a layer: "
                    + layer.name()
                    + " takes " + inputs + " inputs, " + bytes / (1 << 20) + " MB for them; found "
                    + Runtime.getRuntime().maxMemory() / (1 << 20) + "; cut other layers with --cut, or give Java more"
                    + " with JAVA_TOOL_OPTIONS=-Xmx..");
        }
        double[] means = new double[Math.multiplyExact(examples.count(), units)];
        LayerMoments moments = LayerMoments.of(rows.shape(units), layer.units(), part -> {
            int fixed = whole.batch();
            int batch = fixed > 0 ? fixed : Math.clamp(NUMBERS / rows.numbers(), 1, BATCH);
            for (int from = 0; from < examples.count(); from += batch) {
                if (!watch.goOn()) {
                    throw new CancellationException();
                }
                int count = Math.min(batch, examples.count() - from);
                int shown = fixed > 0 ? fixed : count;
                float[] x = values(small, layer.input(), from, shown, count);
                float[] z = values(whole, layer.output(), from, shown, count);
                part.add(rows.inputs(x, count), rows.outputs(z, count));
                double[] some = rows.means(x, count, units);
                System.arraycopy(some, 0, means, from * units, some.length);
            }
        });
        return new LayerData(moments, means);
    }

    /** Values of a tensor for some examples [count][..], of those that were shown. */
    static float[] values(OnnxModel model, String tensor, int from, int shown, int count) throws IOException {
        float[][] taken = new float[1][];
        model.run(from, shown, Set.of(tensor), values -> {
            var floats = values.floats(tensor);
            taken[0] = new float[floats.remaining() / shown * count];
            floats.get(taken[0]);
        });
        for (float value : taken[0]) {
            if (!Float.isFinite(value)) {
                throw new BadInputException("a layer must have finite values to be cut by: " + tensor + " has " + value
                        + " among examples " + from + " to " + (from + count - 1) + " (from 0); leave those out");
            }
        }
        return taken[0];
    }
}
