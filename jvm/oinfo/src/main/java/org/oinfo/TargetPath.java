package org.oinfo;

import java.util.List;
import org.oinfo.targets.TargetNplet;

/**
 * A greedy path of sources: n-plets of growing order, each with one source more than the one before.
 *
 * @param nplets in columns of the data; empty where every n-plet of the start order is singular
 * @param best position of the n-plet with the most extreme dOmega, the smallest of equals; -1 of an empty path
 */
public record TargetPath(List<TargetNplet> nplets, int best) {}
