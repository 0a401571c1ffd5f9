package org.oinfo.bench.peers;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.MeasuresKernel;

/**
 * Apache Commons Math 3: {@link CholeskyDecomposition}, its determinant and its inverse. The library allocates the factor and
 * the inverse for each matrix; its interface has no other way.
 */
public final class CommonsMathMeasures implements MeasuresKernel {
    private final CorrelationMatrix r;
    private final int order;
    private final double[][] a;
    private final RealMatrix matrix;

    /** Scores n-plets of one order of {@code r}. */
    public CommonsMathMeasures(CorrelationMatrix r, int order) {
        this.r = r;
        this.order = order;
        this.a = new double[order][order];
        this.matrix = new Array2DRowRealMatrix(a, false);
    }

    @Override
    public void measures(int[] nplets, int count, int k, double[] out) {
        double[] source = r.array();
        for (int n = 0; n < count; n++) {
            int offset = n * order;
            for (int i = 0; i < order; i++) {
                int row = nplets[offset + i] * r.variables();
                for (int j = 0; j < order; j++) {
                    a[i][j] = source[row + nplets[offset + j]];
                }
            }
            CholeskyDecomposition cholesky = new CholeskyDecomposition(matrix);
            RealMatrix inverse = cholesky.getSolver().getInverse();
            double precisions = 1;
            for (int i = 0; i < order; i++) {
                precisions *= inverse.getEntry(i, i);
            }
            SmallMatrix.write(cholesky.getDeterminant(), precisions, out, n * VALUES);
        }
    }
}
