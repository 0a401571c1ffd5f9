package org.oinfo.kernels.simd.pairs;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.oinfo.kernels.simd.lanes.Lanes;

/** Order 6 of {@link PairStationary}. Written by PairLoopsGenerator: change that, not this. */
final class PairStationary6 implements PairStationary {
    private static final VectorSpecies<Double> V = Lanes.DOUBLE;
    private static final VectorSpecies<Long> B = Lanes.LONG;
    private static final int L = Lanes.COUNT;

    @Override
    public int extremes(PairBuffers b, int row, int steps, int tile) {
        double[] tiles = b.tiles;
        double[] strip = b.strip;
        double[] rows = b.rows;
        DoubleVector p0a = DoubleVector.fromArray(V, tiles, tile + 0 * L);
        DoubleVector p1a = DoubleVector.fromArray(V, tiles, tile + 2 * L);
        DoubleVector p2a = DoubleVector.fromArray(V, tiles, tile + 4 * L);
        DoubleVector p3a = DoubleVector.fromArray(V, tiles, tile + 6 * L);
        DoubleVector ha = DoubleVector.fromArray(V, tiles, tile + 8 * L);
        DoubleVector p0b = DoubleVector.fromArray(V, tiles, tile + 1 * L);
        DoubleVector p1b = DoubleVector.fromArray(V, tiles, tile + 3 * L);
        DoubleVector p2b = DoubleVector.fromArray(V, tiles, tile + 5 * L);
        DoubleVector p3b = DoubleVector.fromArray(V, tiles, tile + 7 * L);
        DoubleVector hb = DoubleVector.fromArray(V, tiles, tile + 9 * L);
        DoubleVector higha = ha.mul(b.thresholds[0]);
        DoubleVector highb = hb.mul(b.thresholds[0]);
        LongVector high = LongVector.broadcast(B, -1);
        DoubleVector lowa = ha.mul(b.thresholds[1]);
        DoubleVector lowb = hb.mul(b.thresholds[1]);
        LongVector low = LongVector.broadcast(B, 0);
        DoubleVector guard = DoubleVector.broadcast(V, b.thresholds[4]);
        LongVector sound = LongVector.broadcast(B, -1);
        for (int step = 0, at = 0, r = row; step < steps; step++, at += 16 * L, r += 9) {
            DoubleVector m0a =
                    DoubleVector.fromArray(V, strip, at + 0 * L).fma(DoubleVector.broadcast(V, rows[r + 0]), p0a);
            DoubleVector w0a = DoubleVector.fromArray(V, strip, at + 2 * L).mul(DoubleVector.broadcast(V, rows[r + 1]));
            DoubleVector d0a = m0a.fma(m0a, w0a);
            DoubleVector m1a =
                    DoubleVector.fromArray(V, strip, at + 4 * L).fma(DoubleVector.broadcast(V, rows[r + 2]), p1a);
            DoubleVector w1a = DoubleVector.fromArray(V, strip, at + 6 * L).mul(DoubleVector.broadcast(V, rows[r + 3]));
            DoubleVector d1a = m1a.fma(m1a, w1a);
            DoubleVector m2a =
                    DoubleVector.fromArray(V, strip, at + 8 * L).fma(DoubleVector.broadcast(V, rows[r + 4]), p2a);
            DoubleVector w2a =
                    DoubleVector.fromArray(V, strip, at + 10 * L).mul(DoubleVector.broadcast(V, rows[r + 5]));
            DoubleVector d2a = m2a.fma(m2a, w2a);
            DoubleVector m3a =
                    DoubleVector.fromArray(V, strip, at + 12 * L).fma(DoubleVector.broadcast(V, rows[r + 6]), p3a);
            DoubleVector w3a =
                    DoubleVector.fromArray(V, strip, at + 14 * L).mul(DoubleVector.broadcast(V, rows[r + 7]));
            DoubleVector d3a = m3a.fma(m3a, w3a);
            DoubleVector qa = w0a.mul(d1a).mul(d2a).mul(d3a);
            DoubleVector ga = qa.mul(DoubleVector.broadcast(V, rows[r + 8]));
            DoubleVector d0ato2 = d0a.mul(d0a);
            DoubleVector d0ato4 = d0ato2.mul(d0ato2);
            high = high.and(ga.fma(higha, d0ato4).reinterpretAsLongs());
            low = low.or(ga.fma(lowa, d0ato4).reinterpretAsLongs());
            sound = sound.and(d0a.add(guard).reinterpretAsLongs());
            sound = sound.and(guard.sub(qa).reinterpretAsLongs());
            DoubleVector m0b =
                    DoubleVector.fromArray(V, strip, at + 1 * L).fma(DoubleVector.broadcast(V, rows[r + 0]), p0b);
            DoubleVector w0b = DoubleVector.fromArray(V, strip, at + 3 * L).mul(DoubleVector.broadcast(V, rows[r + 1]));
            DoubleVector d0b = m0b.fma(m0b, w0b);
            DoubleVector m1b =
                    DoubleVector.fromArray(V, strip, at + 5 * L).fma(DoubleVector.broadcast(V, rows[r + 2]), p1b);
            DoubleVector w1b = DoubleVector.fromArray(V, strip, at + 7 * L).mul(DoubleVector.broadcast(V, rows[r + 3]));
            DoubleVector d1b = m1b.fma(m1b, w1b);
            DoubleVector m2b =
                    DoubleVector.fromArray(V, strip, at + 9 * L).fma(DoubleVector.broadcast(V, rows[r + 4]), p2b);
            DoubleVector w2b =
                    DoubleVector.fromArray(V, strip, at + 11 * L).mul(DoubleVector.broadcast(V, rows[r + 5]));
            DoubleVector d2b = m2b.fma(m2b, w2b);
            DoubleVector m3b =
                    DoubleVector.fromArray(V, strip, at + 13 * L).fma(DoubleVector.broadcast(V, rows[r + 6]), p3b);
            DoubleVector w3b =
                    DoubleVector.fromArray(V, strip, at + 15 * L).mul(DoubleVector.broadcast(V, rows[r + 7]));
            DoubleVector d3b = m3b.fma(m3b, w3b);
            DoubleVector qb = w0b.mul(d1b).mul(d2b).mul(d3b);
            DoubleVector gb = qb.mul(DoubleVector.broadcast(V, rows[r + 8]));
            DoubleVector d0bto2 = d0b.mul(d0b);
            DoubleVector d0bto4 = d0bto2.mul(d0bto2);
            high = high.and(gb.fma(highb, d0bto4).reinterpretAsLongs());
            low = low.or(gb.fma(lowb, d0bto4).reinterpretAsLongs());
            sound = sound.and(d0b.add(guard).reinterpretAsLongs());
            sound = sound.and(guard.sub(qb).reinterpretAsLongs());
        }
        return PairStationary.flags(
                high.reduceLanes(VectorOperators.AND) >= 0,
                low.reduceLanes(VectorOperators.OR) < 0,
                sound.reduceLanes(VectorOperators.AND) >= 0);
    }

    @Override
    public int plain(PairBuffers b, int row, int steps, int tile) {
        double[] tiles = b.tiles;
        double[] strip = b.strip;
        double[] rows = b.rows;
        DoubleVector p0a = DoubleVector.fromArray(V, tiles, tile + 0 * L);
        DoubleVector p1a = DoubleVector.fromArray(V, tiles, tile + 2 * L);
        DoubleVector p2a = DoubleVector.fromArray(V, tiles, tile + 4 * L);
        DoubleVector p3a = DoubleVector.fromArray(V, tiles, tile + 6 * L);
        DoubleVector ha = DoubleVector.fromArray(V, tiles, tile + 8 * L);
        DoubleVector p0b = DoubleVector.fromArray(V, tiles, tile + 1 * L);
        DoubleVector p1b = DoubleVector.fromArray(V, tiles, tile + 3 * L);
        DoubleVector p2b = DoubleVector.fromArray(V, tiles, tile + 5 * L);
        DoubleVector p3b = DoubleVector.fromArray(V, tiles, tile + 7 * L);
        DoubleVector hb = DoubleVector.fromArray(V, tiles, tile + 9 * L);
        DoubleVector high0 = DoubleVector.broadcast(V, b.thresholds[0]);
        DoubleVector low0 = DoubleVector.broadcast(V, b.thresholds[1]);
        DoubleVector redundant0 = DoubleVector.broadcast(V, b.thresholds[2]);
        DoubleVector other0 = DoubleVector.broadcast(V, b.thresholds[3]);
        DoubleVector guard = DoubleVector.broadcast(V, b.thresholds[4]);
        LongVector high = LongVector.broadcast(B, 0);
        LongVector low = LongVector.broadcast(B, -1);
        LongVector sound = LongVector.broadcast(B, -1);
        LongVector redundant = LongVector.broadcast(B, 0);
        LongVector other = LongVector.broadcast(B, 0);
        DoubleVector minorsa = DoubleVector.broadcast(V, 1);
        DoubleVector scalesa = DoubleVector.broadcast(V, 1);
        DoubleVector minorsb = DoubleVector.broadcast(V, 1);
        DoubleVector scalesb = DoubleVector.broadcast(V, 1);
        for (int step = 0, at = 0, r = row; step < steps; step++, at += 16 * L, r += 9) {
            DoubleVector m0a =
                    DoubleVector.fromArray(V, strip, at + 0 * L).fma(DoubleVector.broadcast(V, rows[r + 0]), p0a);
            DoubleVector w0a = DoubleVector.fromArray(V, strip, at + 2 * L).mul(DoubleVector.broadcast(V, rows[r + 1]));
            DoubleVector d0a = m0a.fma(m0a, w0a);
            DoubleVector m1a =
                    DoubleVector.fromArray(V, strip, at + 4 * L).fma(DoubleVector.broadcast(V, rows[r + 2]), p1a);
            DoubleVector w1a = DoubleVector.fromArray(V, strip, at + 6 * L).mul(DoubleVector.broadcast(V, rows[r + 3]));
            DoubleVector d1a = m1a.fma(m1a, w1a);
            DoubleVector m2a =
                    DoubleVector.fromArray(V, strip, at + 8 * L).fma(DoubleVector.broadcast(V, rows[r + 4]), p2a);
            DoubleVector w2a =
                    DoubleVector.fromArray(V, strip, at + 10 * L).mul(DoubleVector.broadcast(V, rows[r + 5]));
            DoubleVector d2a = m2a.fma(m2a, w2a);
            DoubleVector m3a =
                    DoubleVector.fromArray(V, strip, at + 12 * L).fma(DoubleVector.broadcast(V, rows[r + 6]), p3a);
            DoubleVector w3a =
                    DoubleVector.fromArray(V, strip, at + 14 * L).mul(DoubleVector.broadcast(V, rows[r + 7]));
            DoubleVector d3a = m3a.fma(m3a, w3a);
            DoubleVector qa = w0a.mul(d1a).mul(d2a).mul(d3a);
            DoubleVector ga = qa.mul(DoubleVector.broadcast(V, rows[r + 8]));
            DoubleVector d0ato2 = d0a.mul(d0a);
            DoubleVector d0ato4 = d0ato2.mul(d0ato2);
            DoubleVector sa = ga.mul(ha);
            high = high.or(d0ato4.fma(high0, sa).reinterpretAsLongs());
            low = low.and(d0ato4.fma(low0, sa).reinterpretAsLongs());
            redundant = redundant.add(
                    d0ato4.fma(redundant0, sa).reinterpretAsLongs().lanewise(VectorOperators.LSHR, 63));
            other = other.add(d0ato4.fma(other0, sa).reinterpretAsLongs().lanewise(VectorOperators.LSHR, 63));
            minorsa = minorsa.mul(d0a);
            scalesa = scalesa.mul(sa);
            sound = sound.and(d0a.add(guard).reinterpretAsLongs());
            sound = sound.and(guard.sub(qa).reinterpretAsLongs());
            DoubleVector m0b =
                    DoubleVector.fromArray(V, strip, at + 1 * L).fma(DoubleVector.broadcast(V, rows[r + 0]), p0b);
            DoubleVector w0b = DoubleVector.fromArray(V, strip, at + 3 * L).mul(DoubleVector.broadcast(V, rows[r + 1]));
            DoubleVector d0b = m0b.fma(m0b, w0b);
            DoubleVector m1b =
                    DoubleVector.fromArray(V, strip, at + 5 * L).fma(DoubleVector.broadcast(V, rows[r + 2]), p1b);
            DoubleVector w1b = DoubleVector.fromArray(V, strip, at + 7 * L).mul(DoubleVector.broadcast(V, rows[r + 3]));
            DoubleVector d1b = m1b.fma(m1b, w1b);
            DoubleVector m2b =
                    DoubleVector.fromArray(V, strip, at + 9 * L).fma(DoubleVector.broadcast(V, rows[r + 4]), p2b);
            DoubleVector w2b =
                    DoubleVector.fromArray(V, strip, at + 11 * L).mul(DoubleVector.broadcast(V, rows[r + 5]));
            DoubleVector d2b = m2b.fma(m2b, w2b);
            DoubleVector m3b =
                    DoubleVector.fromArray(V, strip, at + 13 * L).fma(DoubleVector.broadcast(V, rows[r + 6]), p3b);
            DoubleVector w3b =
                    DoubleVector.fromArray(V, strip, at + 15 * L).mul(DoubleVector.broadcast(V, rows[r + 7]));
            DoubleVector d3b = m3b.fma(m3b, w3b);
            DoubleVector qb = w0b.mul(d1b).mul(d2b).mul(d3b);
            DoubleVector gb = qb.mul(DoubleVector.broadcast(V, rows[r + 8]));
            DoubleVector d0bto2 = d0b.mul(d0b);
            DoubleVector d0bto4 = d0bto2.mul(d0bto2);
            DoubleVector sb = gb.mul(hb);
            high = high.or(d0bto4.fma(high0, sb).reinterpretAsLongs());
            low = low.and(d0bto4.fma(low0, sb).reinterpretAsLongs());
            redundant = redundant.add(
                    d0bto4.fma(redundant0, sb).reinterpretAsLongs().lanewise(VectorOperators.LSHR, 63));
            other = other.add(d0bto4.fma(other0, sb).reinterpretAsLongs().lanewise(VectorOperators.LSHR, 63));
            minorsb = minorsb.mul(d0b);
            scalesb = scalesb.mul(sb);
            sound = sound.and(d0b.add(guard).reinterpretAsLongs());
            sound = sound.and(guard.sub(qb).reinterpretAsLongs());
        }
        minorsa.intoArray(b.products, 0 * L);
        scalesa.intoArray(b.products, 2 * L);
        minorsb.intoArray(b.products, 1 * L);
        scalesb.intoArray(b.products, 3 * L);
        redundant.intoArray(b.counts, 0);
        other.intoArray(b.counts, L);
        return PairStationary.flags(
                high.reduceLanes(VectorOperators.OR) < 0,
                low.reduceLanes(VectorOperators.AND) >= 0,
                sound.reduceLanes(VectorOperators.AND) >= 0);
    }

    @Override
    public int summed(PairBuffers b, int row, int steps, int tile) {
        double[] tiles = b.tiles;
        double[] strip = b.strip;
        double[] rows = b.rows;
        DoubleVector p0a = DoubleVector.fromArray(V, tiles, tile + 0 * L);
        DoubleVector p1a = DoubleVector.fromArray(V, tiles, tile + 2 * L);
        DoubleVector p2a = DoubleVector.fromArray(V, tiles, tile + 4 * L);
        DoubleVector p3a = DoubleVector.fromArray(V, tiles, tile + 6 * L);
        DoubleVector ha = DoubleVector.fromArray(V, tiles, tile + 8 * L);
        DoubleVector p0b = DoubleVector.fromArray(V, tiles, tile + 1 * L);
        DoubleVector p1b = DoubleVector.fromArray(V, tiles, tile + 3 * L);
        DoubleVector p2b = DoubleVector.fromArray(V, tiles, tile + 5 * L);
        DoubleVector p3b = DoubleVector.fromArray(V, tiles, tile + 7 * L);
        DoubleVector hb = DoubleVector.fromArray(V, tiles, tile + 9 * L);
        DoubleVector high0 = DoubleVector.broadcast(V, b.thresholds[0]);
        DoubleVector low0 = DoubleVector.broadcast(V, b.thresholds[1]);
        DoubleVector redundant0 = DoubleVector.broadcast(V, b.thresholds[2]);
        DoubleVector other0 = DoubleVector.broadcast(V, b.thresholds[3]);
        DoubleVector guard = DoubleVector.broadcast(V, b.thresholds[4]);
        LongVector high = LongVector.broadcast(B, 0);
        LongVector low = LongVector.broadcast(B, -1);
        LongVector sound = LongVector.broadcast(B, -1);
        LongVector redundant = LongVector.broadcast(B, 0);
        LongVector other = LongVector.broadcast(B, 0);
        DoubleVector minorsa = DoubleVector.broadcast(V, 1);
        DoubleVector scalesa = DoubleVector.broadcast(V, 1);
        DoubleVector determinantsa = DoubleVector.broadcast(V, 0);
        DoubleVector minorsb = DoubleVector.broadcast(V, 1);
        DoubleVector scalesb = DoubleVector.broadcast(V, 1);
        DoubleVector determinantsb = DoubleVector.broadcast(V, 0);
        for (int step = 0, at = 0, r = row; step < steps; step++, at += 16 * L, r += 9) {
            DoubleVector m0a =
                    DoubleVector.fromArray(V, strip, at + 0 * L).fma(DoubleVector.broadcast(V, rows[r + 0]), p0a);
            DoubleVector w0a = DoubleVector.fromArray(V, strip, at + 2 * L).mul(DoubleVector.broadcast(V, rows[r + 1]));
            DoubleVector d0a = m0a.fma(m0a, w0a);
            DoubleVector m1a =
                    DoubleVector.fromArray(V, strip, at + 4 * L).fma(DoubleVector.broadcast(V, rows[r + 2]), p1a);
            DoubleVector w1a = DoubleVector.fromArray(V, strip, at + 6 * L).mul(DoubleVector.broadcast(V, rows[r + 3]));
            DoubleVector d1a = m1a.fma(m1a, w1a);
            DoubleVector m2a =
                    DoubleVector.fromArray(V, strip, at + 8 * L).fma(DoubleVector.broadcast(V, rows[r + 4]), p2a);
            DoubleVector w2a =
                    DoubleVector.fromArray(V, strip, at + 10 * L).mul(DoubleVector.broadcast(V, rows[r + 5]));
            DoubleVector d2a = m2a.fma(m2a, w2a);
            DoubleVector m3a =
                    DoubleVector.fromArray(V, strip, at + 12 * L).fma(DoubleVector.broadcast(V, rows[r + 6]), p3a);
            DoubleVector w3a =
                    DoubleVector.fromArray(V, strip, at + 14 * L).mul(DoubleVector.broadcast(V, rows[r + 7]));
            DoubleVector d3a = m3a.fma(m3a, w3a);
            DoubleVector qa = w0a.mul(d1a).mul(d2a).mul(d3a);
            DoubleVector ga = qa.mul(DoubleVector.broadcast(V, rows[r + 8]));
            DoubleVector d0ato2 = d0a.mul(d0a);
            DoubleVector d0ato4 = d0ato2.mul(d0ato2);
            DoubleVector sa = ga.mul(ha);
            high = high.or(d0ato4.fma(high0, sa).reinterpretAsLongs());
            low = low.and(d0ato4.fma(low0, sa).reinterpretAsLongs());
            redundant = redundant.add(
                    d0ato4.fma(redundant0, sa).reinterpretAsLongs().lanewise(VectorOperators.LSHR, 63));
            other = other.add(d0ato4.fma(other0, sa).reinterpretAsLongs().lanewise(VectorOperators.LSHR, 63));
            minorsa = minorsa.mul(d0a);
            scalesa = scalesa.mul(sa);
            sound = sound.and(d0a.add(guard).reinterpretAsLongs());
            sound = sound.and(guard.sub(qa).reinterpretAsLongs());
            determinantsa = d0a.fma(DoubleVector.broadcast(V, b.variances[step]), determinantsa);
            DoubleVector m0b =
                    DoubleVector.fromArray(V, strip, at + 1 * L).fma(DoubleVector.broadcast(V, rows[r + 0]), p0b);
            DoubleVector w0b = DoubleVector.fromArray(V, strip, at + 3 * L).mul(DoubleVector.broadcast(V, rows[r + 1]));
            DoubleVector d0b = m0b.fma(m0b, w0b);
            DoubleVector m1b =
                    DoubleVector.fromArray(V, strip, at + 5 * L).fma(DoubleVector.broadcast(V, rows[r + 2]), p1b);
            DoubleVector w1b = DoubleVector.fromArray(V, strip, at + 7 * L).mul(DoubleVector.broadcast(V, rows[r + 3]));
            DoubleVector d1b = m1b.fma(m1b, w1b);
            DoubleVector m2b =
                    DoubleVector.fromArray(V, strip, at + 9 * L).fma(DoubleVector.broadcast(V, rows[r + 4]), p2b);
            DoubleVector w2b =
                    DoubleVector.fromArray(V, strip, at + 11 * L).mul(DoubleVector.broadcast(V, rows[r + 5]));
            DoubleVector d2b = m2b.fma(m2b, w2b);
            DoubleVector m3b =
                    DoubleVector.fromArray(V, strip, at + 13 * L).fma(DoubleVector.broadcast(V, rows[r + 6]), p3b);
            DoubleVector w3b =
                    DoubleVector.fromArray(V, strip, at + 15 * L).mul(DoubleVector.broadcast(V, rows[r + 7]));
            DoubleVector d3b = m3b.fma(m3b, w3b);
            DoubleVector qb = w0b.mul(d1b).mul(d2b).mul(d3b);
            DoubleVector gb = qb.mul(DoubleVector.broadcast(V, rows[r + 8]));
            DoubleVector d0bto2 = d0b.mul(d0b);
            DoubleVector d0bto4 = d0bto2.mul(d0bto2);
            DoubleVector sb = gb.mul(hb);
            high = high.or(d0bto4.fma(high0, sb).reinterpretAsLongs());
            low = low.and(d0bto4.fma(low0, sb).reinterpretAsLongs());
            redundant = redundant.add(
                    d0bto4.fma(redundant0, sb).reinterpretAsLongs().lanewise(VectorOperators.LSHR, 63));
            other = other.add(d0bto4.fma(other0, sb).reinterpretAsLongs().lanewise(VectorOperators.LSHR, 63));
            minorsb = minorsb.mul(d0b);
            scalesb = scalesb.mul(sb);
            sound = sound.and(d0b.add(guard).reinterpretAsLongs());
            sound = sound.and(guard.sub(qb).reinterpretAsLongs());
            determinantsb = d0b.fma(DoubleVector.broadcast(V, b.variances[step]), determinantsb);
        }
        minorsa.intoArray(b.products, 0 * L);
        scalesa.intoArray(b.products, 2 * L);
        determinantsa.intoArray(b.determinants, 0 * L);
        minorsb.intoArray(b.products, 1 * L);
        scalesb.intoArray(b.products, 3 * L);
        determinantsb.intoArray(b.determinants, 1 * L);
        redundant.intoArray(b.counts, 0);
        other.intoArray(b.counts, L);
        return PairStationary.flags(
                high.reduceLanes(VectorOperators.OR) < 0,
                low.reduceLanes(VectorOperators.AND) >= 0,
                sound.reduceLanes(VectorOperators.AND) >= 0);
    }

    @Override
    public int extremesOne(PairBuffers b, int row, int steps, int tile, int half, int lanes) {
        double[] tiles = b.tiles;
        double[] strip = b.strip;
        double[] rows = b.rows;
        DoubleVector p0a = DoubleVector.fromArray(V, tiles, tile + 0 * L);
        DoubleVector p1a = DoubleVector.fromArray(V, tiles, tile + 2 * L);
        DoubleVector p2a = DoubleVector.fromArray(V, tiles, tile + 4 * L);
        DoubleVector p3a = DoubleVector.fromArray(V, tiles, tile + 6 * L);
        DoubleVector ha = DoubleVector.fromArray(V, tiles, tile + 8 * L);
        LongVector valid = LongVector.fromArray(B, Lanes.VALID, lanes);
        DoubleVector higha = ha.mul(b.thresholds[0]);
        LongVector high = LongVector.broadcast(B, -1);
        DoubleVector lowa = ha.mul(b.thresholds[1]);
        LongVector low = LongVector.broadcast(B, 0);
        DoubleVector guard = DoubleVector.broadcast(V, b.thresholds[4]);
        LongVector sound = LongVector.broadcast(B, -1);
        for (int step = 0, at = half * L, r = row; step < steps; step++, at += 16 * L, r += 9) {
            DoubleVector m0a =
                    DoubleVector.fromArray(V, strip, at + 0 * L).fma(DoubleVector.broadcast(V, rows[r + 0]), p0a);
            DoubleVector w0a = DoubleVector.fromArray(V, strip, at + 2 * L).mul(DoubleVector.broadcast(V, rows[r + 1]));
            DoubleVector d0a = m0a.fma(m0a, w0a);
            DoubleVector m1a =
                    DoubleVector.fromArray(V, strip, at + 4 * L).fma(DoubleVector.broadcast(V, rows[r + 2]), p1a);
            DoubleVector w1a = DoubleVector.fromArray(V, strip, at + 6 * L).mul(DoubleVector.broadcast(V, rows[r + 3]));
            DoubleVector d1a = m1a.fma(m1a, w1a);
            DoubleVector m2a =
                    DoubleVector.fromArray(V, strip, at + 8 * L).fma(DoubleVector.broadcast(V, rows[r + 4]), p2a);
            DoubleVector w2a =
                    DoubleVector.fromArray(V, strip, at + 10 * L).mul(DoubleVector.broadcast(V, rows[r + 5]));
            DoubleVector d2a = m2a.fma(m2a, w2a);
            DoubleVector m3a =
                    DoubleVector.fromArray(V, strip, at + 12 * L).fma(DoubleVector.broadcast(V, rows[r + 6]), p3a);
            DoubleVector w3a =
                    DoubleVector.fromArray(V, strip, at + 14 * L).mul(DoubleVector.broadcast(V, rows[r + 7]));
            DoubleVector d3a = m3a.fma(m3a, w3a);
            DoubleVector qa = w0a.mul(d1a).mul(d2a).mul(d3a);
            DoubleVector ga = qa.mul(DoubleVector.broadcast(V, rows[r + 8]));
            DoubleVector d0ato2 = d0a.mul(d0a);
            DoubleVector d0ato4 = d0ato2.mul(d0ato2);
            high = high.and(ga.fma(higha, d0ato4).reinterpretAsLongs());
            low = low.or(ga.fma(lowa, d0ato4).reinterpretAsLongs());
            sound = sound.and(d0a.add(guard).reinterpretAsLongs());
            sound = sound.and(guard.sub(qa).reinterpretAsLongs());
        }
        return PairStationary.flags(
                high.or(valid.not()).reduceLanes(VectorOperators.AND) >= 0,
                low.and(valid).reduceLanes(VectorOperators.OR) < 0,
                sound.or(valid.not()).reduceLanes(VectorOperators.AND) >= 0);
    }

    @Override
    public int plainOne(PairBuffers b, int row, int steps, int tile, int half, int lanes) {
        double[] tiles = b.tiles;
        double[] strip = b.strip;
        double[] rows = b.rows;
        DoubleVector p0a = DoubleVector.fromArray(V, tiles, tile + 0 * L);
        DoubleVector p1a = DoubleVector.fromArray(V, tiles, tile + 2 * L);
        DoubleVector p2a = DoubleVector.fromArray(V, tiles, tile + 4 * L);
        DoubleVector p3a = DoubleVector.fromArray(V, tiles, tile + 6 * L);
        DoubleVector ha = DoubleVector.fromArray(V, tiles, tile + 8 * L);
        LongVector valid = LongVector.fromArray(B, Lanes.VALID, lanes);
        DoubleVector high0 = DoubleVector.broadcast(V, b.thresholds[0]);
        DoubleVector low0 = DoubleVector.broadcast(V, b.thresholds[1]);
        DoubleVector redundant0 = DoubleVector.broadcast(V, b.thresholds[2]);
        DoubleVector other0 = DoubleVector.broadcast(V, b.thresholds[3]);
        DoubleVector guard = DoubleVector.broadcast(V, b.thresholds[4]);
        LongVector high = LongVector.broadcast(B, 0);
        LongVector low = LongVector.broadcast(B, -1);
        LongVector sound = LongVector.broadcast(B, -1);
        LongVector redundant = LongVector.broadcast(B, 0);
        LongVector other = LongVector.broadcast(B, 0);
        DoubleVector minorsa = DoubleVector.broadcast(V, 1);
        DoubleVector scalesa = DoubleVector.broadcast(V, 1);
        for (int step = 0, at = half * L, r = row; step < steps; step++, at += 16 * L, r += 9) {
            DoubleVector m0a =
                    DoubleVector.fromArray(V, strip, at + 0 * L).fma(DoubleVector.broadcast(V, rows[r + 0]), p0a);
            DoubleVector w0a = DoubleVector.fromArray(V, strip, at + 2 * L).mul(DoubleVector.broadcast(V, rows[r + 1]));
            DoubleVector d0a = m0a.fma(m0a, w0a);
            DoubleVector m1a =
                    DoubleVector.fromArray(V, strip, at + 4 * L).fma(DoubleVector.broadcast(V, rows[r + 2]), p1a);
            DoubleVector w1a = DoubleVector.fromArray(V, strip, at + 6 * L).mul(DoubleVector.broadcast(V, rows[r + 3]));
            DoubleVector d1a = m1a.fma(m1a, w1a);
            DoubleVector m2a =
                    DoubleVector.fromArray(V, strip, at + 8 * L).fma(DoubleVector.broadcast(V, rows[r + 4]), p2a);
            DoubleVector w2a =
                    DoubleVector.fromArray(V, strip, at + 10 * L).mul(DoubleVector.broadcast(V, rows[r + 5]));
            DoubleVector d2a = m2a.fma(m2a, w2a);
            DoubleVector m3a =
                    DoubleVector.fromArray(V, strip, at + 12 * L).fma(DoubleVector.broadcast(V, rows[r + 6]), p3a);
            DoubleVector w3a =
                    DoubleVector.fromArray(V, strip, at + 14 * L).mul(DoubleVector.broadcast(V, rows[r + 7]));
            DoubleVector d3a = m3a.fma(m3a, w3a);
            DoubleVector qa = w0a.mul(d1a).mul(d2a).mul(d3a);
            DoubleVector ga = qa.mul(DoubleVector.broadcast(V, rows[r + 8]));
            DoubleVector d0ato2 = d0a.mul(d0a);
            DoubleVector d0ato4 = d0ato2.mul(d0ato2);
            DoubleVector sa = ga.mul(ha);
            high = high.or(d0ato4.fma(high0, sa).reinterpretAsLongs());
            low = low.and(d0ato4.fma(low0, sa).reinterpretAsLongs());
            redundant = redundant.add(
                    d0ato4.fma(redundant0, sa).reinterpretAsLongs().lanewise(VectorOperators.LSHR, 63));
            other = other.add(d0ato4.fma(other0, sa).reinterpretAsLongs().lanewise(VectorOperators.LSHR, 63));
            minorsa = minorsa.mul(d0a);
            scalesa = scalesa.mul(sa);
            sound = sound.and(d0a.add(guard).reinterpretAsLongs());
            sound = sound.and(guard.sub(qa).reinterpretAsLongs());
        }
        minorsa.reinterpretAsLongs()
                .and(valid)
                .or(valid.not().and(Lanes.ONE))
                .reinterpretAsDoubles()
                .intoArray(b.products, 0 * L);
        scalesa.reinterpretAsLongs()
                .and(valid)
                .or(valid.not().and(Lanes.ONE))
                .reinterpretAsDoubles()
                .intoArray(b.products, 2 * L);
        redundant.and(valid).intoArray(b.counts, 0);
        other.and(valid).intoArray(b.counts, L);
        return PairStationary.flags(
                high.and(valid).reduceLanes(VectorOperators.OR) < 0,
                low.or(valid.not()).reduceLanes(VectorOperators.AND) >= 0,
                sound.or(valid.not()).reduceLanes(VectorOperators.AND) >= 0);
    }

    @Override
    public int summedOne(PairBuffers b, int row, int steps, int tile, int half, int lanes) {
        double[] tiles = b.tiles;
        double[] strip = b.strip;
        double[] rows = b.rows;
        DoubleVector p0a = DoubleVector.fromArray(V, tiles, tile + 0 * L);
        DoubleVector p1a = DoubleVector.fromArray(V, tiles, tile + 2 * L);
        DoubleVector p2a = DoubleVector.fromArray(V, tiles, tile + 4 * L);
        DoubleVector p3a = DoubleVector.fromArray(V, tiles, tile + 6 * L);
        DoubleVector ha = DoubleVector.fromArray(V, tiles, tile + 8 * L);
        LongVector valid = LongVector.fromArray(B, Lanes.VALID, lanes);
        DoubleVector high0 = DoubleVector.broadcast(V, b.thresholds[0]);
        DoubleVector low0 = DoubleVector.broadcast(V, b.thresholds[1]);
        DoubleVector redundant0 = DoubleVector.broadcast(V, b.thresholds[2]);
        DoubleVector other0 = DoubleVector.broadcast(V, b.thresholds[3]);
        DoubleVector guard = DoubleVector.broadcast(V, b.thresholds[4]);
        LongVector high = LongVector.broadcast(B, 0);
        LongVector low = LongVector.broadcast(B, -1);
        LongVector sound = LongVector.broadcast(B, -1);
        LongVector redundant = LongVector.broadcast(B, 0);
        LongVector other = LongVector.broadcast(B, 0);
        DoubleVector minorsa = DoubleVector.broadcast(V, 1);
        DoubleVector scalesa = DoubleVector.broadcast(V, 1);
        DoubleVector determinantsa = DoubleVector.broadcast(V, 0);
        for (int step = 0, at = half * L, r = row; step < steps; step++, at += 16 * L, r += 9) {
            DoubleVector m0a =
                    DoubleVector.fromArray(V, strip, at + 0 * L).fma(DoubleVector.broadcast(V, rows[r + 0]), p0a);
            DoubleVector w0a = DoubleVector.fromArray(V, strip, at + 2 * L).mul(DoubleVector.broadcast(V, rows[r + 1]));
            DoubleVector d0a = m0a.fma(m0a, w0a);
            DoubleVector m1a =
                    DoubleVector.fromArray(V, strip, at + 4 * L).fma(DoubleVector.broadcast(V, rows[r + 2]), p1a);
            DoubleVector w1a = DoubleVector.fromArray(V, strip, at + 6 * L).mul(DoubleVector.broadcast(V, rows[r + 3]));
            DoubleVector d1a = m1a.fma(m1a, w1a);
            DoubleVector m2a =
                    DoubleVector.fromArray(V, strip, at + 8 * L).fma(DoubleVector.broadcast(V, rows[r + 4]), p2a);
            DoubleVector w2a =
                    DoubleVector.fromArray(V, strip, at + 10 * L).mul(DoubleVector.broadcast(V, rows[r + 5]));
            DoubleVector d2a = m2a.fma(m2a, w2a);
            DoubleVector m3a =
                    DoubleVector.fromArray(V, strip, at + 12 * L).fma(DoubleVector.broadcast(V, rows[r + 6]), p3a);
            DoubleVector w3a =
                    DoubleVector.fromArray(V, strip, at + 14 * L).mul(DoubleVector.broadcast(V, rows[r + 7]));
            DoubleVector d3a = m3a.fma(m3a, w3a);
            DoubleVector qa = w0a.mul(d1a).mul(d2a).mul(d3a);
            DoubleVector ga = qa.mul(DoubleVector.broadcast(V, rows[r + 8]));
            DoubleVector d0ato2 = d0a.mul(d0a);
            DoubleVector d0ato4 = d0ato2.mul(d0ato2);
            DoubleVector sa = ga.mul(ha);
            high = high.or(d0ato4.fma(high0, sa).reinterpretAsLongs());
            low = low.and(d0ato4.fma(low0, sa).reinterpretAsLongs());
            redundant = redundant.add(
                    d0ato4.fma(redundant0, sa).reinterpretAsLongs().lanewise(VectorOperators.LSHR, 63));
            other = other.add(d0ato4.fma(other0, sa).reinterpretAsLongs().lanewise(VectorOperators.LSHR, 63));
            minorsa = minorsa.mul(d0a);
            scalesa = scalesa.mul(sa);
            sound = sound.and(d0a.add(guard).reinterpretAsLongs());
            sound = sound.and(guard.sub(qa).reinterpretAsLongs());
            determinantsa = d0a.fma(DoubleVector.broadcast(V, b.variances[step]), determinantsa);
        }
        minorsa.reinterpretAsLongs()
                .and(valid)
                .or(valid.not().and(Lanes.ONE))
                .reinterpretAsDoubles()
                .intoArray(b.products, 0 * L);
        scalesa.reinterpretAsLongs()
                .and(valid)
                .or(valid.not().and(Lanes.ONE))
                .reinterpretAsDoubles()
                .intoArray(b.products, 2 * L);
        determinantsa.reinterpretAsLongs().and(valid).reinterpretAsDoubles().intoArray(b.determinants, 0 * L);
        redundant.and(valid).intoArray(b.counts, 0);
        other.and(valid).intoArray(b.counts, L);
        return PairStationary.flags(
                high.and(valid).reduceLanes(VectorOperators.OR) < 0,
                low.or(valid.not()).reduceLanes(VectorOperators.AND) >= 0,
                sound.or(valid.not()).reduceLanes(VectorOperators.AND) >= 0);
    }

    @Override
    public void sides(PairBuffers b, int row, int steps, int tile) {
        double[] tiles = b.tiles;
        double[] strip = b.strip;
        double[] rows = b.rows;
        DoubleVector p0a = DoubleVector.fromArray(V, tiles, tile + 0 * L);
        DoubleVector p1a = DoubleVector.fromArray(V, tiles, tile + 2 * L);
        DoubleVector p2a = DoubleVector.fromArray(V, tiles, tile + 4 * L);
        DoubleVector p3a = DoubleVector.fromArray(V, tiles, tile + 6 * L);
        DoubleVector ha = DoubleVector.fromArray(V, tiles, tile + 8 * L);
        DoubleVector p0b = DoubleVector.fromArray(V, tiles, tile + 1 * L);
        DoubleVector p1b = DoubleVector.fromArray(V, tiles, tile + 3 * L);
        DoubleVector p2b = DoubleVector.fromArray(V, tiles, tile + 5 * L);
        DoubleVector p3b = DoubleVector.fromArray(V, tiles, tile + 7 * L);
        DoubleVector hb = DoubleVector.fromArray(V, tiles, tile + 9 * L);
        DoubleVector guard = DoubleVector.broadcast(V, b.thresholds[4]);
        for (int step = 0, at = 0, r = row; step < steps; step++, at += 16 * L, r += 9) {
            DoubleVector m0a =
                    DoubleVector.fromArray(V, strip, at + 0 * L).fma(DoubleVector.broadcast(V, rows[r + 0]), p0a);
            DoubleVector w0a = DoubleVector.fromArray(V, strip, at + 2 * L).mul(DoubleVector.broadcast(V, rows[r + 1]));
            DoubleVector d0a = m0a.fma(m0a, w0a);
            DoubleVector m1a =
                    DoubleVector.fromArray(V, strip, at + 4 * L).fma(DoubleVector.broadcast(V, rows[r + 2]), p1a);
            DoubleVector w1a = DoubleVector.fromArray(V, strip, at + 6 * L).mul(DoubleVector.broadcast(V, rows[r + 3]));
            DoubleVector d1a = m1a.fma(m1a, w1a);
            DoubleVector m2a =
                    DoubleVector.fromArray(V, strip, at + 8 * L).fma(DoubleVector.broadcast(V, rows[r + 4]), p2a);
            DoubleVector w2a =
                    DoubleVector.fromArray(V, strip, at + 10 * L).mul(DoubleVector.broadcast(V, rows[r + 5]));
            DoubleVector d2a = m2a.fma(m2a, w2a);
            DoubleVector m3a =
                    DoubleVector.fromArray(V, strip, at + 12 * L).fma(DoubleVector.broadcast(V, rows[r + 6]), p3a);
            DoubleVector w3a =
                    DoubleVector.fromArray(V, strip, at + 14 * L).mul(DoubleVector.broadcast(V, rows[r + 7]));
            DoubleVector d3a = m3a.fma(m3a, w3a);
            DoubleVector qa = w0a.mul(d1a).mul(d2a).mul(d3a);
            DoubleVector ga = qa.mul(DoubleVector.broadcast(V, rows[r + 8]));
            DoubleVector d0ato2 = d0a.mul(d0a);
            DoubleVector d0ato4 = d0ato2.mul(d0ato2);
            d0ato4.intoArray(b.numerators, (2 * step + 0) * L);
            ga.mul(ha).intoArray(b.denominators, (2 * step + 0) * L);
            LongVector sounda = LongVector.broadcast(B, -1);
            sounda = sounda.and(d0a.add(guard).reinterpretAsLongs());
            sounda = sounda.and(guard.sub(qa).reinterpretAsLongs());
            sounda.intoArray(b.sound, (2 * step + 0) * L);
            DoubleVector m0b =
                    DoubleVector.fromArray(V, strip, at + 1 * L).fma(DoubleVector.broadcast(V, rows[r + 0]), p0b);
            DoubleVector w0b = DoubleVector.fromArray(V, strip, at + 3 * L).mul(DoubleVector.broadcast(V, rows[r + 1]));
            DoubleVector d0b = m0b.fma(m0b, w0b);
            DoubleVector m1b =
                    DoubleVector.fromArray(V, strip, at + 5 * L).fma(DoubleVector.broadcast(V, rows[r + 2]), p1b);
            DoubleVector w1b = DoubleVector.fromArray(V, strip, at + 7 * L).mul(DoubleVector.broadcast(V, rows[r + 3]));
            DoubleVector d1b = m1b.fma(m1b, w1b);
            DoubleVector m2b =
                    DoubleVector.fromArray(V, strip, at + 9 * L).fma(DoubleVector.broadcast(V, rows[r + 4]), p2b);
            DoubleVector w2b =
                    DoubleVector.fromArray(V, strip, at + 11 * L).mul(DoubleVector.broadcast(V, rows[r + 5]));
            DoubleVector d2b = m2b.fma(m2b, w2b);
            DoubleVector m3b =
                    DoubleVector.fromArray(V, strip, at + 13 * L).fma(DoubleVector.broadcast(V, rows[r + 6]), p3b);
            DoubleVector w3b =
                    DoubleVector.fromArray(V, strip, at + 15 * L).mul(DoubleVector.broadcast(V, rows[r + 7]));
            DoubleVector d3b = m3b.fma(m3b, w3b);
            DoubleVector qb = w0b.mul(d1b).mul(d2b).mul(d3b);
            DoubleVector gb = qb.mul(DoubleVector.broadcast(V, rows[r + 8]));
            DoubleVector d0bto2 = d0b.mul(d0b);
            DoubleVector d0bto4 = d0bto2.mul(d0bto2);
            d0bto4.intoArray(b.numerators, (2 * step + 1) * L);
            gb.mul(hb).intoArray(b.denominators, (2 * step + 1) * L);
            LongVector soundb = LongVector.broadcast(B, -1);
            soundb = soundb.and(d0b.add(guard).reinterpretAsLongs());
            soundb = soundb.and(guard.sub(qb).reinterpretAsLongs());
            soundb.intoArray(b.sound, (2 * step + 1) * L);
        }
    }

    @Override
    public void sidesAndMinors(PairBuffers b, int row, int steps, int tile) {
        double[] tiles = b.tiles;
        double[] strip = b.strip;
        double[] rows = b.rows;
        DoubleVector p0a = DoubleVector.fromArray(V, tiles, tile + 0 * L);
        DoubleVector p1a = DoubleVector.fromArray(V, tiles, tile + 2 * L);
        DoubleVector p2a = DoubleVector.fromArray(V, tiles, tile + 4 * L);
        DoubleVector p3a = DoubleVector.fromArray(V, tiles, tile + 6 * L);
        DoubleVector ha = DoubleVector.fromArray(V, tiles, tile + 8 * L);
        DoubleVector p0b = DoubleVector.fromArray(V, tiles, tile + 1 * L);
        DoubleVector p1b = DoubleVector.fromArray(V, tiles, tile + 3 * L);
        DoubleVector p2b = DoubleVector.fromArray(V, tiles, tile + 5 * L);
        DoubleVector p3b = DoubleVector.fromArray(V, tiles, tile + 7 * L);
        DoubleVector hb = DoubleVector.fromArray(V, tiles, tile + 9 * L);
        DoubleVector guard = DoubleVector.broadcast(V, b.thresholds[4]);
        for (int step = 0, at = 0, r = row; step < steps; step++, at += 16 * L, r += 9) {
            DoubleVector m0a =
                    DoubleVector.fromArray(V, strip, at + 0 * L).fma(DoubleVector.broadcast(V, rows[r + 0]), p0a);
            DoubleVector w0a = DoubleVector.fromArray(V, strip, at + 2 * L).mul(DoubleVector.broadcast(V, rows[r + 1]));
            DoubleVector d0a = m0a.fma(m0a, w0a);
            DoubleVector m1a =
                    DoubleVector.fromArray(V, strip, at + 4 * L).fma(DoubleVector.broadcast(V, rows[r + 2]), p1a);
            DoubleVector w1a = DoubleVector.fromArray(V, strip, at + 6 * L).mul(DoubleVector.broadcast(V, rows[r + 3]));
            DoubleVector d1a = m1a.fma(m1a, w1a);
            DoubleVector m2a =
                    DoubleVector.fromArray(V, strip, at + 8 * L).fma(DoubleVector.broadcast(V, rows[r + 4]), p2a);
            DoubleVector w2a =
                    DoubleVector.fromArray(V, strip, at + 10 * L).mul(DoubleVector.broadcast(V, rows[r + 5]));
            DoubleVector d2a = m2a.fma(m2a, w2a);
            DoubleVector m3a =
                    DoubleVector.fromArray(V, strip, at + 12 * L).fma(DoubleVector.broadcast(V, rows[r + 6]), p3a);
            DoubleVector w3a =
                    DoubleVector.fromArray(V, strip, at + 14 * L).mul(DoubleVector.broadcast(V, rows[r + 7]));
            DoubleVector d3a = m3a.fma(m3a, w3a);
            DoubleVector qa = w0a.mul(d1a).mul(d2a).mul(d3a);
            DoubleVector ga = qa.mul(DoubleVector.broadcast(V, rows[r + 8]));
            DoubleVector d0ato2 = d0a.mul(d0a);
            DoubleVector d0ato4 = d0ato2.mul(d0ato2);
            d0ato4.intoArray(b.numerators, (2 * step + 0) * L);
            ga.mul(ha).intoArray(b.denominators, (2 * step + 0) * L);
            LongVector sounda = LongVector.broadcast(B, -1);
            sounda = sounda.and(d0a.add(guard).reinterpretAsLongs());
            sounda = sounda.and(guard.sub(qa).reinterpretAsLongs());
            sounda.intoArray(b.sound, (2 * step + 0) * L);
            d0a.intoArray(b.minors, (2 * step + 0) * L);
            DoubleVector m0b =
                    DoubleVector.fromArray(V, strip, at + 1 * L).fma(DoubleVector.broadcast(V, rows[r + 0]), p0b);
            DoubleVector w0b = DoubleVector.fromArray(V, strip, at + 3 * L).mul(DoubleVector.broadcast(V, rows[r + 1]));
            DoubleVector d0b = m0b.fma(m0b, w0b);
            DoubleVector m1b =
                    DoubleVector.fromArray(V, strip, at + 5 * L).fma(DoubleVector.broadcast(V, rows[r + 2]), p1b);
            DoubleVector w1b = DoubleVector.fromArray(V, strip, at + 7 * L).mul(DoubleVector.broadcast(V, rows[r + 3]));
            DoubleVector d1b = m1b.fma(m1b, w1b);
            DoubleVector m2b =
                    DoubleVector.fromArray(V, strip, at + 9 * L).fma(DoubleVector.broadcast(V, rows[r + 4]), p2b);
            DoubleVector w2b =
                    DoubleVector.fromArray(V, strip, at + 11 * L).mul(DoubleVector.broadcast(V, rows[r + 5]));
            DoubleVector d2b = m2b.fma(m2b, w2b);
            DoubleVector m3b =
                    DoubleVector.fromArray(V, strip, at + 13 * L).fma(DoubleVector.broadcast(V, rows[r + 6]), p3b);
            DoubleVector w3b =
                    DoubleVector.fromArray(V, strip, at + 15 * L).mul(DoubleVector.broadcast(V, rows[r + 7]));
            DoubleVector d3b = m3b.fma(m3b, w3b);
            DoubleVector qb = w0b.mul(d1b).mul(d2b).mul(d3b);
            DoubleVector gb = qb.mul(DoubleVector.broadcast(V, rows[r + 8]));
            DoubleVector d0bto2 = d0b.mul(d0b);
            DoubleVector d0bto4 = d0bto2.mul(d0bto2);
            d0bto4.intoArray(b.numerators, (2 * step + 1) * L);
            gb.mul(hb).intoArray(b.denominators, (2 * step + 1) * L);
            LongVector soundb = LongVector.broadcast(B, -1);
            soundb = soundb.and(d0b.add(guard).reinterpretAsLongs());
            soundb = soundb.and(guard.sub(qb).reinterpretAsLongs());
            soundb.intoArray(b.sound, (2 * step + 1) * L);
            d0b.intoArray(b.minors, (2 * step + 1) * L);
        }
    }
}
