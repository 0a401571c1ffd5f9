package org.oinfo.kernels;

/** TC, DTC, Omega and S from the definition: k+1 log-determinants by Gaussian elimination with full pivoting. */
final class Definition {
    private Definition() {}

    /** {TC, DTC, Omega, S} of an n-plet in nats, with Gaussian entropies up to constants that cancel. */
    static double[] measures(CorrelationMatrix r, int[] nplet) {
        int k = nplet.length;
        double joint = entropy(r, nplet, -1);
        double tc = -joint;
        double dtc = joint;
        for (int i = 0; i < k; i++) {
            dtc -= joint - entropy(r, nplet, i);
        }
        return new double[] {tc, dtc, tc - dtc, tc + dtc};
    }

    /** 1/2 ln det of the correlations of the n-plet without its member {@code left}. */
    private static double entropy(CorrelationMatrix r, int[] nplet, int left) {
        int size = left < 0 ? nplet.length : nplet.length - 1;
        double[][] a = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                a[i][j] = r.get(nplet[left >= 0 && i >= left ? i + 1 : i], nplet[left >= 0 && j >= left ? j + 1 : j]);
            }
        }
        double log = 0;
        for (int step = 0; step < size; step++) {
            int best = step;
            for (int i = step; i < size; i++) {
                best = a[i][i] > a[best][best] ? i : best;
            }
            swap(a, step, best);
            log += Math.log(a[step][step]);
            for (int i = step + 1; i < size; i++) {
                double factor = a[i][step] / a[step][step];
                for (int j = step; j < size; j++) {
                    a[i][j] -= factor * a[step][j];
                }
            }
        }
        return log / 2;
    }

    /** Symmetric exchange of rows and columns. */
    private static void swap(double[][] a, int i, int j) {
        double[] row = a[i];
        a[i] = a[j];
        a[j] = row;
        for (double[] each : a) {
            double v = each[i];
            each[i] = each[j];
            each[j] = v;
        }
    }
}
