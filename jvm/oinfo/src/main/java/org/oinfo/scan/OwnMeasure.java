package org.oinfo.scan;

import org.oinfo.data.BadInputException;

/**
 * A measure of one's own to rank n-plets by: {@code new OwnMeasure("balance", (tc, dtc, o, s) -> o / s)}.
 *
 * <p>Nothing is known of how it changes, so every n-plet that is not singular is scored by the canonical routine, and values that
 * round to the same multiple of 2^-40 tie and go by lexicographic order. So results have the same bits for any number of threads
 * and on every backend. Values beyond 4,000,000 count as that.
 *
 * @param text its name in results, not empty
 * @param measure the function
 */
public record OwnMeasure(String text, NpletMeasure measure) implements RankBy {
    /** Checks the name. */
    public OwnMeasure {
        if (text.isBlank()) {
            throw new BadInputException(
                    "a measure must have a name that is not blank: name=\"" + text + "\"; give it one");
        }
    }

    @Override
    public String title() {
        return text;
    }

    @Override
    public double of(double tc, double dtc, double o, double s) {
        return measure.of(tc, dtc, o, s);
    }

    @Override
    public double error(double error) {
        return Double.POSITIVE_INFINITY;
    }

    /** The same of measures that are too large by these biases. */
    public OwnMeasure less(double tcBias, double dtcBias, double oBias, double sBias) {
        return new OwnMeasure(text, (tc, dtc, o, s) -> measure.of(tc - tcBias, dtc - dtcBias, o - oBias, s - sBias));
    }
}
