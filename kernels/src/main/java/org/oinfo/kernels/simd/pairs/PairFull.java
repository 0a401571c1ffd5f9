package org.oinfo.kernels.simd.pairs;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.Landscape;
import org.oinfo.kernels.OmegaHistogram;
import org.oinfo.kernels.ScanSettings;
import org.oinfo.kernels.pairs.FullTally;
import org.oinfo.kernels.simd.lanes.Lanes;

/**
 * Level full: Omega of every n-plet, its sums and its histogram.
 *
 * <p>exp(2 Omega) = t / s. With e the power of two that the bits of t and s are apart, t' = 2^-e t, so that |z| &lt;= 1/5:
 *
 * <pre>
 *   z = (t' - s) / (t' + s)   Omega = e ln(2)/2 + atanh z   x = |t - s| / min(t, s) = exp(2 |Omega|) - 1, the bin
 * </pre>
 *
 * <p>Both quotients come from one reciprocal, that of (t' + s) min(t, s). atanh z = z + z^3 P(z^2), P of degree 6 the best at the
 * Chebyshev points: 1e-17.
 *
 * <p>Sums are of deviations from the shift of {@link FullTally}, zero in lanes that are not valid or not sound. Each vector of l has its
 * own, so that no bit depends on how many run side by side.
 */
final class PairFull extends PairRecorder {
    private static final double HALF_LN2 = 0x1.62e42fefa39efp-2;
    /** Half of the exponent's last bit. */
    private static final long HALF_EXPONENT = 1L << 51;

    /** 2^52 as bits: or-ing a small integer into it gives 2^52 plus that integer. */
    private static final long INTEGER = 0x4330000000000000L;

    /** Where the cells of a lane begin in {@link FullTally#histogram} [L]. */
    private static final long[] CELLS_OF_LANE = cellsOfLane();

    private final int n;
    private final FullTally tally;
    /** Cells of one half of a run [chunk][L]. */
    private final long[] cells;
    /** Sums of deviations over a chunk per q and lane [chunk][2L]. */
    private final double[] stepSum;
    /** Sums over a strip per l [2L], of deviations and their squares; over one half of a run [L]. */
    private final double[] laneSum = new double[2 * L];

    private final double[] laneSquares = new double[2 * L];
    private final double[] runSum = new double[L];
    /** Sums over a prefix: per variable in the numbers of the buffers, and of each half [2]. */
    private final double[] ofVariable;

    private final double[] deviations = new double[2];
    private final double[] squares = new double[2];
    /** What was found in each half of a run [2]. */
    private final int[] flags = new int[2];

    private Landscape into;

    PairFull(CorrelationMatrix r, ScanSettings settings, PairBuffers buffers) {
        super(r, settings, buffers);
        n = r.variables();
        tally = new FullTally(n, settings.order(), L);
        cells = new long[buffers.chunk * L];
        stepSum = new double[buffers.chunk * 2 * L];
        ofVariable = new double[buffers.n];
        into = Landscape.empty(n, settings);
    }

    private static long[] cellsOfLane() {
        long[] cells = new long[L];
        Arrays.setAll(cells, lane -> (long) lane * FullTally.CELLS);
        return cells;
    }

    @Override
    public void begin(Landscape landscape) {
        super.begin(landscape);
        into = landscape;
        tally.clear();
    }

    @Override
    public void end() {
        tally.moveTo(into);
        super.end();
    }

    @Override
    void beginScan(int from) {
        if (Double.isNaN(tally.shift())) {
            tally.setShift(canonicalOmega(from));
        }
        Arrays.fill(ofVariable, 0);
        Arrays.fill(deviations, 0);
        Arrays.fill(squares, 0);
    }

    @Override
    void run(int j, int l, int first, int end, int from, int steps) {
        if (determinants == null) {
            runs.sides(buffers, buffers.row(j), steps, buffers.tile(j, l));
        } else {
            runs.sidesAndMinors(buffers, buffers.row(j), steps, buffers.tile(j, l));
        }
        for (int half = 0; half < 2; half++) {
            int lane = Math.max(0, first - half * L);
            if (lane < L) {
                flags[half] = score(half, steps, Lanes.valid(lane, L));
                count(steps);
                ofVariable[j] += sumOfRun();
                if (determinants != null) {
                    determinants.takeMinors(j, half, steps, Lanes.valid(lane, L));
                }
            }
        }
        for (int half = 0; half < 2; half++) {
            int lane = Math.max(first, half * L);
            if (flags[half] != 0) {
                resolve((flags[half] & PairStationary.UNSOUND) != 0, j, l, lane, half * L + L, from, steps);
                flags[half] = 0;
            }
        }
    }

    /** Scores one half of a run: adds to the sums of its steps and lanes, and finds the cells; returns flags. */
    private int score(int half, int steps, int lanes) {
        LongVector zero = LongVector.zero(Lanes.LONG);
        LongVector valid = LongVector.fromArray(Lanes.LONG, Lanes.VALID, lanes);
        LongVector ownCells = LongVector.fromArray(Lanes.LONG, CELLS_OF_LANE, 0);
        LongVector last = LongVector.broadcast(Lanes.LONG, OmegaHistogram.STEPS);
        DoubleVector highest = DoubleVector.broadcast(Lanes.DOUBLE, highest());
        DoubleVector lowest = DoubleVector.broadcast(Lanes.DOUBLE, lowest());
        DoubleVector shift = DoubleVector.broadcast(Lanes.DOUBLE, tally.shift());
        DoubleVector sum = DoubleVector.zero(Lanes.DOUBLE);
        DoubleVector squareSum = DoubleVector.fromArray(Lanes.DOUBLE, laneSquares, half * L);
        LongVector sound = LongVector.broadcast(Lanes.LONG, -1);
        LongVector reaches = zero;
        for (int step = 0, i = half * L; step < steps; step++, i += 2 * L) {
            DoubleVector t = DoubleVector.fromArray(Lanes.DOUBLE, buffers.numerators, i);
            DoubleVector s = DoubleVector.fromArray(Lanes.DOUBLE, buffers.denominators, i);
            LongVector fit = LongVector.fromArray(Lanes.LONG, buffers.sound, i);
            LongVector counts = zero.sub(fit.and(valid).lanewise(VectorOperators.LSHR, 63));
            LongVector below = t.reinterpretAsLongs().sub(s.reinterpretAsLongs());
            LongVector negative = zero.sub(below.lanewise(VectorOperators.LSHR, 63));
            LongVector nearest = below.add(HALF_EXPONENT);
            DoubleVector scaled =
                    t.reinterpretAsLongs().sub(nearest.and(~Lanes.MANTISSA)).reinterpretAsDoubles();
            // The exponent as a double without a conversion, which few machines have for 64-bit integers.
            DoubleVector e = nearest.lanewise(VectorOperators.XOR, Long.MIN_VALUE)
                    .lanewise(VectorOperators.LSHR, 52)
                    .or(INTEGER)
                    .reinterpretAsDoubles()
                    .sub(0x1p52 + 2048);
            DoubleVector smaller =
                    s.reinterpretAsLongs().add(below.and(negative)).reinterpretAsDoubles();
            DoubleVector distance =
                    t.sub(s).reinterpretAsLongs().and(Long.MAX_VALUE).reinterpretAsDoubles();
            DoubleVector both = scaled.add(s);
            DoubleVector reciprocal = DoubleVector.broadcast(Lanes.DOUBLE, 1).div(both.mul(smaller));
            DoubleVector z = scaled.sub(s).mul(smaller).mul(reciprocal);
            DoubleVector y = z.mul(z);
            DoubleVector y2 = y.mul(y);
            DoubleVector low = y.fma(
                    DoubleVector.broadcast(Lanes.DOUBLE, 0x1.999999997cd24p-3),
                    DoubleVector.broadcast(Lanes.DOUBLE, 0x1.555555555556dp-2));
            DoubleVector middle = y.fma(
                    DoubleVector.broadcast(Lanes.DOUBLE, 0x1.c71c3d608a2f4p-4),
                    DoubleVector.broadcast(Lanes.DOUBLE, 0x1.24924951743bbp-3));
            DoubleVector high = y2.fma(
                    DoubleVector.broadcast(Lanes.DOUBLE, 0x1.3587371ccaae7p-4),
                    y.fma(
                            DoubleVector.broadcast(Lanes.DOUBLE, 0x1.390565d08943ep-4),
                            DoubleVector.broadcast(Lanes.DOUBLE, 0x1.746b9dab90793p-4)));
            DoubleVector series = y2.fma(y2.fma(high, middle), low);
            DoubleVector omega = e.fma(
                    DoubleVector.broadcast(Lanes.DOUBLE, HALF_LN2),
                    series.mul(y).fma(z, z));
            sound = sound.and(fit);
            reaches = reaches.or(highest.sub(omega).reinterpretAsLongs())
                    .or(omega.sub(lowest).reinterpretAsLongs());
            DoubleVector deviation =
                    omega.sub(shift).reinterpretAsLongs().and(counts).reinterpretAsDoubles();
            sum = sum.add(deviation);
            squareSum = deviation.fma(deviation, squareSum);
            DoubleVector.fromArray(Lanes.DOUBLE, stepSum, i).add(deviation).intoArray(stepSum, i);
            LongVector x = distance.mul(both).mul(reciprocal).reinterpretAsLongs();
            LongVector bin = x.lanewise(VectorOperators.LSHR, OmegaHistogram.SHIFT)
                    .sub(OmegaHistogram.FIRST_STEP - 1)
                    .min(last);
            LongVector balanced =
                    zero.sub(x.sub(OmegaHistogram.SMALLEST_UNBALANCED).lanewise(VectorOperators.LSHR, 63));
            bin.and(balanced.not())
                    .lanewise(VectorOperators.XOR, negative)
                    .sub(negative)
                    .add(OmegaHistogram.STEPS + 1)
                    .and(counts)
                    .add(ownCells)
                    .intoArray(cells, step * L);
        }
        sum.intoArray(runSum, 0);
        sum.add(DoubleVector.fromArray(Lanes.DOUBLE, laneSum, half * L)).intoArray(laneSum, half * L);
        squareSum.intoArray(laneSquares, half * L);
        return PairStationary.flags(
                reaches.and(valid).reduceLanes(VectorOperators.OR) < 0,
                false,
                sound.or(valid.not()).reduceLanes(VectorOperators.AND) >= 0);
    }

    /** Counts the cells of one half of a run. */
    private void count(int steps) {
        long[] histogram = tally.histogram();
        long[] from = cells;
        for (int i = 0; i < steps * L; i++) {
            histogram[(int) from[i]]++;
        }
    }

    private double sumOfRun() {
        double total = 0;
        for (int lane = 0; lane < L; lane++) {
            total += runSum[lane];
        }
        return total;
    }

    @Override
    void endStrip(int l) {
        super.endStrip(l);
        for (int lane = 0; lane < 2 * L; lane++) {
            ofVariable[l + lane] += laneSum[lane];
            deviations[lane / L] += laneSum[lane];
            squares[lane / L] += laneSquares[lane];
        }
        Arrays.fill(laneSum, 0);
        Arrays.fill(laneSquares, 0);
    }

    @Override
    void endChunk(int from, int to) {
        for (int q = from; q < to; q++) {
            for (int i = (q - from) * 2 * L; i < (q - from + 1) * 2 * L; i++) {
                ofVariable[q] += stepSum[i];
            }
        }
        Arrays.fill(stepSum, 0);
    }

    @Override
    void endScan(int from, int to) {
        for (int v = from; v < n; v++) {
            tally.addVariable(v, ofVariable[buffers.dummies + v]);
        }
        tally.addPrefix(nplet, from, to, deviations[0] + deviations[1], squares[0] + squares[1]);
    }

    @Override
    protected void setThresholds(double high, double low) {}

    /** Runs add every sound n-plet themselves. */
    @Override
    protected void add(double o) {}

    @Override
    protected void leaveOut() {
        tally.leaveOut(nplet);
    }
}
