package org.oinfo.kernels.simd;

import java.util.Arrays;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.LatticeBlocks;

/**
 * Scores every subset T of the free variables together with fixed members H.
 *
 * <p>With l(T) = ln D_(H+T) / D_H and Pi(T) the product over h in H of D_(H+T-h) / D_(H-h), D_A = det R_AA:
 *
 * <pre>
 *   2 Omega(H+T) = c + (k-2) l(T) - ln Pi(T) - sum over j in T of l(T-j)
 *   c = (m-2) ln D_H - sum over h of ln D_(H-h)
 * </pre>
 *
 * <p>All l(T) come first ({@link PrincipalMinors}), in cache, indexed by the bits of T: "T without j" is a load 2^j further
 * down and one addition. Only the members of H need minors of their own ({@link MinorProducts}). Bit b is the b-th free
 * variable; the first bits are the lanes.
 */
final class LatticeCell {
    /** Variables whose subsets are the lanes. */
    private static final int LANE_VARIABLES = Integer.numberOfTrailingZeros(Lanes.COUNT);
    /** Variables whose subsets are scored between two looks at candidates, beside the lanes. */
    private static final int CHUNK_VARIABLES = 6;
    /** Fewest free variables. */
    static final int LEAST_FREE = LANE_VARIABLES + PrincipalMinors.LEAF;

    private final LatticeRecorder recorder;
    private final LatticeScores scores;
    private final Conditioning conditioning;
    private final PrincipalMinors minors;
    private final MinorProducts products;

    private final double[] ownFactor = new double[Lanes.COUNT];
    private final double[] ownMatrix;
    /** l(T) at [L + T]: the loads of T without a lane's variable reach below the first. */
    private final double[] logs;
    /** ln Pi, then 2 Omega, of a chunk; and ln Pi of one more group of members. */
    private final double[] chunk;

    private final double[] group;
    /** Matrices of the members of H at each level, and for each group of them the product of their pivots [groups][L]. */
    private final double[][] matrices;

    private final double[][][] factors;

    private int[] members = new int[0];
    private int[] free = new int[0];
    private int m;
    private int groupSize;
    private int groups;
    private int chunkVariables;
    private double constant;

    LatticeCell(CorrelationMatrix r, LatticeBlocks blocks, LatticeRecorder recorder) {
        this.recorder = recorder;
        int q = Math.max(LEAST_FREE, blocks.free()) - LANE_VARIABLES;
        int heads = r.variables();
        scores = new LatticeScores(recorder);
        conditioning = new Conditioning(r);
        minors = new PrincipalMinors(q);
        products = new MinorProducts(CHUNK_VARIABLES, heads);
        ownMatrix = new double[MinorProducts.packed(q, 1)];
        logs = new double[Lanes.COUNT + (Lanes.COUNT << q)];
        chunk = new double[Lanes.COUNT << CHUNK_VARIABLES];
        group = new double[chunk.length];
        matrices = new double[q + 1][];
        factors = new double[q + 1][heads + 1][Lanes.COUNT];
        for (int level = 0; level <= q; level++) {
            matrices[level] = new double[MinorProducts.packed(level, heads)];
        }
    }

    /**
     * Scores, counts and ranks all subsets.
     *
     * @param heads H, its first {@code count} entries
     * @param variables the free variables by bit, the first {@code freeCount}, at least {@link #LEAST_FREE}
     * @param groupLimit most matrices whose minors may be multiplied with each other
     */
    void score(int[] heads, int count, int[] variables, int freeCount, int groupLimit) {
        members = heads;
        free = variables;
        m = count;
        groupSize = groupLimit;
        groups = Math.max(1, (m + groupSize - 1) / groupSize);
        int q = freeCount - LANE_VARIABLES;
        chunkVariables = Math.min(CHUNK_VARIABLES, q);
        Arrays.fill(ownFactor, 1);
        constant = (m - 2) * conditioning.matrix(heads, m, m, free, freeCount, ownFactor, ownMatrix, 1, 0);
        for (int g = 0; g < groups; g++) {
            Arrays.fill(factors[q][g], 1);
        }
        for (int h = 0; h < m; h++) {
            constant -= conditioning.matrix(heads, m, h, free, freeCount, factors[q][h / groupSize], matrices[q], m, h);
        }
        minors.minors(ownFactor, ownMatrix, q, logs, Lanes.COUNT);
        SimdLog.log(logs, Lanes.COUNT, Lanes.COUNT + (1 << freeCount), logs);
        walk(matrices[q], factors[q], q, 0);
        recorder.flush(m, q);
    }

    /** Subsets of the first q variables beside the lanes, together with those that {@code index} holds. */
    private void walk(double[] matrix, double[][] factor, int q, int index) {
        if (q == chunkVariables) {
            chunk(matrix, factor, index << q);
            return;
        }
        int bit = Integer.bitCount(index) + m;
        if (!recorder.wants(bit, bit + q + LANE_VARIABLES)) {
            return;
        }
        for (int g = 0; g < groups; g++) {
            int from = g * groupSize;
            int to = Math.min(m, from + groupSize);
            MinorProducts.include(factor[g], matrix, m, from, to, q, factors[q - 1][g], matrices[q - 1]);
        }
        walk(matrices[q - 1], factors[q - 1], q - 1, 2 * index + 1);
        walk(matrix, factor, q - 1, 2 * index);
    }

    private void chunk(double[] matrix, double[][] factor, int firstVector) {
        int length = Lanes.COUNT << chunkVariables;
        products.products(factor[0], matrix, m, 0, Math.min(m, groupSize), chunkVariables, chunk, 0);
        SimdLog.log(chunk, 0, length, chunk);
        for (int g = 1; g < groups; g++) {
            int to = Math.min(m, (g + 1) * groupSize);
            products.products(factor[g], matrix, m, g * groupSize, to, chunkVariables, group, 0);
            SimdLog.log(group, 0, length, group);
            for (int i = 0; i < length; i++) {
                chunk[i] += group[i];
            }
        }
        scores.score(logs, firstVector, constant, m, chunk, chunkVariables);
        if (scores.count(chunk, m + Integer.bitCount(firstVector), chunkVariables)) {
            recorder.rank(chunk, firstVector * Lanes.COUNT, length, members, m, free);
        }
    }
}
