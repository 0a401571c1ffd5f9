package org.oinfo.local;

import java.util.Arrays;
import java.util.List;
import org.oinfo.estimate.BiasCorrection;
import org.oinfo.kernels.NpletScore;
import org.oinfo.parallel.Workers;
import org.oinfo.scan.Scorer;

/**
 * Gradients of the O-information of given n-plets X of order k, nats: what a variable, or a pair beyond its two members, adds
 * to Omega.
 *
 * <pre>  d_i Omega  = Omega(X) - Omega(X_-i)
 *  d_ij Omega = Omega(X) - Omega(X_-i) - Omega(X_-j) + Omega(X_-ij)</pre>
 *
 * <p>Positive: the variable brings redundancy into the n-plet; negative: synergy. Omega of fewer than three variables is 0.
 * d_ij = d_i Omega(X) - d_i Omega(X_-j): how much of what i adds depends on j. Every Omega is canonical, less its bias where
 * that was asked for. A singular n-plet has NaN.
 *
 * <p>Source: Scagliarini, Nuzzi, Antonacci, Faes, Rosas, Marinazzo, Stramaglia 2023 (arXiv 2207.03581). Thread-safe.
 */
public final class Gradients {
    private final Scorer scores;
    /** T, or 0 where nothing is subtracted. */
    private final int samples;

    private Gradients(Scorer scores, int samples) {
        this.scores = scores;
        this.samples = samples;
    }

    /** Gradients of the raw Omega. */
    public static Gradients raw(Scorer scores) {
        return new Gradients(scores, 0);
    }

    /**
     * Gradients of Omega less the bias of T samples.
     *
     * @param samples T, above every order asked for
     */
    public static Gradients biasCorrected(Scorer scores, int samples) {
        return new Gradients(scores, samples);
    }

    /**
     * First-order gradients.
     *
     * @param nplets each ascending without repeats, of variables of the scores; order 2 or more
     * @return [n][k]: of each member, in the order of the n-plet
     */
    public double[][] ofVariables(List<int[]> nplets, Workers workers) {
        double[][] omega = omegas(nplets, workers);
        for (double[] each : omega) {
            int k = each.length - 1;
            for (int i = 0; i < k; i++) {
                each[i] = each[k] - each[i];
            }
        }
        return Arrays.stream(omega)
                .map(each -> Arrays.copyOf(each, each.length - 1))
                .toArray(double[][]::new);
    }

    /**
     * Second-order gradients.
     *
     * @param nplets each ascending without repeats, of variables of the scores; order 3 or more
     * @return [n][k(k-1)/2]: of the pairs of members in lexicographic order, (0,1), (0,2), .., (1,2), ..
     */
    public double[][] ofPairs(List<int[]> nplets, Workers workers) {
        double[][] omega = omegas(nplets, workers);
        double[][] gradients = new double[nplets.size()][];
        for (int n = 0; n < gradients.length; n++) {
            int k = nplets.get(n).length;
            gradients[n] = new double[k * (k - 1) / 2];
        }
        // One task for the pairs that begin with one member: a single large n-plet is work for all threads, too.
        Members members = new Members(nplets, 0);
        workers.run(members.count(), () -> {
            Omega subset = new Omega();
            return task -> {
                int n = members.owner(task);
                int i = members.member(task);
                int[] nplet = nplets.get(n);
                int k = nplet.length;
                int at = i * k - i * (i + 1) / 2;
                for (int j = i + 1; j < k; j++) {
                    double whole = omega[n][k] - omega[n][i] - omega[n][j];
                    gradients[n][at++] = whole + subset.without(nplet, i, j);
                }
            };
        });
        return gradients;
    }

    /** Omega [n][k+1] of each n-plet without its member i, and last of the whole. */
    private double[][] omegas(List<int[]> nplets, Workers workers) {
        double[][] omega =
                nplets.stream().map(nplet -> new double[nplet.length + 1]).toArray(double[][]::new);
        Members members = new Members(nplets, 1);
        workers.run(members.count(), () -> {
            Omega subset = new Omega();
            return task -> {
                int n = members.owner(task);
                int i = members.member(task);
                omega[n][i] = subset.without(nplets.get(n), i, i);
            };
        });
        return omega;
    }

    /** Numbers the members of all n-plets, and some more tasks for each n-plet. */
    private static final class Members {
        private final int[] owners;
        private final int[] firsts;

        Members(List<int[]> nplets, int more) {
            firsts = new int[nplets.size() + 1];
            for (int n = 0; n < nplets.size(); n++) {
                firsts[n + 1] = Math.addExact(firsts[n], nplets.get(n).length + more);
            }
            owners = new int[firsts[nplets.size()]];
            for (int n = 0; n < nplets.size(); n++) {
                Arrays.fill(owners, firsts[n], firsts[n + 1], n);
            }
        }

        int count() {
            return owners.length;
        }

        int owner(int task) {
            return owners[task];
        }

        int member(int task) {
            return task - firsts[owners[task]];
        }
    }

    /** Omega of subsets, for one thread. */
    private final class Omega {
        private final NpletScore canonical = scores.canonical();
        private int[] subset = new int[8];

        /** Of an n-plet without the members at two positions, which may be the same; none is left out at position k. */
        double without(int[] nplet, int i, int j) {
            if (subset.length < nplet.length) {
                subset = new int[nplet.length];
            }
            int size = 0;
            for (int member = 0; member < nplet.length; member++) {
                if (member != i && member != j) {
                    subset[size++] = nplet[member];
                }
            }
            if (size < 2) {
                return 0;
            }
            if (!canonical.score(subset, 0, size)) {
                return Double.NaN;
            }
            return samples == 0 ? canonical.o() : canonical.o() - new BiasCorrection(size, samples).o();
        }
    }
}
