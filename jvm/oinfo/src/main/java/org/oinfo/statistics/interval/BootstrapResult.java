package org.oinfo.statistics.interval;

import java.util.List;

/**
 * Intervals of given n-plets.
 *
 * @param nplets in the order of the list
 * @param groups groups of samples that the jackknife left out, one at a time; 0 where the method needs none
 * @param singleSamples whether each group was one sample
 * @param partial whether it was stopped before all resamples were drawn
 */
public record BootstrapResult(List<NpletIntervals> nplets, int groups, boolean singleSamples, boolean partial) {
    /** A copy of the list. */
    public BootstrapResult {
        nplets = List.copyOf(nplets);
    }
}
