package org.oinfo.study.network;

import ai.djl.ndarray.NDArray;
import org.jspecify.annotations.Nullable;
import org.oinfo.study.network.LayerShape.Form;

/** Dense for each token alone, or from their mean. */
final class TokensLayer extends BatchedLayer {
    private final @Nullable Normalization norm;

    TokensLayer(Parts parts) {
        super(parts);
        norm = others().isEmpty() ? null : new Normalization(parts.manager(), shape().inputs());
    }

    @Override
    NDArray weighted(Flow flow) {
        NDArray x = norm == null ? flow.values() : norm.of(flow.values(), other(0), other(1));
        long images = x.getShape().get(1);
        long tokens = x.getShape().get(2);
        boolean mean = shape().form() == Form.MEAN_TOKEN;
        NDArray inputs = mean ? x.mean(new int[] {2}) : x.reshape(copies(), images * tokens, shape().inputs());
        NDArray outputs = inputs.matMul(weight().transpose(0, 2, 1)).add(bias().expandDims(1));
        return mean ? outputs : outputs.reshape(copies(), images, tokens, shape().units());
    }
}
