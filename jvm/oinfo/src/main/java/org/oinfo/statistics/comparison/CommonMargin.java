package org.oinfo.statistics.comparison;

import java.util.Arrays;

/**
 * Brings a column of two data sets to the same margin, atoms included. Without atoms samples keep their quantiles rank / (T + 1). With
 * them, an atom of one data set and an atom of the other that cover each other's middle are the same value, such as 0 in both: it
 * begins and ends halfway between the two. What lies between such atoms is stretched to fit. Else the samples of an atom would lie
 * below those of its twin in every column where that data set has fewer of them, and exchanged samples would depend on each other
 * through their origin.
 */
final class CommonMargin {
    private final Atoms first;
    private final Atoms second;
    /** Ends of the stretches in the first data set, in the second, and in common, ascending from 0 to 1. */
    private final double[] firstEnds;

    private final double[] secondEnds;
    private final double[] ends;

    CommonMargin(Atoms first, Atoms second) {
        this.first = first;
        this.second = second;
        int most = 2 * Math.min(first.low().length, second.low().length) + 2;
        double[] a = new double[most];
        double[] b = new double[most];
        int count = 1;
        int from = 0;
        for (int i = 0; i < first.low().length; i++) {
            int twin = twin(i, from);
            if (twin >= 0) {
                a[count] = first.low()[i];
                b[count++] = second.low()[twin];
                a[count] = first.high()[i];
                b[count++] = second.high()[twin];
                from = twin + 1;
            }
        }
        a[count] = 1;
        b[count++] = 1;
        firstEnds = Arrays.copyOf(a, count);
        secondEnds = Arrays.copyOf(b, count);
        ends = new double[count];
        Arrays.setAll(ends, i -> (firstEnds[i] + secondEnds[i]) / 2);
    }

    /** The atom of the second data set, from one on, that is the same value as one of the first; -1 where there is none. */
    private int twin(int atom, int from) {
        double middle = first.middle(atom);
        for (int j = from; j < second.low().length && second.low()[j] < middle; j++) {
            if (second.covers(j, middle) && first.covers(atom, second.middle(j))) {
                return j;
            }
        }
        return -1;
    }

    /** Writes the samples of the first data set [T], then those of the second. */
    void write(double[] out) {
        write(first, firstEnds, out, 0);
        write(second, secondEnds, out, first.quantiles().length);
    }

    private void write(Atoms of, double[] from, double[] out, int at) {
        double[] quantiles = of.quantiles();
        for (int t = 0; t < quantiles.length; t++) {
            out[at + t] = ends.length == 2 ? quantiles[t] : common(quantiles[t], from);
        }
    }

    private double common(double quantile, double[] from) {
        int place = Arrays.binarySearch(from, quantile);
        int stretch = Math.clamp(place >= 0 ? place : -place - 2, 0, from.length - 2);
        // Every odd stretch is an atom, which has one value.
        if (stretch % 2 == 1) {
            return (ends[stretch] + ends[stretch + 1]) / 2;
        }
        double share = (quantile - from[stretch]) / (from[stretch + 1] - from[stretch]);
        return ends[stretch] + share * (ends[stretch + 1] - ends[stretch]);
    }
}
