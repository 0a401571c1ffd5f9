package org.oinfo.kernels.neighbours;

import java.util.Arrays;

/** Neighbour counts by their definition: every distance of every sample, sorted. */
public final class PairwiseCounts {
    private PairwiseCounts() {}

    /**
     * The sums of {@link NeighbourKernel}.
     *
     * @param x values [N][T]
     * @param psi worth of each count [T+1]
     */
    public static long[] sums(double[][] x, int[] nplet, int neighbours, long[] psi) {
        int samples = x[0].length;
        long[] sums = new long[5];
        int last = nplet[nplet.length - 1];
        for (int t = 0; t < samples; t++) {
            double[] distances = new double[samples - 1];
            for (int u = 0, i = 0; u < samples; u++) {
                if (u != t) {
                    distances[i++] = distance(x, nplet, -1, t, u);
                }
            }
            Arrays.sort(distances);
            double eps = distances[neighbours - 1];
            for (int member : nplet) {
                sums[0] += psi[count(x, new int[] {member}, -1, t, eps) + 1];
                sums[1] += psi[count(x, nplet, member, t, eps) + 1];
            }
            sums[3] += psi[count(x, new int[] {last}, -1, t, eps) + 1];
            sums[4] += psi[count(x, nplet, last, t, eps) + 1];
            sums[2] += psi[eps == 0 ? count(x, nplet, -1, t, 0) + 1 : neighbours];
        }
        return sums;
    }

    /** Other samples strictly within eps, or equal where eps is 0. */
    private static int count(double[][] x, int[] nplet, int without, int t, double eps) {
        int count = 0;
        for (int u = 0; u < x[0].length; u++) {
            double distance = distance(x, nplet, without, t, u);
            count += u != t && (distance < eps || distance == 0) ? 1 : 0;
        }
        return count;
    }

    private static double distance(double[][] x, int[] nplet, int without, int t, int u) {
        double largest = 0;
        for (int member : nplet) {
            if (member != without) {
                largest = Math.max(largest, Math.abs(x[member][t] - x[member][u]));
            }
        }
        return largest;
    }
}
