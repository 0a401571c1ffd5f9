package org.oinfo.estimate;

import org.oinfo.data.Samples;
import org.oinfo.parallel.Workers;

/**
 * Centred rows of a share of all samples, as one of several machines has it, and what it sums over them. A share begins at a multiple
 * of {@value #LEAF} rows and ends at another, or with the last row; the merged sums of all shares go to {@link
 * CorrelationEstimator#fromShares}.
 */
public final class ShareRows {
    /** Rows that one machine must have for itself. */
    public static final int LEAF = CrossProducts.LEAF;

    private final CentredRows rows;
    private final long firstLeaf;

    private ShareRows(CentredRows rows, long firstRow) {
        if (firstRow % LEAF != 0) {
            throw new IllegalArgumentException("a share begins at a multiple of " + LEAF + ": " + firstRow);
        }
        this.rows = rows;
        this.firstLeaf = firstRow / LEAF;
    }

    /**
     * Rows of the gaussian estimator.
     *
     * @param firstRow number of the first of these samples among all
     * @param centring that of all samples
     */
    public static ShareRows gaussian(Samples share, long firstRow, Centring centring) {
        return new ShareRows(new GaussianRows(share, centring), firstRow);
    }

    /**
     * Rows of another origin, which are asked for from the first to the last, once for each sum.
     *
     * @param firstRow number of the first of these samples among all
     */
    public static ShareRows of(CentredRows share, long firstRow) {
        return new ShareRows(share, firstRow);
    }

    /** Sums of z z^T. */
    public TreeSums products(Workers workers) {
        return CrossProducts.leaves(rows, firstLeaf, workers);
    }

    /** Sums of (sum_i w_i z_i^2)^2. */
    public TreeSums fourthPowers(double[] weights, Workers workers) {
        return ShrinkageIntensity.fourthPowers(rows, firstLeaf, weights, workers);
    }
}
