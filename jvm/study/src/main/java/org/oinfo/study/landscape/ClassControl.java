package org.oinfo.study.landscape;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.CombinationSampler;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Samples;
import org.oinfo.data.SquareMatrix;
import org.oinfo.estimate.SampleScores;
import org.oinfo.estimate.options.EstimateOptions;
import org.oinfo.kernels.Backends;
import org.oinfo.kernels.Combinations;
import org.oinfo.parallel.RandomStreams;
import org.oinfo.parallel.Workers;
import org.oinfo.study.result.AboutClass;
import org.oinfo.study.result.AboutClass.Values;
import org.oinfo.targets.ClassCovariances;
import org.oinfo.targets.ClassLabels;
import org.oinfo.targets.TargetSettings;
import org.oinfo.targets.mixture.ClassMixture;
import org.oinfo.targets.subsets.SubsetInformation;

/** What the class of the image has to do with a layer: the information of its neurons about it, and what is left within it. */
final class ClassControl {
    private static final int ORDER = 3;

    /** Information of a triplet, of its pairs together, and of its neurons together. */
    private static final int PARTS = 3;

    private final SampleScores scores;
    private final ClassLabels labels;
    private final int width;
    private final Workers workers;

    private ClassControl(SampleScores scores, ClassLabels labels, int width, Workers workers) {
        this.scores = scores;
        this.labels = labels;
        this.width = width;
        this.workers = workers;
    }

    /**
     * Of a layer.
     *
     * @param labels class of each image, at least one for each sample; those beyond are not used
     * @return nothing where there are no classes that a model can be fitted to
     */
    static Optional<ClassControl> of(Samples samples, int[] labels, Workers workers) {
        if (labels.length < samples.samples()) {
            return Optional.empty();
        }
        try {
            ClassLabels classes = ClassLabels.of(Arrays.copyOf(labels, samples.samples()));
            classes.requireMoreThan(ORDER);
            SampleScores scores =
                    SampleScores.of(samples, EstimateOptions.defaults().withThreads(workers.threads()));
            return Optional.of(new ClassControl(scores, classes, samples.variables(), workers));
        } catch (BadInputException e) {
            return Optional.empty();
        }
    }

    /** Covariance of the copula's scores, the mean of each class taken out; 0 where nothing varies within classes. */
    SquareMatrix within() {
        ClassCovariances covariances = ClassCovariances.of(scores, labels, workers.threads());
        int[] sound = covariances.sound();
        double[][] within = new double[width][width];
        for (int a = 0; a < sound.length; a++) {
            for (int b = a; b < sound.length; b++) {
                int i = scores.live()[sound[a]];
                int j = scores.live()[sound[b]];
                within[i][j] = covariances.covariance(0, sound[a], sound[b], 1);
                within[j][i] = within[i][j];
            }
        }
        return SquareMatrix.of(within);
    }

    /**
     * Means over triplets.
     *
     * @param most triplets: all where there are no more
     * @return nothing where no three neurons vary within classes, or classes have too few images for five folds
     */
    Optional<AboutClass> about(int most, long seed, String backend) {
        try {
            ClassMixture mixture = ClassMixture.of(
                    scores, labels, ORDER, new TargetSettings(Backends.open(backend), false, workers.threads()));
            return mixture.sound() < ORDER ? Optional.empty() : about(mixture, most, seed);
        } catch (BadInputException e) {
            return Optional.empty();
        }
    }

    private Optional<AboutClass> about(ClassMixture mixture, int most, long seed) {
        int[][] triplets = triplets(mixture.sound(), most, seed);
        double[][] fitted = new double[triplets.length][];
        double[][] heldOut = new double[triplets.length][];
        for (int order = 1; order <= ORDER; order++) {
            // How much the classes share is chosen once, by all threads, before one of them needs it.
            mixture.fit(order, false);
        }
        workers.run(triplets.length, () -> i -> {
            try (SubsetInformation information = mixture.subsets(ORDER)) {
                fitted[i] = parts(triplets[i], subset -> information.of(subset, subset.length));
            }
            heldOut[i] = parts(triplets[i], mixture::heldOut);
        });
        int[] regular = IntStream.range(0, triplets.length)
                .filter(i -> IntStream.range(0, PARTS).noneMatch(p -> Double.isNaN(fitted[i][p] + heldOut[i][p])))
                .toArray();
        return regular.length == 0
                ? Optional.empty()
                : Optional.of(new AboutClass(
                        regular.length, labels.entropy(), values(fitted, regular), values(heldOut, regular)));
    }

    /** Positions, ascending. */
    static int[][] triplets(int neurons, int most, long seed) {
        Combinations combinations = new Combinations(neurons, ORDER);
        boolean all = combinations.total() <= most;
        int[][] triplets = new int[all ? (int) combinations.total() : most][ORDER];
        for (int i = 0; i < triplets.length; i++) {
            UniformRandomProvider random = RandomStreams.of(seed, i);
            if (all) {
                combinations.unrank(i, triplets[i]);
            } else {
                triplets[i] = new CombinationSampler(random, neurons, ORDER).sample();
                Arrays.sort(triplets[i]);
            }
        }
        return triplets;
    }

    private interface Information {
        double of(int[] subset);
    }

    private static double[] parts(int[] x, Information information) {
        double pairs = 0;
        double singles = 0;
        for (int left = 0; left < ORDER; left++) {
            int out = left;
            pairs += information.of(IntStream.range(0, ORDER)
                    .filter(i -> i != out)
                    .map(i -> x[i])
                    .toArray());
            singles += information.of(new int[] {x[left]});
        }
        return new double[] {information.of(x), pairs, singles};
    }

    private static Values values(double[][] parts, int[] regular) {
        double[] means = new double[PARTS];
        for (int i : regular) {
            for (int p = 0; p < PARTS; p++) {
                means[p] += parts[i][p] / regular.length;
            }
        }
        double all = means[0];
        double pairs = means[1];
        double singles = means[2];
        return new Values(all, (1 - ORDER) * all + pairs, all - singles, singles / all, (ORDER * all - pairs) / all);
    }
}
