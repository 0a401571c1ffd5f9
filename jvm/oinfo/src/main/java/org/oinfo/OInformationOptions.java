package org.oinfo;

import java.io.Serializable;
import org.oinfo.data.BadInputException;
import org.oinfo.estimate.options.Entropy;
import org.oinfo.estimate.options.EstimateOptions;
import org.oinfo.estimate.options.Estimator;
import org.oinfo.estimate.options.Shrinkage;
import org.oinfo.estimate.options.Ties;
import org.oinfo.kernels.Backends;
import org.oinfo.kernels.Ends;
import org.oinfo.kernels.Level;
import org.oinfo.scan.Measure;
import org.oinfo.scan.RankBy;
import org.oinfo.scan.verify.Verify;

/**
 * How O-information is estimated and computed. Immutable: {@code defaults().withTop(50).withLevel(Level.FULL)}.
 *
 * @param estimate how entropies are estimated from samples
 * @param biasCorrect subtract the bias of Gaussian entropies of T samples from every measure; for the discrete estimator the
 *     correction of Miller and Madow; not for nearest neighbours
 * @param backend {@code auto} or the name of a backend; {@code auto} only for the discrete estimator, {@code native} or
 *     {@code scalar} for nearest neighbours
 * @param threads number of threads, at least 1
 * @param level how much of a landscape a scan records
 * @param top number K of n-plets kept at each end, at least 1
 * @param ends which ends are kept: the most synergistic n-plets, the most redundant ones, or both
 * @param rankBy what a scan keeps the smallest and largest n-plets of: a {@link Measure}, a {@link org.oinfo.scan.Combination} or an
 *     {@link org.oinfo.scan.OwnMeasure}; counts and moments are of O-information whatever it is
 * @param verify whether a scan of correlations proves itself complete: that every n-plet was scored once, by the sum of determinants
 */
public record OInformationOptions(
        EstimateOptions estimate,
        boolean biasCorrect,
        String backend,
        int threads,
        Level level,
        int top,
        Ends ends,
        RankBy rankBy,
        Verify verify)
        implements Serializable {
    /** Checks the options against each other. */
    public OInformationOptions {
        if (threads < 1) {
            throw new BadInputException("the number of threads must be at least 1: threads=" + threads);
        }
        if (top < 1) {
            throw new BadInputException("the number of n-plets kept at each end must be at least 1: top=" + top);
        }
        if (biasCorrect && estimate.discrete().entropy() != Entropy.PLUG_IN) {
            throw new BadInputException("bias correction of counts is that of Miller and Madow: found the entropy "
                    + estimate.discrete().entropy() + "; choose one of the two");
        }
        if (biasCorrect && estimate.estimator() == Estimator.KNN) {
            throw new BadInputException(
                    "bias correction is for the other estimators, there is no formula for nearest neighbours;"
                            + " leave it out");
        }
        if (biasCorrect && estimate.shrinkage() != Shrinkage.NONE) {
            throw new BadInputException(
                    "bias correction needs the plain correlation matrix, its formula does not hold with"
                            + " shrinkage; choose one of the two");
        }
        if (biasCorrect && estimate.ties() == Ties.ORDINAL) {
            throw new BadInputException(
                    "bias correction needs average or random ties, its formula does not hold with ordinal"
                            + " ties; choose one of the two");
        }
    }

    /** Gaussian copula with average ties, no bias correction, best backend, all processors, plain landscape, top 20 at both ends. */
    public static OInformationOptions defaults() {
        return new OInformationOptions(
                EstimateOptions.defaults(),
                false,
                Backends.AUTO,
                Runtime.getRuntime().availableProcessors(),
                Level.PLAIN,
                20,
                Ends.BOTH,
                Measure.O,
                Verify.BY_DEFAULT);
    }

    /** These options with another way to estimate. */
    public OInformationOptions withEstimate(EstimateOptions value) {
        return new OInformationOptions(value, biasCorrect, backend, threads, level, top, ends, rankBy, verify);
    }

    /** These options with bias correction on or off. */
    public OInformationOptions withBiasCorrect(boolean value) {
        return new OInformationOptions(estimate, value, backend, threads, level, top, ends, rankBy, verify);
    }

    /** These options with another backend. */
    public OInformationOptions withBackend(String value) {
        return new OInformationOptions(estimate, biasCorrect, value, threads, level, top, ends, rankBy, verify);
    }

    /** These options with another number of threads. */
    public OInformationOptions withThreads(int value) {
        return new OInformationOptions(estimate, biasCorrect, backend, value, level, top, ends, rankBy, verify);
    }

    /** These options with another level of landscapes. */
    public OInformationOptions withLevel(Level value) {
        return new OInformationOptions(estimate, biasCorrect, backend, threads, value, top, ends, rankBy, verify);
    }

    /** These options with another number of extremes. */
    public OInformationOptions withTop(int value) {
        return new OInformationOptions(estimate, biasCorrect, backend, threads, level, value, ends, rankBy, verify);
    }

    /** These options for other ends. */
    public OInformationOptions withEnds(Ends value) {
        return new OInformationOptions(estimate, biasCorrect, backend, threads, level, top, value, rankBy, verify);
    }

    /** These options for a scan that ranks by another measure. */
    public OInformationOptions withRankBy(RankBy value) {
        return new OInformationOptions(estimate, biasCorrect, backend, threads, level, top, ends, value, verify);
    }

    /** These options for scans that prove themselves complete or do not. */
    public OInformationOptions withVerify(Verify value) {
        return new OInformationOptions(estimate, biasCorrect, backend, threads, level, top, ends, rankBy, value);
    }

    /** Whether the kernels of these scans add up determinants: so that all blocks can be verified, where they count. */
    boolean sumsDeterminants() {
        return verify == Verify.ALWAYS && level.counts();
    }
}
