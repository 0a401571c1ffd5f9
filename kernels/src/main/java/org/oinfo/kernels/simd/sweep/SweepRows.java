package org.oinfo.kernels.simd.sweep;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import org.oinfo.kernels.Canonical;
import org.oinfo.kernels.CompensatedSums;
import org.oinfo.kernels.Landscape;
import org.oinfo.kernels.OmegaHistogram;
import org.oinfo.kernels.ScanSettings;
import org.oinfo.kernels.simd.lanes.Lanes;
import org.oinfo.kernels.simd.lanes.SimdLog;
import org.oinfo.kernels.sweep.SweepCandidates;

/**
 * Scores the n-plets {A, p, j} of one prefix A of k-2 members, row by row: p is fixed in a row, j runs over the lanes.
 * Subclasses hold the hot loops; this class prepares what is constant in a row.
 */
abstract class SweepRows {
    /** Largest factor of s^m: products of rows beyond it may leave the range of doubles, so those are scored canonically. */
    private static final double LARGEST_SCALE = 1e300;

    final Sweep sweep;
    final SweepCandidates candidates;
    final int n;
    final int stride;
    final int members;
    final double bias;
    /** exp(-2t) at the upper and the lower edge of balanced. */
    final double redundantThreshold;

    final double synergisticThreshold;

    /** -b_ip / s_pp and kappa_i + b_ip^2 / s_pp for the members of A, in the current row [k-2]. */
    final double[] rowCoefficients;

    final double[] rowKappa;

    /** Of the current prefix, see {@link Sweep}. */
    double[] rows;

    double[] diagonal;
    double[] coefficients;
    int lastRow;
    double lastFactor;

    /** 1 / (D_A^2 s_pp) for every p, and its logarithm [stride]. */
    private final double[] scales;

    private final double[] logScales;

    /** Of the range: sums of determinants, where they are asked for. */
    private final CompensatedSums determinants = new CompensatedSums(1);

    private final boolean sumsDeterminants;
    /** Sums of conditional variances by lane [L]. */
    private final double[] lanes = new double[Lanes.COUNT];

    private long scored;
    private long redundant;
    private long synergistic;

    SweepRows(Sweep sweep, SweepCandidates candidates, ScanSettings settings) {
        this.sweep = sweep;
        this.candidates = candidates;
        n = sweep.n;
        stride = sweep.stride;
        members = sweep.depth;
        bias = settings.bias();
        sumsDeterminants = settings.determinants();
        redundantThreshold = StrictMath.exp(-2 * (bias + OmegaHistogram.BALANCED));
        synergisticThreshold = StrictMath.exp(-2 * (bias - OmegaHistogram.BALANCED));
        rowCoefficients = new double[members];
        rowKappa = new double[members];
        scales = new double[stride];
        logScales = new double[stride];
        rows = sweep.lastRows();
        diagonal = sweep.diagonal();
        coefficients = sweep.coefficients();
    }

    /** Starts a scan into a landscape. */
    void begin(Landscape into) {
        scored = 0;
        redundant = 0;
        synergistic = 0;
        determinants.clear();
        candidates.begin(into);
    }

    /** Ends it: adds the counts and the sum of Omega, or the number alone. */
    void end(Landscape into) {
        if (!into.settings().level().counts()) {
            into.addUncounted(scored);
            return;
        }
        into.addCounts(redundant, synergistic, scored - redundant - synergistic);
        addSums(into);
        into.addDeterminants(determinants.value(0));
    }

    /**
     * Scores the whole rows p in [from, to) of a prefix.
     *
     * @param prefix its k-2 members
     * @param rank rank of the first n-plet of row {@code from}
     */
    final void score(int[] prefix, int from, int to, long rank) {
        lastRow = sweep.lastRow(prefix);
        for (int p = from; p < to; p++) {
            scales[p] = sweep.inverseDetSquared() * (1 / diagonal[p]);
        }
        SimdLog.log(scales, from, to, logScales);
        beginPrefix(from);
        long first = rank;
        for (int p = from; p < to; p++) {
            if (diagonal[p] >= Canonical.GUARD && scales[p] * Math.max(1, candidates.lowThreshold()) <= LARGEST_SCALE) {
                double inverse = 1 / diagonal[p];
                prepare(p, inverse);
                row(p, inverse, scales[p], logScales[p], first);
            } else {
                candidates.record(p, p + 1, n, first);
            }
            first += n - p - 1;
        }
        endPrefix(prefix, from);
    }

    private void prepare(int p, double inverse) {
        double[] kappa = sweep.kappa();
        for (int i = 0; i < members; i++) {
            double bip = coefficients[i * stride + p];
            double factor = bip * inverse;
            rowCoefficients[i] = -factor;
            rowKappa[i] = Math.fma(bip, factor, kappa[i]);
        }
        // s_pa / s_aa given the prefix without its last member a.
        lastFactor = members == 0 ? 0 : coefficients[(members - 1) * stride + p];
    }

    /**
     * Adds the determinants D_A s_pp s_j of the n-plets {A, p, j} that are not flagged, where determinants are summed.
     *
     * @param codes of j in [from, to), at {@code at} on
     * @param inverse 1 / s_pp
     * @param scale 1 / (D_A^2 s_pp)
     */
    final void sumDeterminants(int p, int from, int to, long[] codes, int at, double inverse, double scale) {
        if (!sumsDeterminants) {
            return;
        }
        DoubleVector negFactor = DoubleVector.broadcast(Lanes.DOUBLE, -lastFactor);
        DoubleVector negInverse = DoubleVector.broadcast(Lanes.DOUBLE, -inverse);
        DoubleVector variances = DoubleVector.zero(Lanes.DOUBLE);
        for (int j = from; j < to; j += Lanes.COUNT) {
            DoubleVector spj = DoubleVector.fromArray(Lanes.DOUBLE, rows, lastRow + j)
                    .fma(negFactor, DoubleVector.fromArray(Lanes.DOUBLE, rows, p * stride + j));
            LongVector keep = LongVector.fromArray(Lanes.LONG, codes, at + j - from)
                    .and(SweepCandidates.FLAGGED)
                    .sub(1)
                    .and(LongVector.fromArray(Lanes.LONG, Lanes.VALID, Lanes.valid(0, Math.min(Lanes.COUNT, n - j))));
            variances = variances.add(spj.mul(negInverse)
                    .fma(spj, DoubleVector.fromArray(Lanes.DOUBLE, diagonal, j))
                    .reinterpretAsLongs()
                    .and(keep)
                    .reinterpretAsDoubles());
        }
        variances.intoArray(lanes, 0);
        double total = 0;
        for (int lane = 0; lane < Lanes.COUNT; lane++) {
            total += lanes[lane];
        }
        determinants.add(0, total / Math.sqrt(scale * inverse));
    }

    final void count(long scoredHere, long redundantHere, long synergisticHere) {
        scored += scoredHere;
        redundant += redundantHere;
        synergistic += synergisticHere;
    }

    /**
     * Scores one row.
     *
     * @param p the last member but one
     * @param inverse 1 / s_pp
     * @param scale 1 / (D_A^2 s_pp)
     * @param logScale its logarithm
     * @param rank rank of {A, p, p+1}
     */
    abstract void row(int p, double inverse, double scale, double logScale, long rank);

    /** Adds the sum of Omega less the bias over the n-plets counted since {@link #begin}. */
    abstract void addSums(Landscape into);

    /** Called before the rows of a prefix, and after them. */
    abstract void beginPrefix(int from);

    abstract void endPrefix(int[] prefix, int from);
}
