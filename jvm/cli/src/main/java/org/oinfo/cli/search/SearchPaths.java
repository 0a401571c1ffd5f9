package org.oinfo.cli.search;

/** Which steps of greedy paths are printed. */
public enum SearchPaths {
    /** Of each end the whole path of the best start; of every other start its best n-plet. */
    BEST,
    /** Every step of every path. */
    ALL
}
