package org.oinfo.study.prune;

import java.util.Locale;

/** How the neurons that are kept are chosen, in the order of results. */
public enum Choice {
    /** The group of its size with the smallest Omega that the search found. */
    SYNERGISTIC,
    /** The group of its size with the largest Omega that the search found. */
    REDUNDANT,
    /** The group with the smallest total correlation that {@link LargestDeterminant} found: the most independent neurons. */
    MIN_TC,
    /** The group with the largest joint entropy, were neurons Gaussian, that {@link LargestDeterminant} found: independent, and they vary. */
    ENTROPY,
    /** The neurons that together reconstruct what the next layer computes, {@link GreedyGroups#reconstruction}. */
    RECONSTRUCTION,
    /** The neurons that together say most about the class, {@link GreedyGroups#label}. */
    LABEL,
    /** Drawn at random. */
    RANDOM,
    /** The neurons that know most of the class, each on its own. */
    INFORMATION,
    /** The neurons whose activation varies most. */
    VARIANCE,
    /** The neurons with the largest norm of outgoing weights. */
    WEIGHT,
    /** The neurons that are missed most when silenced, each on its own. */
    ABLATION,
    /** The neurons with the largest first-order change of the loss, {@link org.oinfo.study.network.FirstOrder}. */
    TAYLOR,
    /** The neurons with the largest sum of |outgoing weight| times the norm of the activation. */
    WANDA,
    /** Every neuron but those of {@link #SYNERGISTIC}. */
    COMPLEMENT;

    /** Whether it looks at neurons together, not one by one. */
    boolean ofGroups() {
        return switch (this) {
            case SYNERGISTIC, REDUNDANT, MIN_TC, ENTROPY, RECONSTRUCTION, LABEL -> true;
            default -> false;
        };
    }

    /** As results say it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
