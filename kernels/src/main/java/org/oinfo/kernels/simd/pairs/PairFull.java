package org.oinfo.kernels.simd.pairs;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import org.oinfo.kernels.Combinations;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.Distribution;
import org.oinfo.kernels.Landscape;
import org.oinfo.kernels.OmegaHistogram;
import org.oinfo.kernels.ScanSettings;
import org.oinfo.kernels.simd.lanes.Lanes;
import org.oinfo.kernels.simd.lanes.SimdLog;
import org.oinfo.kernels.simd.sweep.LocalHistogram;

/** Level full: Omega of every n-plet, from its logarithm; its sums per variable, moments and histogram. */
final class PairFull extends PairSums {
    /** Bits of the smallest |Omega| that is not balanced. */
    private static final long SMALLEST_UNBALANCED = Double.doubleToRawLongBits(OmegaHistogram.BALANCED) + 1;

    private final LocalHistogram histogram = new LocalHistogram();
    /** Sums of Omega over a strip per q and lane [chunk][2L], and the cells of a run [chunk][2L]. */
    private final double[] stepSum;

    private final long[] bins;
    /** Of one run [2L]: sums of squared deviations from one of its values, and n-plets of either sign. */
    private final double[] runSquares = new double[2 * L];

    private final long[] runRedundant = new long[2 * L];
    private final long[] runSynergistic = new long[2 * L];

    private Distribution distribution;

    PairFull(CorrelationMatrix r, ScanSettings settings, PairBuffers buffers, Combinations combinations) {
        super(r, settings, buffers, combinations);
        stepSum = new double[omega.length];
        bins = new long[omega.length];
        distribution = Landscape.empty(r.variables(), settings).requireDistribution();
    }

    @Override
    void begin(Landscape into) {
        super.begin(into);
        distribution = into.requireDistribution();
        histogram.clear();
    }

    @Override
    void end(Landscape into) {
        histogram.addTo(distribution);
        super.end(into);
    }

    @Override
    void clearSteps(int steps) {
        Arrays.fill(stepSum, 0, steps * 2 * L, 0);
    }

    @Override
    double stepSum(int step) {
        double total = 0;
        for (int i = step * 2 * L; i < (step + 1) * 2 * L; i++) {
            total += stepSum[i];
        }
        return total;
    }

    @Override
    void run(int j, int l, int first, int end, int from, int steps) {
        runs.values(buffers, buffers.row(j), steps, buffers.tile(j, l));
        SimdLog.log(buffers.ratios, 0, steps * 2 * L, omega);
        // The first value need not be valid, only near the others.
        double shift = 0.5 * Math.copySign(omega[end - 1], buffers.ratios[end - 1]);
        int signs = 0;
        for (int half = 0; half < 2; half++) {
            signs |= tally(steps, half, Lanes.valid(first - half * L, end - half * L), shift);
        }
        boolean sound = (signs & PairStationary.UNSOUND) == 0;
        if (sound) {
            add(j, first, end, steps, shift);
        }
        if (signs != 0) {
            goThrough(!sound, j, l, first, end, from, steps);
        }
    }

    /**
     * Makes Omega and its bin of one half of a run, and its sums: lanes that are not valid count as Omega 0, and in the squares
     * not at all.
     *
     * @return whether something may be ranked, or is not sound
     */
    private int tally(int steps, int half, int lanes, double shift) {
        LongVector valid = LongVector.fromArray(Lanes.LONG, Lanes.VALID, lanes);
        DoubleVector high = DoubleVector.broadcast(Lanes.DOUBLE, highest());
        DoubleVector low = DoubleVector.broadcast(Lanes.DOUBLE, lowest());
        DoubleVector edge = DoubleVector.broadcast(Lanes.DOUBLE, OmegaHistogram.BALANCED);
        DoubleVector sumOfRun = DoubleVector.zero(Lanes.DOUBLE);
        DoubleVector squares = DoubleVector.zero(Lanes.DOUBLE);
        LongVector redundant = LongVector.zero(Lanes.LONG);
        LongVector synergistic = LongVector.zero(Lanes.LONG);
        LongVector sound = LongVector.broadcast(Lanes.LONG, -1L);
        LongVector reaches = LongVector.zero(Lanes.LONG);
        for (int i = half * L; i < steps * 2 * L; i += 2 * L) {
            LongVector sign = DoubleVector.fromArray(Lanes.DOUBLE, buffers.ratios, i)
                    .reinterpretAsLongs()
                    .and(Long.MIN_VALUE);
            DoubleVector o = DoubleVector.fromArray(Lanes.DOUBLE, omega, i)
                    .mul(0.5)
                    .reinterpretAsLongs()
                    .or(sign)
                    .reinterpretAsDoubles();
            o.intoArray(omega, i);
            sound = sound.and(LongVector.fromArray(Lanes.LONG, buffers.sound, i));
            reaches = reaches.or(high.sub(o).reinterpretAsLongs()).or(o.sub(low).reinterpretAsLongs());
            DoubleVector deviation =
                    o.sub(shift).reinterpretAsLongs().and(valid).reinterpretAsDoubles();
            squares = deviation.fma(deviation, squares);
            DoubleVector counted = o.reinterpretAsLongs().and(valid).reinterpretAsDoubles();
            sumOfRun = sumOfRun.add(counted);
            redundant = redundant.add(edge.sub(counted).reinterpretAsLongs().lanewise(VectorOperators.LSHR, 63));
            synergistic = synergistic.add(edge.add(counted).reinterpretAsLongs().lanewise(VectorOperators.LSHR, 63));
        }
        sumOfRun.intoArray(runSum, half * L);
        squares.intoArray(runSquares, half * L);
        redundant.intoArray(runRedundant, half * L);
        synergistic.intoArray(runSynergistic, half * L);
        boolean mayRank = reaches.and(valid).reduceLanes(VectorOperators.OR) < 0;
        boolean unsound = sound.or(valid.not()).reduceLanes(VectorOperators.AND) >= 0;
        return PairStationary.flags(mayRank, false, unsound);
    }

    /** The cell of {@link LocalHistogram} of every n-plet of a run, balanced where |Omega| says so. */
    private void bin(int steps) {
        LongVector last = LongVector.broadcast(Lanes.LONG, OmegaHistogram.STEPS);
        for (int i = 0; i < steps * 2 * L; i += L) {
            DoubleVector ratio = DoubleVector.fromArray(Lanes.DOUBLE, buffers.ratios, i);
            DoubleVector o = DoubleVector.fromArray(Lanes.DOUBLE, omega, i);
            LongVector step = ratio.reinterpretAsLongs()
                    .and(Long.MAX_VALUE)
                    .reinterpretAsDoubles()
                    .sub(1)
                    .reinterpretAsLongs()
                    .lanewise(VectorOperators.LSHR, OmegaHistogram.SHIFT)
                    .sub(OmegaHistogram.FIRST_STEP - 1);
            // Minus one where the step is too far, or Omega is balanced, or negative: all bits set.
            LongVector room = last.sub(step);
            LongVector beyond = LongVector.zero(Lanes.LONG).sub(room.lanewise(VectorOperators.LSHR, 63));
            LongVector balanced = LongVector.zero(Lanes.LONG)
                    .sub(o.reinterpretAsLongs()
                            .and(Long.MAX_VALUE)
                            .sub(SMALLEST_UNBALANCED)
                            .lanewise(VectorOperators.LSHR, 63));
            LongVector negative =
                    LongVector.zero(Lanes.LONG).sub(ratio.reinterpretAsLongs().lanewise(VectorOperators.LSHR, 63));
            step.add(room.and(beyond))
                    .and(balanced.not())
                    .lanewise(VectorOperators.XOR, negative)
                    .sub(negative)
                    .add(OmegaHistogram.balanced())
                    .lanewise(VectorOperators.LSHL, LocalHistogram.COPIES_SHIFT)
                    .add(LongVector.fromArray(Lanes.LONG, LocalHistogram.COPY, 0))
                    .intoArray(bins, i);
        }
    }

    /** Adds Omega of every n-plet of a run to the sums of its q. */
    private void addToSteps(int steps, int first, int end) {
        for (int half = 0; half < 2; half++) {
            LongVector valid =
                    LongVector.fromArray(Lanes.LONG, Lanes.VALID, Lanes.valid(first - half * L, end - half * L));
            for (int i = half * L; i < steps * 2 * L; i += 2 * L) {
                DoubleVector.fromArray(Lanes.DOUBLE, omega, i)
                        .reinterpretAsLongs()
                        .and(valid)
                        .reinterpretAsDoubles()
                        .add(DoubleVector.fromArray(Lanes.DOUBLE, stepSum, i))
                        .intoArray(stepSum, i);
            }
        }
    }

    private void add(int j, int first, int end, int steps, double shift) {
        double total = addRun(j, first, end, steps);
        addToSteps(steps, first, end);
        double squares = 0;
        long redundant = 0;
        long synergistic = 0;
        for (int lane = 0; lane < 2 * L; lane++) {
            squares += runSquares[lane];
            redundant += runRedundant[lane];
            synergistic += runSynergistic[lane];
        }
        long scored = (long) (end - first) * steps;
        count(scored, redundant, synergistic);
        double mean = total / scored;
        double offset = mean - shift;
        distribution.addMoments(scored, mean, Math.max(0, squares - scored * offset * offset));
        bin(steps);
        histogram.add(bins, steps, 2 * L, first, end);
    }

    @Override
    void setThresholds(double high, double low) {}

    @Override
    void add(double o) {
        super.add(o);
        distribution.addMoments(1, o, 0);
        distribution.histogram()[OmegaHistogram.bin(o)]++;
    }
}
