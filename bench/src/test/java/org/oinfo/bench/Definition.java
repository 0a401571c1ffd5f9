package org.oinfo.bench;

import java.util.Arrays;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.oinfo.kernels.CorrelationMatrix;

/** Measures and correlations by their definition, with Commons Math. */
final class Definition {
    private Definition() {}

    /** TC, DTC, Omega and S of an n-plet with unit variances, nats, from k+1 log-determinants by LU decomposition. */
    static double[] measures(CorrelationMatrix r, int... nplet) {
        int k = nplet.length;
        // Entropies less the constant of 1/2 ln(2 pi e) per variable, which cancels in all four; H(X_i) is then 0.
        double joint = entropy(r, nplet);
        double tc = -joint;
        double dtc = joint;
        for (int i = 0; i < k; i++) {
            int[] others = new int[k - 1];
            System.arraycopy(nplet, 0, others, 0, i);
            System.arraycopy(nplet, i + 1, others, i, k - 1 - i);
            dtc -= joint - entropy(r, others);
        }
        return new double[] {tc, dtc, tc - dtc, tc + dtc};
    }

    /**
     * Pearson correlations [N*N] of the columns of x [T*N], or of their normal scores Phi^-1(rank / (T + 1)); without ties the
     * rank of a value is the number of values not above it.
     */
    static double[] correlations(double[] x, int variables, boolean copula) {
        int samples = x.length / variables;
        double[][] rows = new double[samples][variables];
        NormalDistribution normal = new NormalDistribution(null, 0, 1);
        for (int t = 0; t < samples; t++) {
            for (int j = 0; j < variables; j++) {
                double value = x[t * variables + j];
                int rank = 0;
                for (int other = 0; other < samples; other++) {
                    rank += x[other * variables + j] <= value ? 1 : 0;
                }
                rows[t][j] = copula ? normal.inverseCumulativeProbability(rank / (samples + 1.0)) : value;
            }
        }
        RealMatrix r = new PearsonsCorrelation(rows).getCorrelationMatrix();
        return Arrays.stream(r.getData()).flatMapToDouble(Arrays::stream).toArray();
    }

    private static double entropy(CorrelationMatrix r, int[] members) {
        double[][] a = new double[members.length][members.length];
        for (int i = 0; i < members.length; i++) {
            for (int j = 0; j < members.length; j++) {
                a[i][j] = r.get(members[i], members[j]);
            }
        }
        return 0.5 * Math.log(new LUDecomposition(new Array2DRowRealMatrix(a, false)).getDeterminant());
    }
}
