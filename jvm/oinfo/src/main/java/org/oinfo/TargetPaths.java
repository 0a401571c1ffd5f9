package org.oinfo;

import java.util.List;
import org.oinfo.targets.TargetNplet;

/**
 * Greedy paths at both ends.
 *
 * @param synergistic the path along which dOmega is lowered
 * @param redundant the path along which it is raised
 * @param partial whether the search was stopped before its end
 */
public record TargetPaths(Path synergistic, Path redundant, boolean partial) {
    /**
     * A path of sources: n-plets of growing order, each with one source more than the one before.
     *
     * @param nplets in columns of the data; empty where every n-plet of the start order is singular
     * @param best position of the n-plet with the most extreme dOmega, the smallest of equals; -1 of an empty path
     */
    public record Path(List<TargetNplet> nplets, int best) {}
}
