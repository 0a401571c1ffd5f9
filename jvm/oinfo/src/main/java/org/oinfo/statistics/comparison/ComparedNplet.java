package org.oinfo.statistics.comparison;

import java.util.Arrays;
import org.oinfo.estimate.Measures;
import org.oinfo.scan.Measure;

/**
 * An n-plet in both data sets.
 *
 * @param variables positions among those that take part [k], ascending
 * @param below whether it is tested at the end of the smallest differences, else of the largest
 * @param first its measures in the first data set, nats
 * @param second its measures in the second
 * @param pFamily share of the permutations whose most extreme difference of the order, at this end, is as extreme; the data counted as
 *     one of them
 */
@SuppressWarnings("ArrayRecordComponent") // equals, hashCode and toString see the elements
public record ComparedNplet(int[] variables, boolean below, Measures first, Measures second, double pFamily) {
    /** How much more of a measure it has in the first data set, nats. */
    public double difference(Measure measure) {
        return first.values()[measure.index()] - second.values()[measure.index()];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ComparedNplet that
                && Arrays.equals(variables, that.variables)
                && below == that.below
                && first.equals(that.first)
                && second.equals(that.second)
                && Double.compare(pFamily, that.pFamily) == 0;
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(variables) + Double.hashCode(pFamily);
    }

    @Override
    public String toString() {
        return Arrays.toString(variables) + " first " + first + " second " + second + " p " + pFamily;
    }
}
