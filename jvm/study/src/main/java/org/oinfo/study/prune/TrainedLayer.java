package org.oinfo.study.prune;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oinfo.study.capture.Capture;
import org.oinfo.study.network.LayerMoments;
import org.oinfo.study.network.LayerShape;
import org.oinfo.study.result.Importance;

/**
 * A hidden layer of a trained network, and all that is known of it before it is cut.
 *
 * @param position in the architecture
 * @param seed of the network
 * @param capture holds the layer's activations after the ReLU
 * @param scores of the layer's neurons, in their order; empty where there are none
 * @param next moments of what enters the next layer and of what that computes; null where no images are at hand
 */
record TrainedLayer(
        int position,
        LayerShape shape,
        long seed,
        Capture capture,
        List<Importance.Neuron> scores,
        @Nullable LayerMoments next) {}
