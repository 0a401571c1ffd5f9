package org.oinfo.estimate.options;

import java.io.Serializable;
import java.util.Objects;
import org.oinfo.data.BadInputException;

/**
 * How joint states are counted.
 *
 * @param bins into how many bins variables with more values are cut, 2 to 256; 0 for values as they are
 * @param binning what kind of bins
 * @param entropy what is made of the counts
 */
public record DiscreteOptions(int bins, Binning binning, Entropy entropy) implements Serializable {
    private static final int MOST_BINS = 256;

    /** Checks the number of bins. */
    public DiscreteOptions {
        Objects.requireNonNull(binning, "binning");
        Objects.requireNonNull(entropy, "entropy");
        if (bins != 0 && (bins < 2 || bins > MOST_BINS)) {
            throw new BadInputException("the number of bins must be 2 to " + MOST_BINS + ": bins=" + bins);
        }
    }

    /** Values as they are, plug-in entropies. */
    public static DiscreteOptions defaults() {
        return new DiscreteOptions(0, Binning.QUANTILE, Entropy.PLUG_IN);
    }

    /** The same with so many bins. */
    public DiscreteOptions withBins(int value) {
        return new DiscreteOptions(value, binning, entropy);
    }

    /** The same with another kind of bins. */
    public DiscreteOptions withBinning(Binning value) {
        return new DiscreteOptions(bins, value, entropy);
    }

    /** The same with another estimate of entropies. */
    public DiscreteOptions withEntropy(Entropy value) {
        return new DiscreteOptions(bins, binning, value);
    }
}
