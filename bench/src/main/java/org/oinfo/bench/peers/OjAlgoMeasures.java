package org.oinfo.bench.peers;

import java.util.Arrays;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.MeasuresKernel;
import org.ojalgo.RecoverableCondition;
import org.ojalgo.matrix.decomposition.Cholesky;
import org.ojalgo.matrix.store.R064Store;
import org.ojalgo.matrix.task.DeterminantTask;
import org.ojalgo.matrix.task.InverterTask;

/**
 * ojAlgo: up to order 5 its tasks for symmetric matrices, which are unrolled formulas for the determinant and for the inverse;
 * above, a Cholesky factor, its inverse by forward substitution and sums of squares of its columns.
 *
 * <p>In one run of each of them: the tasks 4.2 and 1.4 times as fast as the factor at orders 3 and 5, the forward substitution
 * 1.3 times as fast as the factor's whole inverse at 10 and 20; its LDL and LU decompositions were slower everywhere.
 */
public final class OjAlgoMeasures implements MeasuresKernel {
    /** The largest order with unrolled tasks. */
    private static final int UNROLLED = 5;

    private final CorrelationMatrix r;
    private final int order;
    private final R064Store a;
    /** The inverse of a matrix, or of its factor. */
    private final R064Store inverse;

    private final DeterminantTask<Double> determinantTask;
    private final InverterTask<Double> inverterTask;
    private final Cholesky<Double> cholesky;

    /** Scores n-plets of one order of {@code r}. */
    public OjAlgoMeasures(CorrelationMatrix r, int order) {
        this.r = r;
        this.order = order;
        a = R064Store.FACTORY.make(order, order);
        inverse = R064Store.FACTORY.make(order, order);
        determinantTask = DeterminantTask.R064.make(order, true);
        inverterTask = InverterTask.R064.make(order, true);
        cholesky = Cholesky.R064.make(order, order);
    }

    @Override
    public void measures(int[] nplets, int count, int k, double[] out) {
        for (int i = 0; i < count; i++) {
            // Symmetric, so row-major and ojAlgo's column-major are the same.
            SmallMatrix.gather(r, nplets, i * order, order, a.data);
            if (order <= UNROLLED) {
                double determinant = determinantTask.calculateDeterminant(a);
                SmallMatrix.write(determinant, precisionsByFormula(), out, i * VALUES);
            } else {
                if (!cholesky.decompose(a)) {
                    throw new ArithmeticException("the benchmark's matrix must be positive definite");
                }
                SmallMatrix.write(cholesky.getDeterminant(), precisionsByFactor(), out, i * VALUES);
            }
        }
    }

    private double precisionsByFormula() {
        try {
            inverterTask.invert(a, inverse);
        } catch (RecoverableCondition e) {
            throw new ArithmeticException("the benchmark's matrix must be invertible: " + e.getMessage());
        }
        double product = 1;
        for (int i = 0; i < order; i++) {
            product *= inverse.data[i * order + i];
        }
        return product;
    }

    private double precisionsByFactor() {
        double[] columns = inverse.data;
        Arrays.fill(columns, 0);
        for (int i = 0; i < order; i++) {
            columns[i * order + i] = 1;
        }
        inverse.substituteForwards(cholesky.getL(), false, false, true);
        double product = 1;
        for (int j = 0; j < order; j++) {
            double sum = 0;
            for (int row = j; row < order; row++) {
                sum += columns[j * order + row] * columns[j * order + row];
            }
            product *= sum;
        }
        return product;
    }
}
