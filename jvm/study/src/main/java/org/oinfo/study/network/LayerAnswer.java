package org.oinfo.study.network;

import ai.djl.ndarray.NDArray;
import org.jspecify.annotations.Nullable;

/** What a layer of networks computed, each value by its unit: [copies][images][units][positions], one position of a neuron. */
final class LayerAnswer {
    private final Flow.Layout layout;
    private final int copies;
    private final NDArray before;
    private final NDArray after;
    private final @Nullable NDArray carried;

    LayerAnswer(Flow.Layout layout, int copies, NDArray before, NDArray after, @Nullable NDArray carried) {
        this.layout = layout;
        this.copies = copies;
        this.before = before;
        this.after = after;
        this.carried = carried;
    }

    /** Before the ReLU or GELU; of a block what was carried past it is added. */
    NDArray before() {
        return layout.byUnit(before, copies);
    }

    /** After it; the same as before where there is none. */
    NDArray after() {
        return layout.byUnit(after, copies);
    }

    /** What is carried past the next layer, in which it is added; null where the layer is not within a block. */
    @Nullable
    NDArray carried() {
        return carried == null ? null : layout.byUnit(carried, copies);
    }
}
