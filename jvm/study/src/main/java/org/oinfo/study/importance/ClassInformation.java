package org.oinfo.study.importance;

import java.util.Arrays;

/**
 * Mutual information of a neuron and the class, from counts: {@code I = H(B) + H(Y) - H(B,Y)}, B the bin of the activation.
 *
 * <p>A value goes into bin floor(16 m / T), m the middle of the places 0..T that it and its ties take among the sorted values:
 * bins hold about equally many images, and equal values share one. So the many zeros of a ReLU are one bin, and a neuron that is
 * silent for a whole class, which a Gaussian model of the class gives infinite information, gives at most ln(bins).
 *
 * <p>Each entropy is the plug-in estimate plus (m - 1) / (2 T), m the number of cells that occur. That takes off most of the
 * bias of about 15 (classes - 1) / (2 T) that the plug-in information has; what remains may be a little below 0.
 *
 * <p>Source of the correction: Miller 1955, Note on the bias of information estimates; see Paninski 2003 (doi
 * 10.1162/089976603321780272).
 */
final class ClassInformation {
    /** Bins: 62 images a cell for 10,000 images of ten classes. */
    private static final int BINS = 16;

    /** Class of each sample, 0 .. classes-1 [T]. */
    private final int[] labels;

    private final int classes;

    /** Information about the classes of these labels [T], whatever numbers they are. */
    ClassInformation(int[] labels) {
        int[] distinct = Arrays.stream(labels).sorted().distinct().toArray();
        this.labels = Arrays.stream(labels)
                .map(label -> Arrays.binarySearch(distinct, label))
                .toArray();
        this.classes = distinct.length;
    }

    /** Number of samples T. */
    int samples() {
        return labels.length;
    }

    /** Mutual information of the class and these values [T], nats. */
    double with(double[] values) {
        double[] ranks = AverageRanks.of(values);
        int[] bins = new int[BINS];
        int[] sizes = new int[classes];
        int[] cells = new int[BINS * classes];
        for (int t = 0; t < values.length; t++) {
            // A rank counts from 1, so the middle of the places is half below it.
            int bin = (int) (BINS * (ranks[t] - 0.5) / values.length);
            bins[bin]++;
            sizes[labels[t]]++;
            cells[bin * classes + labels[t]]++;
        }
        return entropy(bins, values.length) + entropy(sizes, values.length) - entropy(cells, values.length);
    }

    private static double entropy(int[] counts, int samples) {
        double sum = 0;
        int occurring = 0;
        for (int count : counts) {
            if (count > 0) {
                double p = (double) count / samples;
                sum -= p * StrictMath.log(p);
                occurring++;
            }
        }
        return sum + (occurring - 1) / (2.0 * samples);
    }
}
