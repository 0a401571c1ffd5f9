package org.oinfo.study.prune;

import java.util.Arrays;
import org.oinfo.data.Samples;

/** Covariances of what some neurons answer, divisor the samples. */
final class Covariances {
    private final int[] columns;
    private final int all;
    private final int samples;
    private final double[] values;

    /** Reads the samples. */
    Covariances(Samples samples, int[] columns) {
        this.columns = columns;
        this.all = samples.variables();
        this.samples = samples.samples();
        this.values = new double[this.samples * all];
        samples.read(0, this.samples, 0, all, values);
    }

    /** Around their means. */
    double[][] total() {
        return around(new int[samples]);
    }

    /** Around the means of classes, pooled. */
    double[][] within(int[] labels) {
        return around(labels);
    }

    private double[][] around(int[] labels) {
        double[][] means = means(labels);
        double[][] covariance = new double[columns.length][columns.length];
        double[] row = new double[columns.length];
        for (int t = 0; t < samples; t++) {
            for (int i = 0; i < row.length; i++) {
                row[i] = values[t * all + columns[i]] - means[labels[t]][i];
            }
            for (int i = 0; i < row.length; i++) {
                for (int j = 0; j < row.length; j++) {
                    covariance[i][j] += row[i] * row[j] / samples;
                }
            }
        }
        return covariance;
    }

    private double[][] means(int[] labels) {
        int classes = Arrays.stream(labels).max().orElse(0) + 1;
        double[][] means = new double[classes][columns.length];
        int[] sizes = new int[classes];
        for (int t = 0; t < samples; t++) {
            sizes[labels[t]]++;
            for (int i = 0; i < columns.length; i++) {
                means[labels[t]][i] += values[t * all + columns[i]];
            }
        }
        for (int c = 0; c < classes; c++) {
            for (int i = 0; i < columns.length; i++) {
                means[c][i] /= Math.max(1, sizes[c]);
            }
        }
        return means;
    }
}
