package org.oinfo.study.importance;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.oinfo.study.network.LayerShape;
import org.oinfo.study.network.Network;

/** Norms of the weights through which the units of a hidden layer enter the next layer. */
final class OutgoingWeights {
    private OutgoingWeights() {}

    /** A Euclidean norm for each unit of a hidden layer: over all units of the next layer and all weights from one to the other. */
    static double[] norms(Network network, int layer) {
        return Arrays.stream(summed(network, layer, weight -> weight * weight))
                .map(Math::sqrt)
                .toArray();
    }

    /** The same of absolute values: a sum for each unit (Wanda's |w|, arXiv 2306.11695, over all that leaves a unit). */
    static double[] sums(Network network, int layer) {
        return summed(network, layer, Math::abs);
    }

    private static double[] summed(Network network, int layer, DoubleUnaryOperator of) {
        LayerShape next = network.architecture().layers().get(layer + 1);
        float[] weights = network.weights().get(layer + 1);
        double[] sums = new double[next.inputs()];
        for (int input = 0; input < sums.length; input++) {
            double sum = 0;
            for (int unit = 0; unit < next.units(); unit++) {
                int from = (unit * next.inputs() + input) * next.span();
                for (int w = from; w < from + next.span(); w++) {
                    sum += of.applyAsDouble(weights[w]);
                }
            }
            sums[input] = sum;
        }
        return sums;
    }
}
