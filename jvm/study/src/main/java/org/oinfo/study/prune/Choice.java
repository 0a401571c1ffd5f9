package org.oinfo.study.prune;

import java.util.Locale;

/** How the neurons that are kept are chosen, in the order of results. */
public enum Choice {
    /** The group of its size with the smallest Omega that the search found. */
    SYNERGISTIC,
    /** The group of its size with the largest Omega that the search found. */
    REDUNDANT,
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
    /** Every neuron but those of {@link #SYNERGISTIC}. */
    COMPLEMENT;

    /** As results say it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
