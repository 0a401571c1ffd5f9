package org.oinfo.targets;

/**
 * Information that an n-plet X of k sources has about a target Y; nats, corrected for bias where that was asked for.
 *
 * <p>The two degrees are those of Gutknecht et al. 2025 (arXiv 2504.15779): averages over the atoms of a partial information
 * decomposition that need no decomposition. An atom is counted in I(X_i;Y) for each source i that has it alone, and in
 * I(X_i;Y|X_-i) for each source i without which it is lost, so these sums divided by I(X;Y) are its average degrees. They
 * are, with the other values, 1 - rsi / i and 1 - domega / i.
 *
 * @param sources positions of the sources, ascending
 * @param i I(X;Y); of classes as {@link org.oinfo.targets.mixture} or {@link org.oinfo.targets.nearest} has it, at most H(Y)
 * @param heldOut I(X;Y) of classes, each sample scored by models of samples without it; NaN unless
 *     classes are a mixture
 * @param domega dOmega(Y;X) = (1-k) I(X;Y) + sum_j I(X_-j;Y): redundant above 0, synergistic below. Stramaglia et al. 2021,
 *     doi 10.3389/fphys.2020.595736
 * @param o Omega of the sources and the target together; NaN when the target is not a variable beside them
 * @param rsi redundancy-synergy index I(X;Y) - sum_i I(X_i;Y): synergistic above 0. Chechik et al. 2001; Timme et al. 2014,
 *     doi 10.1007/s10827-013-0458-4
 * @param redMmi redundancy as minimal mutual information, min_i I(X_i;Y). Barrett 2015, doi 10.1103/PhysRevE.91.052802
 * @param synMmi I(X;Y) - max_j I(X_-j;Y), the same paper's synergy: above 0 as soon as every source adds something, as noisy copies
 *     of one another do, so it is no proof of synergy
 * @param redundancyDegree sum_i I(X_i;Y) / I(X;Y), from 0 to k for exact values; NaN when I is not above 1e-10
 * @param vulnerabilityDegree sum_i I(X_i;Y|X_-i) / I(X;Y), likewise
 */
public record TargetNplet(
        int[] sources,
        double i,
        double heldOut,
        double domega,
        double o,
        double rsi,
        double redMmi,
        double synMmi,
        double redundancyDegree,
        double vulnerabilityDegree) {
    /** An n-plet that is singular. */
    public static TargetNplet singular(int[] sources) {
        double none = Double.NaN;
        return new TargetNplet(sources, none, none, none, none, none, none, none, none, none);
    }

    /** The same values, sources by other numbers. */
    public TargetNplet named(int[] others) {
        return new TargetNplet(
                others, i, heldOut, domega, o, rsi, redMmi, synMmi, redundancyDegree, vulnerabilityDegree);
    }

    /** The value that n-plets are ranked by, nats. */
    public double value(TargetMeasure measure) {
        return measure.of(domega, i, rsi);
    }
}
