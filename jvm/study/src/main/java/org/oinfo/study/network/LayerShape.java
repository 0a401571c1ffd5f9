package org.oinfo.study.network;

/**
 * The shape of a layer's weights: [units][inputs][span], and a bias for each unit.
 *
 * <p>A unit is a neuron, a channel of a convolution, or a feature of a transformer's tokens. An input is a unit of the layer before, or a
 * pixel; it enters with {@code span} weights: 9 in a 3 x 3 convolution, 1 from neuron to neuron, one for each position of a channel where a
 * convolution meets a dense layer, and one for each pixel of a patch. Leaving out units of a layer is leaving out rows here and inputs in
 * the next layer.
 *
 * @param name {@code layer1}, {@code layer2}, .., {@code output}
 * @param form how it computes
 * @param role what becomes of its values
 * @param units neurons, channels or features
 * @param inputs units of the layer before
 * @param span weights from an input to a unit
 * @param heads of {@link Form#ATTENTION}; 0 of other forms
 */
public record LayerShape(String name, Form form, Role role, int units, int inputs, int span, int heads) {
    /** How a layer computes. */
    public enum Form {
        /** Each unit from all inputs. */
        DENSE,
        /** 3 x 3, stride 2, a border of one zero: sides are halved. */
        HALVING_CONVOLUTION,
        /** 3 x 3, stride 1, a border of one zero: sides stay. */
        CONVOLUTION,
        /** From the pixels of each patch a token: weights, bias and the learned place of the patch are added. */
        PATCHES,
        /** Multi-head self-attention of layer-normalised tokens (Vaswani et al. 2017, arXiv 1706.03762); its weights are the last projection's. */
        ATTENTION,
        /** Dense, for each token alone; layer-normalised before, where a block begins. */
        TOKENS,
        /** Dense, from the mean of the layer-normalised tokens. */
        MEAN_TOKEN;

        boolean convolution() {
            return this == HALVING_CONVOLUTION || this == CONVOLUTION;
        }

        /** Whether its values are those of tokens. */
        boolean tokens() {
            return this == PATCHES || this == ATTENTION || this == TOKENS;
        }

        /** Whether it is part of a transformer. */
        boolean transformer() {
            return tokens() || this == MEAN_TOKEN;
        }
    }

    /** What becomes of a layer's values. */
    public enum Role {
        /** They go on to the next layer. */
        HIDDEN,
        /** The same, within a residual block: what entered this layer is carried past the next one, and added there. */
        INNER,
        /** Sums: a residual block's, or those of a transformer's stream, beginning with what was made of the patches. */
        SUM,
        /** They decide the class. */
        OUTPUT
    }

    static LayerShape dense(String name, Role role, int units, int inputs, int span) {
        return new LayerShape(name, Form.DENSE, role, units, inputs, span, 0);
    }

    /** A hidden dense layer. */
    public static LayerShape dense(String name, int units, int inputs) {
        return dense(name, Role.HIDDEN, units, inputs, 1);
    }

    /** Whether weights are shared by the positions of a map. */
    public boolean convolution() {
        return form.convolution();
    }

    /** Whether a ReLU, or the GELU of a transformer's hidden units, follows: else values are handed on as they are. */
    public boolean activated() {
        return switch (role) {
            case HIDDEN, INNER -> true;
            case SUM -> !form.transformer();
            case OUTPUT -> false;
        };
    }

    /** Whether training with dropout silences units: those of dense layers and a transformer's hidden ones, not sums. */
    boolean dropped() {
        return (role == Role.HIDDEN || role == Role.INNER) && !convolution();
    }

    /** Weights of the layer, biases not counted. */
    public int weights() {
        return units * inputs * span;
    }

    /** Weights that enter a unit. */
    public int fanIn() {
        return inputs * span;
    }

    /** Standard deviation of weights before training: sqrt(2 / fan-in) before a ReLU, sqrt(1 / fan-in) in a transformer. */
    double deviation() {
        return Math.sqrt((form.transformer() ? 1.0 : 2.0) / fanIn());
    }

    LayerShape with(int newUnits, int newInputs) {
        return new LayerShape(name, form, role, newUnits, newInputs, span, heads);
    }
}
