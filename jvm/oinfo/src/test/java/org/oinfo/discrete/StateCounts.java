package org.oinfo.discrete;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The oracle: entropies from a map of joint states to counts, measures by their definitions. */
final class StateCounts {
    private StateCounts() {}

    /** H of some columns of x [T][N], nats: - sum p ln p, with Miller and Madow's (m - 1) / (2 T) on request. */
    static double entropy(double[][] x, int[] columns, boolean millerMadow) {
        Map<List<Double>, Integer> counts = new HashMap<>();
        for (double[] row : x) {
            List<Double> state = new ArrayList<>();
            for (int column : columns) {
                state.add(row[column]);
            }
            counts.merge(state, 1, Integer::sum);
        }
        double h = 0;
        for (int count : counts.values()) {
            double p = (double) count / x.length;
            h -= p * Math.log(p);
        }
        return millerMadow ? h + (counts.size() - 1) / (2.0 * x.length) : h;
    }

    /** TC, DTC, Omega and S of an n-plet: TC = sum H(i) - H, DTC = H - sum H(i | rest). */
    static double[] measures(double[][] x, int[] nplet, boolean millerMadow) {
        double joint = entropy(x, nplet, millerMadow);
        double tc = -joint;
        double dtc = joint;
        for (int i = 0; i < nplet.length; i++) {
            int[] rest = new int[nplet.length - 1];
            for (int j = 0, to = 0; j < nplet.length; j++) {
                if (j != i) {
                    rest[to++] = nplet[j];
                }
            }
            tc += entropy(x, new int[] {nplet[i]}, millerMadow);
            dtc -= joint - entropy(x, rest, millerMadow);
        }
        return new double[] {tc, dtc, tc - dtc, tc + dtc};
    }
}
