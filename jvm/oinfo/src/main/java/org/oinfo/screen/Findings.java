package org.oinfo.screen;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * What was found of one size.
 *
 * @param count how many
 * @param strongest the first {@value #MOST} by the statistic, strongest first; equal ones in the order of their variables
 */
public record Findings(long count, List<Dependence> strongest) {
    /** As many as are named. */
    public static final int MOST = 5;

    static final Findings NONE = new Findings(0, List.of());

    public Findings {
        strongest = List.copyOf(strongest);
    }

    /** With one more, whose variables come after those of all others. */
    Findings with(Dependence one) {
        return and(new Findings(1, List.of(one)));
    }

    /** With others, whose variables come after. */
    Findings and(Findings later) {
        if (later.count == 0) {
            return this;
        }
        List<Dependence> all = new ArrayList<>(strongest);
        all.addAll(later.strongest);
        // The sort is stable.
        all.sort(Comparator.comparingDouble((Dependence one) -> -one.g()));
        return new Findings(count + later.count, all.subList(0, Math.min(MOST, all.size())));
    }

    /** The same with other names of the variables, in the same order. */
    Findings map(Function<int[], int[]> names) {
        return new Findings(
                count,
                strongest.stream()
                        .map(one -> new Dependence(
                                Arrays.stream(names.apply(one.variables().stream()
                                                .mapToInt(v -> v)
                                                .toArray()))
                                        .boxed()
                                        .toList(),
                                one.g()))
                        .toList());
    }
}
