package org.oinfo.study.network;

import java.util.ArrayList;
import java.util.List;
import org.oinfo.study.images.Images;

/** Mean cross-entropy from the definition, in doubles. */
public final class PlainLoss {
    private PlainLoss() {}

    /** Mean cross-entropy of images, nats. */
    public static double of(Network network, Images images) {
        double sum = 0;
        for (int i = 0; i < images.count(); i++) {
            double[] logits = new PlainForward(network, images, i).logits();
            double normaliser = 0;
            for (double logit : logits) {
                normaliser += Math.exp(logit);
            }
            sum += Math.log(normaliser) - logits[images.labels()[i]];
        }
        return sum / images.count();
    }

    /** The gain of the loss when nothing of what a unit of a hidden layer answers reaches the next layer. */
    public static double gain(Network network, int layer, int unit, Images images) {
        LayerShape next = network.architecture().layers().get(layer + 1);
        float[] cut = network.weights().get(layer + 1).clone();
        for (int w = 0; w < cut.length; w++) {
            if (w / next.span() % next.inputs() == unit) {
                cut[w] = 0;
            }
        }
        List<float[]> weights = new ArrayList<>(network.weights());
        weights.set(layer + 1, cut);
        return of(new Network(network.architecture(), weights, network.biases()), images) - of(network, images);
    }
}
