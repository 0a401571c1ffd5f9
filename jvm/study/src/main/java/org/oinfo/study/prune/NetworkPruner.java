package org.oinfo.study.prune;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.oinfo.OInformationOptions;
import org.oinfo.data.BadInputException;
import org.oinfo.kernels.Ends;
import org.oinfo.parallel.Monitor;
import org.oinfo.study.capture.Capture;
import org.oinfo.study.network.Architecture;
import org.oinfo.study.network.Kept;
import org.oinfo.study.network.Network;

/** Cuts one sub-network out of a network: a smaller network that computes what is left. */
public final class NetworkPruner {
    private NetworkPruner() {}

    /**
     * Keeps the most synergistic or the most redundant neurons.
     *
     * @param capture the network's activations, after the ReLU of each layer that is cut
     * @param end which end of Omega
     * @param settings one scope, and one size or the best order (of this end); sizes and scopes beyond the first are refused
     * @param options how Omega is estimated and computed
     * @param seed of annealing
     * @throws BadInputException a size is not below the number of neurons of a layer that are not dead, or the capture does not
     *     fit the network
     * @throws CancellationException the monitor wants to stop
     */
    public static PrunedNetwork byOmega(
            Network network,
            Capture capture,
            Ends end,
            PruneSettings settings,
            OInformationOptions options,
            long seed,
            Monitor monitor) {
        if (settings.shownSizes().size() != 1 || settings.scopes().size() != 1 || end == Ends.BOTH) {
            throw new BadInputException(
                    "one sub-network needs one size, one scope and one end: found sizes " + settings.shownSizes()
                            + ", scopes " + settings.scopes() + ", end " + end + "; choose one of each");
        }
        Architecture architecture = network.architecture();
        settings.check(architecture);
        Kept kept = Kept.all(architecture);
        for (int index : PruneSettings.layers(settings.scopes().getFirst(), architecture)) {
            TrainedLayer trained =
                    new TrainedLayer(index, architecture.layers().get(index), seed, capture, List.of(), null);
            CutLayer layer = CutLayer.of(trained, settings, options, monitor);
            int size = settings.bestOrder()
                    ? layer.bestOrder(end)
                    : settings.sizes().getFirst();
            kept = kept.with(index, layer.group(end, size));
        }
        return keep(network, kept);
    }

    /**
     * Keeps given neurons; layers that are not named stay whole.
     *
     * @param neurons 0-based neurons to keep, by name of the hidden layer
     * @throws BadInputException there is no such hidden layer or neuron, a neuron is named twice, or a layer has none left
     */
    public static PrunedNetwork keeping(Network network, Map<String, List<Integer>> neurons) {
        Kept kept = Kept.all(network.architecture());
        for (Map.Entry<String, List<Integer>> layer : neurons.entrySet()) {
            int index = PruneSettings.layer(layer.getKey(), network.architecture());
            kept = kept.with(
                    index, layer.getValue().stream().mapToInt(neuron -> neuron).toArray());
        }
        return keep(network, kept);
    }

    private static PrunedNetwork keep(Network network, Kept kept) {
        return new PrunedNetwork(network.keep(kept), kept);
    }
}
