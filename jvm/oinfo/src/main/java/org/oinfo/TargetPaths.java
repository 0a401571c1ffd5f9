package org.oinfo;

/**
 * Greedy paths at both ends.
 *
 * @param synergistic the path along which dOmega is lowered
 * @param redundant the path along which it is raised
 * @param partial whether the search was stopped before its end
 */
public record TargetPaths(TargetPath synergistic, TargetPath redundant, boolean partial) {}
