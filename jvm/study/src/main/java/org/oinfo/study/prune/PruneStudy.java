package org.oinfo.study.prune;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.oinfo.OInformationOptions;
import org.oinfo.data.BadInputException;
import org.oinfo.parallel.Monitor;
import org.oinfo.parallel.Watch;
import org.oinfo.parallel.Workers;
import org.oinfo.study.images.ImageSets;
import org.oinfo.study.network.Architecture;
import org.oinfo.study.network.TrainingSettings;
import org.oinfo.study.result.Pruning;
import org.oinfo.study.result.Treatment;

/**
 * Cuts sub-networks out of trained networks and tests how well they do: as they are, refitted to the whole network, trained again
 * from the same initial weights, and trained on.
 *
 * <p>For each size, the most synergistic group of neurons of each layer is compared with the most redundant one, with random
 * ones, with the neurons that score best alone, and with all neurons but the synergistic ones. Neurons that never change are
 * in no choice but the last. A layer's groups are chosen without regard to the other layers that are cut with it.
 *
 * <p>Omega is that of the activations after the ReLU in the whole trained network; it is less its bias where the options say so.
 */
public final class PruneStudy {
    /** Test images that groups of neurons are ablated on, at most. */
    static final int ABLATED_IMAGES = 1000;

    private final ImageSets images;
    private final List<NetworkCuts> cuts;
    private final List<PruneJob> jobs;

    private PruneStudy(ImageSets images, List<NetworkCuts> cuts, List<PruneJob> jobs) {
        this.images = images;
        this.cuts = cuts;
        this.jobs = jobs;
    }

    /**
     * Chooses the neurons of all sub-networks; nothing is trained yet.
     *
     * @param images that the networks were trained on and tested with
     * @param training how the networks were trained; each sub-network is trained again so, with its network's seed
     * @param options how Omega is estimated and computed
     * @param monitor may stop the search for groups
     * @throws BadInputException a scope is no hidden layer, a size is not below the number of neurons that are not dead, or a
     *     network does not fit the images or its capture
     * @throws CancellationException the monitor wants to stop
     */
    public static PruneStudy of(
            List<StudiedNetwork> networks,
            ImageSets images,
            TrainingSettings training,
            PruneSettings settings,
            OInformationOptions options,
            Monitor monitor) {
        List<NetworkCuts> cuts = new ArrayList<>();
        List<PruneJob> jobs = new ArrayList<>();
        for (StudiedNetwork network : networks) {
            check(network.trained().architecture(), images);
            NetworkCuts cut = NetworkCuts.of(
                    network,
                    images.train().first(PruneJob.REFIT_IMAGES),
                    images.test().first(ABLATED_IMAGES),
                    settings,
                    options,
                    monitor);
            cuts.add(cut);
            TrainingSettings again = training.withSeed(network.seed());
            TrainingSettings tuning =
                    training.withEpochs(settings.tuneEpochs()).withSeed(Streams.tuningSeed(network.seed()));
            if (settings.refit()) {
                // A neuron that is cut away answers with a constant under either mask, which a fitted bias takes in.
                PruneSettings.Mask compact = PruneSettings.Mask.WEIGHTS_AND_BIASES;
                cut.shapes()
                        .forEach(batch -> jobs.addAll(PruneJob.of(network, Treatment.REFITTED, batch, compact, again)));
            }
            for (List<SubNetwork> batch : cut.batches()) {
                jobs.addAll(PruneJob.of(network, Treatment.ABLATED, batch, settings.mask(), again));
                if (settings.retrain()) {
                    jobs.addAll(PruneJob.of(network, Treatment.RETRAINED, batch, settings.mask(), again));
                }
                if (settings.tuneEpochs() > 0) {
                    jobs.addAll(PruneJob.of(network, Treatment.TUNED, batch, settings.mask(), tuning));
                }
            }
        }
        // Long jobs first, so that threads end together.
        jobs.sort(Comparator.comparingLong((PruneJob job) -> job.work(1)).reversed());
        return new PruneStudy(images, cuts, jobs);
    }

    private static void check(Architecture architecture, ImageSets images) {
        if (!architecture.image().equals(images.test().shape())
                || architecture.output().units() != images.test().classes()) {
            throw new BadInputException("a network must fit the images: " + architecture + " takes "
                    + architecture.image() + " pixels and tells "
                    + architecture.output().units() + " classes, " + images.name() + " has "
                    + images.test().shape() + " and "
                    + images.test().classes() + "; give the images it was trained on");
        }
    }

    /** Images times parameters that will be trained, over all sub-networks: what a monitor will be told in all. */
    public long work() {
        return jobs.stream().mapToLong(job -> job.work(images.train().count())).sum();
    }

    /**
     * Tests all sub-networks.
     *
     * @param threads jobs that run side by side, each with its own copy of the images; the result does not depend on it
     * @param monitor is told how many images times parameters were trained, and may stop the study
     * @return network by network, scope by scope, size by size in the order of the settings, then as {@link Choice} lists them
     * @throws CancellationException the monitor wants to stop
     */
    public List<Pruning> run(int threads, Monitor monitor) {
        Watch watch = new Watch(monitor, 0, work());
        try (Workers workers = new Workers(threads)) {
            workers.run(jobs.size(), () -> job -> jobs.get(job).run(images, watch));
        }
        return cuts.stream()
                .flatMap(cut -> cut.subNetworks().stream()
                        .map(subNetwork -> subNetwork.pruning(cut.network().seed())))
                .toList();
    }
}
