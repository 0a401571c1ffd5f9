package org.oinfo.discrete;

import java.util.Arrays;
import org.oinfo.estimate.options.Binning;

/**
 * The values of one variable as symbols.
 *
 * @param symbols number of symbols; above {@link DiscreteSamples#MOST_SYMBOLS} nothing is encoded
 * @param encoded symbols [T], unsigned
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
record Alphabet(int symbols, byte[] encoded) {
    /**
     * Finds the symbols of values without a negative zero.
     *
     * @param bins see {@link DiscreteSamples#of}
     */
    static Alphabet of(double[] values, int bins, Binning binning) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double[] distinct = distinct(sorted);
        if (bins > 0 && distinct.length > bins) {
            distinct = binning == Binning.WIDTH ? lowestOfWidths(distinct, bins) : lowestOfBins(sorted, bins);
        }
        return new Alphabet(
                distinct.length,
                distinct.length > DiscreteSamples.MOST_SYMBOLS ? new byte[0] : encode(values, distinct));
    }

    private static double[] distinct(double[] sorted) {
        double[] distinct = new double[sorted.length];
        int made = 0;
        for (int t = 0; t < sorted.length; t++) {
            if (t == 0 || sorted[t] != sorted[t - 1]) {
                distinct[made++] = sorted[t];
            }
        }
        return Arrays.copyOf(distinct, made);
    }

    /** The smallest value of each bin that is not empty, ascending. */
    private static double[] lowestOfBins(double[] sorted, int bins) {
        int samples = sorted.length;
        double[] lowest = new double[bins];
        int made = 0;
        long lastBin = -1;
        for (int from = 0, to; from < samples; from = to) {
            to = from + 1;
            while (to < samples && sorted[to] == sorted[from]) {
                to++;
            }
            // floor(n m / T) with the middle m = (from + to) / 2.
            long bin = (long) bins * ((long) from + to) / (2L * samples);
            if (bin != lastBin) {
                lowest[made++] = sorted[from];
                lastBin = bin;
            }
        }
        return Arrays.copyOf(lowest, made);
    }

    /** The smallest value of each bin of equal width that is not empty, ascending; the largest value is in the last one. */
    private static double[] lowestOfWidths(double[] distinct, int bins) {
        double least = distinct[0] / 2;
        double range = distinct[distinct.length - 1] / 2 - least;
        double[] lowest = new double[bins];
        int made = 0;
        int lastBin = -1;
        for (double value : distinct) {
            int bin = Math.min(bins - 1, (int) ((value / 2 - least) / range * bins));
            if (bin != lastBin) {
                lowest[made++] = value;
                lastBin = bin;
            }
        }
        return Arrays.copyOf(lowest, made);
    }

    /** The place of the largest of {@code lowest} that a value reaches. */
    private static byte[] encode(double[] values, double[] lowest) {
        byte[] encoded = new byte[values.length];
        for (int t = 0; t < values.length; t++) {
            int found = Arrays.binarySearch(lowest, values[t]);
            encoded[t] = (byte) (found >= 0 ? found : -found - 2);
        }
        return encoded;
    }
}
