package org.oinfo.study.importance;

import org.oinfo.study.network.LayerShape;
import org.oinfo.study.network.Network;

/** Euclidean norms of the weights through which the units of a hidden layer enter the next layer. */
final class OutgoingWeights {
    private OutgoingWeights() {}

    /** A norm for each unit of a hidden layer: over all units of the next layer and all weights from one to the other. */
    static double[] norms(Network network, int layer) {
        LayerShape next = network.architecture().layers().get(layer + 1);
        float[] weights = network.weights().get(layer + 1);
        double[] norms = new double[next.inputs()];
        for (int input = 0; input < norms.length; input++) {
            double sum = 0;
            for (int unit = 0; unit < next.units(); unit++) {
                int from = (unit * next.inputs() + input) * next.span();
                for (int w = from; w < from + next.span(); w++) {
                    sum += (double) weights[w] * weights[w];
                }
            }
            norms[input] = Math.sqrt(sum);
        }
        return norms;
    }
}
