package org.oinfo.study.network;

/**
 * The shape of a layer's weights: [units][inputs][span], and a bias for each unit.
 *
 * <p>A unit is a neuron, or a channel of a convolution. An input is a unit of the layer before, or a pixel; it enters with
 * {@code span} weights: 9 in a 3 x 3 convolution, 1 from neuron to neuron, and one for each position of a channel where a
 * convolution meets a dense layer. Leaving out units of a layer is leaving out rows here and inputs in the next layer.
 *
 * @param name {@code layer1}, {@code layer2}, .., {@code output}
 * @param convolution whether weights are shared by all positions: 3 x 3, stride 2, a border of one zero
 * @param units neurons or channels
 * @param inputs units of the layer before
 * @param span weights from an input to a unit
 */
public record LayerShape(String name, boolean convolution, int units, int inputs, int span) {
    /** Weights of the layer, biases not counted. */
    public int weights() {
        return units * inputs * span;
    }

    /** Weights that enter a unit. */
    public int fanIn() {
        return inputs * span;
    }

    LayerShape with(int newUnits, int newInputs) {
        return new LayerShape(name, convolution, newUnits, newInputs, span);
    }
}
