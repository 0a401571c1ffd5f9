package org.oinfo.study.network;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.decomposition.chol.CholeskyDecompositionInner_DDRM;
import org.ejml.dense.row.linsol.chol.LinearSolverChol_DDRM;

/**
 * The weights W and biases b that make the mean square of {@code W x + b - z} smallest, from the moments of x and z.
 *
 * <p>Inputs are brought to unit variance, and the normal equations solved by Cholesky's decomposition of their correlations R. Where
 * R is singular, that is where the inputs before it leave less than {@value #SINGULAR} of an input's variance, R + {@value #RIDGE} I takes
 * its place: a ridge on the scaled weights. An input that never changes gets the weight 0.
 *
 * @param weights [outputs][inputs]
 * @param biases [outputs]
 * @param ridge whether R was singular
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record LeastSquares(float[] weights, float[] biases, boolean ridge) {
    static final double SINGULAR = 1e-9;
    static final double RIDGE = 1e-6;

    /**
     * Fits some of the outputs.
     *
     * @param outputs which, in the order of the result
     */
    public static LeastSquares of(LayerMoments moments, int... outputs) {
        int inputs = moments.shape().fanIn();
        double[] scale = new double[inputs];
        for (int i = 0; i < inputs; i++) {
            scale[i] = moments.constant(i) ? 1 : Math.sqrt(moments.covariance(i, i));
        }
        DMatrixRMaj cross = new DMatrixRMaj(inputs, outputs.length);
        for (int i = 0; i < inputs; i++) {
            for (int o = 0; o < outputs.length; o++) {
                cross.set(i, o, moments.crossCovariance(i, outputs[o]) / scale[i]);
            }
        }
        DMatrixRMaj solved = new DMatrixRMaj(inputs, outputs.length);
        boolean regular = solve(correlations(moments, scale, 0), cross, SINGULAR, solved);
        if (!regular && !solve(correlations(moments, scale, RIDGE), cross, 0, solved)) {
            throw new IllegalStateException(
                    "a correlation matrix with a ridge must be positive definite: inputs=" + inputs);
        }
        float[] weights = new float[outputs.length * inputs];
        float[] biases = new float[outputs.length];
        for (int o = 0; o < outputs.length; o++) {
            double bias = moments.outputMean(outputs[o]);
            for (int i = 0; i < inputs; i++) {
                double weight = solved.get(i, o) / scale[i];
                weights[o * inputs + i] = (float) weight;
                bias -= weight * moments.mean(i);
            }
            biases[o] = (float) bias;
        }
        return new LeastSquares(weights, biases, !regular);
    }

    private static DMatrixRMaj correlations(LayerMoments moments, double[] scale, double ridge) {
        int n = scale.length;
        DMatrixRMaj r = new DMatrixRMaj(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                r.set(i, j, i == j ? 1 + ridge : moments.covariance(i, j) / scale[i] / scale[j]);
            }
        }
        return r;
    }

    /** Whether every pivot is above a bound; then the solution is there. */
    private static boolean solve(DMatrixRMaj matrix, DMatrixRMaj right, double bound, DMatrixRMaj solution) {
        CholeskyDecompositionInner_DDRM cholesky = new CholeskyDecompositionInner_DDRM(true);
        LinearSolverChol_DDRM solver = new LinearSolverChol_DDRM(cholesky);
        if (!solver.setA(matrix)) {
            return false;
        }
        DMatrixRMaj factor = cholesky.getT(null);
        for (int i = 0; i < factor.numRows; i++) {
            double pivot = factor.get(i, i);
            if (!(pivot * pivot > bound)) {
                return false;
            }
        }
        solver.solve(right, solution);
        return true;
    }
}
