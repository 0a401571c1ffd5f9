package org.oinfo.kernels.simd.measures;

import org.oinfo.kernels.simd.lanes.Lanes;

/** Packs the correlations of small n-plets for {@link SmallFactors}. Written by SmallOrdersGenerator: every order is written out, so it is long. */
final class SmallPack {
    private static final int L = Lanes.COUNT;

    private SmallPack() {}

    static void pack(int order, double[] r, int n, int[] nplets, int from, double[] work, int vectors) {
        switch (order) {
            case 3 -> pack3(r, n, nplets, from, work, vectors);
            case 4 -> pack4(r, n, nplets, from, work, vectors);
            case 5 -> pack5(r, n, nplets, from, work, vectors);
            case 6 -> pack6(r, n, nplets, from, work, vectors);
            case 7 -> pack7(r, n, nplets, from, work, vectors);
            case 8 -> pack8(r, n, nplets, from, work, vectors);
            case 9 -> pack9(r, n, nplets, from, work, vectors);
            case 10 -> pack10(r, n, nplets, from, work, vectors);
            default -> throw new IllegalArgumentException("no code for this order: order=" + order);
        }
    }

    private static void pack3(double[] r, int n, int[] nplets, int from, double[] work, int vectors) {
        int nplet = from;
        int stride = SmallBatch.stride(3);
        for (int v = 0, to = 0; v < vectors; v++, to += stride) {
            for (int at = to; at < to + L; at++, nplet += 3) {
                int v0 = nplets[nplet + 0];
                int v1 = nplets[nplet + 1];
                int v2 = nplets[nplet + 2] * n;
                int row = v1 * n;
                work[at] = r[row + v0];
                row = v2;
                work[at + L] = r[row + v0];
                work[at + 2 * L] = r[row + v1];
            }
        }
    }

    private static void pack4(double[] r, int n, int[] nplets, int from, double[] work, int vectors) {
        int nplet = from;
        int stride = SmallBatch.stride(4);
        for (int v = 0, to = 0; v < vectors; v++, to += stride) {
            for (int at = to; at < to + L; at++, nplet += 4) {
                int v0 = nplets[nplet + 0];
                int v1 = nplets[nplet + 1];
                int v2 = nplets[nplet + 2];
                int v3 = nplets[nplet + 3] * n;
                int row = v1 * n;
                work[at] = r[row + v0];
                row = v2 * n;
                work[at + L] = r[row + v0];
                work[at + 2 * L] = r[row + v1];
                row = v3;
                work[at + 3 * L] = r[row + v0];
                work[at + 4 * L] = r[row + v1];
                work[at + 5 * L] = r[row + v2];
            }
        }
    }

    private static void pack5(double[] r, int n, int[] nplets, int from, double[] work, int vectors) {
        int nplet = from;
        int stride = SmallBatch.stride(5);
        for (int v = 0, to = 0; v < vectors; v++, to += stride) {
            for (int at = to; at < to + L; at++, nplet += 5) {
                int v0 = nplets[nplet + 0];
                int v1 = nplets[nplet + 1];
                int v2 = nplets[nplet + 2];
                int v3 = nplets[nplet + 3];
                int v4 = nplets[nplet + 4] * n;
                int row = v1 * n;
                work[at] = r[row + v0];
                row = v2 * n;
                work[at + L] = r[row + v0];
                work[at + 2 * L] = r[row + v1];
                row = v3 * n;
                work[at + 3 * L] = r[row + v0];
                work[at + 4 * L] = r[row + v1];
                work[at + 5 * L] = r[row + v2];
                row = v4;
                work[at + 6 * L] = r[row + v0];
                work[at + 7 * L] = r[row + v1];
                work[at + 8 * L] = r[row + v2];
                work[at + 9 * L] = r[row + v3];
            }
        }
    }

    private static void pack6(double[] r, int n, int[] nplets, int from, double[] work, int vectors) {
        int nplet = from;
        int stride = SmallBatch.stride(6);
        for (int v = 0, to = 0; v < vectors; v++, to += stride) {
            for (int at = to; at < to + L; at++, nplet += 6) {
                int v0 = nplets[nplet + 0];
                int v1 = nplets[nplet + 1];
                int v2 = nplets[nplet + 2];
                int v3 = nplets[nplet + 3];
                int v4 = nplets[nplet + 4];
                int v5 = nplets[nplet + 5] * n;
                int row = v1 * n;
                work[at] = r[row + v0];
                row = v2 * n;
                work[at + L] = r[row + v0];
                work[at + 2 * L] = r[row + v1];
                row = v3 * n;
                work[at + 3 * L] = r[row + v0];
                work[at + 4 * L] = r[row + v1];
                work[at + 5 * L] = r[row + v2];
                row = v4 * n;
                work[at + 6 * L] = r[row + v0];
                work[at + 7 * L] = r[row + v1];
                work[at + 8 * L] = r[row + v2];
                work[at + 9 * L] = r[row + v3];
                row = v5;
                work[at + 10 * L] = r[row + v0];
                work[at + 11 * L] = r[row + v1];
                work[at + 12 * L] = r[row + v2];
                work[at + 13 * L] = r[row + v3];
                work[at + 14 * L] = r[row + v4];
            }
        }
    }

    private static void pack7(double[] r, int n, int[] nplets, int from, double[] work, int vectors) {
        int nplet = from;
        int stride = SmallBatch.stride(7);
        for (int v = 0, to = 0; v < vectors; v++, to += stride) {
            for (int at = to; at < to + L; at++, nplet += 7) {
                int v0 = nplets[nplet + 0];
                int v1 = nplets[nplet + 1];
                int v2 = nplets[nplet + 2];
                int v3 = nplets[nplet + 3];
                int v4 = nplets[nplet + 4];
                int v5 = nplets[nplet + 5];
                int v6 = nplets[nplet + 6] * n;
                int row = v1 * n;
                work[at] = r[row + v0];
                row = v2 * n;
                work[at + L] = r[row + v0];
                work[at + 2 * L] = r[row + v1];
                row = v3 * n;
                work[at + 3 * L] = r[row + v0];
                work[at + 4 * L] = r[row + v1];
                work[at + 5 * L] = r[row + v2];
                row = v4 * n;
                work[at + 6 * L] = r[row + v0];
                work[at + 7 * L] = r[row + v1];
                work[at + 8 * L] = r[row + v2];
                work[at + 9 * L] = r[row + v3];
                row = v5 * n;
                work[at + 10 * L] = r[row + v0];
                work[at + 11 * L] = r[row + v1];
                work[at + 12 * L] = r[row + v2];
                work[at + 13 * L] = r[row + v3];
                work[at + 14 * L] = r[row + v4];
                row = v6;
                work[at + 15 * L] = r[row + v0];
                work[at + 16 * L] = r[row + v1];
                work[at + 17 * L] = r[row + v2];
                work[at + 18 * L] = r[row + v3];
                work[at + 19 * L] = r[row + v4];
                work[at + 20 * L] = r[row + v5];
            }
        }
    }

    private static void pack8(double[] r, int n, int[] nplets, int from, double[] work, int vectors) {
        int nplet = from;
        int stride = SmallBatch.stride(8);
        for (int v = 0, to = 0; v < vectors; v++, to += stride) {
            for (int at = to; at < to + L; at++, nplet += 8) {
                int v0 = nplets[nplet + 0];
                int v1 = nplets[nplet + 1];
                int v2 = nplets[nplet + 2];
                int v3 = nplets[nplet + 3];
                int v4 = nplets[nplet + 4];
                int v5 = nplets[nplet + 5];
                int v6 = nplets[nplet + 6];
                int v7 = nplets[nplet + 7] * n;
                int row = v1 * n;
                work[at] = r[row + v0];
                row = v2 * n;
                work[at + L] = r[row + v0];
                work[at + 2 * L] = r[row + v1];
                row = v3 * n;
                work[at + 3 * L] = r[row + v0];
                work[at + 4 * L] = r[row + v1];
                work[at + 5 * L] = r[row + v2];
                row = v4 * n;
                work[at + 6 * L] = r[row + v0];
                work[at + 7 * L] = r[row + v1];
                work[at + 8 * L] = r[row + v2];
                work[at + 9 * L] = r[row + v3];
                row = v5 * n;
                work[at + 10 * L] = r[row + v0];
                work[at + 11 * L] = r[row + v1];
                work[at + 12 * L] = r[row + v2];
                work[at + 13 * L] = r[row + v3];
                work[at + 14 * L] = r[row + v4];
                row = v6 * n;
                work[at + 15 * L] = r[row + v0];
                work[at + 16 * L] = r[row + v1];
                work[at + 17 * L] = r[row + v2];
                work[at + 18 * L] = r[row + v3];
                work[at + 19 * L] = r[row + v4];
                work[at + 20 * L] = r[row + v5];
                row = v7;
                work[at + 21 * L] = r[row + v0];
                work[at + 22 * L] = r[row + v1];
                work[at + 23 * L] = r[row + v2];
                work[at + 24 * L] = r[row + v3];
                work[at + 25 * L] = r[row + v4];
                work[at + 26 * L] = r[row + v5];
                work[at + 27 * L] = r[row + v6];
            }
        }
    }

    private static void pack9(double[] r, int n, int[] nplets, int from, double[] work, int vectors) {
        int nplet = from;
        int stride = SmallBatch.stride(9);
        for (int v = 0, to = 0; v < vectors; v++, to += stride) {
            for (int at = to; at < to + L; at++, nplet += 9) {
                int v0 = nplets[nplet + 0];
                int v1 = nplets[nplet + 1];
                int v2 = nplets[nplet + 2];
                int v3 = nplets[nplet + 3];
                int v4 = nplets[nplet + 4];
                int v5 = nplets[nplet + 5];
                int v6 = nplets[nplet + 6];
                int v7 = nplets[nplet + 7];
                int v8 = nplets[nplet + 8] * n;
                int row = v1 * n;
                work[at] = r[row + v0];
                row = v2 * n;
                work[at + L] = r[row + v0];
                work[at + 2 * L] = r[row + v1];
                row = v3 * n;
                work[at + 3 * L] = r[row + v0];
                work[at + 4 * L] = r[row + v1];
                work[at + 5 * L] = r[row + v2];
                row = v4 * n;
                work[at + 6 * L] = r[row + v0];
                work[at + 7 * L] = r[row + v1];
                work[at + 8 * L] = r[row + v2];
                work[at + 9 * L] = r[row + v3];
                row = v5 * n;
                work[at + 10 * L] = r[row + v0];
                work[at + 11 * L] = r[row + v1];
                work[at + 12 * L] = r[row + v2];
                work[at + 13 * L] = r[row + v3];
                work[at + 14 * L] = r[row + v4];
                row = v6 * n;
                work[at + 15 * L] = r[row + v0];
                work[at + 16 * L] = r[row + v1];
                work[at + 17 * L] = r[row + v2];
                work[at + 18 * L] = r[row + v3];
                work[at + 19 * L] = r[row + v4];
                work[at + 20 * L] = r[row + v5];
                row = v7 * n;
                work[at + 21 * L] = r[row + v0];
                work[at + 22 * L] = r[row + v1];
                work[at + 23 * L] = r[row + v2];
                work[at + 24 * L] = r[row + v3];
                work[at + 25 * L] = r[row + v4];
                work[at + 26 * L] = r[row + v5];
                work[at + 27 * L] = r[row + v6];
                row = v8;
                work[at + 28 * L] = r[row + v0];
                work[at + 29 * L] = r[row + v1];
                work[at + 30 * L] = r[row + v2];
                work[at + 31 * L] = r[row + v3];
                work[at + 32 * L] = r[row + v4];
                work[at + 33 * L] = r[row + v5];
                work[at + 34 * L] = r[row + v6];
                work[at + 35 * L] = r[row + v7];
            }
        }
    }

    private static void pack10(double[] r, int n, int[] nplets, int from, double[] work, int vectors) {
        int nplet = from;
        int stride = SmallBatch.stride(10);
        for (int v = 0, to = 0; v < vectors; v++, to += stride) {
            for (int at = to; at < to + L; at++, nplet += 10) {
                int v0 = nplets[nplet + 0];
                int v1 = nplets[nplet + 1];
                int v2 = nplets[nplet + 2];
                int v3 = nplets[nplet + 3];
                int v4 = nplets[nplet + 4];
                int v5 = nplets[nplet + 5];
                int v6 = nplets[nplet + 6];
                int v7 = nplets[nplet + 7];
                int v8 = nplets[nplet + 8];
                int v9 = nplets[nplet + 9] * n;
                int row = v1 * n;
                work[at] = r[row + v0];
                row = v2 * n;
                work[at + L] = r[row + v0];
                work[at + 2 * L] = r[row + v1];
                row = v3 * n;
                work[at + 3 * L] = r[row + v0];
                work[at + 4 * L] = r[row + v1];
                work[at + 5 * L] = r[row + v2];
                row = v4 * n;
                work[at + 6 * L] = r[row + v0];
                work[at + 7 * L] = r[row + v1];
                work[at + 8 * L] = r[row + v2];
                work[at + 9 * L] = r[row + v3];
                row = v5 * n;
                work[at + 10 * L] = r[row + v0];
                work[at + 11 * L] = r[row + v1];
                work[at + 12 * L] = r[row + v2];
                work[at + 13 * L] = r[row + v3];
                work[at + 14 * L] = r[row + v4];
                row = v6 * n;
                work[at + 15 * L] = r[row + v0];
                work[at + 16 * L] = r[row + v1];
                work[at + 17 * L] = r[row + v2];
                work[at + 18 * L] = r[row + v3];
                work[at + 19 * L] = r[row + v4];
                work[at + 20 * L] = r[row + v5];
                row = v7 * n;
                work[at + 21 * L] = r[row + v0];
                work[at + 22 * L] = r[row + v1];
                work[at + 23 * L] = r[row + v2];
                work[at + 24 * L] = r[row + v3];
                work[at + 25 * L] = r[row + v4];
                work[at + 26 * L] = r[row + v5];
                work[at + 27 * L] = r[row + v6];
                row = v8 * n;
                work[at + 28 * L] = r[row + v0];
                work[at + 29 * L] = r[row + v1];
                work[at + 30 * L] = r[row + v2];
                work[at + 31 * L] = r[row + v3];
                work[at + 32 * L] = r[row + v4];
                work[at + 33 * L] = r[row + v5];
                work[at + 34 * L] = r[row + v6];
                work[at + 35 * L] = r[row + v7];
                row = v9;
                work[at + 36 * L] = r[row + v0];
                work[at + 37 * L] = r[row + v1];
                work[at + 38 * L] = r[row + v2];
                work[at + 39 * L] = r[row + v3];
                work[at + 40 * L] = r[row + v4];
                work[at + 41 * L] = r[row + v5];
                work[at + 42 * L] = r[row + v6];
                work[at + 43 * L] = r[row + v7];
                work[at + 44 * L] = r[row + v8];
            }
        }
    }
}
