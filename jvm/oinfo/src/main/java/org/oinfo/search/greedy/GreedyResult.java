package org.oinfo.search.greedy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.oinfo.kernels.Ends;

/**
 * Result of a greedy search.
 *
 * @param starts where it started
 * @param paths one for each start: those towards synergy first, in the order of the starts
 * @param partial whether it was stopped before its end
 * @param seconds time that growing took, without the scan for the starts
 */
public record GreedyResult(GreedyStarts starts, List<GreedyPath> paths, boolean partial, double seconds) {
    /**
     * The path towards an end whose best step is the most extreme one; ties go to the smaller order, then to the earlier start.
     * Empty where there is no path towards that end.
     */
    public Optional<GreedyPath> best(Ends end) {
        return paths.stream().filter(path -> path.end() == end).reduce((a, b) -> b.beats(a) ? b : a);
    }

    /** How many candidates were singular. */
    public long singular() {
        return paths.stream().mapToLong(GreedyPath::singular).sum();
    }

    /** Positions of the variables that made candidates singular, ascending. */
    public int[] singularVariables() {
        return paths.stream()
                .flatMapToInt(path -> Arrays.stream(path.singularVariables()))
                .distinct()
                .sorted()
                .toArray();
    }
}
