package org.oinfo.search.greedy;

import org.oinfo.search.FoundNplet;

/**
 * An n-plet that pairs grew into.
 *
 * @param found the n-plet and its measures
 * @param pairs how many pairs grew into it
 */
public record GrownNplet(FoundNplet found, long pairs) {}
