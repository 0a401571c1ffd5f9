package org.oinfo.study.network;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.oinfo.study.images.Images;

/**
 * Smaller networks whose layers behind a cut one are fitted anew, without labels and without training: weights and biases that
 * bring a layer's values before the ReLU as near to those of the whole network as least squares can.
 *
 * <p>Layers are refitted from the first on, each on what it gets from the layers before it as they then are. A layer whose own inputs
 * were not cut stays as it is.
 */
public final class Refit {
    private Refit() {}

    /**
     * Refits sub-networks of one network.
     *
     * @param kept sub-networks of one shape
     * @param images on which activations are taken; their labels are not used
     * @return compact networks, in the order given
     */
    public static List<Network> of(Network whole, List<Kept> kept, Images images) {
        List<Network> networks = kept.stream().map(whole::keep).toList();
        List<LayerShape> layers = whole.architecture().layers();
        for (int l = 1; l < layers.size(); l++) {
            int before = l - 1;
            int width = layers.get(before).units();
            if (kept.stream().anyMatch(each -> each.units().get(before).length < width)) {
                networks = refitted(networks, whole, l, kept, images);
            }
        }
        return networks;
    }

    private static List<Network> refitted(
            List<Network> networks, Network whole, int layer, List<Kept> kept, Images images) {
        List<LayerMoments> moments = LayerMoments.of(networks, whole, layer, images);
        List<Network> refitted = new ArrayList<>();
        for (int n = 0; n < networks.size(); n++) {
            int[] units = layer < kept.get(n).units().size()
                    ? kept.get(n).units().get(layer)
                    : IntStream.range(0, whole.architecture().output().units()).toArray();
            LeastSquares fit = LeastSquares.of(moments.get(n), units);
            refitted.add(networks.get(n).with(layer, fit.weights(), fit.biases()));
        }
        return refitted;
    }
}
