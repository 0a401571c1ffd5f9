package org.oinfo.kernels.simd.pairs;

import jdk.incubator.vector.DoubleVector;
import org.oinfo.kernels.simd.lanes.Lanes;

/** Packs what streams by, and meets it with every pair (j, l): two vectors of l outside, j inside, q in the runs. */
final class PairStrips {
    private static final int L = Lanes.COUNT;

    private final int n;
    private final PairBuffers buffers;
    private final PairPrefix prefix;

    PairStrips(PairBuffers buffers, PairPrefix prefix) {
        n = buffers.n;
        this.buffers = buffers;
        this.prefix = prefix;
    }

    /** Scores {Q, q, j, l} for q in [from, to), at most a chunk of them, and all {@code q < j < l}. */
    void scan(int from, int to, PairRecorder recorder) {
        packRows(from, to);
        recorder.beginChunk(from, to);
        for (int l = (from + 2) / (2 * L) * 2 * L; l < n; l += 2 * L) {
            packStrip(from, to, l);
            int last = Math.min(n - 2, l + 2 * L - 2);
            for (int j = from + 1; j <= last; j++) {
                recorder.run(j, l, Math.max(0, j + 1 - l), 2 * L, from, Math.min(to, j) - from);
            }
            recorder.endStrip(l);
        }
        recorder.endChunk(from, to);
    }

    private void packRows(int from, int to) {
        for (int j = from + 1; j < n - 1; j++) {
            packRow(j, from, Math.min(to, j));
        }
    }

    /** Packs row j for q in [from, to). */
    void packRow(int j, int from, int to) {
        for (int c = 0; c < buffers.sets; c++) {
            packColumn(buffers.row(j) + 2 * c, buffers.tile(from, j) + 2 * L * c, to - from);
        }
        if (buffers.order > 4) {
            int at = buffers.row(j) + 2 * buffers.sets;
            for (int q = from; q < to; q++, at += buffers.rowValues) {
                buffers.rows[at] = prefix.inverseTau(q);
            }
        }
    }

    /** A column of P_c becomes a row. */
    private void packColumn(int row, int tile, int count) {
        double[] tiles = buffers.tiles;
        double[] rows = buffers.rows;
        int rowStep = buffers.rowValues;
        int tileStep = buffers.tileValues;
        for (int i = 0; i < count; i++) {
            double x = tiles[tile + i * tileStep];
            rows[row + i * rowStep] = -x;
            rows[row + i * rowStep + 1] = Math.fma(x, x, -1);
        }
    }

    /** Packs the strip of l .. l+2L-1 for q in [from, to). */
    void packStrip(int from, int to, int l) {
        double[] tiles = buffers.tiles;
        double[] strip = buffers.strip;
        DoubleVector one = DoubleVector.broadcast(Lanes.DOUBLE, 1);
        int at = 0;
        for (int q = from; q < to; q++) {
            int tile = buffers.tile(q, l);
            for (int c = 0; c < buffers.sets; c++, tile += 2 * L, at += 4 * L) {
                DoubleVector a = DoubleVector.fromArray(Lanes.DOUBLE, tiles, tile);
                DoubleVector b = DoubleVector.fromArray(Lanes.DOUBLE, tiles, tile + L);
                a.intoArray(strip, at);
                b.intoArray(strip, at + L);
                a.neg().fma(a, one).intoArray(strip, at + 2 * L);
                b.neg().fma(b, one).intoArray(strip, at + 3 * L);
            }
        }
    }
}
