package org.oinfo.validation;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.oinfo.kernels.CorrelationMatrix;

/**
 * The measures from k+1 log-determinants by the Cholesky decomposition of Apache Commons Math, in doubles. Nothing is
 * simplified: entropies of the variables, of the whole and of the whole without each member, as the definition has them.
 */
final class DefinitionReference {
    /** Symmetry is exact here, and any positive pivot is accepted: how near singular a matrix is gets decided elsewhere. */
    private static final double SYMMETRY = 1e-15;

    private static final double POSITIVITY = 0;

    private DefinitionReference() {}

    /** TC, DTC, Omega, S in nats. */
    record Measures(double tc, double dtc, double o, double s) {
        double[] all() {
            return new double[] {tc, dtc, o, s};
        }
    }

    static Measures of(CorrelationMatrix r, int... nplet) {
        return of(covariance(r), nplet);
    }

    /** As above, of any covariance matrix. */
    static Measures of(RealMatrix covariance, int... nplet) {
        double whole = entropy(covariance, nplet);
        double tc = -whole;
        double dtc = whole;
        for (int i = 0; i < nplet.length; i++) {
            tc += entropy(covariance, nplet[i]);
            dtc -= whole - entropy(covariance, without(nplet, i));
        }
        return new Measures(tc, dtc, tc - dtc, tc + dtc);
    }

    /** Mutual information of two disjoint sets of variables, nats. */
    static double mutualInformation(RealMatrix covariance, int[] x, int[] y) {
        return entropy(covariance, x) + entropy(covariance, y) - entropy(covariance, union(x, y));
    }

    /** ln det of the submatrix on some variables; 0 for none. */
    static double logDeterminant(RealMatrix covariance, int... variables) {
        if (variables.length == 0) {
            return 0;
        }
        RealMatrix factor =
                new CholeskyDecomposition(covariance.getSubMatrix(variables, variables), SYMMETRY, POSITIVITY).getL();
        double sum = 0;
        for (int i = 0; i < variables.length; i++) {
            sum += 2 * StrictMath.log(factor.getEntry(i, i));
        }
        return sum;
    }

    static RealMatrix covariance(CorrelationMatrix r) {
        int n = r.variables();
        RealMatrix m = new Array2DRowRealMatrix(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                m.setEntry(i, j, r.get(i, j));
            }
        }
        return m;
    }

    /** Differential entropy H = 1/2 ln det(2 pi e Sigma). */
    private static double entropy(RealMatrix covariance, int... variables) {
        double each = 1 + StrictMath.log(2 * Math.PI);
        return 0.5 * (variables.length * each + logDeterminant(covariance, variables));
    }

    static int[] without(int[] set, int position) {
        int[] rest = new int[set.length - 1];
        System.arraycopy(set, 0, rest, 0, position);
        System.arraycopy(set, position + 1, rest, position, rest.length - position);
        return rest;
    }

    static int[] union(int[] x, int... y) {
        int[] both = new int[x.length + y.length];
        System.arraycopy(x, 0, both, 0, x.length);
        System.arraycopy(y, 0, both, x.length, y.length);
        return both;
    }
}
