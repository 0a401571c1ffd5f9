package org.oinfo.validation;

import java.util.Random;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.oinfo.kernels.CorrelationMatrix;

/**
 * Random matrices that a seed replays on every machine: {@link Random} is specified to the bit, and only exactly rounded
 * operations and {@link StrictMath} follow it.
 */
final class RandomMatrices {
    private RandomMatrices() {}

    /** Samples [T][N] of independent standard normal variables. */
    static double[][] normal(Random random, int samples, int variables) {
        double[][] x = new double[samples][variables];
        for (double[] row : x) {
            for (int j = 0; j < variables; j++) {
                row[j] = random.nextGaussian();
            }
        }
        return x;
    }

    /**
     * Covariance of N variables that share some factors: L L' + diag(u), loadings uniform in (-1, 1) and u in (noise, 2
     * noise).
     */
    static RealMatrix factorModel(Random random, int variables, int factors, double noise) {
        RealMatrix loadings = new Array2DRowRealMatrix(variables, factors);
        for (int i = 0; i < variables; i++) {
            for (int f = 0; f < factors; f++) {
                loadings.setEntry(i, f, 2 * random.nextDouble() - 1);
            }
        }
        RealMatrix covariance = loadings.multiply(loadings.transpose());
        for (int i = 0; i < variables; i++) {
            covariance.addToEntry(i, i, noise * (1 + random.nextDouble()));
        }
        return covariance;
    }

    /**
     * A correlation matrix whose condition number lies within a factor of 1.5 of the one asked for: random eigenvectors,
     * eigenvalues 1 to exp(-spread) in equal ratios, scaled to a unit diagonal; bisection finds the spread.
     */
    static CorrelationMatrix withCondition(Random random, int variables, double condition) {
        RealMatrix directions =
                new QRDecomposition(MatrixUtils.createRealMatrix(normal(random, variables, variables))).getQ();
        double low = 0;
        double high = 80;
        for (int step = 0; step < 60; step++) {
            double spread = 0.5 * (low + high);
            CorrelationMatrix r = withSpread(directions, spread);
            double found = condition(r);
            if (found > condition / 1.5 && found < condition * 1.5) {
                return r;
            }
            if (found < condition) {
                low = spread;
            } else {
                high = spread;
            }
        }
        throw new IllegalStateException(
                "no spread of eigenvalues gives the condition number: N=" + variables + ", condition=" + condition);
    }

    /** Ratio of the largest to the smallest singular value (of a correlation matrix: eigenvalue). */
    static double condition(CorrelationMatrix r) {
        // The eigenvalue routine of Commons Math does not converge on some of these matrices.
        return new SingularValueDecomposition(DefinitionReference.covariance(r)).getConditionNumber();
    }

    private static CorrelationMatrix withSpread(RealMatrix directions, double spread) {
        int n = directions.getRowDimension();
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = StrictMath.exp(-spread * i / (n - 1));
        }
        return Covariances.correlation(directions
                .multiply(MatrixUtils.createRealDiagonalMatrix(values))
                .multiply(directions.transpose()));
    }
}
