package org.oinfo.study.network;

import ai.djl.ndarray.NDArray;

/** Each unit from all that the layer before it answers. */
final class DenseLayer extends BatchedLayer {
    DenseLayer(Parts parts) {
        super(parts);
    }

    @Override
    NDArray weighted(Flow flow) {
        NDArray x = flow.values();
        NDArray expanded = bias().expandDims(1);
        int fanIn = shape().fanIn();
        return switch (flow.layout()) {
            case PIXELS -> {
                // All copies see the same images: one product instead of one for each copy.
                NDArray flat = weight().reshape((long) copies() * shape().units(), fanIn);
                yield x.matMul(flat.transpose())
                        .reshape(-1, copies(), shape().units())
                        .transpose(1, 0, 2)
                        .add(expanded);
            }
            case CHANNELS ->
                x.reshape(x.getShape().get(0), copies(), fanIn)
                        .transpose(1, 0, 2)
                        .matMul(weight().transpose(0, 2, 1))
                        .add(expanded);
            case NEURONS -> x.matMul(weight().transpose(0, 2, 1)).add(expanded);
            case TOKENS -> throw new IllegalStateException("tokens must not enter a dense layer: " + shape());
        };
    }
}
