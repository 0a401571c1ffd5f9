package org.oinfo.study.network;

import ai.djl.ndarray.NDArray;
import org.jspecify.annotations.Nullable;

/**
 * Values on their way from layer to layer.
 *
 * @param values as their layout says
 * @param carried what entered a residual block, on its way past it, in the same layout; null outside of blocks
 */
record Flow(NDArray values, Layout layout, @Nullable NDArray carried) {
    /** How the values of a layer of all networks are laid out while they are computed. */
    enum Layout {
        /** [images][pixels], the same for all networks. */
        PIXELS,
        /** [copies][images][units]. */
        NEURONS,
        /** [images][copies*channels][y][x]. */
        CHANNELS,
        /** [copies][images][tokens][features]. */
        TOKENS;

        static Layout of(LayerShape layer) {
            if (layer.convolution()) {
                return CHANNELS;
            }
            return layer.form().tokens() ? TOKENS : NEURONS;
        }

        /** The values as [copies][images][units][positions]. */
        NDArray byUnit(NDArray values, int copies) {
            long first = values.getShape().get(0);
            return switch (this) {
                case PIXELS -> throw new IllegalStateException("pixels must not be asked for by units");
                case NEURONS -> values.expandDims(3);
                case CHANNELS ->
                    values.reshape(first, copies, values.getShape().get(1) / copies, -1)
                            .transpose(1, 0, 2, 3);
                case TOKENS -> values.transpose(0, 1, 3, 2);
            };
        }

        /** Values by unit as they are computed with; positions are rows and columns of a map. */
        NDArray computed(NDArray byUnit, int[] sides) {
            long copies = byUnit.getShape().get(0);
            long images = byUnit.getShape().get(1);
            long units = byUnit.getShape().get(2);
            return switch (this) {
                case PIXELS -> throw new IllegalStateException("pixels must not be given by units");
                case NEURONS -> byUnit.reshape(copies, images, units);
                case CHANNELS -> byUnit.transpose(1, 0, 2, 3).reshape(images, copies * units, sides[0], sides[1]);
                case TOKENS -> byUnit.transpose(0, 1, 3, 2);
            };
        }
    }
}
