package org.oinfo.report;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.oinfo.OInformation;
import org.oinfo.ScanResult;
import org.oinfo.ScoredNplet;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.Level;

/**
 * Correlations of the variables that a scan lists, which say where its extremes come from.
 *
 * @param columns of the data, ascending
 * @param r lower triangle: row i holds the correlations with the columns before the i-th
 */
@SuppressWarnings("ArrayRecordComponent") // read only
public record Correlations(int[] columns, double[][] r) {
    /** More could not be told apart in a picture, and would outgrow the rest of a result. */
    private static final int MOST = 60;

    /** Of the n-plets from the extremes on; null below level full, and where nothing was estimated by correlations. */
    public static @Nullable Correlations of(OInformation info, List<ScanResult> results) {
        boolean full = results.stream()
                .allMatch(result -> result.landscape().settings().level() == Level.FULL);
        if (!full || !info.options().estimate().estimator().correlates()) {
            return null;
        }
        int[] columns = listed(results).stream().mapToInt(i -> i).sorted().toArray();
        CorrelationMatrix matrix = info.estimate().matrix();
        int[] positions = info.variables().positionsOf(columns);
        double[][] r = new double[columns.length][];
        for (int i = 0; i < columns.length; i++) {
            r[i] = new double[i];
            for (int j = 0; j < i; j++) {
                r[i][j] = matrix.get(positions[i], positions[j]);
            }
        }
        return new Correlations(columns, r);
    }

    /** Those of the first n-plet at each end of each order, of the second, and so on. */
    private static Set<Integer> listed(List<ScanResult> results) {
        Set<Integer> columns = new LinkedHashSet<>();
        int longest = results.stream()
                .mapToInt(result ->
                        Math.max(result.smallest().size(), result.largest().size()))
                .max()
                .orElse(0);
        for (int i = 0; i < longest && columns.size() < MOST; i++) {
            for (ScanResult result : results) {
                add(columns, result.smallest(), i);
                add(columns, result.largest(), i);
            }
        }
        return columns;
    }

    private static void add(Set<Integer> columns, List<ScoredNplet> ranking, int i) {
        if (i < ranking.size()) {
            for (int column : ranking.get(i).variables()) {
                if (columns.size() < MOST) {
                    columns.add(column);
                }
            }
        }
    }
}
