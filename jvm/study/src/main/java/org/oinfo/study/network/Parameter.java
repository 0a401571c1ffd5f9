package org.oinfo.study.network;

import java.util.List;

/**
 * What a layer has besides its weights and biases.
 *
 * @param name behind the layer's in a file
 * @param shape row-major
 * @param mean before training
 * @param deviation standard deviation before training, of normal numbers; 0 for the mean itself
 */
record Parameter(String name, List<Integer> shape, double mean, double deviation) {
    int size() {
        return shape.stream().reduce(1, Math::multiplyExact);
    }

    /** Factor and shift of a layer normalisation of so many features. */
    static List<Parameter> norm(int features) {
        return List.of(
                new Parameter("norm.weight", List.of(features), 1, 0),
                new Parameter("norm.bias", List.of(features), 0, 0));
    }
}
