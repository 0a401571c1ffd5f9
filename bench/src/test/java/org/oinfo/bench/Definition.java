package org.oinfo.bench;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.oinfo.kernels.CorrelationMatrix;

/** The measures by their definition, from k+1 log-determinants of Commons Math's LU decomposition. */
final class Definition {
    private Definition() {}

    /** TC, DTC, Omega and S of an n-plet with unit variances, nats. */
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
