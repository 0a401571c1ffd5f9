package org.oinfo.kernels.simd.pairs;

import jdk.incubator.vector.FloatVector;
import org.oinfo.kernels.Ends;
import org.oinfo.kernels.simd.lanes.SingleLanes;

/**
 * Level extremes with a screen in single precision: as {@link PairStrips}, with twice the lanes. What {@link PairScreen} flags
 * goes to the recorder, which scans it again in double precision; for those few its rows and strips are packed when needed.
 */
final class PairSingle implements PairHalves {
    private static final int L = SingleLanes.COUNT;
    private static final int WIDTH = PairScreenBuffers.WIDTH;

    /** Where 1/tau of every variable is in [1 / this, this], nothing that is believed leaves the range of floats. */
    private static final double LARGEST_FACTOR = 0x1p16;

    /** Thresholds beyond these flag everything or nothing; between them products with h stay normal floats. */
    private static final double SMALLEST_THRESHOLD = 0x1p-60;

    private static final double LARGEST_THRESHOLD = 0x1p80;

    private final int n;
    private final int members;
    private final Ends ends;
    private final PairBuffers doubles;
    private final PairPrefix prefix;
    private final PairStrips strips;
    private final PairRecorder recorder;
    private final PairScreenBuffers buffers;
    private final PairScreen runs;
    private final ScreenTrust trust;

    /** First row that is converted for the current prefix. */
    private int convertedFrom;
    /** Whether the factors of the current prefix are in range, and the exponent that h is scaled by. */
    private boolean inRange;

    private int exponent;

    /** Chunks scanned; which of them row j was packed in for double precision [N]; and the strip that is packed. */
    private long chunks;

    private final long[] packedRow;
    private int packedStrip;
    /** Where the current chunk of q ends. */
    private int chunkEnd;

    PairSingle(Ends ends, PairBuffers doubles, PairPrefix prefix, PairStrips strips, PairRecorder recorder) {
        n = doubles.n;
        this.ends = ends;
        this.doubles = doubles;
        this.prefix = prefix;
        this.strips = strips;
        this.recorder = recorder;
        members = doubles.order - 3;
        buffers = new PairScreenBuffers(n, doubles);
        runs = PairLoops.screen(doubles.order);
        trust = new ScreenTrust(doubles.order);
        packedRow = new long[n];
        if (members == 1) {
            // P_1 is R, whatever the prefix.
            for (int j = 0; j < n; j++) {
                convert(j, 0, 1, 1);
            }
        }
    }

    /** Another prefix follows, later variables from {@code first} on. */
    void movePrefix(int first) {
        convertedFrom = n;
        double scale = Math.abs(prefix.inverseScale());
        exponent = Math.getExponent(scale);
        inRange = scale >= 0x1p-1000 && scale <= 0x1p1000;
        for (int v = first; v < n; v++) {
            double factor = prefix.inverseTau(v);
            inRange &= factor >= 1 / LARGEST_FACTOR && factor <= LARGEST_FACTOR;
        }
    }

    /** Scores {Q, q, j, l} for q in [from, to), at most a chunk of them, and all {@code q < j < l}. */
    void scan(int from, int to) {
        if (!inRange || !trust.ready()) {
            trust.rest(triples(n - from) - triples(n - to));
            strips.scan(from, to, recorder);
            return;
        }
        convertRows(from);
        packRows(from, to);
        setThresholds();
        chunks++;
        chunkEnd = to;
        for (int l = (from + 2) / WIDTH * WIDTH; l < n; l += WIDTH) {
            packStrip(from, to, l);
            packedStrip = -1;
            int last = Math.min(n - 2, l + WIDTH - 2);
            for (int j = from + 1; j <= last; j++) {
                int first = Math.max(0, j + 1 - l);
                int end = Math.min(WIDTH, n - l);
                split(L, j, l, first, end, from, Math.min(to, j) - from);
            }
        }
    }

    private static long triples(long n) {
        return n * (n - 1) * (n - 2) / 6;
    }

    @Override
    public int both(int j, int l, int steps) {
        return switch (ends) {
            case BOTH -> runs.both(buffers, buffers.row(j), steps, buffers.tile(j, l));
            case REDUNDANT -> runs.high(buffers, buffers.row(j), steps, buffers.tile(j, l));
            case SYNERGISTIC -> runs.low(buffers, buffers.row(j), steps, buffers.tile(j, l));
        };
    }

    @Override
    public int one(int j, int l, int steps, int half, int first, int end) {
        return runs.one(buffers, buffers.row(j), steps, buffers.tile(j, l), half, SingleLanes.valid(first, end));
    }

    @Override
    public void take(int flags, int j, int l, int first, int end, int from, int steps) {
        if (flags == 0) {
            recorder.count((long) (end - first) * steps, 0, 0);
        } else {
            scanAgain(j, l, first, end, from, steps);
        }
        if (trust.learn(flags) || flags != 0) {
            setThresholds();
        }
    }

    private void scanAgain(int j, int l, int first, int end, int from, int steps) {
        if (packedRow[j] != chunks) {
            packedRow[j] = chunks;
            strips.packRow(j, from, from + steps);
        }
        for (int half = 0; half < 2; half++) {
            int a = Math.max(first, half * L) - half * L;
            int b = Math.min(end, half * L + L) - half * L;
            if (a < b) {
                int stripAt = l + half * L;
                if (packedStrip != stripAt) {
                    packedStrip = stripAt;
                    strips.packStrip(from, chunkEnd, stripAt);
                }
                recorder.run(j, stripAt, a, b, from, steps);
            }
        }
    }

    private void setThresholds() {
        double slack = trust.slack();
        double high = Math.scalb(Math.abs(doubles.thresholds[0]), exponent) * (1 - slack);
        double low = Math.scalb(Math.abs(doubles.thresholds[1]), exponent) * (1 + slack);
        high = ends == Ends.SYNERGISTIC ? LARGEST_THRESHOLD : high < SMALLEST_THRESHOLD ? 0 : high;
        low = ends == Ends.REDUNDANT ? SMALLEST_THRESHOLD : low > LARGEST_THRESHOLD ? Double.POSITIVE_INFINITY : low;
        buffers.high = (float) (doubles.sign * Math.min(high, LARGEST_THRESHOLD));
        buffers.low = (float) (doubles.sign * Math.max(low, SMALLEST_THRESHOLD));
        buffers.minorLimit = (float) trust.minor();
        buffers.productLimit = (float) trust.product();
    }

    private void convertRows(int from) {
        double scale = Math.scalb(1.0, -exponent);
        for (int j = from; j < convertedFrom; j++) {
            int first = j / L * L;
            for (int c = 0; c < buffers.sets; c++) {
                if (c == 0 || members > 1) {
                    convert(j, first, c, 1);
                }
            }
            convert(j, first, buffers.sets, scale);
        }
        convertedFrom = Math.min(convertedFrom, from);
    }

    /** Row j of matrix c, from l on: groups of L values, which are all the lanes of one vector. */
    private void convert(int j, int from, int c, double scale) {
        double[] source = doubles.tiles;
        float[] target = buffers.tiles;
        for (int l = from; l < n; l += L) {
            int read = doubles.tile(j, l) + c * L;
            int write = buffers.tile(j, l) + c * WIDTH;
            for (int i = 0; i < L; i++) {
                target[write + i] = (float) (source[read + i] * scale);
            }
        }
    }

    private void packRows(int from, int to) {
        for (int j = from + 1; j < n - 1; j++) {
            int end = Math.min(to, j);
            for (int c = 0; c < buffers.sets; c++) {
                packRow(buffers.row(j) + 2 * c, buffers.tile(from, j) + c * WIDTH, end - from);
            }
            if (doubles.order > 4) {
                int at = buffers.row(j) + 2 * buffers.sets;
                for (int q = from; q < end; q++, at += buffers.rowValues) {
                    buffers.rows[at] = (float) prefix.inverseTau(q);
                }
            }
        }
    }

    private void packRow(int row, int tile, int count) {
        float[] tiles = buffers.tiles;
        float[] rows = buffers.rows;
        int rowStep = buffers.rowValues;
        int tileStep = buffers.tileValues;
        for (int i = 0; i < count; i++) {
            float x = tiles[tile + i * tileStep];
            rows[row + i * rowStep] = -x;
            rows[row + i * rowStep + 1] = Math.fma(x, x, -1);
        }
    }

    private void packStrip(int from, int to, int l) {
        float[] tiles = buffers.tiles;
        float[] strip = buffers.strip;
        FloatVector one = FloatVector.broadcast(SingleLanes.FLOAT, 1);
        int at = 0;
        for (int q = from; q < to; q++) {
            int tile = buffers.tile(q, l);
            for (int c = 0; c < buffers.sets; c++, tile += WIDTH, at += 4 * L) {
                FloatVector a = FloatVector.fromArray(SingleLanes.FLOAT, tiles, tile);
                FloatVector b = FloatVector.fromArray(SingleLanes.FLOAT, tiles, tile + L);
                a.intoArray(strip, at);
                b.intoArray(strip, at + L);
                a.neg().fma(a, one).intoArray(strip, at + 2 * L);
                b.neg().fma(b, one).intoArray(strip, at + 3 * L);
            }
        }
    }
}
