package org.oinfo.kernels.simd.lattice;

import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.LatticeBlocks;
import org.oinfo.kernels.lattice.LatticeEngine;
import org.oinfo.kernels.lattice.LatticeRecorder;
import org.oinfo.kernels.simd.lanes.Lanes;
import org.oinfo.kernels.simd.lanes.SimdLog;

/**
 * Scores every subset T of the free variables together with fixed members H.
 *
 * <p>With D_A = det R_AA, l(T) = ln D_(H+T) / D_H and P the inverse of the correlations of H+T:
 *
 * <pre>  2 Omega(H+T) = -2 ln D_H + (|T|-2) l(T) - sum over j in T of l(T-j) - sum over h in H of ln P_hh</pre>
 *
 * <p>All l(T) come first ({@link PrincipalMinors}), in cache, indexed by the bits of T: "T without j" is a load 2^j further
 * down and one addition. Only the members of H need work of their own ({@link PrecisionProducts}). Bit b is the b-th free
 * variable; the first bits are the lanes.
 */
public final class LatticeCell implements LatticeEngine {
    /** Variables whose subsets are the lanes. */
    private static final int LANE_VARIABLES = Integer.numberOfTrailingZeros(Lanes.COUNT);
    /** Variables whose subsets are scored between two looks at candidates, beside the lanes. */
    private static final int CHUNK_VARIABLES = 6;
    /** Fewest free variables. */
    private static final int LEAST_FREE = LANE_VARIABLES + PrincipalMinors.LEAF;

    private final LatticeRecorder recorder;
    private final LatticeSums scores;
    private final Conditioning conditioning;
    private final PrincipalMinors minors;
    private final PrecisionProducts products;

    private final double[] factor = new double[Lanes.COUNT];
    /** l(T) at [L + T]: the loads of T without a lane's variable reach below the first. */
    private final double[] logs;
    /** The product of P_hh, its logarithm, then 2 Omega of a chunk. */
    private final double[] chunk;

    private int[] members = new int[0];
    private int[] free = new int[0];
    private int m;
    private int chunkVariables;
    private double constant;

    public LatticeCell(CorrelationMatrix r, LatticeRecorder recorder) {
        this.recorder = recorder;
        int q = Math.max(LEAST_FREE, new LatticeBlocks(r.variables()).free()) - LANE_VARIABLES;
        scores = new LatticeSums(recorder);
        conditioning = new Conditioning(r);
        minors = new PrincipalMinors(q);
        products = new PrecisionProducts(q, r.variables());
        logs = new double[Lanes.COUNT + (Lanes.COUNT << q)];
        chunk = new double[Lanes.COUNT << CHUNK_VARIABLES];
    }

    @Override
    public int leastFree() {
        return LEAST_FREE;
    }

    @Override
    public void score(int[] heads, int count, int[] variables, int freeCount) {
        members = heads;
        free = variables;
        m = count;
        int q = freeCount - LANE_VARIABLES;
        chunkVariables = Math.min(CHUNK_VARIABLES, q);
        double[] matrix = products.matrix(q);
        double[] borders = products.borders(q);
        constant = -2 * conditioning.given(heads, m, free, freeCount, factor, matrix, borders);
        minors.minors(factor, matrix, q, logs, Lanes.COUNT);
        SimdLog.log(logs, Lanes.COUNT, Lanes.COUNT + (1 << freeCount), logs);
        walk(matrix, borders, q, 0);
        recorder.flush(m, q);
    }

    /** Subsets of the first q variables beside the lanes, together with those that {@code index} holds. */
    private void walk(double[] matrix, double[] borders, int q, int index) {
        if (q == chunkVariables) {
            chunk(matrix, borders, index << q);
            return;
        }
        int least = m + Integer.bitCount(index);
        if (!recorder.wants(least, least + q + LANE_VARIABLES)) {
            return;
        }
        products.include(matrix, borders, m, q);
        walk(products.matrix(q - 1), products.borders(q - 1), q - 1, 2 * index + 1);
        walk(matrix, borders, q - 1, 2 * index);
    }

    private void chunk(double[] matrix, double[] borders, int first) {
        int length = Lanes.COUNT << chunkVariables;
        products.products(matrix, borders, m, chunkVariables, chunk, 0);
        SimdLog.log(chunk, 0, length, chunk);
        scores.score(logs, first, constant, chunk, chunkVariables);
        if (scores.count(chunk, m + Integer.bitCount(first), chunkVariables)) {
            recorder.rank(chunk, first * Lanes.COUNT, length, members, m, free);
        }
    }
}
