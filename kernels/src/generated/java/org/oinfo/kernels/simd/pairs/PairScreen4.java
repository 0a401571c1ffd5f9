package org.oinfo.kernels.simd.pairs;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.oinfo.kernels.simd.lanes.SingleLanes;

/** Order 4 of {@link PairScreen}. Written by PairLoopsGenerator: change that, not this. */
final class PairScreen4 implements PairScreen {
    private static final VectorSpecies<Float> V = SingleLanes.FLOAT;
    private static final VectorSpecies<Integer> B = SingleLanes.INT;
    private static final int L = SingleLanes.COUNT;

    @Override
    public int both(PairScreenBuffers b, int row, int steps, int tile) {
        float[] tiles = b.tiles;
        float[] strip = b.strip;
        float[] rows = b.rows;
        FloatVector p0a = FloatVector.fromArray(V, tiles, tile + 0 * L);
        FloatVector p1a = FloatVector.fromArray(V, tiles, tile + 2 * L);
        FloatVector ha = FloatVector.fromArray(V, tiles, tile + 4 * L);
        FloatVector p0b = FloatVector.fromArray(V, tiles, tile + 1 * L);
        FloatVector p1b = FloatVector.fromArray(V, tiles, tile + 3 * L);
        FloatVector hb = FloatVector.fromArray(V, tiles, tile + 5 * L);
        FloatVector higha = ha.mul(b.high);
        FloatVector highb = hb.mul(b.high);
        IntVector high = IntVector.broadcast(B, -1);
        FloatVector lowa = ha.mul(b.low);
        FloatVector lowb = hb.mul(b.low);
        IntVector low = IntVector.broadcast(B, 0);
        FloatVector minorLimit = FloatVector.broadcast(V, b.minorLimit);
        IntVector minor = IntVector.broadcast(B, -1);
        FloatVector productLimit = FloatVector.broadcast(V, b.productLimit);
        IntVector product = IntVector.broadcast(B, -1);
        for (int step = 0, at = 0, r = row; step < steps; step++, at += 8 * L, r += 4) {
            FloatVector x0 = FloatVector.broadcast(V, rows[r + 0]);
            FloatVector v0 = FloatVector.broadcast(V, rows[r + 1]);
            FloatVector x1 = FloatVector.broadcast(V, rows[r + 2]);
            FloatVector v1 = FloatVector.broadcast(V, rows[r + 3]);
            FloatVector m0a = FloatVector.fromArray(V, strip, at + 0 * L).fma(x0, p0a);
            FloatVector w0a = FloatVector.fromArray(V, strip, at + 2 * L).mul(v0);
            FloatVector d0a = m0a.fma(m0a, w0a);
            FloatVector m1a = FloatVector.fromArray(V, strip, at + 4 * L).fma(x1, p1a);
            FloatVector w1a = FloatVector.fromArray(V, strip, at + 6 * L).mul(v1);
            FloatVector d1a = m1a.fma(m1a, w1a);
            FloatVector qa = w0a.mul(d1a);
            FloatVector ga = qa;
            FloatVector d0ato2 = d0a.mul(d0a);
            high = high.and(ga.fma(higha, d0ato2).reinterpretAsInts());
            low = low.or(ga.fma(lowa, d0ato2).reinterpretAsInts());
            minor = minor.and(d0a.add(minorLimit).reinterpretAsInts());
            product = product.and(productLimit.sub(qa).reinterpretAsInts());
            FloatVector m0b = FloatVector.fromArray(V, strip, at + 1 * L).fma(x0, p0b);
            FloatVector w0b = FloatVector.fromArray(V, strip, at + 3 * L).mul(v0);
            FloatVector d0b = m0b.fma(m0b, w0b);
            FloatVector m1b = FloatVector.fromArray(V, strip, at + 5 * L).fma(x1, p1b);
            FloatVector w1b = FloatVector.fromArray(V, strip, at + 7 * L).mul(v1);
            FloatVector d1b = m1b.fma(m1b, w1b);
            FloatVector qb = w0b.mul(d1b);
            FloatVector gb = qb;
            FloatVector d0bto2 = d0b.mul(d0b);
            high = high.and(gb.fma(highb, d0bto2).reinterpretAsInts());
            low = low.or(gb.fma(lowb, d0bto2).reinterpretAsInts());
            minor = minor.and(d0b.add(minorLimit).reinterpretAsInts());
            product = product.and(productLimit.sub(qb).reinterpretAsInts());
        }
        boolean candidate = high.reduceLanes(VectorOperators.AND) >= 0 || low.reduceLanes(VectorOperators.OR) < 0;
        return PairScreen.flags(
                candidate, minor.reduceLanes(VectorOperators.AND) >= 0, product.reduceLanes(VectorOperators.AND) >= 0);
    }

    @Override
    public int high(PairScreenBuffers b, int row, int steps, int tile) {
        float[] tiles = b.tiles;
        float[] strip = b.strip;
        float[] rows = b.rows;
        FloatVector p0a = FloatVector.fromArray(V, tiles, tile + 0 * L);
        FloatVector p1a = FloatVector.fromArray(V, tiles, tile + 2 * L);
        FloatVector ha = FloatVector.fromArray(V, tiles, tile + 4 * L);
        FloatVector p0b = FloatVector.fromArray(V, tiles, tile + 1 * L);
        FloatVector p1b = FloatVector.fromArray(V, tiles, tile + 3 * L);
        FloatVector hb = FloatVector.fromArray(V, tiles, tile + 5 * L);
        FloatVector higha = ha.mul(b.high);
        FloatVector highb = hb.mul(b.high);
        IntVector high = IntVector.broadcast(B, -1);
        FloatVector minorLimit = FloatVector.broadcast(V, b.minorLimit);
        IntVector minor = IntVector.broadcast(B, -1);
        FloatVector productLimit = FloatVector.broadcast(V, b.productLimit);
        IntVector product = IntVector.broadcast(B, -1);
        for (int step = 0, at = 0, r = row; step < steps; step++, at += 8 * L, r += 4) {
            FloatVector x0 = FloatVector.broadcast(V, rows[r + 0]);
            FloatVector v0 = FloatVector.broadcast(V, rows[r + 1]);
            FloatVector x1 = FloatVector.broadcast(V, rows[r + 2]);
            FloatVector v1 = FloatVector.broadcast(V, rows[r + 3]);
            FloatVector m0a = FloatVector.fromArray(V, strip, at + 0 * L).fma(x0, p0a);
            FloatVector w0a = FloatVector.fromArray(V, strip, at + 2 * L).mul(v0);
            FloatVector d0a = m0a.fma(m0a, w0a);
            FloatVector m1a = FloatVector.fromArray(V, strip, at + 4 * L).fma(x1, p1a);
            FloatVector w1a = FloatVector.fromArray(V, strip, at + 6 * L).mul(v1);
            FloatVector d1a = m1a.fma(m1a, w1a);
            FloatVector qa = w0a.mul(d1a);
            FloatVector ga = qa;
            FloatVector d0ato2 = d0a.mul(d0a);
            high = high.and(ga.fma(higha, d0ato2).reinterpretAsInts());
            minor = minor.and(d0a.add(minorLimit).reinterpretAsInts());
            product = product.and(productLimit.sub(qa).reinterpretAsInts());
            FloatVector m0b = FloatVector.fromArray(V, strip, at + 1 * L).fma(x0, p0b);
            FloatVector w0b = FloatVector.fromArray(V, strip, at + 3 * L).mul(v0);
            FloatVector d0b = m0b.fma(m0b, w0b);
            FloatVector m1b = FloatVector.fromArray(V, strip, at + 5 * L).fma(x1, p1b);
            FloatVector w1b = FloatVector.fromArray(V, strip, at + 7 * L).mul(v1);
            FloatVector d1b = m1b.fma(m1b, w1b);
            FloatVector qb = w0b.mul(d1b);
            FloatVector gb = qb;
            FloatVector d0bto2 = d0b.mul(d0b);
            high = high.and(gb.fma(highb, d0bto2).reinterpretAsInts());
            minor = minor.and(d0b.add(minorLimit).reinterpretAsInts());
            product = product.and(productLimit.sub(qb).reinterpretAsInts());
        }
        boolean candidate = high.reduceLanes(VectorOperators.AND) >= 0;
        return PairScreen.flags(
                candidate, minor.reduceLanes(VectorOperators.AND) >= 0, product.reduceLanes(VectorOperators.AND) >= 0);
    }

    @Override
    public int low(PairScreenBuffers b, int row, int steps, int tile) {
        float[] tiles = b.tiles;
        float[] strip = b.strip;
        float[] rows = b.rows;
        FloatVector p0a = FloatVector.fromArray(V, tiles, tile + 0 * L);
        FloatVector p1a = FloatVector.fromArray(V, tiles, tile + 2 * L);
        FloatVector ha = FloatVector.fromArray(V, tiles, tile + 4 * L);
        FloatVector p0b = FloatVector.fromArray(V, tiles, tile + 1 * L);
        FloatVector p1b = FloatVector.fromArray(V, tiles, tile + 3 * L);
        FloatVector hb = FloatVector.fromArray(V, tiles, tile + 5 * L);
        FloatVector lowa = ha.mul(b.low);
        FloatVector lowb = hb.mul(b.low);
        IntVector low = IntVector.broadcast(B, 0);
        FloatVector minorLimit = FloatVector.broadcast(V, b.minorLimit);
        IntVector minor = IntVector.broadcast(B, -1);
        FloatVector productLimit = FloatVector.broadcast(V, b.productLimit);
        IntVector product = IntVector.broadcast(B, -1);
        for (int step = 0, at = 0, r = row; step < steps; step++, at += 8 * L, r += 4) {
            FloatVector x0 = FloatVector.broadcast(V, rows[r + 0]);
            FloatVector v0 = FloatVector.broadcast(V, rows[r + 1]);
            FloatVector x1 = FloatVector.broadcast(V, rows[r + 2]);
            FloatVector v1 = FloatVector.broadcast(V, rows[r + 3]);
            FloatVector m0a = FloatVector.fromArray(V, strip, at + 0 * L).fma(x0, p0a);
            FloatVector w0a = FloatVector.fromArray(V, strip, at + 2 * L).mul(v0);
            FloatVector d0a = m0a.fma(m0a, w0a);
            FloatVector m1a = FloatVector.fromArray(V, strip, at + 4 * L).fma(x1, p1a);
            FloatVector w1a = FloatVector.fromArray(V, strip, at + 6 * L).mul(v1);
            FloatVector d1a = m1a.fma(m1a, w1a);
            FloatVector qa = w0a.mul(d1a);
            FloatVector ga = qa;
            FloatVector d0ato2 = d0a.mul(d0a);
            low = low.or(ga.fma(lowa, d0ato2).reinterpretAsInts());
            minor = minor.and(d0a.add(minorLimit).reinterpretAsInts());
            product = product.and(productLimit.sub(qa).reinterpretAsInts());
            FloatVector m0b = FloatVector.fromArray(V, strip, at + 1 * L).fma(x0, p0b);
            FloatVector w0b = FloatVector.fromArray(V, strip, at + 3 * L).mul(v0);
            FloatVector d0b = m0b.fma(m0b, w0b);
            FloatVector m1b = FloatVector.fromArray(V, strip, at + 5 * L).fma(x1, p1b);
            FloatVector w1b = FloatVector.fromArray(V, strip, at + 7 * L).mul(v1);
            FloatVector d1b = m1b.fma(m1b, w1b);
            FloatVector qb = w0b.mul(d1b);
            FloatVector gb = qb;
            FloatVector d0bto2 = d0b.mul(d0b);
            low = low.or(gb.fma(lowb, d0bto2).reinterpretAsInts());
            minor = minor.and(d0b.add(minorLimit).reinterpretAsInts());
            product = product.and(productLimit.sub(qb).reinterpretAsInts());
        }
        boolean candidate = low.reduceLanes(VectorOperators.OR) < 0;
        return PairScreen.flags(
                candidate, minor.reduceLanes(VectorOperators.AND) >= 0, product.reduceLanes(VectorOperators.AND) >= 0);
    }

    @Override
    public int one(PairScreenBuffers b, int row, int steps, int tile, int half, int lanes) {
        float[] tiles = b.tiles;
        float[] strip = b.strip;
        float[] rows = b.rows;
        FloatVector p0a = FloatVector.fromArray(V, tiles, tile + 0 * L);
        FloatVector p1a = FloatVector.fromArray(V, tiles, tile + 2 * L);
        FloatVector ha = FloatVector.fromArray(V, tiles, tile + 4 * L);
        IntVector valid = IntVector.fromArray(B, SingleLanes.VALID, lanes);
        FloatVector higha = ha.mul(b.high);
        IntVector high = IntVector.broadcast(B, -1);
        FloatVector lowa = ha.mul(b.low);
        IntVector low = IntVector.broadcast(B, 0);
        FloatVector minorLimit = FloatVector.broadcast(V, b.minorLimit);
        IntVector minor = IntVector.broadcast(B, -1);
        FloatVector productLimit = FloatVector.broadcast(V, b.productLimit);
        IntVector product = IntVector.broadcast(B, -1);
        for (int step = 0, at = half * L, r = row; step < steps; step++, at += 8 * L, r += 4) {
            FloatVector x0 = FloatVector.broadcast(V, rows[r + 0]);
            FloatVector v0 = FloatVector.broadcast(V, rows[r + 1]);
            FloatVector x1 = FloatVector.broadcast(V, rows[r + 2]);
            FloatVector v1 = FloatVector.broadcast(V, rows[r + 3]);
            FloatVector m0a = FloatVector.fromArray(V, strip, at + 0 * L).fma(x0, p0a);
            FloatVector w0a = FloatVector.fromArray(V, strip, at + 2 * L).mul(v0);
            FloatVector d0a = m0a.fma(m0a, w0a);
            FloatVector m1a = FloatVector.fromArray(V, strip, at + 4 * L).fma(x1, p1a);
            FloatVector w1a = FloatVector.fromArray(V, strip, at + 6 * L).mul(v1);
            FloatVector d1a = m1a.fma(m1a, w1a);
            FloatVector qa = w0a.mul(d1a);
            FloatVector ga = qa;
            FloatVector d0ato2 = d0a.mul(d0a);
            high = high.and(ga.fma(higha, d0ato2).reinterpretAsInts());
            low = low.or(ga.fma(lowa, d0ato2).reinterpretAsInts());
            minor = minor.and(d0a.add(minorLimit).reinterpretAsInts());
            product = product.and(productLimit.sub(qa).reinterpretAsInts());
        }
        boolean candidate = high.or(valid.not()).reduceLanes(VectorOperators.AND) >= 0
                || low.and(valid).reduceLanes(VectorOperators.OR) < 0;
        return PairScreen.flags(
                candidate,
                minor.or(valid.not()).reduceLanes(VectorOperators.AND) >= 0,
                product.or(valid.not()).reduceLanes(VectorOperators.AND) >= 0);
    }
}
