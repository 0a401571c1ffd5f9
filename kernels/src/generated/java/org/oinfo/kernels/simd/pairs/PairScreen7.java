package org.oinfo.kernels.simd.pairs;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.oinfo.kernels.simd.lanes.SingleLanes;

/** Order 7 of {@link PairScreen}. Written by PairLoopsGenerator: change that, not this. */
final class PairScreen7 implements PairScreen {
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
        FloatVector p2a = FloatVector.fromArray(V, tiles, tile + 4 * L);
        FloatVector p3a = FloatVector.fromArray(V, tiles, tile + 6 * L);
        FloatVector p4a = FloatVector.fromArray(V, tiles, tile + 8 * L);
        FloatVector ha = FloatVector.fromArray(V, tiles, tile + 10 * L);
        FloatVector p0b = FloatVector.fromArray(V, tiles, tile + 1 * L);
        FloatVector p1b = FloatVector.fromArray(V, tiles, tile + 3 * L);
        FloatVector p2b = FloatVector.fromArray(V, tiles, tile + 5 * L);
        FloatVector p3b = FloatVector.fromArray(V, tiles, tile + 7 * L);
        FloatVector p4b = FloatVector.fromArray(V, tiles, tile + 9 * L);
        FloatVector hb = FloatVector.fromArray(V, tiles, tile + 11 * L);
        FloatVector higha = ha.mul(b.high);
        FloatVector highb = hb.mul(b.high);
        IntVector high = IntVector.broadcast(B, 0);
        FloatVector lowa = ha.mul(b.low);
        FloatVector lowb = hb.mul(b.low);
        IntVector low = IntVector.broadcast(B, -1);
        FloatVector minorLimit = FloatVector.broadcast(V, b.minorLimit);
        IntVector minor = IntVector.broadcast(B, -1);
        FloatVector productLimit = FloatVector.broadcast(V, b.productLimit);
        IntVector product = IntVector.broadcast(B, -1);
        for (int step = 0, at = 0, r = row; step < steps; step++, at += 20 * L, r += 11) {
            FloatVector x0 = FloatVector.broadcast(V, rows[r + 0]);
            FloatVector v0 = FloatVector.broadcast(V, rows[r + 1]);
            FloatVector x1 = FloatVector.broadcast(V, rows[r + 2]);
            FloatVector v1 = FloatVector.broadcast(V, rows[r + 3]);
            FloatVector x2 = FloatVector.broadcast(V, rows[r + 4]);
            FloatVector v2 = FloatVector.broadcast(V, rows[r + 5]);
            FloatVector x3 = FloatVector.broadcast(V, rows[r + 6]);
            FloatVector v3 = FloatVector.broadcast(V, rows[r + 7]);
            FloatVector x4 = FloatVector.broadcast(V, rows[r + 8]);
            FloatVector v4 = FloatVector.broadcast(V, rows[r + 9]);
            FloatVector tau = FloatVector.broadcast(V, rows[r + 10]);
            FloatVector m0a = FloatVector.fromArray(V, strip, at + 0 * L).fma(x0, p0a);
            FloatVector w0a = FloatVector.fromArray(V, strip, at + 2 * L).mul(v0);
            FloatVector d0a = m0a.fma(m0a, w0a);
            FloatVector m1a = FloatVector.fromArray(V, strip, at + 4 * L).fma(x1, p1a);
            FloatVector w1a = FloatVector.fromArray(V, strip, at + 6 * L).mul(v1);
            FloatVector d1a = m1a.fma(m1a, w1a);
            FloatVector m2a = FloatVector.fromArray(V, strip, at + 8 * L).fma(x2, p2a);
            FloatVector w2a = FloatVector.fromArray(V, strip, at + 10 * L).mul(v2);
            FloatVector d2a = m2a.fma(m2a, w2a);
            FloatVector m3a = FloatVector.fromArray(V, strip, at + 12 * L).fma(x3, p3a);
            FloatVector w3a = FloatVector.fromArray(V, strip, at + 14 * L).mul(v3);
            FloatVector d3a = m3a.fma(m3a, w3a);
            FloatVector m4a = FloatVector.fromArray(V, strip, at + 16 * L).fma(x4, p4a);
            FloatVector w4a = FloatVector.fromArray(V, strip, at + 18 * L).mul(v4);
            FloatVector d4a = m4a.fma(m4a, w4a);
            FloatVector qa = w0a.mul(d1a).mul(d2a).mul(d3a).mul(d4a);
            FloatVector ga = qa.mul(tau);
            FloatVector d0ato2 = d0a.mul(d0a);
            FloatVector d0ato4 = d0ato2.mul(d0ato2);
            FloatVector d0ato5 = d0ato4.mul(d0a);
            high = high.or(ga.fma(higha, d0ato5).reinterpretAsInts());
            low = low.and(ga.fma(lowa, d0ato5).reinterpretAsInts());
            minor = minor.and(d0a.add(minorLimit).reinterpretAsInts());
            product = product.and(qa.add(productLimit).reinterpretAsInts());
            FloatVector m0b = FloatVector.fromArray(V, strip, at + 1 * L).fma(x0, p0b);
            FloatVector w0b = FloatVector.fromArray(V, strip, at + 3 * L).mul(v0);
            FloatVector d0b = m0b.fma(m0b, w0b);
            FloatVector m1b = FloatVector.fromArray(V, strip, at + 5 * L).fma(x1, p1b);
            FloatVector w1b = FloatVector.fromArray(V, strip, at + 7 * L).mul(v1);
            FloatVector d1b = m1b.fma(m1b, w1b);
            FloatVector m2b = FloatVector.fromArray(V, strip, at + 9 * L).fma(x2, p2b);
            FloatVector w2b = FloatVector.fromArray(V, strip, at + 11 * L).mul(v2);
            FloatVector d2b = m2b.fma(m2b, w2b);
            FloatVector m3b = FloatVector.fromArray(V, strip, at + 13 * L).fma(x3, p3b);
            FloatVector w3b = FloatVector.fromArray(V, strip, at + 15 * L).mul(v3);
            FloatVector d3b = m3b.fma(m3b, w3b);
            FloatVector m4b = FloatVector.fromArray(V, strip, at + 17 * L).fma(x4, p4b);
            FloatVector w4b = FloatVector.fromArray(V, strip, at + 19 * L).mul(v4);
            FloatVector d4b = m4b.fma(m4b, w4b);
            FloatVector qb = w0b.mul(d1b).mul(d2b).mul(d3b).mul(d4b);
            FloatVector gb = qb.mul(tau);
            FloatVector d0bto2 = d0b.mul(d0b);
            FloatVector d0bto4 = d0bto2.mul(d0bto2);
            FloatVector d0bto5 = d0bto4.mul(d0b);
            high = high.or(gb.fma(highb, d0bto5).reinterpretAsInts());
            low = low.and(gb.fma(lowb, d0bto5).reinterpretAsInts());
            minor = minor.and(d0b.add(minorLimit).reinterpretAsInts());
            product = product.and(qb.add(productLimit).reinterpretAsInts());
        }
        boolean candidate = high.reduceLanes(VectorOperators.OR) < 0 || low.reduceLanes(VectorOperators.AND) >= 0;
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
        FloatVector p2a = FloatVector.fromArray(V, tiles, tile + 4 * L);
        FloatVector p3a = FloatVector.fromArray(V, tiles, tile + 6 * L);
        FloatVector p4a = FloatVector.fromArray(V, tiles, tile + 8 * L);
        FloatVector ha = FloatVector.fromArray(V, tiles, tile + 10 * L);
        FloatVector p0b = FloatVector.fromArray(V, tiles, tile + 1 * L);
        FloatVector p1b = FloatVector.fromArray(V, tiles, tile + 3 * L);
        FloatVector p2b = FloatVector.fromArray(V, tiles, tile + 5 * L);
        FloatVector p3b = FloatVector.fromArray(V, tiles, tile + 7 * L);
        FloatVector p4b = FloatVector.fromArray(V, tiles, tile + 9 * L);
        FloatVector hb = FloatVector.fromArray(V, tiles, tile + 11 * L);
        FloatVector higha = ha.mul(b.high);
        FloatVector highb = hb.mul(b.high);
        IntVector high = IntVector.broadcast(B, 0);
        FloatVector minorLimit = FloatVector.broadcast(V, b.minorLimit);
        IntVector minor = IntVector.broadcast(B, -1);
        FloatVector productLimit = FloatVector.broadcast(V, b.productLimit);
        IntVector product = IntVector.broadcast(B, -1);
        for (int step = 0, at = 0, r = row; step < steps; step++, at += 20 * L, r += 11) {
            FloatVector x0 = FloatVector.broadcast(V, rows[r + 0]);
            FloatVector v0 = FloatVector.broadcast(V, rows[r + 1]);
            FloatVector x1 = FloatVector.broadcast(V, rows[r + 2]);
            FloatVector v1 = FloatVector.broadcast(V, rows[r + 3]);
            FloatVector x2 = FloatVector.broadcast(V, rows[r + 4]);
            FloatVector v2 = FloatVector.broadcast(V, rows[r + 5]);
            FloatVector x3 = FloatVector.broadcast(V, rows[r + 6]);
            FloatVector v3 = FloatVector.broadcast(V, rows[r + 7]);
            FloatVector x4 = FloatVector.broadcast(V, rows[r + 8]);
            FloatVector v4 = FloatVector.broadcast(V, rows[r + 9]);
            FloatVector tau = FloatVector.broadcast(V, rows[r + 10]);
            FloatVector m0a = FloatVector.fromArray(V, strip, at + 0 * L).fma(x0, p0a);
            FloatVector w0a = FloatVector.fromArray(V, strip, at + 2 * L).mul(v0);
            FloatVector d0a = m0a.fma(m0a, w0a);
            FloatVector m1a = FloatVector.fromArray(V, strip, at + 4 * L).fma(x1, p1a);
            FloatVector w1a = FloatVector.fromArray(V, strip, at + 6 * L).mul(v1);
            FloatVector d1a = m1a.fma(m1a, w1a);
            FloatVector m2a = FloatVector.fromArray(V, strip, at + 8 * L).fma(x2, p2a);
            FloatVector w2a = FloatVector.fromArray(V, strip, at + 10 * L).mul(v2);
            FloatVector d2a = m2a.fma(m2a, w2a);
            FloatVector m3a = FloatVector.fromArray(V, strip, at + 12 * L).fma(x3, p3a);
            FloatVector w3a = FloatVector.fromArray(V, strip, at + 14 * L).mul(v3);
            FloatVector d3a = m3a.fma(m3a, w3a);
            FloatVector m4a = FloatVector.fromArray(V, strip, at + 16 * L).fma(x4, p4a);
            FloatVector w4a = FloatVector.fromArray(V, strip, at + 18 * L).mul(v4);
            FloatVector d4a = m4a.fma(m4a, w4a);
            FloatVector qa = w0a.mul(d1a).mul(d2a).mul(d3a).mul(d4a);
            FloatVector ga = qa.mul(tau);
            FloatVector d0ato2 = d0a.mul(d0a);
            FloatVector d0ato4 = d0ato2.mul(d0ato2);
            FloatVector d0ato5 = d0ato4.mul(d0a);
            high = high.or(ga.fma(higha, d0ato5).reinterpretAsInts());
            minor = minor.and(d0a.add(minorLimit).reinterpretAsInts());
            product = product.and(qa.add(productLimit).reinterpretAsInts());
            FloatVector m0b = FloatVector.fromArray(V, strip, at + 1 * L).fma(x0, p0b);
            FloatVector w0b = FloatVector.fromArray(V, strip, at + 3 * L).mul(v0);
            FloatVector d0b = m0b.fma(m0b, w0b);
            FloatVector m1b = FloatVector.fromArray(V, strip, at + 5 * L).fma(x1, p1b);
            FloatVector w1b = FloatVector.fromArray(V, strip, at + 7 * L).mul(v1);
            FloatVector d1b = m1b.fma(m1b, w1b);
            FloatVector m2b = FloatVector.fromArray(V, strip, at + 9 * L).fma(x2, p2b);
            FloatVector w2b = FloatVector.fromArray(V, strip, at + 11 * L).mul(v2);
            FloatVector d2b = m2b.fma(m2b, w2b);
            FloatVector m3b = FloatVector.fromArray(V, strip, at + 13 * L).fma(x3, p3b);
            FloatVector w3b = FloatVector.fromArray(V, strip, at + 15 * L).mul(v3);
            FloatVector d3b = m3b.fma(m3b, w3b);
            FloatVector m4b = FloatVector.fromArray(V, strip, at + 17 * L).fma(x4, p4b);
            FloatVector w4b = FloatVector.fromArray(V, strip, at + 19 * L).mul(v4);
            FloatVector d4b = m4b.fma(m4b, w4b);
            FloatVector qb = w0b.mul(d1b).mul(d2b).mul(d3b).mul(d4b);
            FloatVector gb = qb.mul(tau);
            FloatVector d0bto2 = d0b.mul(d0b);
            FloatVector d0bto4 = d0bto2.mul(d0bto2);
            FloatVector d0bto5 = d0bto4.mul(d0b);
            high = high.or(gb.fma(highb, d0bto5).reinterpretAsInts());
            minor = minor.and(d0b.add(minorLimit).reinterpretAsInts());
            product = product.and(qb.add(productLimit).reinterpretAsInts());
        }
        boolean candidate = high.reduceLanes(VectorOperators.OR) < 0;
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
        FloatVector p2a = FloatVector.fromArray(V, tiles, tile + 4 * L);
        FloatVector p3a = FloatVector.fromArray(V, tiles, tile + 6 * L);
        FloatVector p4a = FloatVector.fromArray(V, tiles, tile + 8 * L);
        FloatVector ha = FloatVector.fromArray(V, tiles, tile + 10 * L);
        FloatVector p0b = FloatVector.fromArray(V, tiles, tile + 1 * L);
        FloatVector p1b = FloatVector.fromArray(V, tiles, tile + 3 * L);
        FloatVector p2b = FloatVector.fromArray(V, tiles, tile + 5 * L);
        FloatVector p3b = FloatVector.fromArray(V, tiles, tile + 7 * L);
        FloatVector p4b = FloatVector.fromArray(V, tiles, tile + 9 * L);
        FloatVector hb = FloatVector.fromArray(V, tiles, tile + 11 * L);
        FloatVector lowa = ha.mul(b.low);
        FloatVector lowb = hb.mul(b.low);
        IntVector low = IntVector.broadcast(B, -1);
        FloatVector minorLimit = FloatVector.broadcast(V, b.minorLimit);
        IntVector minor = IntVector.broadcast(B, -1);
        FloatVector productLimit = FloatVector.broadcast(V, b.productLimit);
        IntVector product = IntVector.broadcast(B, -1);
        for (int step = 0, at = 0, r = row; step < steps; step++, at += 20 * L, r += 11) {
            FloatVector x0 = FloatVector.broadcast(V, rows[r + 0]);
            FloatVector v0 = FloatVector.broadcast(V, rows[r + 1]);
            FloatVector x1 = FloatVector.broadcast(V, rows[r + 2]);
            FloatVector v1 = FloatVector.broadcast(V, rows[r + 3]);
            FloatVector x2 = FloatVector.broadcast(V, rows[r + 4]);
            FloatVector v2 = FloatVector.broadcast(V, rows[r + 5]);
            FloatVector x3 = FloatVector.broadcast(V, rows[r + 6]);
            FloatVector v3 = FloatVector.broadcast(V, rows[r + 7]);
            FloatVector x4 = FloatVector.broadcast(V, rows[r + 8]);
            FloatVector v4 = FloatVector.broadcast(V, rows[r + 9]);
            FloatVector tau = FloatVector.broadcast(V, rows[r + 10]);
            FloatVector m0a = FloatVector.fromArray(V, strip, at + 0 * L).fma(x0, p0a);
            FloatVector w0a = FloatVector.fromArray(V, strip, at + 2 * L).mul(v0);
            FloatVector d0a = m0a.fma(m0a, w0a);
            FloatVector m1a = FloatVector.fromArray(V, strip, at + 4 * L).fma(x1, p1a);
            FloatVector w1a = FloatVector.fromArray(V, strip, at + 6 * L).mul(v1);
            FloatVector d1a = m1a.fma(m1a, w1a);
            FloatVector m2a = FloatVector.fromArray(V, strip, at + 8 * L).fma(x2, p2a);
            FloatVector w2a = FloatVector.fromArray(V, strip, at + 10 * L).mul(v2);
            FloatVector d2a = m2a.fma(m2a, w2a);
            FloatVector m3a = FloatVector.fromArray(V, strip, at + 12 * L).fma(x3, p3a);
            FloatVector w3a = FloatVector.fromArray(V, strip, at + 14 * L).mul(v3);
            FloatVector d3a = m3a.fma(m3a, w3a);
            FloatVector m4a = FloatVector.fromArray(V, strip, at + 16 * L).fma(x4, p4a);
            FloatVector w4a = FloatVector.fromArray(V, strip, at + 18 * L).mul(v4);
            FloatVector d4a = m4a.fma(m4a, w4a);
            FloatVector qa = w0a.mul(d1a).mul(d2a).mul(d3a).mul(d4a);
            FloatVector ga = qa.mul(tau);
            FloatVector d0ato2 = d0a.mul(d0a);
            FloatVector d0ato4 = d0ato2.mul(d0ato2);
            FloatVector d0ato5 = d0ato4.mul(d0a);
            low = low.and(ga.fma(lowa, d0ato5).reinterpretAsInts());
            minor = minor.and(d0a.add(minorLimit).reinterpretAsInts());
            product = product.and(qa.add(productLimit).reinterpretAsInts());
            FloatVector m0b = FloatVector.fromArray(V, strip, at + 1 * L).fma(x0, p0b);
            FloatVector w0b = FloatVector.fromArray(V, strip, at + 3 * L).mul(v0);
            FloatVector d0b = m0b.fma(m0b, w0b);
            FloatVector m1b = FloatVector.fromArray(V, strip, at + 5 * L).fma(x1, p1b);
            FloatVector w1b = FloatVector.fromArray(V, strip, at + 7 * L).mul(v1);
            FloatVector d1b = m1b.fma(m1b, w1b);
            FloatVector m2b = FloatVector.fromArray(V, strip, at + 9 * L).fma(x2, p2b);
            FloatVector w2b = FloatVector.fromArray(V, strip, at + 11 * L).mul(v2);
            FloatVector d2b = m2b.fma(m2b, w2b);
            FloatVector m3b = FloatVector.fromArray(V, strip, at + 13 * L).fma(x3, p3b);
            FloatVector w3b = FloatVector.fromArray(V, strip, at + 15 * L).mul(v3);
            FloatVector d3b = m3b.fma(m3b, w3b);
            FloatVector m4b = FloatVector.fromArray(V, strip, at + 17 * L).fma(x4, p4b);
            FloatVector w4b = FloatVector.fromArray(V, strip, at + 19 * L).mul(v4);
            FloatVector d4b = m4b.fma(m4b, w4b);
            FloatVector qb = w0b.mul(d1b).mul(d2b).mul(d3b).mul(d4b);
            FloatVector gb = qb.mul(tau);
            FloatVector d0bto2 = d0b.mul(d0b);
            FloatVector d0bto4 = d0bto2.mul(d0bto2);
            FloatVector d0bto5 = d0bto4.mul(d0b);
            low = low.and(gb.fma(lowb, d0bto5).reinterpretAsInts());
            minor = minor.and(d0b.add(minorLimit).reinterpretAsInts());
            product = product.and(qb.add(productLimit).reinterpretAsInts());
        }
        boolean candidate = low.reduceLanes(VectorOperators.AND) >= 0;
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
        FloatVector p2a = FloatVector.fromArray(V, tiles, tile + 4 * L);
        FloatVector p3a = FloatVector.fromArray(V, tiles, tile + 6 * L);
        FloatVector p4a = FloatVector.fromArray(V, tiles, tile + 8 * L);
        FloatVector ha = FloatVector.fromArray(V, tiles, tile + 10 * L);
        IntVector valid = IntVector.fromArray(B, SingleLanes.VALID, lanes);
        FloatVector higha = ha.mul(b.high);
        IntVector high = IntVector.broadcast(B, 0);
        FloatVector lowa = ha.mul(b.low);
        IntVector low = IntVector.broadcast(B, -1);
        FloatVector minorLimit = FloatVector.broadcast(V, b.minorLimit);
        IntVector minor = IntVector.broadcast(B, -1);
        FloatVector productLimit = FloatVector.broadcast(V, b.productLimit);
        IntVector product = IntVector.broadcast(B, -1);
        for (int step = 0, at = half * L, r = row; step < steps; step++, at += 20 * L, r += 11) {
            FloatVector x0 = FloatVector.broadcast(V, rows[r + 0]);
            FloatVector v0 = FloatVector.broadcast(V, rows[r + 1]);
            FloatVector x1 = FloatVector.broadcast(V, rows[r + 2]);
            FloatVector v1 = FloatVector.broadcast(V, rows[r + 3]);
            FloatVector x2 = FloatVector.broadcast(V, rows[r + 4]);
            FloatVector v2 = FloatVector.broadcast(V, rows[r + 5]);
            FloatVector x3 = FloatVector.broadcast(V, rows[r + 6]);
            FloatVector v3 = FloatVector.broadcast(V, rows[r + 7]);
            FloatVector x4 = FloatVector.broadcast(V, rows[r + 8]);
            FloatVector v4 = FloatVector.broadcast(V, rows[r + 9]);
            FloatVector tau = FloatVector.broadcast(V, rows[r + 10]);
            FloatVector m0a = FloatVector.fromArray(V, strip, at + 0 * L).fma(x0, p0a);
            FloatVector w0a = FloatVector.fromArray(V, strip, at + 2 * L).mul(v0);
            FloatVector d0a = m0a.fma(m0a, w0a);
            FloatVector m1a = FloatVector.fromArray(V, strip, at + 4 * L).fma(x1, p1a);
            FloatVector w1a = FloatVector.fromArray(V, strip, at + 6 * L).mul(v1);
            FloatVector d1a = m1a.fma(m1a, w1a);
            FloatVector m2a = FloatVector.fromArray(V, strip, at + 8 * L).fma(x2, p2a);
            FloatVector w2a = FloatVector.fromArray(V, strip, at + 10 * L).mul(v2);
            FloatVector d2a = m2a.fma(m2a, w2a);
            FloatVector m3a = FloatVector.fromArray(V, strip, at + 12 * L).fma(x3, p3a);
            FloatVector w3a = FloatVector.fromArray(V, strip, at + 14 * L).mul(v3);
            FloatVector d3a = m3a.fma(m3a, w3a);
            FloatVector m4a = FloatVector.fromArray(V, strip, at + 16 * L).fma(x4, p4a);
            FloatVector w4a = FloatVector.fromArray(V, strip, at + 18 * L).mul(v4);
            FloatVector d4a = m4a.fma(m4a, w4a);
            FloatVector qa = w0a.mul(d1a).mul(d2a).mul(d3a).mul(d4a);
            FloatVector ga = qa.mul(tau);
            FloatVector d0ato2 = d0a.mul(d0a);
            FloatVector d0ato4 = d0ato2.mul(d0ato2);
            FloatVector d0ato5 = d0ato4.mul(d0a);
            high = high.or(ga.fma(higha, d0ato5).reinterpretAsInts());
            low = low.and(ga.fma(lowa, d0ato5).reinterpretAsInts());
            minor = minor.and(d0a.add(minorLimit).reinterpretAsInts());
            product = product.and(qa.add(productLimit).reinterpretAsInts());
        }
        boolean candidate = high.and(valid).reduceLanes(VectorOperators.OR) < 0
                || low.or(valid.not()).reduceLanes(VectorOperators.AND) >= 0;
        return PairScreen.flags(
                candidate,
                minor.or(valid.not()).reduceLanes(VectorOperators.AND) >= 0,
                product.or(valid.not()).reduceLanes(VectorOperators.AND) >= 0);
    }
}
