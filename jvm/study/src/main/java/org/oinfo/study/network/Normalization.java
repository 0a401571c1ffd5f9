package org.oinfo.study.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.norm.LayerNorm;

/**
 * Layer normalisation of each token (Ba et al. 2016, arXiv 1607.06450): its features less their mean, over the root of their variance
 * (divisor the features) plus {@value #EPSILON}, times a factor, plus a shift.
 */
final class Normalization {
    private static final float EPSILON = 1e-5f;

    private final int features;
    private final NDArray ones;
    private final NDArray zeros;

    Normalization(NDManager manager, int features) {
        this.features = features;
        this.ones = manager.ones(new Shape(features));
        this.zeros = manager.zeros(new Shape(features));
    }

    /**
     * Of tokens.
     *
     * @param tokens [copies][images][tokens][features]
     * @param factor [copies][features]
     * @param shift [copies][features]
     */
    NDArray of(NDArray tokens, NDArray factor, NDArray shift) {
        // Each network has factors of its own, PyTorch's function takes those of one.
        return LayerNorm.layerNorm(tokens, new Shape(features), ones, zeros, EPSILON)
                .singletonOrThrow()
                .mul(factor.reshape(-1, 1, 1, features))
                .add(shift.reshape(-1, 1, 1, features));
    }
}
