package org.oinfo.estimate.options;

import java.io.Serializable;
import java.util.Objects;
import org.oinfo.data.BadInputException;

/**
 * How nearest neighbours are found.
 *
 * @param neighbours number of neighbours K, at least 1; a small one has less bias and more variance
 * @param scale what distances are taken of
 */
public record KnnOptions(int neighbours, KnnScale scale) implements Serializable {
    /** Checks the number. */
    public KnnOptions {
        Objects.requireNonNull(scale, "scale");
        if (neighbours < 1) {
            throw new BadInputException("the number of neighbours must be at least 1: neighbours=" + neighbours);
        }
    }

    /** Four neighbours by distances of normal scores. */
    public static KnnOptions defaults() {
        return new KnnOptions(4, KnnScale.SCORES);
    }

    /** The same with another number of neighbours. */
    public KnnOptions withNeighbours(int value) {
        return new KnnOptions(value, scale);
    }

    /** The same with distances of something else. */
    public KnnOptions withScale(KnnScale value) {
        return new KnnOptions(neighbours, value);
    }
}
