package org.oinfo.targets.mixture;

import java.util.Arrays;
import java.util.stream.IntStream;

/** I(X;Y) of the mixture from its definition: densities by elimination, sample by sample, class by class. */
final class MixtureDefinition {
    private MixtureDefinition() {}

    /** From all samples. */
    static double information(double[][] x, int[] classes, double shrinkage) {
        int[] all = IntStream.range(0, classes.length).toArray();
        return Arrays.stream(all)
                .mapToDouble(t -> term(x, classes, t, all, shrinkage))
                .average()
                .orElseThrow();
    }

    /** Each sample from the four fifths of its class that it is not in, and of all others. */
    static double heldOut(double[][] x, int[] classes, double shrinkage) {
        int[] folds = folds(classes);
        return IntStream.range(0, classes.length)
                .mapToDouble(t -> {
                    int[] others = IntStream.range(0, classes.length)
                            .filter(other -> folds[other] != folds[t])
                            .toArray();
                    return term(x, classes, t, others, shrinkage);
                })
                .average()
                .orElseThrow();
    }

    private static int[] folds(int[] classes) {
        int[] folds = new int[classes.length];
        for (int t = 0; t < classes.length; t++) {
            int own = classes[t];
            long place = IntStream.range(0, t).filter(s -> classes[s] == own).count();
            long size = Arrays.stream(classes).filter(c -> c == own).count();
            folds[t] = (int) (5 * place / size);
        }
        return folds;
    }

    private static double term(double[][] x, int[] classes, int t, int[] from, double shrinkage) {
        double[][] within = new double[x.length][x.length];
        int count = Arrays.stream(classes).max().orElseThrow() + 1;
        for (int c = 0; c < count; c++) {
            int own = c;
            int[] members = Arrays.stream(from).filter(s -> classes[s] == own).toArray();
            double[][] scatter = scatter(x, members);
            for (int i = 0; i < x.length; i++) {
                for (int j = 0; j < x.length; j++) {
                    within[i][j] += scatter[i][j] / (from.length - count);
                }
            }
        }
        double mixed = 0;
        double known = 0;
        for (int c = 0; c < count; c++) {
            int own = c;
            int[] members = Arrays.stream(from).filter(s -> classes[s] == own).toArray();
            double[][] covariance = scatter(x, members);
            for (int i = 0; i < x.length; i++) {
                for (int j = 0; j < x.length; j++) {
                    covariance[i][j] =
                            (1 - shrinkage) * covariance[i][j] / (members.length - 1) + shrinkage * within[i][j];
                }
            }
            double density = density(x, members, covariance, t);
            mixed += Arrays.stream(classes).filter(s -> s == own).count() / (double) classes.length * density;
            known = classes[t] == c ? density : known;
        }
        return Math.log(known) - Math.log(mixed);
    }

    private static double mean(double[] x, int[] members) {
        return Arrays.stream(members).mapToDouble(t -> x[t]).average().orElseThrow();
    }

    private static double[][] scatter(double[][] x, int[] members) {
        double[][] scatter = new double[x.length][x.length];
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x.length; j++) {
                double meanI = mean(x[i], members);
                double meanJ = mean(x[j], members);
                for (int t : members) {
                    scatter[i][j] += (x[i][t] - meanI) * (x[j][t] - meanJ);
                }
            }
        }
        return scatter;
    }

    /** The Gaussian density at a sample: the squared distance and the determinant by elimination of [C | d]. */
    private static double density(double[][] x, int[] members, double[][] covariance, int t) {
        int k = x.length;
        double[] d = new double[k];
        for (int i = 0; i < k; i++) {
            d[i] = x[i][t] - mean(x[i], members);
        }
        double determinant = 1;
        double distance = 0;
        for (int p = 0; p < k; p++) {
            determinant *= 2 * Math.PI * covariance[p][p];
            distance += d[p] * d[p] / covariance[p][p];
            for (int i = p + 1; i < k; i++) {
                double factor = covariance[i][p] / covariance[p][p];
                d[i] -= factor * d[p];
                for (int j = p; j < k; j++) {
                    covariance[i][j] -= factor * covariance[p][j];
                }
            }
        }
        return Math.exp(-distance / 2) / Math.sqrt(determinant);
    }
}
