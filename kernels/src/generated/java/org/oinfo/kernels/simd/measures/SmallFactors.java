package org.oinfo.kernels.simd.measures;

import static jdk.incubator.vector.DoubleVector.broadcast;
import static jdk.incubator.vector.DoubleVector.fromArray;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;
import org.oinfo.kernels.Canonical;
import org.oinfo.kernels.simd.lanes.Lanes;

/** Factors and inverts small n-plets in {@link SmallBatch}. Written by SmallOrdersGenerator: every order is written out, so it is long. */
final class SmallFactors {
    /** From this order on a batch goes row by row through memory. */
    static final int ROWS = 5;

    private static final VectorSpecies<Double> D = Lanes.DOUBLE;
    private static final int L = Lanes.COUNT;

    private SmallFactors() {}

    static void score(int order, double[] m, int vectors, MeasureSums sums) {
        if (order == 3) {
            order3(m, vectors, sums);
            return;
        }
        if (order == 4) {
            order4(m, vectors, sums);
            return;
        }
        int stride = SmallBatch.stride(order);
        int w = order * (order - 1) / 2 * L;
        int inverse = 2 * w;
        int precision = inverse + order * L;
        rowsTo3(m, vectors, stride, w, inverse, precision, sums);
        if (order > 4) {
            factor4(m, vectors, stride, inverse, sums);
            inverse4(m, vectors, stride, w, inverse, precision);
        }
        if (order > 5) {
            factor5(m, vectors, stride, inverse, sums);
            inverse5(m, vectors, stride, w, inverse, precision);
        }
        if (order > 6) {
            factor6(m, vectors, stride, inverse, sums);
            inverse6(m, vectors, stride, w, inverse, precision);
        }
        if (order > 7) {
            factor7(m, vectors, stride, inverse, sums);
            inverse7(m, vectors, stride, w, inverse, precision);
        }
        if (order > 8) {
            factor8(m, vectors, stride, inverse, sums);
            inverse8(m, vectors, stride, w, inverse, precision);
        }
        if (order > 9) {
            factor9(m, vectors, stride, inverse, sums);
            inverse9(m, vectors, stride, w, inverse, precision);
        }
        sums.multiplyPrecisions(m, stride, precision, order);
    }

    private static void order3(double[] m, int vectors, MeasureSums sums) {
        double[] products = sums.products;
        long[] unsound = sums.unsound;
        DoubleVector one = broadcast(D, 1);
        DoubleVector minusOne = broadcast(D, -1);
        DoubleVector guard = broadcast(D, Canonical.GUARD);
        DoubleVector limit = broadcast(D, 1 / Canonical.GUARD);
        int precisions = sums.precisions();
        int stride = SmallBatch.stride(3);
        for (int v = 0, at = 0; v < vectors * L; v += L, at += stride) {
            DoubleVector i0 = minusOne;
            DoubleVector p0 = i0;
            DoubleVector x10 = fromArray(D, m, at);
            DoubleVector n10 = x10.neg();
            DoubleVector d1 = x10.fma(n10, one);
            DoubleVector i1 = minusOne.div(d1);
            DoubleVector determinant = d1;
            LongVector signs = d1.sub(guard).reinterpretAsLongs();
            DoubleVector w10 = n10;
            p0 = w10.mul(w10).fma(i1, p0);
            DoubleVector p1 = i1;
            DoubleVector x20 = fromArray(D, m, at + L);
            DoubleVector x21 = fromArray(D, m, at + 2 * L);
            x21 = x20.fma(n10, x21);
            DoubleVector n20 = x20.neg();
            DoubleVector n21 = x21.mul(i1);
            DoubleVector d2 = x20.fma(n20, one);
            d2 = x21.fma(n21, d2);
            DoubleVector i2 = minusOne.div(d2);
            determinant = determinant.mul(d2);
            signs = signs.or(d2.sub(guard).reinterpretAsLongs());
            DoubleVector w20 = n20;
            w20 = n21.fma(w10, w20);
            p0 = w20.mul(w20).fma(i2, p0);
            DoubleVector w21 = n21;
            p1 = w21.mul(w21).fma(i2, p1);
            DoubleVector p2 = i2;
            signs = signs.or(limit.add(p0).reinterpretAsLongs());
            signs = signs.or(limit.add(p1).reinterpretAsLongs());
            signs = signs.or(limit.add(p2).reinterpretAsLongs());
            p0.neg().mul(p1).mul(p2).intoArray(products, precisions + v);
            determinant.intoArray(products, v);
            signs.intoArray(unsound, v);
        }
    }

    private static void order4(double[] m, int vectors, MeasureSums sums) {
        double[] products = sums.products;
        long[] unsound = sums.unsound;
        DoubleVector one = broadcast(D, 1);
        DoubleVector minusOne = broadcast(D, -1);
        DoubleVector guard = broadcast(D, Canonical.GUARD);
        DoubleVector limit = broadcast(D, 1 / Canonical.GUARD);
        int precisions = sums.precisions();
        int stride = SmallBatch.stride(4);
        for (int v = 0, at = 0; v < vectors * L; v += L, at += stride) {
            DoubleVector i0 = minusOne;
            DoubleVector p0 = i0;
            DoubleVector x10 = fromArray(D, m, at);
            DoubleVector n10 = x10.neg();
            DoubleVector d1 = x10.fma(n10, one);
            DoubleVector i1 = minusOne.div(d1);
            DoubleVector determinant = d1;
            LongVector signs = d1.sub(guard).reinterpretAsLongs();
            DoubleVector w10 = n10;
            p0 = w10.mul(w10).fma(i1, p0);
            DoubleVector p1 = i1;
            DoubleVector x20 = fromArray(D, m, at + L);
            DoubleVector x21 = fromArray(D, m, at + 2 * L);
            x21 = x20.fma(n10, x21);
            DoubleVector n20 = x20.neg();
            DoubleVector n21 = x21.mul(i1);
            DoubleVector d2 = x20.fma(n20, one);
            d2 = x21.fma(n21, d2);
            DoubleVector i2 = minusOne.div(d2);
            determinant = determinant.mul(d2);
            signs = signs.or(d2.sub(guard).reinterpretAsLongs());
            DoubleVector w20 = n20;
            w20 = n21.fma(w10, w20);
            p0 = w20.mul(w20).fma(i2, p0);
            DoubleVector w21 = n21;
            p1 = w21.mul(w21).fma(i2, p1);
            DoubleVector p2 = i2;
            DoubleVector x30 = fromArray(D, m, at + 3 * L);
            DoubleVector x31 = fromArray(D, m, at + 4 * L);
            DoubleVector x32 = fromArray(D, m, at + 5 * L);
            x31 = x30.fma(n10, x31);
            x32 = x30.fma(n20, x32);
            x32 = x31.fma(n21, x32);
            DoubleVector n30 = x30.neg();
            DoubleVector n31 = x31.mul(i1);
            DoubleVector n32 = x32.mul(i2);
            DoubleVector d3 = x30.fma(n30, one);
            d3 = x31.fma(n31, d3);
            d3 = x32.fma(n32, d3);
            DoubleVector i3 = minusOne.div(d3);
            determinant = determinant.mul(d3);
            signs = signs.or(d3.sub(guard).reinterpretAsLongs());
            DoubleVector w30 = n30;
            w30 = n31.fma(w10, w30);
            w30 = n32.fma(w20, w30);
            p0 = w30.mul(w30).fma(i3, p0);
            DoubleVector w31 = n31;
            w31 = n32.fma(w21, w31);
            p1 = w31.mul(w31).fma(i3, p1);
            DoubleVector w32 = n32;
            p2 = w32.mul(w32).fma(i3, p2);
            DoubleVector p3 = i3;
            signs = signs.or(limit.add(p0).reinterpretAsLongs());
            signs = signs.or(limit.add(p1).reinterpretAsLongs());
            signs = signs.or(limit.add(p2).reinterpretAsLongs());
            signs = signs.or(limit.add(p3).reinterpretAsLongs());
            p0.mul(p1).mul(p2).mul(p3).intoArray(products, precisions + v);
            determinant.intoArray(products, v);
            signs.intoArray(unsound, v);
        }
    }

    private static void rowsTo3(
            double[] m, int vectors, int stride, int w, int inverse, int precision, MeasureSums sums) {
        double[] products = sums.products;
        long[] unsound = sums.unsound;
        DoubleVector one = broadcast(D, 1);
        DoubleVector minusOne = broadcast(D, -1);
        DoubleVector guard = broadcast(D, Canonical.GUARD);
        for (int v = 0, at = 0; v < vectors * L; v += L, at += stride) {
            DoubleVector i0 = minusOne;
            DoubleVector p0 = i0;
            DoubleVector x10 = fromArray(D, m, at);
            DoubleVector n10 = x10.neg();
            DoubleVector d1 = x10.fma(n10, one);
            DoubleVector i1 = minusOne.div(d1);
            DoubleVector determinant = d1;
            LongVector signs = d1.sub(guard).reinterpretAsLongs();
            DoubleVector w10 = n10;
            p0 = w10.mul(w10).fma(i1, p0);
            DoubleVector p1 = i1;
            n10.intoArray(m, at);
            w10.intoArray(m, at + w);
            i1.intoArray(m, at + inverse + L);
            DoubleVector x20 = fromArray(D, m, at + L);
            DoubleVector x21 = fromArray(D, m, at + 2 * L);
            x21 = x20.fma(n10, x21);
            DoubleVector n20 = x20.neg();
            DoubleVector n21 = x21.mul(i1);
            DoubleVector d2 = x20.fma(n20, one);
            d2 = x21.fma(n21, d2);
            DoubleVector i2 = minusOne.div(d2);
            determinant = determinant.mul(d2);
            signs = signs.or(d2.sub(guard).reinterpretAsLongs());
            DoubleVector w20 = n20;
            w20 = n21.fma(w10, w20);
            p0 = w20.mul(w20).fma(i2, p0);
            DoubleVector w21 = n21;
            p1 = w21.mul(w21).fma(i2, p1);
            DoubleVector p2 = i2;
            n20.intoArray(m, at + L);
            w20.intoArray(m, at + w + L);
            n21.intoArray(m, at + 2 * L);
            w21.intoArray(m, at + w + 2 * L);
            i2.intoArray(m, at + inverse + 2 * L);
            DoubleVector x30 = fromArray(D, m, at + 3 * L);
            DoubleVector x31 = fromArray(D, m, at + 4 * L);
            DoubleVector x32 = fromArray(D, m, at + 5 * L);
            x31 = x30.fma(n10, x31);
            x32 = x30.fma(n20, x32);
            x32 = x31.fma(n21, x32);
            DoubleVector n30 = x30.neg();
            DoubleVector n31 = x31.mul(i1);
            DoubleVector n32 = x32.mul(i2);
            DoubleVector d3 = x30.fma(n30, one);
            d3 = x31.fma(n31, d3);
            d3 = x32.fma(n32, d3);
            DoubleVector i3 = minusOne.div(d3);
            determinant = determinant.mul(d3);
            signs = signs.or(d3.sub(guard).reinterpretAsLongs());
            DoubleVector w30 = n30;
            w30 = n31.fma(w10, w30);
            w30 = n32.fma(w20, w30);
            p0 = w30.mul(w30).fma(i3, p0);
            DoubleVector w31 = n31;
            w31 = n32.fma(w21, w31);
            p1 = w31.mul(w31).fma(i3, p1);
            DoubleVector w32 = n32;
            p2 = w32.mul(w32).fma(i3, p2);
            DoubleVector p3 = i3;
            n30.intoArray(m, at + 3 * L);
            w30.intoArray(m, at + w + 3 * L);
            n31.intoArray(m, at + 4 * L);
            w31.intoArray(m, at + w + 4 * L);
            n32.intoArray(m, at + 5 * L);
            w32.intoArray(m, at + w + 5 * L);
            i3.intoArray(m, at + inverse + 3 * L);
            i0.intoArray(m, at + inverse);
            p0.intoArray(m, at + precision);
            p1.intoArray(m, at + precision + L);
            p2.intoArray(m, at + precision + 2 * L);
            p3.intoArray(m, at + precision + 3 * L);
            determinant.intoArray(products, v);
            signs.intoArray(unsound, v);
        }
    }

    private static void factor4(double[] m, int vectors, int stride, int inverse, MeasureSums sums) {
        double[] products = sums.products;
        long[] unsound = sums.unsound;
        DoubleVector one = broadcast(D, 1);
        DoubleVector minusOne = broadcast(D, -1);
        DoubleVector guard = broadcast(D, Canonical.GUARD);
        for (int v = 0, at = 0; v < vectors * L; v += L, at += stride) {
            DoubleVector x0 = fromArray(D, m, at + 6 * L);
            DoubleVector x1 = fromArray(D, m, at + 7 * L);
            DoubleVector x2 = fromArray(D, m, at + 8 * L);
            DoubleVector x3 = fromArray(D, m, at + 9 * L);
            DoubleVector d = one;
            DoubleVector n;
            x1 = x0.fma(fromArray(D, m, at), x1);
            x2 = x0.fma(fromArray(D, m, at + L), x2);
            x3 = x0.fma(fromArray(D, m, at + 3 * L), x3);
            n = x0.neg();
            d = x0.fma(n, d);
            n.intoArray(m, at + 6 * L);
            x2 = x1.fma(fromArray(D, m, at + 2 * L), x2);
            x3 = x1.fma(fromArray(D, m, at + 4 * L), x3);
            n = x1.mul(fromArray(D, m, at + inverse + L));
            d = x1.fma(n, d);
            n.intoArray(m, at + 7 * L);
            x3 = x2.fma(fromArray(D, m, at + 5 * L), x3);
            n = x2.mul(fromArray(D, m, at + inverse + 2 * L));
            d = x2.fma(n, d);
            n.intoArray(m, at + 8 * L);
            n = x3.mul(fromArray(D, m, at + inverse + 3 * L));
            d = x3.fma(n, d);
            n.intoArray(m, at + 9 * L);
            minusOne.div(d).intoArray(m, at + inverse + 4 * L);
            fromArray(D, products, v).mul(d).intoArray(products, v);
            LongVector signs = LongVector.fromArray(Lanes.LONG, unsound, v);
            signs.or(d.sub(guard).reinterpretAsLongs()).intoArray(unsound, v);
        }
    }

    private static void inverse4(double[] m, int vectors, int stride, int w, int inverse, int precision) {
        for (int v = 0, at = 0; v < vectors; v++, at += stride) {
            DoubleVector i = fromArray(D, m, at + inverse + 4 * L);
            i.intoArray(m, at + precision + 4 * L);
            DoubleVector p;
            DoubleVector n0 = fromArray(D, m, at + 6 * L);
            DoubleVector n1 = fromArray(D, m, at + 7 * L);
            DoubleVector n2 = fromArray(D, m, at + 8 * L);
            DoubleVector n3 = fromArray(D, m, at + 9 * L);
            DoubleVector w0 = n0;
            w0 = n1.fma(fromArray(D, m, at + w), w0);
            w0 = n2.fma(fromArray(D, m, at + w + L), w0);
            w0 = n3.fma(fromArray(D, m, at + w + 3 * L), w0);
            w0.intoArray(m, at + w + 6 * L);
            p = fromArray(D, m, at + precision);
            w0.mul(w0).fma(i, p).intoArray(m, at + precision);
            DoubleVector w1 = n1;
            w1 = n2.fma(fromArray(D, m, at + w + 2 * L), w1);
            w1 = n3.fma(fromArray(D, m, at + w + 4 * L), w1);
            w1.intoArray(m, at + w + 7 * L);
            p = fromArray(D, m, at + precision + L);
            w1.mul(w1).fma(i, p).intoArray(m, at + precision + L);
            DoubleVector w2 = n2;
            w2 = n3.fma(fromArray(D, m, at + w + 5 * L), w2);
            w2.intoArray(m, at + w + 8 * L);
            p = fromArray(D, m, at + precision + 2 * L);
            w2.mul(w2).fma(i, p).intoArray(m, at + precision + 2 * L);
            DoubleVector w3 = n3;
            w3.intoArray(m, at + w + 9 * L);
            p = fromArray(D, m, at + precision + 3 * L);
            w3.mul(w3).fma(i, p).intoArray(m, at + precision + 3 * L);
        }
    }

    private static void factor5(double[] m, int vectors, int stride, int inverse, MeasureSums sums) {
        double[] products = sums.products;
        long[] unsound = sums.unsound;
        DoubleVector one = broadcast(D, 1);
        DoubleVector minusOne = broadcast(D, -1);
        DoubleVector guard = broadcast(D, Canonical.GUARD);
        for (int v = 0, at = 0; v < vectors * L; v += L, at += stride) {
            DoubleVector x0 = fromArray(D, m, at + 10 * L);
            DoubleVector x1 = fromArray(D, m, at + 11 * L);
            DoubleVector x2 = fromArray(D, m, at + 12 * L);
            DoubleVector x3 = fromArray(D, m, at + 13 * L);
            DoubleVector x4 = fromArray(D, m, at + 14 * L);
            DoubleVector d = one;
            DoubleVector n;
            x1 = x0.fma(fromArray(D, m, at), x1);
            x2 = x0.fma(fromArray(D, m, at + L), x2);
            x3 = x0.fma(fromArray(D, m, at + 3 * L), x3);
            x4 = x0.fma(fromArray(D, m, at + 6 * L), x4);
            n = x0.neg();
            d = x0.fma(n, d);
            n.intoArray(m, at + 10 * L);
            x2 = x1.fma(fromArray(D, m, at + 2 * L), x2);
            x3 = x1.fma(fromArray(D, m, at + 4 * L), x3);
            x4 = x1.fma(fromArray(D, m, at + 7 * L), x4);
            n = x1.mul(fromArray(D, m, at + inverse + L));
            d = x1.fma(n, d);
            n.intoArray(m, at + 11 * L);
            x3 = x2.fma(fromArray(D, m, at + 5 * L), x3);
            x4 = x2.fma(fromArray(D, m, at + 8 * L), x4);
            n = x2.mul(fromArray(D, m, at + inverse + 2 * L));
            d = x2.fma(n, d);
            n.intoArray(m, at + 12 * L);
            x4 = x3.fma(fromArray(D, m, at + 9 * L), x4);
            n = x3.mul(fromArray(D, m, at + inverse + 3 * L));
            d = x3.fma(n, d);
            n.intoArray(m, at + 13 * L);
            n = x4.mul(fromArray(D, m, at + inverse + 4 * L));
            d = x4.fma(n, d);
            n.intoArray(m, at + 14 * L);
            minusOne.div(d).intoArray(m, at + inverse + 5 * L);
            fromArray(D, products, v).mul(d).intoArray(products, v);
            LongVector signs = LongVector.fromArray(Lanes.LONG, unsound, v);
            signs.or(d.sub(guard).reinterpretAsLongs()).intoArray(unsound, v);
        }
    }

    private static void inverse5(double[] m, int vectors, int stride, int w, int inverse, int precision) {
        for (int v = 0, at = 0; v < vectors; v++, at += stride) {
            DoubleVector i = fromArray(D, m, at + inverse + 5 * L);
            i.intoArray(m, at + precision + 5 * L);
            DoubleVector p;
            DoubleVector n0 = fromArray(D, m, at + 10 * L);
            DoubleVector n1 = fromArray(D, m, at + 11 * L);
            DoubleVector n2 = fromArray(D, m, at + 12 * L);
            DoubleVector n3 = fromArray(D, m, at + 13 * L);
            DoubleVector n4 = fromArray(D, m, at + 14 * L);
            DoubleVector w0 = n0;
            w0 = n1.fma(fromArray(D, m, at + w), w0);
            w0 = n2.fma(fromArray(D, m, at + w + L), w0);
            w0 = n3.fma(fromArray(D, m, at + w + 3 * L), w0);
            w0 = n4.fma(fromArray(D, m, at + w + 6 * L), w0);
            w0.intoArray(m, at + w + 10 * L);
            p = fromArray(D, m, at + precision);
            w0.mul(w0).fma(i, p).intoArray(m, at + precision);
            DoubleVector w1 = n1;
            w1 = n2.fma(fromArray(D, m, at + w + 2 * L), w1);
            w1 = n3.fma(fromArray(D, m, at + w + 4 * L), w1);
            w1 = n4.fma(fromArray(D, m, at + w + 7 * L), w1);
            w1.intoArray(m, at + w + 11 * L);
            p = fromArray(D, m, at + precision + L);
            w1.mul(w1).fma(i, p).intoArray(m, at + precision + L);
            DoubleVector w2 = n2;
            w2 = n3.fma(fromArray(D, m, at + w + 5 * L), w2);
            w2 = n4.fma(fromArray(D, m, at + w + 8 * L), w2);
            w2.intoArray(m, at + w + 12 * L);
            p = fromArray(D, m, at + precision + 2 * L);
            w2.mul(w2).fma(i, p).intoArray(m, at + precision + 2 * L);
            DoubleVector w3 = n3;
            w3 = n4.fma(fromArray(D, m, at + w + 9 * L), w3);
            w3.intoArray(m, at + w + 13 * L);
            p = fromArray(D, m, at + precision + 3 * L);
            w3.mul(w3).fma(i, p).intoArray(m, at + precision + 3 * L);
            DoubleVector w4 = n4;
            w4.intoArray(m, at + w + 14 * L);
            p = fromArray(D, m, at + precision + 4 * L);
            w4.mul(w4).fma(i, p).intoArray(m, at + precision + 4 * L);
        }
    }

    private static void factor6(double[] m, int vectors, int stride, int inverse, MeasureSums sums) {
        double[] products = sums.products;
        long[] unsound = sums.unsound;
        DoubleVector one = broadcast(D, 1);
        DoubleVector minusOne = broadcast(D, -1);
        DoubleVector guard = broadcast(D, Canonical.GUARD);
        for (int v = 0, at = 0; v < vectors * L; v += L, at += stride) {
            DoubleVector x0 = fromArray(D, m, at + 15 * L);
            DoubleVector x1 = fromArray(D, m, at + 16 * L);
            DoubleVector x2 = fromArray(D, m, at + 17 * L);
            DoubleVector x3 = fromArray(D, m, at + 18 * L);
            DoubleVector x4 = fromArray(D, m, at + 19 * L);
            DoubleVector x5 = fromArray(D, m, at + 20 * L);
            DoubleVector d = one;
            DoubleVector n;
            x1 = x0.fma(fromArray(D, m, at), x1);
            x2 = x0.fma(fromArray(D, m, at + L), x2);
            x3 = x0.fma(fromArray(D, m, at + 3 * L), x3);
            x4 = x0.fma(fromArray(D, m, at + 6 * L), x4);
            x5 = x0.fma(fromArray(D, m, at + 10 * L), x5);
            n = x0.neg();
            d = x0.fma(n, d);
            n.intoArray(m, at + 15 * L);
            x2 = x1.fma(fromArray(D, m, at + 2 * L), x2);
            x3 = x1.fma(fromArray(D, m, at + 4 * L), x3);
            x4 = x1.fma(fromArray(D, m, at + 7 * L), x4);
            x5 = x1.fma(fromArray(D, m, at + 11 * L), x5);
            n = x1.mul(fromArray(D, m, at + inverse + L));
            d = x1.fma(n, d);
            n.intoArray(m, at + 16 * L);
            x3 = x2.fma(fromArray(D, m, at + 5 * L), x3);
            x4 = x2.fma(fromArray(D, m, at + 8 * L), x4);
            x5 = x2.fma(fromArray(D, m, at + 12 * L), x5);
            n = x2.mul(fromArray(D, m, at + inverse + 2 * L));
            d = x2.fma(n, d);
            n.intoArray(m, at + 17 * L);
            x4 = x3.fma(fromArray(D, m, at + 9 * L), x4);
            x5 = x3.fma(fromArray(D, m, at + 13 * L), x5);
            n = x3.mul(fromArray(D, m, at + inverse + 3 * L));
            d = x3.fma(n, d);
            n.intoArray(m, at + 18 * L);
            x5 = x4.fma(fromArray(D, m, at + 14 * L), x5);
            n = x4.mul(fromArray(D, m, at + inverse + 4 * L));
            d = x4.fma(n, d);
            n.intoArray(m, at + 19 * L);
            n = x5.mul(fromArray(D, m, at + inverse + 5 * L));
            d = x5.fma(n, d);
            n.intoArray(m, at + 20 * L);
            minusOne.div(d).intoArray(m, at + inverse + 6 * L);
            fromArray(D, products, v).mul(d).intoArray(products, v);
            LongVector signs = LongVector.fromArray(Lanes.LONG, unsound, v);
            signs.or(d.sub(guard).reinterpretAsLongs()).intoArray(unsound, v);
        }
    }

    private static void inverse6(double[] m, int vectors, int stride, int w, int inverse, int precision) {
        for (int v = 0, at = 0; v < vectors; v++, at += stride) {
            DoubleVector i = fromArray(D, m, at + inverse + 6 * L);
            i.intoArray(m, at + precision + 6 * L);
            DoubleVector p;
            DoubleVector n0 = fromArray(D, m, at + 15 * L);
            DoubleVector n1 = fromArray(D, m, at + 16 * L);
            DoubleVector n2 = fromArray(D, m, at + 17 * L);
            DoubleVector n3 = fromArray(D, m, at + 18 * L);
            DoubleVector n4 = fromArray(D, m, at + 19 * L);
            DoubleVector n5 = fromArray(D, m, at + 20 * L);
            DoubleVector w0 = n0;
            w0 = n1.fma(fromArray(D, m, at + w), w0);
            w0 = n2.fma(fromArray(D, m, at + w + L), w0);
            w0 = n3.fma(fromArray(D, m, at + w + 3 * L), w0);
            w0 = n4.fma(fromArray(D, m, at + w + 6 * L), w0);
            w0 = n5.fma(fromArray(D, m, at + w + 10 * L), w0);
            w0.intoArray(m, at + w + 15 * L);
            p = fromArray(D, m, at + precision);
            w0.mul(w0).fma(i, p).intoArray(m, at + precision);
            DoubleVector w1 = n1;
            w1 = n2.fma(fromArray(D, m, at + w + 2 * L), w1);
            w1 = n3.fma(fromArray(D, m, at + w + 4 * L), w1);
            w1 = n4.fma(fromArray(D, m, at + w + 7 * L), w1);
            w1 = n5.fma(fromArray(D, m, at + w + 11 * L), w1);
            w1.intoArray(m, at + w + 16 * L);
            p = fromArray(D, m, at + precision + L);
            w1.mul(w1).fma(i, p).intoArray(m, at + precision + L);
            DoubleVector w2 = n2;
            w2 = n3.fma(fromArray(D, m, at + w + 5 * L), w2);
            w2 = n4.fma(fromArray(D, m, at + w + 8 * L), w2);
            w2 = n5.fma(fromArray(D, m, at + w + 12 * L), w2);
            w2.intoArray(m, at + w + 17 * L);
            p = fromArray(D, m, at + precision + 2 * L);
            w2.mul(w2).fma(i, p).intoArray(m, at + precision + 2 * L);
            DoubleVector w3 = n3;
            w3 = n4.fma(fromArray(D, m, at + w + 9 * L), w3);
            w3 = n5.fma(fromArray(D, m, at + w + 13 * L), w3);
            w3.intoArray(m, at + w + 18 * L);
            p = fromArray(D, m, at + precision + 3 * L);
            w3.mul(w3).fma(i, p).intoArray(m, at + precision + 3 * L);
            DoubleVector w4 = n4;
            w4 = n5.fma(fromArray(D, m, at + w + 14 * L), w4);
            w4.intoArray(m, at + w + 19 * L);
            p = fromArray(D, m, at + precision + 4 * L);
            w4.mul(w4).fma(i, p).intoArray(m, at + precision + 4 * L);
            DoubleVector w5 = n5;
            w5.intoArray(m, at + w + 20 * L);
            p = fromArray(D, m, at + precision + 5 * L);
            w5.mul(w5).fma(i, p).intoArray(m, at + precision + 5 * L);
        }
    }

    private static void factor7(double[] m, int vectors, int stride, int inverse, MeasureSums sums) {
        double[] products = sums.products;
        long[] unsound = sums.unsound;
        DoubleVector one = broadcast(D, 1);
        DoubleVector minusOne = broadcast(D, -1);
        DoubleVector guard = broadcast(D, Canonical.GUARD);
        for (int v = 0, at = 0; v < vectors * L; v += L, at += stride) {
            DoubleVector x0 = fromArray(D, m, at + 21 * L);
            DoubleVector x1 = fromArray(D, m, at + 22 * L);
            DoubleVector x2 = fromArray(D, m, at + 23 * L);
            DoubleVector x3 = fromArray(D, m, at + 24 * L);
            DoubleVector x4 = fromArray(D, m, at + 25 * L);
            DoubleVector x5 = fromArray(D, m, at + 26 * L);
            DoubleVector x6 = fromArray(D, m, at + 27 * L);
            DoubleVector d = one;
            DoubleVector n;
            x1 = x0.fma(fromArray(D, m, at), x1);
            x2 = x0.fma(fromArray(D, m, at + L), x2);
            x3 = x0.fma(fromArray(D, m, at + 3 * L), x3);
            x4 = x0.fma(fromArray(D, m, at + 6 * L), x4);
            x5 = x0.fma(fromArray(D, m, at + 10 * L), x5);
            x6 = x0.fma(fromArray(D, m, at + 15 * L), x6);
            n = x0.neg();
            d = x0.fma(n, d);
            n.intoArray(m, at + 21 * L);
            x2 = x1.fma(fromArray(D, m, at + 2 * L), x2);
            x3 = x1.fma(fromArray(D, m, at + 4 * L), x3);
            x4 = x1.fma(fromArray(D, m, at + 7 * L), x4);
            x5 = x1.fma(fromArray(D, m, at + 11 * L), x5);
            x6 = x1.fma(fromArray(D, m, at + 16 * L), x6);
            n = x1.mul(fromArray(D, m, at + inverse + L));
            d = x1.fma(n, d);
            n.intoArray(m, at + 22 * L);
            x3 = x2.fma(fromArray(D, m, at + 5 * L), x3);
            x4 = x2.fma(fromArray(D, m, at + 8 * L), x4);
            x5 = x2.fma(fromArray(D, m, at + 12 * L), x5);
            x6 = x2.fma(fromArray(D, m, at + 17 * L), x6);
            n = x2.mul(fromArray(D, m, at + inverse + 2 * L));
            d = x2.fma(n, d);
            n.intoArray(m, at + 23 * L);
            x4 = x3.fma(fromArray(D, m, at + 9 * L), x4);
            x5 = x3.fma(fromArray(D, m, at + 13 * L), x5);
            x6 = x3.fma(fromArray(D, m, at + 18 * L), x6);
            n = x3.mul(fromArray(D, m, at + inverse + 3 * L));
            d = x3.fma(n, d);
            n.intoArray(m, at + 24 * L);
            x5 = x4.fma(fromArray(D, m, at + 14 * L), x5);
            x6 = x4.fma(fromArray(D, m, at + 19 * L), x6);
            n = x4.mul(fromArray(D, m, at + inverse + 4 * L));
            d = x4.fma(n, d);
            n.intoArray(m, at + 25 * L);
            x6 = x5.fma(fromArray(D, m, at + 20 * L), x6);
            n = x5.mul(fromArray(D, m, at + inverse + 5 * L));
            d = x5.fma(n, d);
            n.intoArray(m, at + 26 * L);
            n = x6.mul(fromArray(D, m, at + inverse + 6 * L));
            d = x6.fma(n, d);
            n.intoArray(m, at + 27 * L);
            minusOne.div(d).intoArray(m, at + inverse + 7 * L);
            fromArray(D, products, v).mul(d).intoArray(products, v);
            LongVector signs = LongVector.fromArray(Lanes.LONG, unsound, v);
            signs.or(d.sub(guard).reinterpretAsLongs()).intoArray(unsound, v);
        }
    }

    private static void inverse7(double[] m, int vectors, int stride, int w, int inverse, int precision) {
        for (int v = 0, at = 0; v < vectors; v++, at += stride) {
            DoubleVector i = fromArray(D, m, at + inverse + 7 * L);
            i.intoArray(m, at + precision + 7 * L);
            DoubleVector p;
            DoubleVector n0 = fromArray(D, m, at + 21 * L);
            DoubleVector n1 = fromArray(D, m, at + 22 * L);
            DoubleVector n2 = fromArray(D, m, at + 23 * L);
            DoubleVector n3 = fromArray(D, m, at + 24 * L);
            DoubleVector n4 = fromArray(D, m, at + 25 * L);
            DoubleVector n5 = fromArray(D, m, at + 26 * L);
            DoubleVector n6 = fromArray(D, m, at + 27 * L);
            DoubleVector w0 = n0;
            w0 = n1.fma(fromArray(D, m, at + w), w0);
            w0 = n2.fma(fromArray(D, m, at + w + L), w0);
            w0 = n3.fma(fromArray(D, m, at + w + 3 * L), w0);
            w0 = n4.fma(fromArray(D, m, at + w + 6 * L), w0);
            w0 = n5.fma(fromArray(D, m, at + w + 10 * L), w0);
            w0 = n6.fma(fromArray(D, m, at + w + 15 * L), w0);
            w0.intoArray(m, at + w + 21 * L);
            p = fromArray(D, m, at + precision);
            w0.mul(w0).fma(i, p).intoArray(m, at + precision);
            DoubleVector w1 = n1;
            w1 = n2.fma(fromArray(D, m, at + w + 2 * L), w1);
            w1 = n3.fma(fromArray(D, m, at + w + 4 * L), w1);
            w1 = n4.fma(fromArray(D, m, at + w + 7 * L), w1);
            w1 = n5.fma(fromArray(D, m, at + w + 11 * L), w1);
            w1 = n6.fma(fromArray(D, m, at + w + 16 * L), w1);
            w1.intoArray(m, at + w + 22 * L);
            p = fromArray(D, m, at + precision + L);
            w1.mul(w1).fma(i, p).intoArray(m, at + precision + L);
            DoubleVector w2 = n2;
            w2 = n3.fma(fromArray(D, m, at + w + 5 * L), w2);
            w2 = n4.fma(fromArray(D, m, at + w + 8 * L), w2);
            w2 = n5.fma(fromArray(D, m, at + w + 12 * L), w2);
            w2 = n6.fma(fromArray(D, m, at + w + 17 * L), w2);
            w2.intoArray(m, at + w + 23 * L);
            p = fromArray(D, m, at + precision + 2 * L);
            w2.mul(w2).fma(i, p).intoArray(m, at + precision + 2 * L);
            DoubleVector w3 = n3;
            w3 = n4.fma(fromArray(D, m, at + w + 9 * L), w3);
            w3 = n5.fma(fromArray(D, m, at + w + 13 * L), w3);
            w3 = n6.fma(fromArray(D, m, at + w + 18 * L), w3);
            w3.intoArray(m, at + w + 24 * L);
            p = fromArray(D, m, at + precision + 3 * L);
            w3.mul(w3).fma(i, p).intoArray(m, at + precision + 3 * L);
            DoubleVector w4 = n4;
            w4 = n5.fma(fromArray(D, m, at + w + 14 * L), w4);
            w4 = n6.fma(fromArray(D, m, at + w + 19 * L), w4);
            w4.intoArray(m, at + w + 25 * L);
            p = fromArray(D, m, at + precision + 4 * L);
            w4.mul(w4).fma(i, p).intoArray(m, at + precision + 4 * L);
            DoubleVector w5 = n5;
            w5 = n6.fma(fromArray(D, m, at + w + 20 * L), w5);
            w5.intoArray(m, at + w + 26 * L);
            p = fromArray(D, m, at + precision + 5 * L);
            w5.mul(w5).fma(i, p).intoArray(m, at + precision + 5 * L);
            DoubleVector w6 = n6;
            w6.intoArray(m, at + w + 27 * L);
            p = fromArray(D, m, at + precision + 6 * L);
            w6.mul(w6).fma(i, p).intoArray(m, at + precision + 6 * L);
        }
    }

    private static void factor8(double[] m, int vectors, int stride, int inverse, MeasureSums sums) {
        double[] products = sums.products;
        long[] unsound = sums.unsound;
        DoubleVector one = broadcast(D, 1);
        DoubleVector minusOne = broadcast(D, -1);
        DoubleVector guard = broadcast(D, Canonical.GUARD);
        for (int v = 0, at = 0; v < vectors * L; v += L, at += stride) {
            DoubleVector x0 = fromArray(D, m, at + 28 * L);
            DoubleVector x1 = fromArray(D, m, at + 29 * L);
            DoubleVector x2 = fromArray(D, m, at + 30 * L);
            DoubleVector x3 = fromArray(D, m, at + 31 * L);
            DoubleVector x4 = fromArray(D, m, at + 32 * L);
            DoubleVector x5 = fromArray(D, m, at + 33 * L);
            DoubleVector x6 = fromArray(D, m, at + 34 * L);
            DoubleVector x7 = fromArray(D, m, at + 35 * L);
            DoubleVector d = one;
            DoubleVector n;
            x1 = x0.fma(fromArray(D, m, at), x1);
            x2 = x0.fma(fromArray(D, m, at + L), x2);
            x3 = x0.fma(fromArray(D, m, at + 3 * L), x3);
            x4 = x0.fma(fromArray(D, m, at + 6 * L), x4);
            x5 = x0.fma(fromArray(D, m, at + 10 * L), x5);
            x6 = x0.fma(fromArray(D, m, at + 15 * L), x6);
            x7 = x0.fma(fromArray(D, m, at + 21 * L), x7);
            n = x0.neg();
            d = x0.fma(n, d);
            n.intoArray(m, at + 28 * L);
            x2 = x1.fma(fromArray(D, m, at + 2 * L), x2);
            x3 = x1.fma(fromArray(D, m, at + 4 * L), x3);
            x4 = x1.fma(fromArray(D, m, at + 7 * L), x4);
            x5 = x1.fma(fromArray(D, m, at + 11 * L), x5);
            x6 = x1.fma(fromArray(D, m, at + 16 * L), x6);
            x7 = x1.fma(fromArray(D, m, at + 22 * L), x7);
            n = x1.mul(fromArray(D, m, at + inverse + L));
            d = x1.fma(n, d);
            n.intoArray(m, at + 29 * L);
            x3 = x2.fma(fromArray(D, m, at + 5 * L), x3);
            x4 = x2.fma(fromArray(D, m, at + 8 * L), x4);
            x5 = x2.fma(fromArray(D, m, at + 12 * L), x5);
            x6 = x2.fma(fromArray(D, m, at + 17 * L), x6);
            x7 = x2.fma(fromArray(D, m, at + 23 * L), x7);
            n = x2.mul(fromArray(D, m, at + inverse + 2 * L));
            d = x2.fma(n, d);
            n.intoArray(m, at + 30 * L);
            x4 = x3.fma(fromArray(D, m, at + 9 * L), x4);
            x5 = x3.fma(fromArray(D, m, at + 13 * L), x5);
            x6 = x3.fma(fromArray(D, m, at + 18 * L), x6);
            x7 = x3.fma(fromArray(D, m, at + 24 * L), x7);
            n = x3.mul(fromArray(D, m, at + inverse + 3 * L));
            d = x3.fma(n, d);
            n.intoArray(m, at + 31 * L);
            x5 = x4.fma(fromArray(D, m, at + 14 * L), x5);
            x6 = x4.fma(fromArray(D, m, at + 19 * L), x6);
            x7 = x4.fma(fromArray(D, m, at + 25 * L), x7);
            n = x4.mul(fromArray(D, m, at + inverse + 4 * L));
            d = x4.fma(n, d);
            n.intoArray(m, at + 32 * L);
            x6 = x5.fma(fromArray(D, m, at + 20 * L), x6);
            x7 = x5.fma(fromArray(D, m, at + 26 * L), x7);
            n = x5.mul(fromArray(D, m, at + inverse + 5 * L));
            d = x5.fma(n, d);
            n.intoArray(m, at + 33 * L);
            x7 = x6.fma(fromArray(D, m, at + 27 * L), x7);
            n = x6.mul(fromArray(D, m, at + inverse + 6 * L));
            d = x6.fma(n, d);
            n.intoArray(m, at + 34 * L);
            n = x7.mul(fromArray(D, m, at + inverse + 7 * L));
            d = x7.fma(n, d);
            n.intoArray(m, at + 35 * L);
            minusOne.div(d).intoArray(m, at + inverse + 8 * L);
            fromArray(D, products, v).mul(d).intoArray(products, v);
            LongVector signs = LongVector.fromArray(Lanes.LONG, unsound, v);
            signs.or(d.sub(guard).reinterpretAsLongs()).intoArray(unsound, v);
        }
    }

    private static void inverse8(double[] m, int vectors, int stride, int w, int inverse, int precision) {
        for (int v = 0, at = 0; v < vectors; v++, at += stride) {
            DoubleVector i = fromArray(D, m, at + inverse + 8 * L);
            i.intoArray(m, at + precision + 8 * L);
            DoubleVector p;
            DoubleVector n0 = fromArray(D, m, at + 28 * L);
            DoubleVector n1 = fromArray(D, m, at + 29 * L);
            DoubleVector n2 = fromArray(D, m, at + 30 * L);
            DoubleVector n3 = fromArray(D, m, at + 31 * L);
            DoubleVector n4 = fromArray(D, m, at + 32 * L);
            DoubleVector n5 = fromArray(D, m, at + 33 * L);
            DoubleVector n6 = fromArray(D, m, at + 34 * L);
            DoubleVector n7 = fromArray(D, m, at + 35 * L);
            DoubleVector w0 = n0;
            w0 = n1.fma(fromArray(D, m, at + w), w0);
            w0 = n2.fma(fromArray(D, m, at + w + L), w0);
            w0 = n3.fma(fromArray(D, m, at + w + 3 * L), w0);
            w0 = n4.fma(fromArray(D, m, at + w + 6 * L), w0);
            w0 = n5.fma(fromArray(D, m, at + w + 10 * L), w0);
            w0 = n6.fma(fromArray(D, m, at + w + 15 * L), w0);
            w0 = n7.fma(fromArray(D, m, at + w + 21 * L), w0);
            w0.intoArray(m, at + w + 28 * L);
            p = fromArray(D, m, at + precision);
            w0.mul(w0).fma(i, p).intoArray(m, at + precision);
            DoubleVector w1 = n1;
            w1 = n2.fma(fromArray(D, m, at + w + 2 * L), w1);
            w1 = n3.fma(fromArray(D, m, at + w + 4 * L), w1);
            w1 = n4.fma(fromArray(D, m, at + w + 7 * L), w1);
            w1 = n5.fma(fromArray(D, m, at + w + 11 * L), w1);
            w1 = n6.fma(fromArray(D, m, at + w + 16 * L), w1);
            w1 = n7.fma(fromArray(D, m, at + w + 22 * L), w1);
            w1.intoArray(m, at + w + 29 * L);
            p = fromArray(D, m, at + precision + L);
            w1.mul(w1).fma(i, p).intoArray(m, at + precision + L);
            DoubleVector w2 = n2;
            w2 = n3.fma(fromArray(D, m, at + w + 5 * L), w2);
            w2 = n4.fma(fromArray(D, m, at + w + 8 * L), w2);
            w2 = n5.fma(fromArray(D, m, at + w + 12 * L), w2);
            w2 = n6.fma(fromArray(D, m, at + w + 17 * L), w2);
            w2 = n7.fma(fromArray(D, m, at + w + 23 * L), w2);
            w2.intoArray(m, at + w + 30 * L);
            p = fromArray(D, m, at + precision + 2 * L);
            w2.mul(w2).fma(i, p).intoArray(m, at + precision + 2 * L);
            DoubleVector w3 = n3;
            w3 = n4.fma(fromArray(D, m, at + w + 9 * L), w3);
            w3 = n5.fma(fromArray(D, m, at + w + 13 * L), w3);
            w3 = n6.fma(fromArray(D, m, at + w + 18 * L), w3);
            w3 = n7.fma(fromArray(D, m, at + w + 24 * L), w3);
            w3.intoArray(m, at + w + 31 * L);
            p = fromArray(D, m, at + precision + 3 * L);
            w3.mul(w3).fma(i, p).intoArray(m, at + precision + 3 * L);
            DoubleVector w4 = n4;
            w4 = n5.fma(fromArray(D, m, at + w + 14 * L), w4);
            w4 = n6.fma(fromArray(D, m, at + w + 19 * L), w4);
            w4 = n7.fma(fromArray(D, m, at + w + 25 * L), w4);
            w4.intoArray(m, at + w + 32 * L);
            p = fromArray(D, m, at + precision + 4 * L);
            w4.mul(w4).fma(i, p).intoArray(m, at + precision + 4 * L);
            DoubleVector w5 = n5;
            w5 = n6.fma(fromArray(D, m, at + w + 20 * L), w5);
            w5 = n7.fma(fromArray(D, m, at + w + 26 * L), w5);
            w5.intoArray(m, at + w + 33 * L);
            p = fromArray(D, m, at + precision + 5 * L);
            w5.mul(w5).fma(i, p).intoArray(m, at + precision + 5 * L);
            DoubleVector w6 = n6;
            w6 = n7.fma(fromArray(D, m, at + w + 27 * L), w6);
            w6.intoArray(m, at + w + 34 * L);
            p = fromArray(D, m, at + precision + 6 * L);
            w6.mul(w6).fma(i, p).intoArray(m, at + precision + 6 * L);
            DoubleVector w7 = n7;
            w7.intoArray(m, at + w + 35 * L);
            p = fromArray(D, m, at + precision + 7 * L);
            w7.mul(w7).fma(i, p).intoArray(m, at + precision + 7 * L);
        }
    }

    private static void factor9(double[] m, int vectors, int stride, int inverse, MeasureSums sums) {
        double[] products = sums.products;
        long[] unsound = sums.unsound;
        DoubleVector one = broadcast(D, 1);
        DoubleVector minusOne = broadcast(D, -1);
        DoubleVector guard = broadcast(D, Canonical.GUARD);
        for (int v = 0, at = 0; v < vectors * L; v += L, at += stride) {
            DoubleVector x0 = fromArray(D, m, at + 36 * L);
            DoubleVector x1 = fromArray(D, m, at + 37 * L);
            DoubleVector x2 = fromArray(D, m, at + 38 * L);
            DoubleVector x3 = fromArray(D, m, at + 39 * L);
            DoubleVector x4 = fromArray(D, m, at + 40 * L);
            DoubleVector x5 = fromArray(D, m, at + 41 * L);
            DoubleVector x6 = fromArray(D, m, at + 42 * L);
            DoubleVector x7 = fromArray(D, m, at + 43 * L);
            DoubleVector x8 = fromArray(D, m, at + 44 * L);
            DoubleVector d = one;
            DoubleVector n;
            x1 = x0.fma(fromArray(D, m, at), x1);
            x2 = x0.fma(fromArray(D, m, at + L), x2);
            x3 = x0.fma(fromArray(D, m, at + 3 * L), x3);
            x4 = x0.fma(fromArray(D, m, at + 6 * L), x4);
            x5 = x0.fma(fromArray(D, m, at + 10 * L), x5);
            x6 = x0.fma(fromArray(D, m, at + 15 * L), x6);
            x7 = x0.fma(fromArray(D, m, at + 21 * L), x7);
            x8 = x0.fma(fromArray(D, m, at + 28 * L), x8);
            n = x0.neg();
            d = x0.fma(n, d);
            n.intoArray(m, at + 36 * L);
            x2 = x1.fma(fromArray(D, m, at + 2 * L), x2);
            x3 = x1.fma(fromArray(D, m, at + 4 * L), x3);
            x4 = x1.fma(fromArray(D, m, at + 7 * L), x4);
            x5 = x1.fma(fromArray(D, m, at + 11 * L), x5);
            x6 = x1.fma(fromArray(D, m, at + 16 * L), x6);
            x7 = x1.fma(fromArray(D, m, at + 22 * L), x7);
            x8 = x1.fma(fromArray(D, m, at + 29 * L), x8);
            n = x1.mul(fromArray(D, m, at + inverse + L));
            d = x1.fma(n, d);
            n.intoArray(m, at + 37 * L);
            x3 = x2.fma(fromArray(D, m, at + 5 * L), x3);
            x4 = x2.fma(fromArray(D, m, at + 8 * L), x4);
            x5 = x2.fma(fromArray(D, m, at + 12 * L), x5);
            x6 = x2.fma(fromArray(D, m, at + 17 * L), x6);
            x7 = x2.fma(fromArray(D, m, at + 23 * L), x7);
            x8 = x2.fma(fromArray(D, m, at + 30 * L), x8);
            n = x2.mul(fromArray(D, m, at + inverse + 2 * L));
            d = x2.fma(n, d);
            n.intoArray(m, at + 38 * L);
            x4 = x3.fma(fromArray(D, m, at + 9 * L), x4);
            x5 = x3.fma(fromArray(D, m, at + 13 * L), x5);
            x6 = x3.fma(fromArray(D, m, at + 18 * L), x6);
            x7 = x3.fma(fromArray(D, m, at + 24 * L), x7);
            x8 = x3.fma(fromArray(D, m, at + 31 * L), x8);
            n = x3.mul(fromArray(D, m, at + inverse + 3 * L));
            d = x3.fma(n, d);
            n.intoArray(m, at + 39 * L);
            x5 = x4.fma(fromArray(D, m, at + 14 * L), x5);
            x6 = x4.fma(fromArray(D, m, at + 19 * L), x6);
            x7 = x4.fma(fromArray(D, m, at + 25 * L), x7);
            x8 = x4.fma(fromArray(D, m, at + 32 * L), x8);
            n = x4.mul(fromArray(D, m, at + inverse + 4 * L));
            d = x4.fma(n, d);
            n.intoArray(m, at + 40 * L);
            x6 = x5.fma(fromArray(D, m, at + 20 * L), x6);
            x7 = x5.fma(fromArray(D, m, at + 26 * L), x7);
            x8 = x5.fma(fromArray(D, m, at + 33 * L), x8);
            n = x5.mul(fromArray(D, m, at + inverse + 5 * L));
            d = x5.fma(n, d);
            n.intoArray(m, at + 41 * L);
            x7 = x6.fma(fromArray(D, m, at + 27 * L), x7);
            x8 = x6.fma(fromArray(D, m, at + 34 * L), x8);
            n = x6.mul(fromArray(D, m, at + inverse + 6 * L));
            d = x6.fma(n, d);
            n.intoArray(m, at + 42 * L);
            x8 = x7.fma(fromArray(D, m, at + 35 * L), x8);
            n = x7.mul(fromArray(D, m, at + inverse + 7 * L));
            d = x7.fma(n, d);
            n.intoArray(m, at + 43 * L);
            n = x8.mul(fromArray(D, m, at + inverse + 8 * L));
            d = x8.fma(n, d);
            n.intoArray(m, at + 44 * L);
            minusOne.div(d).intoArray(m, at + inverse + 9 * L);
            fromArray(D, products, v).mul(d).intoArray(products, v);
            LongVector signs = LongVector.fromArray(Lanes.LONG, unsound, v);
            signs.or(d.sub(guard).reinterpretAsLongs()).intoArray(unsound, v);
        }
    }

    private static void inverse9(double[] m, int vectors, int stride, int w, int inverse, int precision) {
        for (int v = 0, at = 0; v < vectors; v++, at += stride) {
            DoubleVector i = fromArray(D, m, at + inverse + 9 * L);
            i.intoArray(m, at + precision + 9 * L);
            DoubleVector p;
            DoubleVector n0 = fromArray(D, m, at + 36 * L);
            DoubleVector n1 = fromArray(D, m, at + 37 * L);
            DoubleVector n2 = fromArray(D, m, at + 38 * L);
            DoubleVector n3 = fromArray(D, m, at + 39 * L);
            DoubleVector n4 = fromArray(D, m, at + 40 * L);
            DoubleVector n5 = fromArray(D, m, at + 41 * L);
            DoubleVector n6 = fromArray(D, m, at + 42 * L);
            DoubleVector n7 = fromArray(D, m, at + 43 * L);
            DoubleVector n8 = fromArray(D, m, at + 44 * L);
            DoubleVector w0 = n0;
            w0 = n1.fma(fromArray(D, m, at + w), w0);
            w0 = n2.fma(fromArray(D, m, at + w + L), w0);
            w0 = n3.fma(fromArray(D, m, at + w + 3 * L), w0);
            w0 = n4.fma(fromArray(D, m, at + w + 6 * L), w0);
            w0 = n5.fma(fromArray(D, m, at + w + 10 * L), w0);
            w0 = n6.fma(fromArray(D, m, at + w + 15 * L), w0);
            w0 = n7.fma(fromArray(D, m, at + w + 21 * L), w0);
            w0 = n8.fma(fromArray(D, m, at + w + 28 * L), w0);
            w0.intoArray(m, at + w + 36 * L);
            p = fromArray(D, m, at + precision);
            w0.mul(w0).fma(i, p).intoArray(m, at + precision);
            DoubleVector w1 = n1;
            w1 = n2.fma(fromArray(D, m, at + w + 2 * L), w1);
            w1 = n3.fma(fromArray(D, m, at + w + 4 * L), w1);
            w1 = n4.fma(fromArray(D, m, at + w + 7 * L), w1);
            w1 = n5.fma(fromArray(D, m, at + w + 11 * L), w1);
            w1 = n6.fma(fromArray(D, m, at + w + 16 * L), w1);
            w1 = n7.fma(fromArray(D, m, at + w + 22 * L), w1);
            w1 = n8.fma(fromArray(D, m, at + w + 29 * L), w1);
            w1.intoArray(m, at + w + 37 * L);
            p = fromArray(D, m, at + precision + L);
            w1.mul(w1).fma(i, p).intoArray(m, at + precision + L);
            DoubleVector w2 = n2;
            w2 = n3.fma(fromArray(D, m, at + w + 5 * L), w2);
            w2 = n4.fma(fromArray(D, m, at + w + 8 * L), w2);
            w2 = n5.fma(fromArray(D, m, at + w + 12 * L), w2);
            w2 = n6.fma(fromArray(D, m, at + w + 17 * L), w2);
            w2 = n7.fma(fromArray(D, m, at + w + 23 * L), w2);
            w2 = n8.fma(fromArray(D, m, at + w + 30 * L), w2);
            w2.intoArray(m, at + w + 38 * L);
            p = fromArray(D, m, at + precision + 2 * L);
            w2.mul(w2).fma(i, p).intoArray(m, at + precision + 2 * L);
            DoubleVector w3 = n3;
            w3 = n4.fma(fromArray(D, m, at + w + 9 * L), w3);
            w3 = n5.fma(fromArray(D, m, at + w + 13 * L), w3);
            w3 = n6.fma(fromArray(D, m, at + w + 18 * L), w3);
            w3 = n7.fma(fromArray(D, m, at + w + 24 * L), w3);
            w3 = n8.fma(fromArray(D, m, at + w + 31 * L), w3);
            w3.intoArray(m, at + w + 39 * L);
            p = fromArray(D, m, at + precision + 3 * L);
            w3.mul(w3).fma(i, p).intoArray(m, at + precision + 3 * L);
            DoubleVector w4 = n4;
            w4 = n5.fma(fromArray(D, m, at + w + 14 * L), w4);
            w4 = n6.fma(fromArray(D, m, at + w + 19 * L), w4);
            w4 = n7.fma(fromArray(D, m, at + w + 25 * L), w4);
            w4 = n8.fma(fromArray(D, m, at + w + 32 * L), w4);
            w4.intoArray(m, at + w + 40 * L);
            p = fromArray(D, m, at + precision + 4 * L);
            w4.mul(w4).fma(i, p).intoArray(m, at + precision + 4 * L);
            DoubleVector w5 = n5;
            w5 = n6.fma(fromArray(D, m, at + w + 20 * L), w5);
            w5 = n7.fma(fromArray(D, m, at + w + 26 * L), w5);
            w5 = n8.fma(fromArray(D, m, at + w + 33 * L), w5);
            w5.intoArray(m, at + w + 41 * L);
            p = fromArray(D, m, at + precision + 5 * L);
            w5.mul(w5).fma(i, p).intoArray(m, at + precision + 5 * L);
            DoubleVector w6 = n6;
            w6 = n7.fma(fromArray(D, m, at + w + 27 * L), w6);
            w6 = n8.fma(fromArray(D, m, at + w + 34 * L), w6);
            w6.intoArray(m, at + w + 42 * L);
            p = fromArray(D, m, at + precision + 6 * L);
            w6.mul(w6).fma(i, p).intoArray(m, at + precision + 6 * L);
            DoubleVector w7 = n7;
            w7 = n8.fma(fromArray(D, m, at + w + 35 * L), w7);
            w7.intoArray(m, at + w + 43 * L);
            p = fromArray(D, m, at + precision + 7 * L);
            w7.mul(w7).fma(i, p).intoArray(m, at + precision + 7 * L);
            DoubleVector w8 = n8;
            w8.intoArray(m, at + w + 44 * L);
            p = fromArray(D, m, at + precision + 8 * L);
            w8.mul(w8).fma(i, p).intoArray(m, at + precision + 8 * L);
        }
    }
}
