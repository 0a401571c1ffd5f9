package org.oinfo.statistics.interval;

import java.io.Serializable;
import java.util.List;
import org.oinfo.data.BadInputException;

/**
 * Subsets whose scans make a curve.
 *
 * @param sizes numbers of samples T', each above the order and up to T; none for {@link SubsamplingCurve#defaultSizes}
 * @param repeats number of subsets of each size, at least 1; of all samples there is only one
 * @param seed of the draws
 */
public record CurveSettings(List<Integer> sizes, int repeats, long seed) implements Serializable {
    /**
     * Checks the number of subsets.
     *
     * @throws BadInputException there is not even one
     */
    public CurveSettings {
        sizes = List.copyOf(sizes);
        if (repeats < 1) {
            throw new BadInputException("there must be at least 1 subset of each size: repeats=" + repeats
                    + "; 10 show the spread between subsets");
        }
    }

    /** Sizes that double up to T, ten subsets of each, seed 1. */
    public static CurveSettings defaults() {
        return new CurveSettings(List.of(), 10, 1);
    }

    /** The same with these sizes. */
    public CurveSettings withSizes(List<Integer> value) {
        return new CurveSettings(value, repeats, seed);
    }

    /** The same with another number of subsets of each size. */
    public CurveSettings withRepeats(int value) {
        return new CurveSettings(sizes, value, seed);
    }

    /** The same with another seed. */
    public CurveSettings withSeed(long value) {
        return new CurveSettings(sizes, repeats, value);
    }

    /** The sizes for an order and a number of samples T. */
    public List<Integer> sizes(int order, int samples) {
        return sizes.isEmpty() ? SubsamplingCurve.defaultSizes(order, samples) : sizes;
    }

    /**
     * Refuses sizes that an order or the data does not have.
     *
     * @throws BadInputException one is not above the order, or above T
     */
    public void check(int order, int samples) {
        for (int size : sizes(order, samples).stream().sorted().toList()) {
            if (size <= order || size > samples) {
                throw new BadInputException("a subset must have more samples than the order and no more than the data:"
                        + " size=" + size + ", order=" + order + ", T=" + samples + "; choose sizes in between");
            }
        }
    }
}
