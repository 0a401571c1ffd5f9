package org.oinfo.study.cut;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A layer, and what must become narrower with it.
 *
 * @param layer that loses units
 * @param next layer that its units enter, or null where they cannot become fewer
 * @param span inputs of the next layer that a unit is: the positions of a channel that was flattened; else 1
 * @param edits constants in between
 * @param reason why its units cannot become fewer, or empty
 */
record Chain(LinearLayer layer, @Nullable LinearLayer next, int span, List<Edit> edits, String reason) {
    /**
     * A constant that names the units.
     *
     * @param node operator that takes it
     * @param slot which of its inputs it is
     * @param axis on which the units are, or -1 where it holds their number
     * @param place of that number
     * @param span places that a unit takes
     */
    record Edit(int node, int slot, int axis, int place, int span) {}

    static Chain none(LinearLayer layer, String reason) {
        return new Chain(layer, null, 1, List.of(), reason);
    }

    /** The next layer, of a chain that can be cut. */
    LinearLayer into() {
        if (next == null) {
            throw new IllegalStateException("a layer that is cut must have a next one: " + layer.name());
        }
        return next;
    }

    /** Places of units of which each takes several in a row. */
    static int[] places(int[] units, int span) {
        return Arrays.stream(units)
                .flatMap(unit -> IntStream.range(unit * span, (unit + 1) * span))
                .toArray();
    }

    /** Leaves only some units in the layer, and only their weights in the next. */
    void cut(EditedModel model, int... units) throws IOException {
        select(model, layer.node(), LinearLayer.WEIGHT, layer.kind().outAxis(), units);
        Weights bias = layer.bias() < 0 ? null : model.constant(layer.bias(), layer.biasSlot());
        if (bias != null) {
            select(model, layer.bias(), layer.biasSlot(), bias.rank() - 1, units);
        }
        select(model, into().node(), LinearLayer.WEIGHT, into().kind().inAxis(), places(units, span));
        for (Edit edit : edits) {
            if (edit.axis() >= 0) {
                select(model, edit.node(), edit.slot(), edit.axis(), places(units, edit.span()));
                continue;
            }
            Weights shape = constant(model, edit.node(), edit.slot());
            double[] values = shape.values().clone();
            values[edit.place()] = (double) units.length * edit.span();
            model.exchange(edit.node(), edit.slot(), shape.with(values, shape.dims()));
        }
    }

    private static void select(EditedModel model, int node, int slot, int axis, int... places) throws IOException {
        model.exchange(node, slot, constant(model, node, slot).select(axis, places));
    }

    static Weights constant(EditedModel model, int node, int slot) throws IOException {
        Weights weights = model.constant(node, slot);
        if (weights == null) {
            throw new IllegalStateException("a constant that was found must be there: node=" + node + ", slot=" + slot);
        }
        return weights;
    }
}
