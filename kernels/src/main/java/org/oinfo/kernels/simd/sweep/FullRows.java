package org.oinfo.kernels.simd.sweep;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import org.oinfo.kernels.Canonical;
import org.oinfo.kernels.CompensatedSums;
import org.oinfo.kernels.Distribution;
import org.oinfo.kernels.Landscape;
import org.oinfo.kernels.Level;
import org.oinfo.kernels.OmegaHistogram;
import org.oinfo.kernels.PerVariable;
import org.oinfo.kernels.ScanSettings;
import org.oinfo.kernels.simd.lanes.Lanes;
import org.oinfo.kernels.simd.lanes.SimdLog;

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
    /** Sums and counts of the current prefix over each last member j [N]: short sums, folded into the landscape's. */
    private final double[] leafSum;

    private final long[] leafCount;
    private final CompensatedSums sum = new CompensatedSums(1);

    private PerVariable perVariable;
    private Distribution distribution;
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
        Landscape own = Landscape.empty(n, new ScanSettings(settings.order(), Level.FULL, 1));
        perVariable = own.requirePerVariable();
        distribution = own.requireDistribution();
    }

    @Override
    void begin(Landscape into) {
        super.begin(into);
        sum.clear();
        perVariable = into.requirePerVariable();
        distribution = into.requireDistribution();
    }

    @Override
    void beginPrefix(int from) {
        Arrays.fill(leafSum, from, n, 0);
        Arrays.fill(leafCount, from, n, 0);
        prefixSum = 0;
        prefixCount = 0;
    }

    @Override
    void row(int p, double inverse, double scale, double halfLogScale, long rank) {
        ratios(p, inverse, scale);
        SimdLog.log(ratio, p + 1, n, omega);
        candidates.take(codes, p + 1, n, p + 1, rank);
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
        long[] histogram = distribution.histogram();
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
        perVariable.add(p, scored, rowSum);
        prefixSum += rowSum;
        prefixCount += scored;
    }

    private void addMoments(int scored, double mean) {
        double squares = 0;
        for (int i = 0; i < scored; i++) {
            double deviation = omega[i] - mean;
            squares = Math.fma(deviation, deviation, squares);
        }
        distribution.addMoments(scored, mean, squares);
    }

    @Override
    void endPrefix(int[] nplet, int from) {
        for (int i = 0; i < members; i++) {
            perVariable.add(nplet[i], prefixCount, prefixSum);
        }
        for (int j = from; j < n; j++) {
            perVariable.add(j, leafCount[j], leafSum[j]);
        }
    }

    @Override
    double sumOfOmega() {
        return sum.value(0);
    }
}
