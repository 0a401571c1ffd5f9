package org.oinfo.targets.mixture;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.oinfo.data.BadInputException;
import org.oinfo.estimate.SampleScores;
import org.oinfo.kernels.posterior.PosteriorKernel;
import org.oinfo.kernels.posterior.PosteriorSamples;
import org.oinfo.targets.ClassCovariances;
import org.oinfo.targets.ClassFit;
import org.oinfo.targets.ClassLabels;
import org.oinfo.targets.ClassTarget;
import org.oinfo.targets.SourceScan;
import org.oinfo.targets.TargetMeasure;
import org.oinfo.targets.TargetModel;
import org.oinfo.targets.TargetSettings;
import org.oinfo.targets.subsets.SubsetInformation;
import org.oinfo.targets.subsets.SubsetModel;
import org.oinfo.targets.subsets.SubsetScan;
import org.oinfo.targets.subsets.SubsetShape;

/**
 * A target that is a class label: the mixture of Gaussians that the package describes.
 *
 * <p>Scores of the sources, one copula where that is the estimator, are those of all samples. A source that is constant within every
 * class is determined by it and has no model.
 *
 * <p>A scan of up to {@value #SCORED} n-plets scores all of them; of more, the class model of {@link ClassTarget}, with the same g,
 * proposes some, and the mixture ranks those.
 */
public final class ClassMixture implements SubsetModel {
    /** The most n-plets that are all scored. */
    static final long SCORED = 1_000_000;

    private final SampleScores scores;
    private final ClassLabels labels;
    private final TargetSettings settings;
    private final ClassCovariances covariances;
    private final int[] sound;
    private final ClassOrder order;
    private final PosteriorSamples samples;
    private final double entropy;
    private final Map<Integer, Double> shrinkages = new HashMap<>();

    private ClassMixture(SampleScores scores, ClassLabels labels, TargetSettings settings) {
        this.scores = scores;
        this.labels = labels;
        this.settings = settings;
        this.covariances = ClassCovariances.of(scores, labels, settings.threads());
        this.sound = covariances.sound();
        this.order = new ClassOrder(labels);
        this.samples = new PosteriorSamples(
                Arrays.stream(scores.columns(sound)).map(order::sorted).toArray(double[][]::new));
        this.entropy = labels.entropy();
    }

    /**
     * The model of sources and classes.
     *
     * @param scores scores of the sources
     * @param labels class of each sample
     * @param largestOrder the most sources in an n-plet
     * @throws BadInputException a class has no more samples than that, fewer than two sources vary within classes, or a correction of
     *     the bias is asked for
     */
    public static ClassMixture of(SampleScores scores, ClassLabels labels, int largestOrder, TargetSettings settings) {
        if (settings.biasCorrect()) {
            throw new BadInputException(
                    "the bias of information about classes must not be corrected, for there is no formula for"
                            + " it: leave the correction out; the held-out value beside it is not too high");
        }
        labels.requireMoreThan(largestOrder);
        ClassMixture made = new ClassMixture(scores, labels, settings);
        TargetModel.requireTwo(made.sound.length, scores.variables(), "are constant within every class");
        return made;
    }

    @Override
    public int sources() {
        return scores.variables();
    }

    @Override
    public int sound() {
        return sound.length;
    }

    @Override
    public int source(int position) {
        return sound[position];
    }

    @Override
    public int[] unsound() {
        return IntStream.range(0, scores.variables())
                .filter(i -> Arrays.binarySearch(sound, i) < 0)
                .toArray();
    }

    @Override
    public SubsetInformation subsets(int order) {
        return new MixtureValue(this, shrinkage(order));
    }

    @Override
    public double heldOut(int[] nplet) {
        try (HeldOutValue out = new HeldOutValue(this)) {
            out.take(nplet);
            return out.information(shrinkage(nplet.length));
        }
    }

    @Override
    public SourceScan scan(int nplets, int top, TargetMeasure measure) {
        return scan(nplets, top, measure, SCORED);
    }

    /** A scan that scores all n-plets where they are no more than so many. */
    SourceScan scan(int nplets, int top, TargetMeasure measure, long scored) {
        SubsetShape shape = new SubsetShape(this, nplets, top, measure);
        return shape.soundNplets() <= scored ? new SubsetScan(shape) : new ProposedScan(this, shape);
    }

    @Override
    public double remainingBias(int nplets) {
        return 0;
    }

    /** The class model of n-plets of an order. */
    TargetModel screen(int nplets) {
        return ClassTarget.model(scores, labels, covariances, shrinkage(nplets), settings);
    }

    @Override
    public double omega(int[] nplet) {
        return Double.NaN;
    }

    @Override
    public ClassFit fit(int nplets, boolean proposed) {
        return new ClassFit(entropy, shrinkage(nplets), proposed);
    }

    /** g of n-plets of an order. */
    synchronized double shrinkage(int nplets) {
        Double known = shrinkages.get(nplets);
        if (known == null) {
            known = nplets > sound.length ? 1 : SharedCovariance.choose(this, nplets, settings.threads());
            if (Double.isNaN(known)) {
                // Interrupted: nothing is scored by it, and who goes on later chooses anew.
                return 1;
            }
            shrinkages.put(nplets, known);
        }
        return known;
    }

    /** Information of a sum of ln P(y|x) over all samples, nats. */
    double information(double sum) {
        return entropy + sum / order.samples();
    }

    /** ln (T_c / T). */
    double logWeight(int c) {
        return labels.logWeight(c);
    }

    /** The samples in the order of their classes. */
    ClassOrder order() {
        return order;
    }

    ClassCovariances covariances() {
        return covariances;
    }

    /** Scores of a sound source in that order. */
    double[] column(int position) {
        return samples.column(position);
    }

    /** A new kernel of the sound sources. */
    PosteriorKernel kernel() {
        return settings.backend().posterior(samples);
    }
}
