package org.oinfo.knn;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.oinfo.data.Variables;
import org.oinfo.data.Warning;

/** What to know of columns in which a value is so common that the nearest neighbours of its samples are equal to them. */
public final class KnnTies {
    private KnnTies() {}

    /** The warning, where a column is so. */
    public static List<Warning> warnings(KnnSamples samples, int neighbours, Variables variables) {
        int[] positions = IntStream.range(0, samples.variables())
                .filter(v -> samples.largestTie(v) > neighbours)
                .toArray();
        if (positions.length == 0) {
            return List.of();
        }
        int[] columns = IntStream.of(positions).map(variables::column).toArray();
        int largest = IntStream.of(positions).map(samples::largestTie).max().orElseThrow();
        return List.of(new Warning(
                Warning.Name.TIED_VALUES,
                "tied values: up to " + largest + " samples share a value in " + variables.described(columns)
                        + ", more than the " + neighbours
                        + " neighbours, and then independent columns do not come out as 0; break ties at random, or count with"
                        + " the discrete estimator",
                Map.of("columns", IntStream.of(columns).boxed().toList(), "largest_tie", largest)));
    }
}
