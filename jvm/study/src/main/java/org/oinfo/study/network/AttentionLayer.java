package org.oinfo.study.network;

import ai.djl.ndarray.NDArray;

/**
 * Multi-head self-attention of normalised tokens: of each head {@code softmax(Q K' / sqrt(e)) V}, e its features; all heads' side by
 * side through the layer's weights. Queries, keys and values are three thirds of {@code qkv}, heads one after the other in each.
 */
final class AttentionLayer extends BatchedLayer {
    private final Normalization norm;
    /** 1 / sqrt(e). An array of its own: of a plain number the memory may be gone when the gradient, which needs it, is taken. */
    private final NDArray scale;

    AttentionLayer(Parts parts) {
        super(parts);
        norm = new Normalization(parts.manager(), shape().inputs());
        int each = shape().inputs() / shape().heads();
        scale = parts.manager().create((float) (1 / Math.sqrt(each)));
    }

    @Override
    NDArray weighted(Flow flow) {
        int features = shape().inputs();
        int heads = shape().heads();
        int each = features / heads;
        NDArray x = flow.values();
        long images = x.getShape().get(1);
        long tokens = x.getShape().get(2);
        long all = copies() * images;
        NDArray parts = norm.of(x, other(0), other(1))
                .reshape(copies(), images * tokens, features)
                .matMul(other(2).transpose(0, 2, 1))
                .add(other(3).expandDims(1))
                .reshape(all, tokens, 3, heads, each)
                .transpose(2, 0, 3, 1, 4)
                .reshape(3, all * heads, tokens, each);
        NDArray attention =
                parts.get(0).matMul(parts.get(1).transpose(0, 2, 1)).mul(scale).softmax(-1);
        return attention
                .matMul(parts.get(2))
                .reshape(all, heads, tokens, each)
                .transpose(0, 2, 1, 3)
                .reshape(copies(), images * tokens, features)
                .matMul(weight().transpose(0, 2, 1))
                .add(bias().expandDims(1))
                .reshape(copies(), images, tokens, shape().units());
    }
}
