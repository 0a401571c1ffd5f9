package org.oinfo.discrete;

import org.oinfo.kernels.NpletScore;

/**
 * The measures of an n-plet S by their definitions, from contents (H stands for T H in whole units, so sums are exact):
 *
 * <pre>
 *  TC = sum_i H(i) - H(S)                        DTC = (1-k) H(S) + sum_i H(S without i)
 *  Omega = (k-2) H(S) + sum_i H(i) - sum_i H(S without i)          S = TC + DTC
 * </pre>
 *
 * <p>Wherever an n-plet has the same prefix (all but its last variable) as the one before, only its last variable is counted.
 * Sums may wrap around on the way; what they end at fits (see {@link CountTable}).
 */
final class DiscreteScore implements NpletScore {
    private final CountTable table;
    private final JointContents contents;
    private final Subsets subsets;
    /** Content of each variable [N]. */
    private final long[] singles;

    private int[] prefix = new int[0];
    private boolean begun;
    private long prefixContent;
    private long prefixSingles;

    private double tc;
    private double dtc;
    private double o;
    private double s;

    DiscreteScore(CountTable table, JointContents contents, Subsets subsets, long[] singles) {
        this.table = table;
        this.contents = contents;
        this.subsets = subsets;
        this.singles = singles;
    }

    @Override
    public boolean score(int[] nplets, int offset, int order) {
        int last = nplets[offset + order - 1];
        if (!samePrefix(nplets, offset, order - 1)) {
            prefix(nplets, offset, order - 1);
        }
        long joint = contents.with(last);
        long alone = prefixSingles + singles[last];
        long without = prefixContent + subsets.sum(last);
        long total = alone - joint;
        long omega = (order - 2) * joint + alone - without;
        tc = table.nats(total);
        o = table.nats(omega);
        dtc = table.nats(total - omega);
        s = table.nats(2 * total - omega);
        return true;
    }

    private boolean samePrefix(int[] nplets, int offset, int length) {
        if (!begun || prefix.length != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (prefix[i] != nplets[offset + i]) {
                return false;
            }
        }
        return true;
    }

    private void prefix(int[] nplets, int offset, int length) {
        if (prefix.length != length) {
            prefix = new int[length];
        }
        System.arraycopy(nplets, offset, prefix, 0, length);
        prefixSingles = 0;
        for (int variable : prefix) {
            prefixSingles += singles[variable];
        }
        contents.prefix(prefix, 0, length, -1);
        prefixContent = contents.content();
        subsets.prefix(prefix, 0, length);
        begun = true;
    }

    @Override
    public double tc() {
        return tc;
    }

    @Override
    public double dtc() {
        return dtc;
    }

    @Override
    public double o() {
        return o;
    }

    @Override
    public double s() {
        return s;
    }
}
