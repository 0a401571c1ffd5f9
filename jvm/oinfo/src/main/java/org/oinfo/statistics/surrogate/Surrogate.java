package org.oinfo.statistics.surrogate;

/** What a surrogate keeps of the data, and so what a small p rejects. */
public enum Surrogate {
    /** Every column in an order of its own: independent columns of independent samples. Is anything there? */
    SHUFFLE(Rearrangement.SHUFFLE),
    /** Every column rotated by itself: independent columns, each with its own memory. Is anything there? For time series. */
    SHIFT(Rearrangement.SHIFT),
    /**
     * Samples of a Gaussian tree with the strongest pairwise correlations of the data, in the data's own margins: columns that
     * depend on each other, but without synergy. Is it synergy? For independent samples; see {@link TreeColumns}.
     */
    TREE(Rearrangement.SHUFFLE),
    /** Random correlations with the eigenvalues of the data's. Is it more than their number of dimensions? See {@link SpectrumMatched}. */
    SPECTRUM(Rearrangement.SHUFFLE);

    private final Rearrangement blocks;

    Surrogate(Rearrangement blocks) {
        this.blocks = blocks;
    }

    /** How the samples of a part of an n-plet are rearranged as a block, for the carry-over check. */
    Rearrangement blocks() {
        return blocks;
    }
}
