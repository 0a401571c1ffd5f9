package org.oinfo.kernels.simd;

import jdk.incubator.vector.DoubleVector;

/** Packs what streams by, and meets it with every pair (j, l): two vectors of l outside, j inside, q in the runs. */
final class PairStrips {
    private static final int L = Lanes.COUNT;

    private final int n;
    private final PairBuffers buffers;
    private final PairPrefix prefix;

    PairStrips(int n, PairBuffers buffers, PairPrefix prefix) {
        this.n = n;
        this.buffers = buffers;
        this.prefix = prefix;
    }

    /** Scores {Q, q, j, l} for q in [from, to), at most a chunk of them, and all q < j < l. */
    void scan(int from, int to, PairRecorder recorder) {
        packRows(from, to);
        for (int l = (from + 2) / (2 * L) * 2 * L; l < n; l += 2 * L) {
            packStrip(from, to, l);
            recorder.beginStrip(l, from, to);
            int last = Math.min(n - 2, l + 2 * L - 2);
            for (int j = from + 1; j <= last; j++) {
                recorder.run(j, l, Math.max(0, j + 1 - l), Math.min(2 * L, n - l), from, Math.min(to, j) - from);
            }
            recorder.endStrip(l, from, to);
        }
    }

    /** Column j of P_c becomes row j: the tiles of eight neighbouring j share their cache lines. */
    private void packRows(int from, int to) {
        double[] tiles = buffers.tiles;
        double[] rows = buffers.rows;
        int stride = buffers.stride;
        for (int j = from + 1; j < n - 1; j++) {
            int at = buffers.row(j);
            for (int q = from; q < Math.min(to, j); q++, at += buffers.rowValues) {
                int tile = buffers.tile(q) + j;
                for (int c = 0; c < buffers.sets; c++) {
                    double x = tiles[tile + c * stride];
                    rows[at + 2 * c] = -x;
                    rows[at + 2 * c + 1] = Math.fma(x, x, -1);
                }
                if (buffers.order > 4) {
                    rows[at + 2 * buffers.sets] = prefix.inverseTau(q);
                }
            }
        }
    }

    private void packStrip(int from, int to, int l) {
        double[] tiles = buffers.tiles;
        double[] strip = buffers.strip;
        DoubleVector one = DoubleVector.broadcast(Lanes.DOUBLE, 1);
        int at = 0;
        for (int q = from; q < to; q++) {
            int tile = buffers.tile(q) + l;
            for (int c = 0; c < buffers.sets; c++, tile += buffers.stride, at += 4 * L) {
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
