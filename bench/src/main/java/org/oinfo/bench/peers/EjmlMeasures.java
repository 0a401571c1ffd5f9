package org.oinfo.bench.peers;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.decomposition.TriangularSolver_DDRM;
import org.ejml.dense.row.decomposition.chol.CholeskyDecompositionInner_DDRM;
import org.ejml.dense.row.misc.UnrolledCholesky_DDRM;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.MeasuresKernel;

/**
 * EJML: Cholesky factor (unrolled up to order 7, inner-product form above), inverse of the factor in place, sums of squares
 * of its columns. What EJML's own inverse of a positive definite matrix does, less the off-diagonal products nobody reads.
 */
public final class EjmlMeasures implements MeasuresKernel {
    private final CorrelationMatrix r;
    private final int order;
    private final DMatrixRMaj a;
    private final DMatrixRMaj unrolled;
    private final CholeskyDecompositionInner_DDRM inner = new CholeskyDecompositionInner_DDRM(true);

    /** Scores n-plets of one order of {@code r}. */
    public EjmlMeasures(CorrelationMatrix r, int order) {
        this.r = r;
        this.order = order;
        this.a = new DMatrixRMaj(order, order);
        this.unrolled = new DMatrixRMaj(order, order);
    }

    @Override
    public void measures(int[] nplets, int count, int k, double[] out) {
        for (int i = 0; i < count; i++) {
            SmallMatrix.gather(r, nplets, i * order, order, a.data);
            double[] l = factor();
            double product = 1;
            for (int j = 0; j < order; j++) {
                product *= l[j * order + j];
            }
            TriangularSolver_DDRM.invertLower(l, order);
            double precisions = 1;
            for (int j = 0; j < order; j++) {
                double sum = 0;
                for (int row = j; row < order; row++) {
                    sum += l[row * order + j] * l[row * order + j];
                }
                precisions *= sum;
            }
            SmallMatrix.write(product * product, precisions, out, i * VALUES);
        }
    }

    /** The Cholesky factor of {@code a}, lower triangle [k*k] row-major. */
    private double[] factor() {
        boolean positive;
        double[] l;
        if (order <= UnrolledCholesky_DDRM.MAX) {
            positive = UnrolledCholesky_DDRM.lower(a, unrolled);
            l = unrolled.data;
        } else {
            // In place: the decomposition says that it modifies its input.
            positive = inner.decompose(a);
            l = inner.getT().data;
        }
        if (!positive) {
            throw new ArithmeticException("the benchmark's matrix must be positive definite");
        }
        return l;
    }
}
