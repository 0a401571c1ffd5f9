package org.oinfo.estimate;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.oinfo.parallel.Workers;

/**
 * Phi^-1(rank / (T + 1)) of every rank and half rank from 1 to T, and 0 in the middle exactly: score(2 (T+1) - d) = -score(d).
 */
final class NormalScores {
    private NormalScores() {}

    /**
     * Table [2T+1]: entry d is the score of rank d/2 for {@code 2 <= d <= 2T}; entries 0 and 1 are not used.
     *
     * @param samples T
     */
    static double[] table(int samples, Workers workers) {
        NormalDistribution normal = NormalDistribution.of(0, 1);
        int middle = samples + 1;
        double[] table = new double[2 * samples + 1];
        int tasks = Math.min(samples, 256);
        workers.run(tasks, () -> task -> {
            int from = (int) ((long) samples * task / tasks);
            int to = (int) ((long) samples * (task + 1) / tasks);
            for (int d = Math.max(2, from + 1); d <= to; d++) {
                double z = normal.inverseCumulativeProbability(d / (2.0 * middle));
                table[d] = z;
                table[2 * middle - d] = -z;
            }
        });
        return table;
    }
}
