package org.oinfo;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.oinfo.targets.ClassFit;
import org.oinfo.targets.TargetLandscape;
import org.oinfo.targets.TargetMeasure;
import org.oinfo.targets.TargetNplet;

/**
 * Information of every n-plet of sources about a target, in nats; sources are 0-based columns of the original data.
 *
 * @param order number of sources k of each n-plet
 * @param nplets number of n-plets
 * @param landscape counts and means; its total is smaller than {@code nplets} when the scan was stopped
 * @param rankedBy the measure that n-plets are ranked by
 * @param smallest the K n-plets with the smallest values of that measure, smallest first
 * @param largest the K n-plets with the largest values, largest first
 * @param unsound sources that the target determines, or that vary within no class: every n-plet with one is singular
 * @param classes how classes were modelled; null where the target is a variable
 * @param partial whether the scan was stopped before its end
 */
@SuppressWarnings("ArrayRecordComponent") // results are not compared
public record TargetResult(
        int order,
        long nplets,
        TargetLandscape landscape,
        TargetMeasure rankedBy,
        List<TargetNplet> smallest,
        List<TargetNplet> largest,
        int[] unsound,
        @Nullable ClassFit classes,
        boolean partial) {
    /** The smallest without those that are among the largest, too, and above 0: each n-plet is listed once, at the end of its sign. */
    public List<TargetNplet> smallestOnly() {
        return once(smallest, largest, false);
    }

    /** The largest without those that are among the smallest, too, and not above 0. */
    public List<TargetNplet> largestOnly() {
        return once(largest, smallest, true);
    }

    private List<TargetNplet> once(List<TargetNplet> end, List<TargetNplet> other, boolean above) {
        Set<List<Integer>> both = other.stream().map(TargetResult::key).collect(Collectors.toSet());
        return end.stream()
                .filter(nplet -> nplet.value(rankedBy) > 0 == above || !both.contains(key(nplet)))
                .toList();
    }

    private static List<Integer> key(TargetNplet nplet) {
        return Arrays.stream(nplet.sources()).boxed().toList();
    }
}
