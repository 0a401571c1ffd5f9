package org.oinfo.estimate;

/**
 * Two variables that determine each other, so that every n-plet with both is singular: 1 - r^2 below {@value #THRESHOLD}.
 *
 * @param first position among the input's variables, below {@code second}
 * @param second position among the input's variables
 * @param correlation r
 */
public record Collinear(int first, int second, double correlation) {
    /** Smallest 1 - r^2 of a pair that is not collinear. */
    public static final double THRESHOLD = 1e-12;
}
