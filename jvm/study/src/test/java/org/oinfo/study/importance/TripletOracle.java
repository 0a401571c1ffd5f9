package org.oinfo.study.importance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** Omega of every triplet of columns by the Gaussian copula, from the definition. */
final class TripletOracle {
    /** A triplet and its Omega, nats. */
    record Triplet(List<Integer> neurons, double o) {}

    private TripletOracle() {}

    /** All triplets of these columns [n][T], smallest Omega first. */
    static List<Triplet> of(List<double[]> columns, List<Integer> neurons) {
        List<double[]> scores =
                columns.stream().map(TripletOracle::normalScores).toList();
        List<Triplet> all = new ArrayList<>();
        for (int i = 0; i < scores.size(); i++) {
            for (int j = i + 1; j < scores.size(); j++) {
                for (int k = j + 1; k < scores.size(); k++) {
                    double a = correlation(scores.get(i), scores.get(j));
                    double b = correlation(scores.get(i), scores.get(k));
                    double c = correlation(scores.get(j), scores.get(k));
                    double joint = 1 + 2 * a * b * c - a * a - b * b - c * c;
                    // Omega = H(X) + sum H(X_i) - H(X_-i), H of standardised variables = const + ln det / 2.
                    double o = (Math.log(joint) - Math.log(1 - a * a) - Math.log(1 - b * b) - Math.log(1 - c * c)) / 2;
                    all.add(new Triplet(List.of(neurons.get(i), neurons.get(j), neurons.get(k)), o));
                }
            }
        }
        all.sort(Comparator.comparingDouble(Triplet::o));
        return all;
    }

    private static double[] normalScores(double[] x) {
        NormalDistribution normal = NormalDistribution.of(0, 1);
        double[] z = new double[x.length];
        for (int t = 0; t < x.length; t++) {
            int below = 0;
            int equal = 0;
            for (double other : x) {
                below += other < x[t] ? 1 : 0;
                equal += other == x[t] ? 1 : 0;
            }
            z[t] = normal.inverseCumulativeProbability((below + (equal + 1) / 2.0) / (x.length + 1));
        }
        return z;
    }

    static double correlation(double[] x, double[] y) {
        double mx = mean(x);
        double my = mean(y);
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (int t = 0; t < x.length; t++) {
            xx += (x[t] - mx) * (x[t] - mx);
            xy += (x[t] - mx) * (y[t] - my);
            yy += (y[t] - my) * (y[t] - my);
        }
        return xy / Math.sqrt(xx * yy);
    }

    static double mean(double[] x) {
        double sum = 0;
        for (double v : x) {
            sum += v;
        }
        return sum / x.length;
    }
}
