package org.oinfo.targets.mixture;

import org.oinfo.targets.ClassLabels;

/**
 * Samples in the order of their classes, and within a class in that of its folds.
 *
 * <p>Fold f of class c holds consecutive samples of it, in their order in the data, a fifth or one more or less: samples that follow
 * each other in time are mostly left out together.
 */
final class ClassOrder {
    /** Parts of the data that are left out one after another. */
    static final int FOLDS = 5;

    private final int[] starts;
    private final int[] samples;

    ClassOrder(ClassLabels labels) {
        this.starts = new int[labels.count() + 1];
        this.samples = new int[labels.samples()];
        for (int c = 0; c < labels.count(); c++) {
            int[] members = labels.members(c);
            System.arraycopy(members, 0, samples, starts[c], members.length);
            starts[c + 1] = starts[c] + members.length;
        }
    }

    /** Number of classes C. */
    int classes() {
        return starts.length - 1;
    }

    /** Number of samples T. */
    int samples() {
        return samples.length;
    }

    /** First place of a class; of C the number of samples. */
    int start(int c) {
        return starts[c];
    }

    /** First place of a fold of a class; of {@value #FOLDS} that of the next class. */
    int start(int c, int fold) {
        long size = (long) starts[c + 1] - starts[c];
        return starts[c] + (int) ((fold * size + FOLDS - 1) / FOLDS);
    }

    /** A column in this order. */
    double[] sorted(double[] column) {
        double[] sorted = new double[samples.length];
        for (int place = 0; place < samples.length; place++) {
            sorted[place] = column[samples[place]];
        }
        return sorted;
    }
}
