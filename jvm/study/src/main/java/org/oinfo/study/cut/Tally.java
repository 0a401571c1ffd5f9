package org.oinfo.study.cut;

import java.util.LinkedHashMap;
import java.util.Map;

/** Sums of how a model's outputs differ from the whole one's. */
final class Tally {
    private final int[] labels;
    private final Map<String, double[]> sums = new LinkedHashMap<>();
    private double squares;
    private double differences;
    private int same;
    private int right;

    Tally(int[] labels) {
        this.labels = labels;
    }

    /** Adds an output of some examples, [count][..]. */
    void add(String output, float[] wanted, float[] found, int count) {
        int each = wanted.length / count;
        double[] sum = sums.computeIfAbsent(output, o -> new double[each]);
        for (int i = 0; i < wanted.length; i++) {
            double difference = (double) found[i] - wanted[i];
            differences += difference * difference;
            squares += (double) wanted[i] * wanted[i];
            sum[i % each] += wanted[i];
        }
    }

    /** Adds the classes of some examples. */
    void classes(float[] wanted, float[] found, int from, int count) {
        int classes = wanted.length / count;
        for (int e = 0; e < count; e++) {
            int answer = largest(found, e * classes, classes);
            same += answer == largest(wanted, e * classes, classes) ? 1 : 0;
            right += labels.length > 0 && answer == labels[from + e] ? 1 : 0;
        }
    }

    private static int largest(float[] values, int from, int count) {
        int largest = 0;
        for (int i = 1; i < count; i++) {
            largest = values[from + i] > values[from + largest] ? i : largest;
        }
        return largest;
    }

    CutCheck.Answers answers(int examples, boolean classes) {
        double around = squares;
        for (double[] sum : sums.values()) {
            for (double s : sum) {
                around -= s * s / examples;
            }
        }
        double error =
                sums.isEmpty() ? Double.NaN : differences == 0 ? 0 : Math.sqrt(differences / Math.max(0, around));
        return new CutCheck.Answers(
                error,
                classes ? (Double) ((double) same / examples) : null,
                classes && labels.length > 0 ? right : null);
    }
}
