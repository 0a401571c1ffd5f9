package org.oinfo.kernels.simd.pairs;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.oinfo.kernels.simd.lanes.SingleLanes;

/** Order 3 of {@link PairScreen}. Written by PairLoopsGenerator: change that, not this. */
final class PairScreen3 implements PairScreen {
    private static final VectorSpecies<Float> V = SingleLanes.FLOAT;
    private static final VectorSpecies<Integer> B = SingleLanes.INT;
    private static final int L = SingleLanes.COUNT;

    @Override
    public int both(PairScreenBuffers b, int row, int steps, int tile) {
        float[] tiles = b.tiles;
        float[] strip = b.strip;
        float[] rows = b.rows;
        FloatVector p0a = FloatVector.fromArray(V, tiles, tile + 0 * L);
        FloatVector ha = FloatVector.fromArray(V, tiles, tile + 2 * L);
        FloatVector p0b = FloatVector.fromArray(V, tiles, tile + 1 * L);
        FloatVector hb = FloatVector.fromArray(V, tiles, tile + 3 * L);
        FloatVector higha = ha.mul(b.high);
        FloatVector highb = hb.mul(b.high);
        IntVector high = IntVector.broadcast(B, 0);
        FloatVector lowa = ha.mul(b.low);
        FloatVector lowb = hb.mul(b.low);
        IntVector low = IntVector.broadcast(B, -1);
        FloatVector minorLimit = FloatVector.broadcast(V, b.minorLimit);
        IntVector minor = IntVector.broadcast(B, -1);
        for (int step = 0, at = 0, r = row; step < steps; step++, at += 4 * L, r += 2) {
            FloatVector x0 = FloatVector.broadcast(V, rows[r + 0]);
            FloatVector v0 = FloatVector.broadcast(V, rows[r + 1]);
            FloatVector m0a = FloatVector.fromArray(V, strip, at + 0 * L).fma(x0, p0a);
            FloatVector w0a = FloatVector.fromArray(V, strip, at + 2 * L).mul(v0);
            FloatVector d0a = m0a.fma(m0a, w0a);
            FloatVector qa = w0a;
            FloatVector ga = qa;
            high = high.or(ga.fma(higha, d0a).reinterpretAsInts());
            low = low.and(ga.fma(lowa, d0a).reinterpretAsInts());
            minor = minor.and(d0a.add(minorLimit).reinterpretAsInts());
            FloatVector m0b = FloatVector.fromArray(V, strip, at + 1 * L).fma(x0, p0b);
            FloatVector w0b = FloatVector.fromArray(V, strip, at + 3 * L).mul(v0);
            FloatVector d0b = m0b.fma(m0b, w0b);
            FloatVector qb = w0b;
            FloatVector gb = qb;
            high = high.or(gb.fma(highb, d0b).reinterpretAsInts());
            low = low.and(gb.fma(lowb, d0b).reinterpretAsInts());
            minor = minor.and(d0b.add(minorLimit).reinterpretAsInts());
        }
        boolean candidate = high.reduceLanes(VectorOperators.OR) < 0 || low.reduceLanes(VectorOperators.AND) >= 0;
        return PairScreen.flags(candidate, minor.reduceLanes(VectorOperators.AND) >= 0, false);
    }

    @Override
    public int high(PairScreenBuffers b, int row, int steps, int tile) {
        float[] tiles = b.tiles;
        float[] strip = b.strip;
        float[] rows = b.rows;
        FloatVector p0a = FloatVector.fromArray(V, tiles, tile + 0 * L);
        FloatVector ha = FloatVector.fromArray(V, tiles, tile + 2 * L);
        FloatVector p0b = FloatVector.fromArray(V, tiles, tile + 1 * L);
        FloatVector hb = FloatVector.fromArray(V, tiles, tile + 3 * L);
        FloatVector higha = ha.mul(b.high);
        FloatVector highb = hb.mul(b.high);
        IntVector high = IntVector.broadcast(B, 0);
        FloatVector minorLimit = FloatVector.broadcast(V, b.minorLimit);
        IntVector minor = IntVector.broadcast(B, -1);
        for (int step = 0, at = 0, r = row; step < steps; step++, at += 4 * L, r += 2) {
            FloatVector x0 = FloatVector.broadcast(V, rows[r + 0]);
            FloatVector v0 = FloatVector.broadcast(V, rows[r + 1]);
            FloatVector m0a = FloatVector.fromArray(V, strip, at + 0 * L).fma(x0, p0a);
            FloatVector w0a = FloatVector.fromArray(V, strip, at + 2 * L).mul(v0);
            FloatVector d0a = m0a.fma(m0a, w0a);
            FloatVector qa = w0a;
            FloatVector ga = qa;
            high = high.or(ga.fma(higha, d0a).reinterpretAsInts());
            minor = minor.and(d0a.add(minorLimit).reinterpretAsInts());
            FloatVector m0b = FloatVector.fromArray(V, strip, at + 1 * L).fma(x0, p0b);
            FloatVector w0b = FloatVector.fromArray(V, strip, at + 3 * L).mul(v0);
            FloatVector d0b = m0b.fma(m0b, w0b);
            FloatVector qb = w0b;
            FloatVector gb = qb;
            high = high.or(gb.fma(highb, d0b).reinterpretAsInts());
            minor = minor.and(d0b.add(minorLimit).reinterpretAsInts());
        }
        boolean candidate = high.reduceLanes(VectorOperators.OR) < 0;
        return PairScreen.flags(candidate, minor.reduceLanes(VectorOperators.AND) >= 0, false);
    }

    @Override
    public int low(PairScreenBuffers b, int row, int steps, int tile) {
        float[] tiles = b.tiles;
        float[] strip = b.strip;
        float[] rows = b.rows;
        FloatVector p0a = FloatVector.fromArray(V, tiles, tile + 0 * L);
        FloatVector ha = FloatVector.fromArray(V, tiles, tile + 2 * L);
        FloatVector p0b = FloatVector.fromArray(V, tiles, tile + 1 * L);
        FloatVector hb = FloatVector.fromArray(V, tiles, tile + 3 * L);
        FloatVector lowa = ha.mul(b.low);
        FloatVector lowb = hb.mul(b.low);
        IntVector low = IntVector.broadcast(B, -1);
        FloatVector minorLimit = FloatVector.broadcast(V, b.minorLimit);
        IntVector minor = IntVector.broadcast(B, -1);
        for (int step = 0, at = 0, r = row; step < steps; step++, at += 4 * L, r += 2) {
            FloatVector x0 = FloatVector.broadcast(V, rows[r + 0]);
            FloatVector v0 = FloatVector.broadcast(V, rows[r + 1]);
            FloatVector m0a = FloatVector.fromArray(V, strip, at + 0 * L).fma(x0, p0a);
            FloatVector w0a = FloatVector.fromArray(V, strip, at + 2 * L).mul(v0);
            FloatVector d0a = m0a.fma(m0a, w0a);
            FloatVector qa = w0a;
            FloatVector ga = qa;
            low = low.and(ga.fma(lowa, d0a).reinterpretAsInts());
            minor = minor.and(d0a.add(minorLimit).reinterpretAsInts());
            FloatVector m0b = FloatVector.fromArray(V, strip, at + 1 * L).fma(x0, p0b);
            FloatVector w0b = FloatVector.fromArray(V, strip, at + 3 * L).mul(v0);
            FloatVector d0b = m0b.fma(m0b, w0b);
            FloatVector qb = w0b;
            FloatVector gb = qb;
            low = low.and(gb.fma(lowb, d0b).reinterpretAsInts());
            minor = minor.and(d0b.add(minorLimit).reinterpretAsInts());
        }
        boolean candidate = low.reduceLanes(VectorOperators.AND) >= 0;
        return PairScreen.flags(candidate, minor.reduceLanes(VectorOperators.AND) >= 0, false);
    }

    @Override
    public int one(PairScreenBuffers b, int row, int steps, int tile, int half, int lanes) {
        float[] tiles = b.tiles;
        float[] strip = b.strip;
        float[] rows = b.rows;
        FloatVector p0a = FloatVector.fromArray(V, tiles, tile + 0 * L);
        FloatVector ha = FloatVector.fromArray(V, tiles, tile + 2 * L);
        IntVector valid = IntVector.fromArray(B, SingleLanes.VALID, lanes);
        FloatVector higha = ha.mul(b.high);
        IntVector high = IntVector.broadcast(B, 0);
        FloatVector lowa = ha.mul(b.low);
        IntVector low = IntVector.broadcast(B, -1);
        FloatVector minorLimit = FloatVector.broadcast(V, b.minorLimit);
        IntVector minor = IntVector.broadcast(B, -1);
        for (int step = 0, at = half * L, r = row; step < steps; step++, at += 4 * L, r += 2) {
            FloatVector x0 = FloatVector.broadcast(V, rows[r + 0]);
            FloatVector v0 = FloatVector.broadcast(V, rows[r + 1]);
            FloatVector m0a = FloatVector.fromArray(V, strip, at + 0 * L).fma(x0, p0a);
            FloatVector w0a = FloatVector.fromArray(V, strip, at + 2 * L).mul(v0);
            FloatVector d0a = m0a.fma(m0a, w0a);
            FloatVector qa = w0a;
            FloatVector ga = qa;
            high = high.or(ga.fma(higha, d0a).reinterpretAsInts());
            low = low.and(ga.fma(lowa, d0a).reinterpretAsInts());
            minor = minor.and(d0a.add(minorLimit).reinterpretAsInts());
        }
        boolean candidate = high.and(valid).reduceLanes(VectorOperators.OR) < 0
                || low.or(valid.not()).reduceLanes(VectorOperators.AND) >= 0;
        return PairScreen.flags(candidate, minor.or(valid.not()).reduceLanes(VectorOperators.AND) >= 0, false);
    }
}
