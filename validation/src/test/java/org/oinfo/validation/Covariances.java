package org.oinfo.validation;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.oinfo.kernels.CorrelationMatrix;

/** Covariances of linear models, and their correlation matrices. */
final class Covariances {
    private Covariances() {}

    /** Correlations of a covariance: exactly symmetric, unit diagonal, within [-1, 1]. */
    static CorrelationMatrix correlation(RealMatrix covariance) {
        int n = covariance.getRowDimension();
        double[] r = new double[n * n];
        for (int i = 0; i < n; i++) {
            r[i * n + i] = 1;
            for (int j = 0; j < i; j++) {
                double scale = Math.sqrt(covariance.getEntry(i, i)) * Math.sqrt(covariance.getEntry(j, j));
                double v = Math.clamp(covariance.getEntry(i, j) / scale, -1.0, 1.0);
                r[i * n + j] = v;
                r[j * n + i] = v;
            }
        }
        return CorrelationMatrix.wrap(n, r);
    }

    /** A correlation matrix from its entries above the diagonal, row by row. */
    static CorrelationMatrix upper(int n, double... entries) {
        RealMatrix m = MatrixUtils.createRealIdentityMatrix(n);
        int next = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                m.setEntry(i, j, entries[next]);
                m.setEntry(j, i, entries[next]);
                next++;
            }
        }
        return correlation(m);
    }

    /** Every pair of variables has the same correlation. */
    static RealMatrix equicorrelated(int n, double rho) {
        RealMatrix m = new Array2DRowRealMatrix(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                m.setEntry(i, j, i == j ? 1 : rho);
            }
        }
        return m;
    }

    /** Common cause s of unit variance (first) and its effects X_i = s + e_i, var e = v. */
    static RealMatrix commonCause(int effects, double v) {
        RealMatrix m = equicorrelated(effects + 1, 1);
        for (int i = 1; i <= effects; i++) {
            m.setEntry(i, i, 1 + v);
        }
        return m;
    }

    /** Collider Y = X_1 + .. + X_m + e (first) and its causes, of unit variance, var e = v. */
    static RealMatrix collider(int causes, double v) {
        RealMatrix m = MatrixUtils.createRealIdentityMatrix(causes + 1);
        m.setEntry(0, 0, causes + v);
        for (int i = 1; i <= causes; i++) {
            m.setEntry(0, i, 1);
            m.setEntry(i, 0, 1);
        }
        return m;
    }

    /** Markov chain with correlations rho^|i-j|. */
    static RealMatrix autoregressive(int n, double rho) {
        RealMatrix m = MatrixUtils.createRealIdentityMatrix(n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                double v = StrictMath.pow(rho, i - j);
                m.setEntry(i, j, v);
                m.setEntry(j, i, v);
            }
        }
        return m;
    }

    /** One factor with loadings lambda and unit variances: lambda lambda' + diag(1 - lambda^2). */
    static RealMatrix oneFactor(double... lambda) {
        RealMatrix m = MatrixUtils.createRealIdentityMatrix(lambda.length);
        for (int i = 0; i < lambda.length; i++) {
            for (int j = 0; j < lambda.length; j++) {
                m.setEntry(i, j, i == j ? 1 : lambda[i] * lambda[j]);
            }
        }
        return m;
    }

    /** Blocks that are independent of each other. */
    static RealMatrix independent(RealMatrix... blocks) {
        int n = 0;
        for (RealMatrix block : blocks) {
            n += block.getRowDimension();
        }
        RealMatrix m = new Array2DRowRealMatrix(n, n);
        int at = 0;
        for (RealMatrix block : blocks) {
            m.setSubMatrix(block.getData(), at, at);
            at += block.getRowDimension();
        }
        return m;
    }

    /** Covariance (divisor T) of samples [T][N]. */
    static RealMatrix ofSamples(double[][] samples) {
        int t = samples.length;
        int n = samples[0].length;
        double[] means = new double[n];
        for (double[] row : samples) {
            for (int j = 0; j < n; j++) {
                means[j] += row[j] / t;
            }
        }
        RealMatrix m = new Array2DRowRealMatrix(n, n);
        for (double[] row : samples) {
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    m.addToEntry(i, j, (row[i] - means[i]) * (row[j] - means[j]) / t);
                }
            }
        }
        return m;
    }
}
