package org.oinfo.estimate;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.oinfo.data.Samples;

/** Words for variables in messages. */
public final class Variables {
    private static final int MOST_NAMED = 5;

    private Variables() {}

    /** {@code column 3} or {@code column 3 (hip)}, 0-based in the original data. */
    public static String name(Samples samples, int variable) {
        return name(samples.names(), samples.columns()[variable], variable);
    }

    /** {@code column 3} or {@code column 3 (hip)}. */
    static String name(List<String> names, int column, int variable) {
        return "column " + column + (names.isEmpty() ? "" : " (" + names.get(variable) + ")");
    }

    /** The first few of {@code positions}, each by {@link #name(List, int, int)}. */
    static String list(List<String> names, int[] columns, int[] positions) {
        String first = Arrays.stream(positions)
                .limit(MOST_NAMED)
                .mapToObj(v -> name(names, columns[v], v))
                .collect(Collectors.joining(", "));
        return positions.length > MOST_NAMED ? first + ", .." : first;
    }
}
