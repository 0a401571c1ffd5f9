package org.oinfo.estimate.options;

/** How values are cut into bins. */
public enum Binning {
    /** Into bins that hold about equally many samples. */
    QUANTILE,
    /** Into bins of the same width between the least and the largest value. */
    WIDTH
}
