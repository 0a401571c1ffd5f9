package org.oinfo.kernels.simd.sweep;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import org.oinfo.kernels.Canonical;
import org.oinfo.kernels.CompensatedSums;
import org.oinfo.kernels.Distribution;
import org.oinfo.kernels.Landscape;
import org.oinfo.kernels.OmegaHistogram;
import org.oinfo.kernels.ScanSettings;
import org.oinfo.kernels.simd.lanes.Lanes;
import org.oinfo.kernels.simd.lanes.SimdLog;
import org.oinfo.kernels.sweep.SweepCandidates;

/**
 * Scores rows at level full: exp(2 Omega) of a row into a buffer, then its logarithms, then variance, histogram and the sums
 * per variable. The formulas are those of {@link PlainRows}.
 */
final class FullRows extends SweepRows {
    private final double unbias;
    /** exp(2 Omega) and Omega of a row, bias taken off [stride]; the row {A, p, j} begins at j = p+1. */
    private final double[] ratio;

    private final double[] omega;
    /** Codes of what is special about each n-plet of the row, see {@link SweepCandidates} [stride]. */
    private final long[] codes;
    /** Sums and counts of the current prefix over each last member j [N]: short sums, folded into those of the range. */
    private final double[] leafSum;

    private final long[] leafCount;
    /** Of the range: what the rows scored joins the landscape at its end, whatever else was recorded there in between. */
    private final CompensatedSums sum = new CompensatedSums(1);

    private final CompensatedSums variableSums;
    private final long[] variableCounts;
    private final Moments moments = new Moments();
    private final long[] histogram = new long[OmegaHistogram.size()];

    private double prefixSum;
    private long prefixCount;

    FullRows(Sweep sweep, SweepCandidates candidates, ScanSettings settings) {
        super(sweep, candidates, settings);
        unbias = StrictMath.exp(-2 * bias);
        ratio = new double[stride];
        omega = new double[stride];
        codes = new long[stride];
        leafSum = new double[n];
        leafCount = new long[n];
        variableSums = new CompensatedSums(n);
        variableCounts = new long[n];
    }

    @Override
    void begin(Landscape into) {
        super.begin(into);
        sum.clear();
        variableSums.clear();
        Arrays.fill(variableCounts, 0);
        moments.clear();
        Arrays.fill(histogram, 0);
    }

    @Override
    void end(Landscape into) {
        super.end(into);
        for (int v = 0; v < n; v++) {
            into.requirePerVariable().add(v, variableCounts[v], variableSums.value(v));
        }
        Distribution distribution = into.requireDistribution();
        moments.addTo(distribution);
        for (int bin = 0; bin < histogram.length; bin++) {
            distribution.histogram()[bin] += histogram[bin];
        }
    }

    @Override
    void beginPrefix(int from) {
        Arrays.fill(leafSum, from, n, 0);
        Arrays.fill(leafCount, from, n, 0);
        prefixSum = 0;
        prefixCount = 0;
    }

    @Override
    void row(int p, double inverse, double scale, double logScale, long rank) {
        ratios(p, inverse, scale);
        SimdLog.log(ratio, p + 1, n, omega);
        candidates.take(codes, p + 1, n, p, p + 1, rank);
        sumDeterminants(p, p + 1, n, codes, p + 1, inverse, scale);
        tally(p);
    }

    private void ratios(int p, double inversePivot, double scale) {
        double[] b = coefficients;
        double[] c = rowCoefficients;
        double[] kk = rowKappa;
        int pRow = p * stride;
        DoubleVector one = DoubleVector.broadcast(Lanes.DOUBLE, 1);
        DoubleVector negFactor = DoubleVector.broadcast(Lanes.DOUBLE, -lastFactor);
        DoubleVector inverse = DoubleVector.broadcast(Lanes.DOUBLE, inversePivot);
        DoubleVector negInverse = DoubleVector.broadcast(Lanes.DOUBLE, -inversePivot);
        DoubleVector highBelow = DoubleVector.broadcast(Lanes.DOUBLE, -candidates.highThreshold());
        DoubleVector lowAbove = DoubleVector.broadcast(Lanes.DOUBLE, candidates.lowThreshold());
        for (int j = p + 1; j < n; j += Lanes.COUNT) {
            DoubleVector spj = DoubleVector.fromArray(Lanes.DOUBLE, rows, lastRow + j)
                    .fma(negFactor, DoubleVector.fromArray(Lanes.DOUBLE, rows, pRow + j));
            DoubleVector q = DoubleVector.fromArray(Lanes.DOUBLE, diagonal, j);
            DoubleVector sj = spj.mul(negInverse).fma(spj, q);
            DoubleVector largest = q.mul(inverse).max(one);
            DoubleVector power = one;
            for (int i = 0, bi = j; i < members; i++, bi += stride) {
                DoubleVector x = spj.fma(
                        DoubleVector.broadcast(Lanes.DOUBLE, c[i]), DoubleVector.fromArray(Lanes.DOUBLE, b, bi));
                DoubleVector qi = x.fma(x, sj.mul(kk[i]));
                largest = largest.max(qi);
                q = q.mul(qi);
                power = power.mul(sj);
            }
            LongVector flagged = sj.mul(1 / Canonical.GUARD)
                    .sub(largest)
                    .reinterpretAsLongs()
                    .lanewise(VectorOperators.LSHR, 63);
            DoubleVector scaled = power.mul(scale);
            scaled.fma(highBelow, q)
                    .reinterpretAsLongs()
                    .or(scaled.fma(lowAbove, q.neg()).reinterpretAsLongs())
                    .and(SweepCandidates.CANDIDATE)
                    .or(flagged)
                    .intoArray(codes, j);
            scaled.mul(unbias).div(q).intoArray(ratio, j);
        }
    }

    /** Adds a row, n-plet by n-plet in index order: the histogram's increments bound this loop. */
    private void tally(int p) {
        long redundant = 0;
        long synergistic = 0;
        int scored = 0;
        double rowSum = 0;
        for (int j = p + 1; j < n; j++) {
            if ((codes[j] & SweepCandidates.FLAGGED) != 0) {
                continue;
            }
            double e = ratio[j];
            double o = 0.5 * omega[j];
            omega[scored++] = o;
            rowSum += o;
            leafSum[j] += o;
            leafCount[j]++;
            if (Math.abs(o) <= OmegaHistogram.BALANCED) {
                histogram[OmegaHistogram.balanced()]++;
            } else if (o > 0) {
                redundant++;
                histogram[OmegaHistogram.bin(true, e - 1)]++;
            } else {
                synergistic++;
                histogram[OmegaHistogram.bin(false, 1 / e - 1)]++;
            }
        }
        count(scored, redundant, synergistic);
        sum.add(0, rowSum);
        addMoments(scored, rowSum / scored);
        addVariable(p, scored, rowSum);
        prefixSum += rowSum;
        prefixCount += scored;
    }

    private void addMoments(int scored, double mean) {
        double squares = 0;
        for (int i = 0; i < scored; i++) {
            double deviation = omega[i] - mean;
            squares = Math.fma(deviation, deviation, squares);
        }
        moments.add(scored, mean, squares);
    }

    @Override
    void endPrefix(int[] prefix, int from) {
        for (int i = 0; i < members; i++) {
            addVariable(prefix[i], prefixCount, prefixSum);
        }
        for (int j = from; j < n; j++) {
            addVariable(j, leafCount[j], leafSum[j]);
        }
    }

    private void addVariable(int v, long nplets, double omegas) {
        variableCounts[v] += nplets;
        variableSums.add(v, omegas);
    }

    @Override
    void addSums(Landscape into) {
        into.addSum(sum.value(0));
    }
}
