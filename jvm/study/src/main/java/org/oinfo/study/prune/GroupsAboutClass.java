package org.oinfo.study.prune;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.oinfo.OInformationOptions;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Samples;
import org.oinfo.estimate.SampleScores;
import org.oinfo.kernels.Backends;
import org.oinfo.parallel.Workers;
import org.oinfo.study.capture.Capture;
import org.oinfo.study.capture.CapturedLayer;
import org.oinfo.study.landscape.FirstSamples;
import org.oinfo.targets.ClassLabels;
import org.oinfo.targets.TargetSettings;
import org.oinfo.targets.mixture.ClassMixture;

/**
 * What groups of a layer's neurons say together about the class Y of the image: dOmega = -(k-1) I(X;Y) + sum_j I(X_-j;Y), nats,
 * redundant above 0, by the mixture of Gaussians with images that it was not fitted to.
 *
 * <p>A group of k neurons needs k + 1 mixtures of k^2 products an image: groups of more than {@value #MOST} have none here.
 */
final class GroupsAboutClass {
    /** Neurons of a group, at most. */
    static final int MOST = 10;
    /** Captured images, the first ones. */
    static final int IMAGES = 5000;

    private final ClassMixture mixture;
    private final int threads;
    /** Position among the neurons that have a model, or -1. */
    private final int[] positions;

    private GroupsAboutClass(ClassMixture mixture, int[] neurons, int units, int threads) {
        this.mixture = mixture;
        this.threads = threads;
        this.positions = new int[units];
        Arrays.fill(positions, -1);
        for (int p = 0; p < mixture.sound(); p++) {
            positions[neurons[mixture.source(p)]] = p;
        }
    }

    /** Of a layer; nothing where there are no classes that a model can be fitted to. */
    static Optional<GroupsAboutClass> of(Capture capture, CapturedLayer layer, OInformationOptions options) {
        int[] labels = capture.labels();
        try (Samples samples = FirstSamples.of(capture.samples(layer), IMAGES)) {
            if (labels.length < samples.samples()) {
                return Optional.empty();
            }
            SampleScores scores = SampleScores.of(samples, options.estimate());
            ClassMixture mixture = ClassMixture.of(
                    scores,
                    ClassLabels.of(Arrays.copyOf(labels, samples.samples())),
                    MOST,
                    new TargetSettings(Backends.open(options.backend()), false, options.threads()));
            return Optional.of(new GroupsAboutClass(mixture, scores.live(), layer.width(), options.threads()));
        } catch (BadInputException e) {
            return Optional.empty();
        }
    }

    /** dOmega of each group; null where a neuron of it has no model, it is singular or too large. */
    @Nullable
    Double[] domega(List<int[]> groups) {
        groups.stream().mapToInt(group -> group.length).distinct().forEach(this::fit);
        @Nullable Double[] found = new Double[groups.size()];
        try (Workers workers = new Workers(threads)) {
            workers.run(found.length, () -> g -> found[g] = domega(groups.get(g)));
        }
        return found;
    }

    /** How much the classes share is chosen once for each size, by all threads, before one of them needs it. */
    private void fit(int size) {
        if (size <= Math.min(MOST, mixture.sound())) {
            mixture.fit(size, false);
            mixture.fit(size - 1, false);
        }
    }

    private @Nullable Double domega(int[] group) {
        int[] x = Arrays.stream(group).map(neuron -> positions[neuron]).sorted().toArray();
        if (x.length > MOST || x[0] < 0) {
            return null;
        }
        double sum = (1 - x.length) * mixture.heldOut(x);
        for (int left = 0; left < x.length; left++) {
            int out = left;
            sum += mixture.heldOut(IntStream.range(0, x.length)
                    .filter(i -> i != out)
                    .map(i -> x[i])
                    .toArray());
        }
        return Double.isNaN(sum) ? null : (Double) sum;
    }
}
