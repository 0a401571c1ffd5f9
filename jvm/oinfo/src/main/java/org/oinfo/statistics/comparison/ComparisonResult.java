package org.oinfo.statistics.comparison;

import java.util.List;
import org.oinfo.scan.Differences;
import org.oinfo.statistics.surrogate.ExtremeNull;

/**
 * Two data sets, n-plet by n-plet.
 *
 * @param settings what was asked for
 * @param firstSamples samples T of the first data set
 * @param secondSamples of the second
 * @param differences of all n-plets, raw
 * @param bias what the expectation of the estimator takes or adds to every difference, nats; 0 unless asked for
 * @param extremes the smallest and the largest difference in each permutation that was finished
 * @param nplets the n-plets with the smallest differences, smallest first, then those with the largest, largest first
 * @param partial whether a monitor stopped it: fewer permutations, or not all n-plets of the data were looked at
 */
public record ComparisonResult(
        ComparisonSettings settings,
        int firstSamples,
        int secondSamples,
        Differences differences,
        double bias,
        ExtremeNull extremes,
        List<ComparedNplet> nplets,
        boolean partial) {}
