package org.oinfo.kernels;

import java.util.Arrays;

/** Decides by canonical values by which of some candidates an n-plet grows: see {@link GrowthKernel}. */
public final class GrowthChoice {
    /** Keys tie that differ by rounding to a multiple of 2^-40. */
    private static final double KEY_ERROR = 0x1p-40;

    private final NpletScore canonical;
    private final int sign;
    private final int[] nplet;
    private double omega;

    /**
     * A choice.
     *
     * @param redundant whether the largest Omega is sought, else the smallest
     * @param largest the largest order of an n-plet
     */
    public GrowthChoice(NpletScore canonical, boolean redundant, int largest) {
        this.canonical = canonical;
        this.sign = redundant ? -1 : 1;
        this.nplet = new int[largest];
    }

    /**
     * How far from the best value, nats, another may lie whose n-plet is best canonically.
     *
     * @param error bound on the difference between a value and the canonical one
     */
    public static double window(double error) {
        return 2 * error + KEY_ERROR;
    }

    /**
     * The best of some candidates; -1 where the n-plet with any of them is singular.
     *
     * @param path members, in any order [order or more]
     * @param candidates ascending [count or more], no members
     */
    public int choose(int[] path, int order, int[] candidates, int count) {
        int best = -1;
        long bestKey = Long.MAX_VALUE;
        for (int i = 0; i < count; i++) {
            System.arraycopy(path, 0, nplet, 0, order);
            nplet[order] = candidates[i];
            Arrays.sort(nplet, 0, order + 1);
            if (canonical.score(nplet, 0, order + 1)) {
                long key = sign * Ranking.key(canonical.o());
                if (best < 0 || key < bestKey) {
                    best = candidates[i];
                    bestKey = key;
                    omega = canonical.o();
                }
            }
        }
        return best;
    }

    /** Canonical Omega of the n-plet with the last candidate chosen. */
    public double omega() {
        return omega;
    }

    /** Writes the variables of 0..variables-1 that are not members, ascending; returns how many. */
    public static int others(int[] path, int order, int variables, int[] out) {
        int count = 0;
        for (int v = 0; v < variables; v++) {
            boolean member = false;
            for (int i = 0; i < order; i++) {
                member |= path[i] == v;
            }
            if (!member) {
                out[count++] = v;
            }
        }
        return count;
    }
}
