package org.oinfo.kernels.lattice;

import java.util.Arrays;
import java.util.List;
import org.oinfo.kernels.Canonical;
import org.oinfo.kernels.Combinations;
import org.oinfo.kernels.CompensatedSums;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.Landscape;
import org.oinfo.kernels.Level;
import org.oinfo.kernels.OmegaHistogram;
import org.oinfo.kernels.ScanSettings;

/**
 * The record of a walk over the lattice: a landscape for each order, and what the hot loop reads and adds to, in tables.
 *
 * <p>The lanes of a vector are subsets of the last variables, so a vector holds n-plets of several orders. Tables are laid out
 * for that: index c L + lane is for order c + members of the lane, c counting the members that all lanes share.
 */
public final class LatticeRecorder {
    /** Twice Omega above or below which an n-plet may enter a ranking. */
    public final double[] candidateAbove;

    public final double[] candidateBelow;
    /** Twice Omega at the edges of balanced. */
    public final double[] redundantAbove;

    public final double[] synergisticBelow;
    /** Counts of the loop, and its sum of 2 Omega. */
    public final long[] redundant;

    public final long[] synergistic;
    public final double[] sum;
    /** k - 2 for order k. */
    public final double[] coefficient;

    private final int lanes;
    private final List<ScanSettings> settings;
    /** Position of an order's landscape; -1: not wanted [N+1]. */
    private final int[] position;

    private final Combinations[] combinations;
    private final double[] margin;
    private final Canonical canonical;
    /** All correlations are the same: within an order every n-plet has the same canonical bits. */
    private final boolean uniform;

    private final int[][] nplets;
    private final CompensatedSums sums;
    private Landscape[] into = new Landscape[0];

    /** The record of a walk whose vectors have so many lanes. */
    public LatticeRecorder(CorrelationMatrix r, List<ScanSettings> settings, int lanes) {
        for (ScanSettings each : settings) {
            if (each.level() == Level.FULL) {
                throw new IllegalArgumentException(
                        "a walk over the lattice must be of level EXTREMES or PLAIN: level=" + each.level());
            }
            if (each.determinants()) {
                throw new IllegalArgumentException(
                        "a walk over the lattice sums no determinants: order=" + each.order());
            }
        }
        int n = r.variables();
        this.lanes = lanes;
        this.settings = settings;
        canonical = new Canonical(r);
        uniform = uniform(r);
        position = new int[n + 1];
        Arrays.fill(position, -1);
        combinations = new Combinations[settings.size()];
        margin = new double[settings.size()];
        nplets = new int[n + 1][];
        sums = new CompensatedSums(settings.size());
        for (int i = 0; i < settings.size(); i++) {
            int order = settings.get(i).order();
            position[order] = i;
            combinations[i] = new Combinations(n, order);
            margin[i] = Canonical.error(order);
            nplets[order] = new int[order];
        }
        int size = (n + 1) * lanes;
        candidateAbove = new double[size];
        candidateBelow = new double[size];
        redundantAbove = new double[size];
        synergisticBelow = new double[size];
        redundant = new long[size];
        synergistic = new long[size];
        sum = new double[size];
        coefficient = new double[size];
        Arrays.fill(candidateAbove, Double.POSITIVE_INFINITY);
        Arrays.fill(candidateBelow, Double.NEGATIVE_INFINITY);
        for (int t = 0; t < size; t++) {
            coefficient[t] = order(t) - 2;
            int i = position(t);
            double bias = i < 0 ? 0 : settings.get(i).bias();
            redundantAbove[t] = 2 * (bias + OmegaHistogram.BALANCED);
            synergisticBelow[t] = 2 * (bias - OmegaHistogram.BALANCED);
        }
    }

    private int order(int t) {
        return t / lanes + Integer.bitCount(t % lanes);
    }

    private int position(int t) {
        return order(t) < position.length ? position[order(t)] : -1;
    }

    private static boolean uniform(CorrelationMatrix r) {
        for (int i = 1; i < r.variables(); i++) {
            for (int j = 0; j < i; j++) {
                if (r.get(i, j) != r.get(1, 0)) {
                    return false;
                }
            }
        }
        return true;
    }

    void begin(Landscape[] landscapes) {
        into = landscapes;
        sums.clear();
        for (int i = 0; i < into.length; i++) {
            updateThresholds(i);
        }
    }

    /** Hands the sums to the landscapes. */
    void end() {
        for (int i = 0; i < into.length; i++) {
            into[i].addSum(sums.value(i));
        }
    }

    /** Whether some order in [from, to] is asked for. */
    public boolean wants(int from, int to) {
        for (int order = from; order <= to; order++) {
            if (position[order] >= 0) {
                return true;
            }
        }
        return false;
    }

    /**
     * Moves what was counted in the tables to the landscapes and clears the tables.
     *
     * @param members members of every n-plet counted
     * @param q free variables beside the lanes, of which every subset was counted once in each lane
     */
    public void flush(int members, int q) {
        long vectors = 1;
        for (int c = 0; c <= q; c++) {
            int at = (members + c) * lanes;
            for (int t = at; t < at + lanes; t++) {
                int i = position(t);
                if (i >= 0) {
                    add(i, t, vectors);
                }
                redundant[t] = 0;
                synergistic[t] = 0;
                sum[t] = 0;
            }
            vectors = vectors * (q - c) / (c + 1);
        }
    }

    private void add(int i, int t, long nplets) {
        if (settings.get(i).level().counts()) {
            into[i].addCounts(redundant[t], synergistic[t], nplets - redundant[t] - synergistic[t]);
            sums.add(i, sum[t] / 2 - nplets * settings.get(i).bias());
        } else {
            into[i].addUncounted(nplets);
        }
    }

    /**
     * Ranks those of some subsets that may be among the extremes.
     *
     * @param scores 2 Omega of subset first + i of the free variables at [i], {@code count} of them
     * @param first multiple of L
     */
    public void rank(double[] scores, int first, int count, int[] members, int m, int[] free) {
        for (int i = count - 1; i >= 0; i--) {
            int subset = first + i;
            int t = (m + Integer.bitCount(subset / lanes)) * lanes + i % lanes;
            if (scores[i] > candidateAbove[t] || scores[i] < candidateBelow[t]) {
                int at = position(t);
                int[] nplet = assemble(members, m, free, subset);
                if (canonical.score(nplet, 0, nplet.length)) {
                    into[at].rank(canonical.o(), combinations[at].rank(nplet));
                    updateThresholds(at);
                }
            }
        }
    }

    /** Records every subset of the first q free variables, with the members, canonically in everything. */
    void canonical(int[] members, int m, int[] free, int q) {
        for (int subset = (1 << q) - 1; subset >= 0; subset--) {
            int at = position[m + Integer.bitCount(subset)];
            if (at >= 0) {
                int[] nplet = assemble(members, m, free, subset);
                into[at].record(nplet, combinations[at].rank(nplet), canonical);
            }
        }
    }

    private int[] assemble(int[] members, int m, int[] free, int subset) {
        int[] nplet = nplets[m + Integer.bitCount(subset)];
        System.arraycopy(members, 0, nplet, 0, m);
        int k = m;
        for (int left = subset; left != 0; left &= left - 1) {
            nplet[k++] = free[Integer.numberOfTrailingZeros(left)];
        }
        Arrays.sort(nplet);
        return nplet;
    }

    private void updateThresholds(int i) {
        Landscape landscape = into[i];
        int top = settings.get(i).top();
        // N-plets of a uniform matrix tie, and come in lexicographic order: the first K are the best.
        boolean allHigh = uniform && landscape.mostRedundant().size() == top;
        boolean allLow = uniform && landscape.mostSynergistic().size() == top;
        double above = allHigh
                ? Double.POSITIVE_INFINITY
                : -2 * (landscape.mostRedundant().worst() + margin[i]);
        double below = allLow
                ? Double.NEGATIVE_INFINITY
                : 2 * (landscape.mostSynergistic().worst() + margin[i]);
        int order = settings.get(i).order();
        for (int lane = 0; lane < lanes; lane++) {
            int c = order - Integer.bitCount(lane);
            if (c >= 0) {
                candidateAbove[c * lanes + lane] = above;
                candidateBelow[c * lanes + lane] = below;
            }
        }
    }
}
