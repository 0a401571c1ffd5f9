package org.oinfo.kernels.simd.pairs;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.oinfo.kernels.simd.lanes.Lanes;

/** Order 3 of {@link PairStationary}. Written by PairLoopsGenerator: change that, not this. */
final class PairStationary3 implements PairStationary {
    private static final VectorSpecies<Double> V = Lanes.DOUBLE;
    private static final VectorSpecies<Long> B = Lanes.LONG;
    private static final int L = Lanes.COUNT;

    @Override
    public int extremes(PairBuffers b, int row, int steps, int tile) {
        double[] tiles = b.tiles;
        double[] strip = b.strip;
        double[] rows = b.rows;
        DoubleVector p0a = DoubleVector.fromArray(V, tiles, tile + 0 * L);
        DoubleVector ha = DoubleVector.fromArray(V, tiles, tile + 2 * L);
        DoubleVector p0b = DoubleVector.fromArray(V, tiles, tile + 1 * L);
        DoubleVector hb = DoubleVector.fromArray(V, tiles, tile + 3 * L);
        DoubleVector higha = ha.mul(b.thresholds[0]);
        DoubleVector highb = hb.mul(b.thresholds[0]);
        LongVector high = LongVector.broadcast(B, 0);
        DoubleVector lowa = ha.mul(b.thresholds[1]);
        DoubleVector lowb = hb.mul(b.thresholds[1]);
        LongVector low = LongVector.broadcast(B, -1);
        DoubleVector guard = DoubleVector.broadcast(V, b.thresholds[4]);
        LongVector sound = LongVector.broadcast(B, -1);
        for (int step = 0, at = 0, r = row; step < steps; step++, at += 4 * L, r += 2) {
            DoubleVector m0a =
                    DoubleVector.fromArray(V, strip, at + 0 * L).fma(DoubleVector.broadcast(V, rows[r + 0]), p0a);
            DoubleVector w0a = DoubleVector.fromArray(V, strip, at + 2 * L).mul(DoubleVector.broadcast(V, rows[r + 1]));
            DoubleVector d0a = m0a.fma(m0a, w0a);
            DoubleVector qa = w0a;
            DoubleVector ga = qa;
            high = high.or(ga.fma(higha, d0a).reinterpretAsLongs());
            low = low.and(ga.fma(lowa, d0a).reinterpretAsLongs());
            sound = sound.and(d0a.add(guard).reinterpretAsLongs());
            DoubleVector m0b =
                    DoubleVector.fromArray(V, strip, at + 1 * L).fma(DoubleVector.broadcast(V, rows[r + 0]), p0b);
            DoubleVector w0b = DoubleVector.fromArray(V, strip, at + 3 * L).mul(DoubleVector.broadcast(V, rows[r + 1]));
            DoubleVector d0b = m0b.fma(m0b, w0b);
            DoubleVector qb = w0b;
            DoubleVector gb = qb;
            high = high.or(gb.fma(highb, d0b).reinterpretAsLongs());
            low = low.and(gb.fma(lowb, d0b).reinterpretAsLongs());
            sound = sound.and(d0b.add(guard).reinterpretAsLongs());
        }
        return PairStationary.flags(
                high.reduceLanes(VectorOperators.OR) < 0,
                low.reduceLanes(VectorOperators.AND) >= 0,
                sound.reduceLanes(VectorOperators.AND) >= 0);
    }

    @Override
    public int plain(PairBuffers b, int row, int steps, int tile) {
        double[] tiles = b.tiles;
        double[] strip = b.strip;
        double[] rows = b.rows;
        DoubleVector p0a = DoubleVector.fromArray(V, tiles, tile + 0 * L);
        DoubleVector ha = DoubleVector.fromArray(V, tiles, tile + 2 * L);
        DoubleVector p0b = DoubleVector.fromArray(V, tiles, tile + 1 * L);
        DoubleVector hb = DoubleVector.fromArray(V, tiles, tile + 3 * L);
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
        for (int step = 0, at = 0, r = row; step < steps; step++, at += 4 * L, r += 2) {
            DoubleVector m0a =
                    DoubleVector.fromArray(V, strip, at + 0 * L).fma(DoubleVector.broadcast(V, rows[r + 0]), p0a);
            DoubleVector w0a = DoubleVector.fromArray(V, strip, at + 2 * L).mul(DoubleVector.broadcast(V, rows[r + 1]));
            DoubleVector d0a = m0a.fma(m0a, w0a);
            DoubleVector qa = w0a;
            DoubleVector ga = qa;
            DoubleVector sa = ga.mul(ha);
            high = high.or(d0a.fma(high0, sa).reinterpretAsLongs());
            low = low.and(d0a.fma(low0, sa).reinterpretAsLongs());
            redundant =
                    redundant.add(d0a.fma(redundant0, sa).reinterpretAsLongs().lanewise(VectorOperators.LSHR, 63));
            other = other.add(d0a.fma(other0, sa).reinterpretAsLongs().lanewise(VectorOperators.LSHR, 63));
            minorsa = minorsa.mul(d0a);
            scalesa = scalesa.mul(sa);
            sound = sound.and(d0a.add(guard).reinterpretAsLongs());
            DoubleVector m0b =
                    DoubleVector.fromArray(V, strip, at + 1 * L).fma(DoubleVector.broadcast(V, rows[r + 0]), p0b);
            DoubleVector w0b = DoubleVector.fromArray(V, strip, at + 3 * L).mul(DoubleVector.broadcast(V, rows[r + 1]));
            DoubleVector d0b = m0b.fma(m0b, w0b);
            DoubleVector qb = w0b;
            DoubleVector gb = qb;
            DoubleVector sb = gb.mul(hb);
            high = high.or(d0b.fma(high0, sb).reinterpretAsLongs());
            low = low.and(d0b.fma(low0, sb).reinterpretAsLongs());
            redundant =
                    redundant.add(d0b.fma(redundant0, sb).reinterpretAsLongs().lanewise(VectorOperators.LSHR, 63));
            other = other.add(d0b.fma(other0, sb).reinterpretAsLongs().lanewise(VectorOperators.LSHR, 63));
            minorsb = minorsb.mul(d0b);
            scalesb = scalesb.mul(sb);
            sound = sound.and(d0b.add(guard).reinterpretAsLongs());
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
        DoubleVector ha = DoubleVector.fromArray(V, tiles, tile + 2 * L);
        DoubleVector p0b = DoubleVector.fromArray(V, tiles, tile + 1 * L);
        DoubleVector hb = DoubleVector.fromArray(V, tiles, tile + 3 * L);
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
        for (int step = 0, at = 0, r = row; step < steps; step++, at += 4 * L, r += 2) {
            DoubleVector m0a =
                    DoubleVector.fromArray(V, strip, at + 0 * L).fma(DoubleVector.broadcast(V, rows[r + 0]), p0a);
            DoubleVector w0a = DoubleVector.fromArray(V, strip, at + 2 * L).mul(DoubleVector.broadcast(V, rows[r + 1]));
            DoubleVector d0a = m0a.fma(m0a, w0a);
            DoubleVector qa = w0a;
            DoubleVector ga = qa;
            DoubleVector sa = ga.mul(ha);
            high = high.or(d0a.fma(high0, sa).reinterpretAsLongs());
            low = low.and(d0a.fma(low0, sa).reinterpretAsLongs());
            redundant =
                    redundant.add(d0a.fma(redundant0, sa).reinterpretAsLongs().lanewise(VectorOperators.LSHR, 63));
            other = other.add(d0a.fma(other0, sa).reinterpretAsLongs().lanewise(VectorOperators.LSHR, 63));
            minorsa = minorsa.mul(d0a);
            scalesa = scalesa.mul(sa);
            sound = sound.and(d0a.add(guard).reinterpretAsLongs());
            determinantsa = d0a.fma(DoubleVector.broadcast(V, b.variances[step]), determinantsa);
            DoubleVector m0b =
                    DoubleVector.fromArray(V, strip, at + 1 * L).fma(DoubleVector.broadcast(V, rows[r + 0]), p0b);
            DoubleVector w0b = DoubleVector.fromArray(V, strip, at + 3 * L).mul(DoubleVector.broadcast(V, rows[r + 1]));
            DoubleVector d0b = m0b.fma(m0b, w0b);
            DoubleVector qb = w0b;
            DoubleVector gb = qb;
            DoubleVector sb = gb.mul(hb);
            high = high.or(d0b.fma(high0, sb).reinterpretAsLongs());
            low = low.and(d0b.fma(low0, sb).reinterpretAsLongs());
            redundant =
                    redundant.add(d0b.fma(redundant0, sb).reinterpretAsLongs().lanewise(VectorOperators.LSHR, 63));
            other = other.add(d0b.fma(other0, sb).reinterpretAsLongs().lanewise(VectorOperators.LSHR, 63));
            minorsb = minorsb.mul(d0b);
            scalesb = scalesb.mul(sb);
            sound = sound.and(d0b.add(guard).reinterpretAsLongs());
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
        DoubleVector ha = DoubleVector.fromArray(V, tiles, tile + 2 * L);
        LongVector valid = LongVector.fromArray(B, Lanes.VALID, lanes);
        DoubleVector higha = ha.mul(b.thresholds[0]);
        LongVector high = LongVector.broadcast(B, 0);
        DoubleVector lowa = ha.mul(b.thresholds[1]);
        LongVector low = LongVector.broadcast(B, -1);
        DoubleVector guard = DoubleVector.broadcast(V, b.thresholds[4]);
        LongVector sound = LongVector.broadcast(B, -1);
        for (int step = 0, at = half * L, r = row; step < steps; step++, at += 4 * L, r += 2) {
            DoubleVector m0a =
                    DoubleVector.fromArray(V, strip, at + 0 * L).fma(DoubleVector.broadcast(V, rows[r + 0]), p0a);
            DoubleVector w0a = DoubleVector.fromArray(V, strip, at + 2 * L).mul(DoubleVector.broadcast(V, rows[r + 1]));
            DoubleVector d0a = m0a.fma(m0a, w0a);
            DoubleVector qa = w0a;
            DoubleVector ga = qa;
            high = high.or(ga.fma(higha, d0a).reinterpretAsLongs());
            low = low.and(ga.fma(lowa, d0a).reinterpretAsLongs());
            sound = sound.and(d0a.add(guard).reinterpretAsLongs());
        }
        return PairStationary.flags(
                high.and(valid).reduceLanes(VectorOperators.OR) < 0,
                low.or(valid.not()).reduceLanes(VectorOperators.AND) >= 0,
                sound.or(valid.not()).reduceLanes(VectorOperators.AND) >= 0);
    }

    @Override
    public int plainOne(PairBuffers b, int row, int steps, int tile, int half, int lanes) {
        double[] tiles = b.tiles;
        double[] strip = b.strip;
        double[] rows = b.rows;
        DoubleVector p0a = DoubleVector.fromArray(V, tiles, tile + 0 * L);
        DoubleVector ha = DoubleVector.fromArray(V, tiles, tile + 2 * L);
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
        for (int step = 0, at = half * L, r = row; step < steps; step++, at += 4 * L, r += 2) {
            DoubleVector m0a =
                    DoubleVector.fromArray(V, strip, at + 0 * L).fma(DoubleVector.broadcast(V, rows[r + 0]), p0a);
            DoubleVector w0a = DoubleVector.fromArray(V, strip, at + 2 * L).mul(DoubleVector.broadcast(V, rows[r + 1]));
            DoubleVector d0a = m0a.fma(m0a, w0a);
            DoubleVector qa = w0a;
            DoubleVector ga = qa;
            DoubleVector sa = ga.mul(ha);
            high = high.or(d0a.fma(high0, sa).reinterpretAsLongs());
            low = low.and(d0a.fma(low0, sa).reinterpretAsLongs());
            redundant =
                    redundant.add(d0a.fma(redundant0, sa).reinterpretAsLongs().lanewise(VectorOperators.LSHR, 63));
            other = other.add(d0a.fma(other0, sa).reinterpretAsLongs().lanewise(VectorOperators.LSHR, 63));
            minorsa = minorsa.mul(d0a);
            scalesa = scalesa.mul(sa);
            sound = sound.and(d0a.add(guard).reinterpretAsLongs());
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
        DoubleVector ha = DoubleVector.fromArray(V, tiles, tile + 2 * L);
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
        for (int step = 0, at = half * L, r = row; step < steps; step++, at += 4 * L, r += 2) {
            DoubleVector m0a =
                    DoubleVector.fromArray(V, strip, at + 0 * L).fma(DoubleVector.broadcast(V, rows[r + 0]), p0a);
            DoubleVector w0a = DoubleVector.fromArray(V, strip, at + 2 * L).mul(DoubleVector.broadcast(V, rows[r + 1]));
            DoubleVector d0a = m0a.fma(m0a, w0a);
            DoubleVector qa = w0a;
            DoubleVector ga = qa;
            DoubleVector sa = ga.mul(ha);
            high = high.or(d0a.fma(high0, sa).reinterpretAsLongs());
            low = low.and(d0a.fma(low0, sa).reinterpretAsLongs());
            redundant =
                    redundant.add(d0a.fma(redundant0, sa).reinterpretAsLongs().lanewise(VectorOperators.LSHR, 63));
            other = other.add(d0a.fma(other0, sa).reinterpretAsLongs().lanewise(VectorOperators.LSHR, 63));
            minorsa = minorsa.mul(d0a);
            scalesa = scalesa.mul(sa);
            sound = sound.and(d0a.add(guard).reinterpretAsLongs());
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
        DoubleVector ha = DoubleVector.fromArray(V, tiles, tile + 2 * L);
        DoubleVector p0b = DoubleVector.fromArray(V, tiles, tile + 1 * L);
        DoubleVector hb = DoubleVector.fromArray(V, tiles, tile + 3 * L);
        DoubleVector guard = DoubleVector.broadcast(V, b.thresholds[4]);
        for (int step = 0, at = 0, r = row; step < steps; step++, at += 4 * L, r += 2) {
            DoubleVector m0a =
                    DoubleVector.fromArray(V, strip, at + 0 * L).fma(DoubleVector.broadcast(V, rows[r + 0]), p0a);
            DoubleVector w0a = DoubleVector.fromArray(V, strip, at + 2 * L).mul(DoubleVector.broadcast(V, rows[r + 1]));
            DoubleVector d0a = m0a.fma(m0a, w0a);
            DoubleVector qa = w0a;
            DoubleVector ga = qa;
            d0a.neg().intoArray(b.numerators, (2 * step + 0) * L);
            ga.mul(ha).intoArray(b.denominators, (2 * step + 0) * L);
            LongVector sounda = LongVector.broadcast(B, -1);
            sounda = sounda.and(d0a.add(guard).reinterpretAsLongs());
            sounda.intoArray(b.sound, (2 * step + 0) * L);
            DoubleVector m0b =
                    DoubleVector.fromArray(V, strip, at + 1 * L).fma(DoubleVector.broadcast(V, rows[r + 0]), p0b);
            DoubleVector w0b = DoubleVector.fromArray(V, strip, at + 3 * L).mul(DoubleVector.broadcast(V, rows[r + 1]));
            DoubleVector d0b = m0b.fma(m0b, w0b);
            DoubleVector qb = w0b;
            DoubleVector gb = qb;
            d0b.neg().intoArray(b.numerators, (2 * step + 1) * L);
            gb.mul(hb).intoArray(b.denominators, (2 * step + 1) * L);
            LongVector soundb = LongVector.broadcast(B, -1);
            soundb = soundb.and(d0b.add(guard).reinterpretAsLongs());
            soundb.intoArray(b.sound, (2 * step + 1) * L);
        }
    }

    @Override
    public void sidesAndMinors(PairBuffers b, int row, int steps, int tile) {
        double[] tiles = b.tiles;
        double[] strip = b.strip;
        double[] rows = b.rows;
        DoubleVector p0a = DoubleVector.fromArray(V, tiles, tile + 0 * L);
        DoubleVector ha = DoubleVector.fromArray(V, tiles, tile + 2 * L);
        DoubleVector p0b = DoubleVector.fromArray(V, tiles, tile + 1 * L);
        DoubleVector hb = DoubleVector.fromArray(V, tiles, tile + 3 * L);
        DoubleVector guard = DoubleVector.broadcast(V, b.thresholds[4]);
        for (int step = 0, at = 0, r = row; step < steps; step++, at += 4 * L, r += 2) {
            DoubleVector m0a =
                    DoubleVector.fromArray(V, strip, at + 0 * L).fma(DoubleVector.broadcast(V, rows[r + 0]), p0a);
            DoubleVector w0a = DoubleVector.fromArray(V, strip, at + 2 * L).mul(DoubleVector.broadcast(V, rows[r + 1]));
            DoubleVector d0a = m0a.fma(m0a, w0a);
            DoubleVector qa = w0a;
            DoubleVector ga = qa;
            d0a.neg().intoArray(b.numerators, (2 * step + 0) * L);
            ga.mul(ha).intoArray(b.denominators, (2 * step + 0) * L);
            LongVector sounda = LongVector.broadcast(B, -1);
            sounda = sounda.and(d0a.add(guard).reinterpretAsLongs());
            sounda.intoArray(b.sound, (2 * step + 0) * L);
            d0a.intoArray(b.minors, (2 * step + 0) * L);
            DoubleVector m0b =
                    DoubleVector.fromArray(V, strip, at + 1 * L).fma(DoubleVector.broadcast(V, rows[r + 0]), p0b);
            DoubleVector w0b = DoubleVector.fromArray(V, strip, at + 3 * L).mul(DoubleVector.broadcast(V, rows[r + 1]));
            DoubleVector d0b = m0b.fma(m0b, w0b);
            DoubleVector qb = w0b;
            DoubleVector gb = qb;
            d0b.neg().intoArray(b.numerators, (2 * step + 1) * L);
            gb.mul(hb).intoArray(b.denominators, (2 * step + 1) * L);
            LongVector soundb = LongVector.broadcast(B, -1);
            soundb = soundb.and(d0b.add(guard).reinterpretAsLongs());
            soundb.intoArray(b.sound, (2 * step + 1) * L);
            d0b.intoArray(b.minors, (2 * step + 1) * L);
        }
    }
}
