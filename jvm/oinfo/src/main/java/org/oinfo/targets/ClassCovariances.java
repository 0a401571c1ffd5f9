package org.oinfo.targets;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.oinfo.estimate.SampleScores;
import org.oinfo.kernels.Canonical;
import org.oinfo.parallel.Workers;

/**
 * Means and covariances of the sources in each class, and S_within, the covariance of what is left of all samples once the means of
 * their classes are removed.
 *
 * <p>S_c has divisor T_c - 1, S_within T - C. The model of a class has (1-g) S_c + g S_within: with g above 0 a source that is constant
 * within a class still has a variance there. A source that is constant within every class has none: it is not <em>sound</em>.
 *
 * <p>(C + 1) N^2 doubles. Immutable, safe for use by several threads.
 */
public final class ClassCovariances {
    private final int variables;
    private final double[] variances;
    /** [C][N]. */
    private final double[][] means;
    /** [C][N*N], j >= i only. */
    private final double[][] classes;

    private final double[] within;
    private final int[] sound;

    private ClassCovariances(int variables, double[] variances, double[][] means, double[][] classes, double[] within) {
        this.variables = variables;
        this.variances = variances;
        this.means = means;
        this.classes = classes;
        this.within = within;
        this.sound = IntStream.range(0, variables)
                .filter(i -> within[i * variables + i] >= Canonical.SINGULAR * variances[i])
                .toArray();
    }

    /**
     * Of some samples.
     *
     * @param scores scores of the sources
     * @param labels class of each sample, at least 2 samples each
     */
    public static ClassCovariances of(SampleScores scores, ClassLabels labels, int threads) {
        int n = scores.variables();
        double[][] all = scores.columns(IntStream.range(0, n).toArray());
        double[][] means = new double[labels.count()][n];
        double[][] classes = new double[labels.count()][];
        double[] within = new double[n * n];
        int degrees = labels.samples() - labels.count();
        try (Workers workers = new Workers(threads)) {
            for (int c = 0; c < classes.length; c++) {
                classes[c] = SampleScores.products(centred(all, labels.members(c), means[c]), workers);
                int own = labels.size(c) - 1;
                for (int ij = 0; ij < within.length; ij++) {
                    within[ij] += classes[c][ij] / degrees;
                    classes[c][ij] /= own;
                }
            }
        }
        return new ClassCovariances(n, variances(all), means, classes, within);
    }

    /** Columns at some samples, their means there removed and told; exactly 0 where all values are the same. */
    private static double[][] centred(double[][] columns, int[] members, double[] means) {
        double[][] part = new double[columns.length][members.length];
        for (int i = 0; i < columns.length; i++) {
            // Differences to the first value, so that equal values leave no rounding.
            double first = columns[i][members[0]];
            double sum = 0;
            for (int t = 0; t < members.length; t++) {
                part[i][t] = columns[i][members[t]] - first;
                sum += part[i][t];
            }
            double mean = sum / members.length;
            for (int t = 0; t < members.length; t++) {
                part[i][t] -= mean;
            }
            means[i] = first + mean;
        }
        return part;
    }

    /** Variance of centred columns, divisor T - 1. */
    private static double[] variances(double[][] centred) {
        return Arrays.stream(centred)
                .mapToDouble(column -> {
                    double sum = 0;
                    for (double z : column) {
                        sum = Math.fma(z, z, sum);
                    }
                    return sum / (column.length - 1);
                })
                .toArray();
    }

    /** Number of sources N. */
    public int variables() {
        return variables;
    }

    /** Positions of the sources that vary within some class, ascending. */
    public int[] sound() {
        return sound.clone();
    }

    /** Whether some sound source is constant within a class. */
    public boolean silent() {
        return Arrays.stream(sound)
                .anyMatch(i -> Arrays.stream(classes)
                        .anyMatch(s -> s[i * variables + i] < Canonical.SINGULAR * within[i * variables + i]));
    }

    /** Mean of a source in a class. */
    public double mean(int c, int i) {
        return means[c][i];
    }

    /** (1-g) S_c + g S_within of two sources, i at most j. */
    public double covariance(int c, int i, int j, double shrinkage) {
        int at = i * variables + j;
        return (1 - shrinkage) * classes[c][at] + shrinkage * within[at];
    }

    /** Variance of a source over all samples, divisor T - 1. */
    double variance(int i) {
        return variances[i];
    }
}
