package org.oinfo.estimate;

import java.util.Arrays;
import java.util.function.IntConsumer;
import org.oinfo.parallel.Workers;

/**
 * C = sum over samples of z z^T, the upper triangle.
 *
 * <p>Each C_ij is a sum over chunks of {@value #CHUNK} samples, chunk by chunk, of chains of fused multiply-adds, sample by
 * sample; such sums over leaves of {@value #LEAF} samples are added up by {@link TreeSums}, so that other machines can have some of the
 * leaves. Nothing else enters: not the threads, not the tiles, not the width of a vector. The inner loop is plain Java that
 * the compiler turns into vector code, one C_ij a lane, so interpreted, compiled and scalar runs agree to the last bit. (A
 * BLAS that sums lanes across at the end gives other bits before and after it is compiled, and others again on a machine with
 * another lane width.)
 *
 * <pre>
 *      j0 ... j1                two rows of C stay in L1 (scratch), CHUNK rows of z
 *  i   [ scratch 0 ]            of one tile stream from L2: 4 rows of z a step,
 *  i+1 [ scratch 1 ]            6 loads and 2 stores for 8 multiply-adds
 * </pre>
 */
final class CrossProducts {
    /** Samples summed before they are added to C: part of the arithmetic, a multiple of 4. */
    private static final int CHUNK = 64;

    /** Samples read at a time, a multiple of CHUNK. */
    static final int BLOCK = 4 * CHUNK;

    /** Samples of a leaf of the tree, a multiple of BLOCK: part of the arithmetic. As many as fill a task of a cluster. */
    static final int LEAF = 1 << 15;

    /** Columns of a tile: 64 samples of them fill 256 KB. */
    private static final int TILE = 512;

    /** Rows of C in a task, an even number. */
    private static final int GROUP = 16;

    private final int n;
    private final double[] c;

    private CrossProducts(int n) {
        this.n = n;
        this.c = new double[Math.multiplyExact(n, n)];
    }

    /** C [N*N] row-major; only j >= i is written, the rest is 0. */
    static double[] of(CentredRows rows, Workers workers) {
        CrossProducts products = new CrossProducts(rows.variables());
        if (rows.samples() <= LEAF) {
            products.add(rows, 0, rows.samples(), workers);
        } else {
            products.unpack(leaves(rows, 0, workers).total());
        }
        return products.c;
    }

    /**
     * C of some of all samples, as the leaves of a tree: the upper triangle, row by row [N (N+1) / 2].
     *
     * @param firstLeaf number of the leaf that begins with the first of these samples
     */
    static TreeSums leaves(CentredRows rows, long firstLeaf, Workers workers) {
        TreeSums sums = new TreeSums();
        CrossProducts products = new CrossProducts(rows.variables());
        long samples = rows.samples();
        for (long from = 0; from < samples; from += LEAF) {
            Arrays.fill(products.c, 0);
            products.add(rows, (int) from, (int) Math.min(samples, from + LEAF), workers);
            sums.add(firstLeaf + from / LEAF, products.packed());
        }
        return sums;
    }

    /** C [N*N] of its upper triangle. */
    static double[] unpacked(double[] triangle, int variables) {
        CrossProducts products = new CrossProducts(variables);
        products.unpack(triangle);
        return products.c;
    }

    private void add(CentredRows rows, int from, int to, Workers workers) {
        double[][] z = newBlock(n);
        for (int row = from; row < to; row += BLOCK) {
            int count = Math.min(BLOCK, to - row);
            rows.fill(row, count, z, workers);
            for (int r = count; r % 4 != 0; r++) {
                Arrays.fill(z[r], 0);
            }
            add(z, (count + 3) / 4 * 4, workers);
        }
    }

    private double[] packed() {
        double[] triangle = new double[Math.toIntExact((long) n * (n + 1) / 2)];
        for (int i = 0, at = 0; i < n; at += n - i, i++) {
            System.arraycopy(c, i * n + i, triangle, at, n - i);
        }
        return triangle;
    }

    private void unpack(double[] triangle) {
        for (int i = 0, at = 0; i < n; at += n - i, i++) {
            System.arraycopy(triangle, at, c, i * n + i, n - i);
        }
    }

    /** A block for {@link CentredRows#fill}, one column wider when N is odd: the last pair of rows of C needs a partner. */
    static double[][] newBlock(int variables) {
        return new double[BLOCK][variables + variables % 2];
    }

    private void add(double[][] z, int rows, Workers workers) {
        workers.run((n + GROUP - 1) / GROUP, () -> new GroupSum(z, rows));
    }

    /** Adds a block to a group of rows of C; one per thread. */
    private final class GroupSum implements IntConsumer {
        private final double[][] z;
        private final int rows;
        /** Two rows of C for one tile and chunk, at the columns they have in C. */
        private final double[] scratch0;

        private final double[] scratch1;

        GroupSum(double[][] z, int rows) {
            this.z = z;
            this.rows = rows;
            this.scratch0 = new double[n];
            this.scratch1 = new double[n];
        }

        @Override
        public void accept(int group) {
            int first = group * GROUP;
            int end = Math.min(n, first + GROUP);
            for (int tile = first; tile < n; tile += TILE) {
                int tileEnd = Math.min(n, tile + TILE);
                for (int chunk = 0; chunk < rows; chunk += CHUNK) {
                    int chunkEnd = Math.min(rows, chunk + CHUNK);
                    for (int i = first; i < end; i += 2) {
                        addPair(i, Math.max(tile, i), tileEnd, chunk, chunkEnd);
                    }
                }
            }
        }

        private void addPair(int i, int from, int to, int chunk, int chunkEnd) {
            Arrays.fill(scratch0, from, to, 0);
            Arrays.fill(scratch1, from, to, 0);
            for (int row = chunk; row < chunkEnd; row += 4) {
                multiplyAdd(z, row, i, scratch0, scratch1, from, to);
            }
            addTo(i * n, scratch0, from, to);
            if (i + 1 < n) {
                addTo((i + 1) * n, scratch1, Math.max(from, i + 1), to);
            }
        }

        private void addTo(int target, double[] sums, int from, int to) {
            for (int j = from; j < to; j++) {
                c[target + j] += sums[j];
            }
        }
    }

    /**
     * s_j += sum of z_i z_j and t_j += sum of z_(i+1) z_j over four samples, for from <= j < to.
     *
     * <p>All arrays are indexed alike, which lets the compiler vectorise; more rows at once exceed what it unrolls (2 x 6 runs
     * at 7.8 GFLOP/s where 2 x 4 runs at 18 to 23).
     */
    private static void multiplyAdd(double[][] z, int row, int i, double[] s, double[] t, int from, int to) {
        double[] z0 = z[row];
        double[] z1 = z[row + 1];
        double[] z2 = z[row + 2];
        double[] z3 = z[row + 3];
        double a0 = z0[i];
        double a1 = z1[i];
        double a2 = z2[i];
        double a3 = z3[i];
        double b0 = z0[i + 1];
        double b1 = z1[i + 1];
        double b2 = z2[i + 1];
        double b3 = z3[i + 1];
        for (int j = from; j < to; j++) {
            double x0 = z0[j];
            double x1 = z1[j];
            double x2 = z2[j];
            double x3 = z3[j];
            s[j] = Math.fma(a3, x3, Math.fma(a2, x2, Math.fma(a1, x1, Math.fma(a0, x0, s[j]))));
            t[j] = Math.fma(b3, x3, Math.fma(b2, x2, Math.fma(b1, x1, Math.fma(b0, x0, t[j]))));
        }
    }
}
