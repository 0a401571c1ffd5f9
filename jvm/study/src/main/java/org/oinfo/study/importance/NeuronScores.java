package org.oinfo.study.importance;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Samples;
import org.oinfo.parallel.Monitor;
import org.oinfo.parallel.Watch;
import org.oinfo.parallel.Workers;
import org.oinfo.study.capture.Capture;
import org.oinfo.study.capture.CapturedLayer;
import org.oinfo.study.images.Images;
import org.oinfo.study.network.Ablation;
import org.oinfo.study.network.FirstOrder;
import org.oinfo.study.network.Network;
import org.oinfo.study.result.Importance;
import org.oinfo.study.result.Importance.Neuron;
import org.oinfo.study.result.LayerLandscape.Activation;

/**
 * Scores every neuron of the hidden layers of a capture, after the ReLU, and of a network's streams of sums: by the n-plets it is in, and by itself alone. The result
 * is the same to the last bit for any number of threads.
 */
public final class NeuronScores {
    private final Capture capture;
    private final @Nullable ClassInformation classes;
    private final @Nullable Whole whole;
    private final ImportanceSettings settings;

    /**
     * The network behind a capture.
     *
     * @param lossImages that neurons are silenced on
     */
    private record Whole(long seed, Network network, Images lossImages) {}

    private NeuronScores(Capture capture, int @Nullable [] labels, @Nullable Whole whole, ImportanceSettings settings) {
        this.capture = capture;
        this.classes = labels == null ? null : new ClassInformation(labels);
        this.whole = whole;
        this.settings = settings;
    }

    /**
     * Scores of a network's neurons.
     *
     * @param capture of the network's activations
     * @param labels class of each image of the capture
     * @param lossImages that neurons are silenced on: the first {@link ImportanceSettings#ablationImages}
     * @param seed of the network
     */
    public static NeuronScores ofNetwork(
            Network network, Capture capture, int[] labels, Images lossImages, ImportanceSettings settings, long seed) {
        return new NeuronScores(
                capture, labels, new Whole(seed, network, lossImages.first(settings.ablationImages())), settings);
    }

    /**
     * Scores of neurons of which only the activations are known: none by weights, none by silencing.
     *
     * @param labels class of each image of the capture; null where it is not known
     */
    public static NeuronScores ofActivations(Capture capture, int @Nullable [] labels, ImportanceSettings settings) {
        return new NeuronScores(capture, labels, null, settings);
    }

    /** The captured layers that are scored. */
    private List<CapturedLayer> layers() {
        return capture.layers().stream()
                .filter(layer -> layer.activation() == Activation.POST
                        || (whole != null && layer.activation() == Activation.SUM))
                .toList();
    }

    /** The units of work that a monitor is told in all: the neurons, twice where they are silenced too. */
    public long units() {
        long neurons = layers().stream().mapToLong(CapturedLayer::width).sum();
        return whole == null ? neurons : 2 * neurons;
    }

    /**
     * Scores layer after layer.
     *
     * @param monitor is told the neurons that are done (order 0), and may stop the work
     * @return one for each layer of the capture that is scored, in its order; none by outgoing weights where values do not meet the next
     *     layer's weights alone
     * @throws BadInputException labels, network and capture do not fit together, or the samples are too few
     * @throws CancellationException the monitor wants to stop
     */
    public List<Importance> run(int threads, Monitor monitor) {
        List<Importance> all = new ArrayList<>();
        Watch watch = new Watch(monitor, 0, units());
        try (Workers workers = new Workers(threads)) {
            for (CapturedLayer layer : layers()) {
                if (!watch.goOn()) {
                    throw new CancellationException();
                }
                all.add(score(layer, workers, watch));
            }
        }
        if (watch.stopped()) {
            throw new CancellationException();
        }
        return all;
    }

    private Importance score(CapturedLayer layer, Workers workers, Watch watch) {
        ActivationScores single;
        GroupScores groups;
        try (Samples activations = capture.samples(layer)) {
            requireFit(layer, activations);
            single = ActivationScores.of(activations, classes, workers);
            int alive = single.alive();
            // Progress is told in neurons, so the scan's n-plets are kept from the monitor.
            groups = alive < settings.order()
                    ? GroupScores.none(activations.variables())
                    : GroupScores.of(activations, alive, settings, workers.threads(), watch.onlyStops());
        }
        watch.advanced(0, layer.width());
        double[] weights = null;
        double[] gains = null;
        double[] taylor = null;
        double[] wanda = null;
        if (whole != null) {
            int index = whole.network().architecture().indexOf(layer.layer());
            gains = Ablation.lossGains(whole.network(), index, whole.lossImages(), workers, watch);
            FirstOrder first = FirstOrder.of(whole.network(), index, whole.lossImages());
            taylor = first.taylor();
            if (whole.network().architecture().weighted(index)) {
                weights = OutgoingWeights.norms(whole.network(), index);
                wanda = OutgoingWeights.sums(whole.network(), index);
                for (int i = 0; i < wanda.length; i++) {
                    wanda[i] *= first.norm()[i];
                }
            }
        }
        List<Neuron> neurons = new ArrayList<>();
        double[] information = single.information();
        for (int i = 0; i < layer.width(); i++) {
            boolean dead = single.dead()[i];
            neurons.add(new Neuron(
                    i,
                    dead,
                    groups.meanO()[i],
                    groups.synergistic()[i],
                    groups.redundant()[i],
                    information == null || dead ? null : (Double) information[i],
                    single.variance()[i],
                    weights == null ? null : (Double) weights[i],
                    gains == null ? null : (Double) gains[i],
                    taylor == null ? null : (Double) taylor[i],
                    wanda == null ? null : (Double) wanda[i]));
        }
        return new Importance(
                whole == null ? 0 : whole.seed(),
                layer.layer(),
                settings.order(),
                groups.extremes(),
                whole == null ? 0 : whole.lossImages().count(),
                neurons,
                ScoreAgreement.of(neurons));
    }

    private void requireFit(CapturedLayer layer, Samples activations) {
        if (classes != null && classes.samples() != activations.samples()) {
            throw new BadInputException(
                    "there must be a class for each image: found " + classes.samples() + " classes for "
                            + activations.samples() + " images in " + layer.file() + "; capture the activations again");
        }
        int units = whole == null
                ? layer.width()
                : whole.network()
                        .architecture()
                        .layers()
                        .get(whole.network().architecture().indexOf(layer.layer()))
                        .units();
        if (activations.variables() != layer.width() || layer.width() != units) {
            throw new BadInputException("a captured layer must be as wide as the network's: found "
                    + activations.variables() + " neurons in " + layer.file() + ", " + units + " in " + layer.layer()
                    + "; capture the activations of this network");
        }
    }
}
