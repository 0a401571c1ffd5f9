package org.oinfo.study.network;

import ai.djl.ndarray.NDArray;

/** A token of each patch of an image, row by row: {@code W patch + b + place}. */
final class PatchesLayer extends BatchedLayer {
    private final int rows;
    private final int columns;

    PatchesLayer(Parts parts) {
        super(parts);
        int[] sides = parts.architecture().sides(parts.layer());
        rows = sides[0];
        columns = sides[1];
    }

    @Override
    NDArray weighted(Flow flow) {
        int side = ArchitectureText.patch(shape());
        int features = shape().units();
        int tokens = rows * columns;
        NDArray patches = flow.values()
                .reshape(-1, shape().inputs(), rows, side, columns, side)
                .transpose(0, 2, 4, 1, 3, 5)
                .reshape(-1, shape().fanIn());
        NDArray flat = weight().reshape((long) copies() * features, shape().fanIn());
        return patches.matMul(flat.transpose())
                .reshape(-1, tokens, copies(), features)
                .transpose(2, 0, 1, 3)
                .add(bias().reshape(-1, 1, 1, features))
                .add(other(0).reshape(-1, 1, tokens, features));
    }
}
