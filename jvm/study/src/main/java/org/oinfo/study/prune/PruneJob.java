package org.oinfo.study.prune;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.oinfo.parallel.Monitor;
import org.oinfo.parallel.ProgressSteps;
import org.oinfo.parallel.Watch;
import org.oinfo.study.images.ImageSets;
import org.oinfo.study.network.Evaluation;
import org.oinfo.study.network.Kept;
import org.oinfo.study.network.Network;
import org.oinfo.study.network.Refit;
import org.oinfo.study.network.Trained;
import org.oinfo.study.network.Trainer;
import org.oinfo.study.network.TrainingSettings;
import org.oinfo.study.result.Treatment;

/**
 * Sub-networks of one network that go through one treatment together. Jobs are independent of each other.
 *
 * @param mask how they are cut
 * @param training of {@link Treatment#RETRAINED} and {@link Treatment#TUNED}
 */
record PruneJob(
        StudiedNetwork network,
        Treatment treatment,
        List<SubNetwork> subNetworks,
        PruneSettings.Mask mask,
        TrainingSettings training) {
    /** Parameters that are trained together, at most: beyond that nothing is won, and memory is lost. */
    private static final long LARGEST = 8_000_000;

    /** Training images whose activations layers are refitted on, at most. */
    static final int REFIT_IMAGES = 20_000;

    /** The jobs of sub-networks that can be computed together: as few as their size allows. */
    static List<PruneJob> of(
            StudiedNetwork network,
            Treatment treatment,
            List<SubNetwork> together,
            PruneSettings.Mask mask,
            TrainingSettings training) {
        int most = (int) Math.max(1, LARGEST / parameters(network, together, mask));
        List<PruneJob> jobs = new ArrayList<>();
        for (int from = 0; from < together.size(); from += most) {
            List<SubNetwork> some = List.copyOf(together.subList(from, Math.min(together.size(), from + most)));
            jobs.add(new PruneJob(network, treatment, some, mask, training));
        }
        return jobs;
    }

    private static Network start(Network from, Kept kept, PruneSettings.Mask mask) {
        return mask == PruneSettings.Mask.WEIGHTS ? from : from.keep(kept);
    }

    /**
     * Images times parameters that are trained: in proportion to the seconds it takes, from 20 to 200 neurons a layer, within a
     * tenth.
     */
    long work(int images) {
        return !treatment.trains() ? 0 : parameters() * images * training.epochs() * subNetworks.size();
    }

    private long parameters() {
        return parameters(network, subNetworks, mask);
    }

    private static long parameters(StudiedNetwork network, List<SubNetwork> together, PruneSettings.Mask mask) {
        return start(network.initial(), together.getFirst().kept(), mask)
                .architecture()
                .parameters();
    }

    /**
     * Computes and notes the accuracies.
     *
     * @throws CancellationException the watch stops the study
     */
    void run(ImageSets images, Watch watch) {
        if (!watch.goOn()) {
            throw new CancellationException();
        }
        if (treatment == Treatment.REFITTED) {
            refit(images);
            return;
        }
        Network from = treatment == Treatment.RETRAINED ? network.initial() : network.trained();
        List<Network> starts =
                subNetworks.stream().map(s -> start(from, s.kept(), mask)).toList();
        List<Kept> masks = mask == PruneSettings.Mask.WEIGHTS
                ? subNetworks.stream().map(SubNetwork::kept).toList()
                : List.of();
        double[] accuracies = treatment == Treatment.ABLATED
                ? Evaluation.accuracies(starts, masks, images.test())
                : trained(starts, masks, images, watch);
        for (int i = 0; i < accuracies.length; i++) {
            subNetworks.get(i).note(treatment, accuracies[i]);
        }
    }

    private void refit(ImageSets images) {
        List<Network> refitted = Refit.of(
                network.trained(),
                subNetworks.stream().map(SubNetwork::kept).toList(),
                images.train().first(REFIT_IMAGES));
        double[] accuracies = Evaluation.accuracies(refitted, images.test());
        double[][] byClass = Evaluation.byClass(refitted, images.test());
        for (int i = 0; i < accuracies.length; i++) {
            subNetworks.get(i).note(treatment, accuracies[i]);
            subNetworks.get(i).noteClasses(byClass[i]);
        }
    }

    private double[] trained(List<Network> starts, List<Kept> masks, ImageSets images, Watch watch) {
        ProgressSteps steps = new ProgressSteps();
        long parameters = parameters();
        Monitor weighted = progress -> watch.advanced(0, steps.since(progress) * parameters);
        Trained trained = new Trainer(images, training, weighted).train(starts, masks);
        double[] accuracies = new double[starts.size()];
        for (int i = 0; i < accuracies.length; i++) {
            accuracies[i] = trained.testAccuracy(i);
        }
        return accuracies;
    }
}
