package org.oinfo.statistics.interval;

import java.io.Serializable;
import org.oinfo.data.BadInputException;

/**
 * How confidence intervals are made.
 *
 * @param resamples number B of resamples, at least 20 and 2 / (1 - confidence) - 1, so that both tails hold one
 * @param method how resamples become intervals
 * @param confidence nominal coverage, between 0 and 1
 * @param block length of the runs of consecutive samples that are drawn; 1: single samples, for independent samples
 * @param biasCorrect whether values and intervals are less the bias of Gaussian entropies
 * @param seed of all draws
 */
public record BootstrapSettings(
        int resamples, IntervalMethod method, double confidence, int block, boolean biasCorrect, long seed)
        implements Serializable {
    /** A thousand resamples, BCa, 95 %, single samples, raw values. */
    public static BootstrapSettings defaults() {
        return new BootstrapSettings(1000, IntervalMethod.BCA, 0.95, 1, false, 1);
    }

    /**
     * Checks the numbers against each other.
     *
     * @throws BadInputException one of them is out of range
     */
    public BootstrapSettings {
        Percentiles.require(resamples, confidence);
        if (block < 1) {
            throw new BadInputException("the block length must be at least 1: block=" + block
                    + "; 1 draws single samples, a time series needs blocks longer than its memory");
        }
    }

    /** The same with another number of resamples; where they are few, {@link #withConfidence} comes first. */
    public BootstrapSettings withResamples(int value) {
        return new BootstrapSettings(value, method, confidence, block, biasCorrect, seed);
    }

    /** The same with another method. */
    public BootstrapSettings withMethod(IntervalMethod value) {
        return new BootstrapSettings(resamples, value, confidence, block, biasCorrect, seed);
    }

    /** The same with another confidence. */
    public BootstrapSettings withConfidence(double value) {
        return new BootstrapSettings(resamples, method, value, block, biasCorrect, seed);
    }

    /** The same with another length of blocks. */
    public BootstrapSettings withBlock(int value) {
        return new BootstrapSettings(resamples, method, confidence, value, biasCorrect, seed);
    }

    /** The same with bias correction on or off. */
    public BootstrapSettings withBiasCorrect(boolean value) {
        return new BootstrapSettings(resamples, method, confidence, block, value, seed);
    }

    /** The same with another seed. */
    public BootstrapSettings withSeed(long value) {
        return new BootstrapSettings(resamples, method, confidence, block, biasCorrect, value);
    }
}
