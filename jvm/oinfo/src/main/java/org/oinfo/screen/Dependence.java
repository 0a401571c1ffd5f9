package org.oinfo.screen;

import java.util.List;

/**
 * Columns whose dependence is not monotone.
 *
 * @param variables two or three, ascending
 * @param g the test's statistic, for independent samples; the larger, the stronger
 */
public record Dependence(List<Integer> variables, double g) {
    public Dependence {
        variables = List.copyOf(variables);
    }
}
