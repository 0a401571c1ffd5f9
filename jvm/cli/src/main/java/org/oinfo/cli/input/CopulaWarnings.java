package org.oinfo.cli.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.oinfo.OInformation;
import org.oinfo.data.Variables;
import org.oinfo.data.Warning;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.screen.ColumnValues;

/** What ranks make of data, where a reader would not expect it; thresholds and their reasons are in docs/statistics.md. */
final class CopulaWarnings {
    /** From this share of zeros on the median is one. */
    private static final double MANY_ZEROS = 0.5;

    /** Mean absolute correlation from which on a formula for weak dependence misleads. */
    private static final double STRONG = 0.3;

    /** As many sets of columns as a message names. */
    private static final int NAMED = 5;

    private final OInformation info;
    private final Variables variables;
    private final List<Warning> warnings = new ArrayList<>();

    private CopulaWarnings(OInformation info) {
        this.info = info;
        this.variables = info.variables();
    }

    static List<Warning> of(OInformation info, List<Integer> orders) {
        CopulaWarnings found = new CopulaWarnings(info);
        List<ColumnValues> values = info.screens().values();
        found.fewValues(values);
        found.manyZeros(values);
        orders.stream().max(Integer::compare).ifPresent(found::hiddenDependence);
        if (info.options().biasCorrect()) {
            found.strongDependence();
        }
        return found.warnings;
    }

    private void fewValues(List<ColumnValues> values) {
        int[] few = columns(v -> isFew(values.get(v)));
        if (few.length > 0) {
            int most = ColumnValues.MANY - 1;
            add(
                    Warning.Name.FEW_VALUES,
                    count(few.length, "column has ", "columns have ") + most + " different values or fewer: "
                            + variables.described(few)
                            + "; their ranks are codes, and what they have in common beyond correlation is not seen; --estimator"
                            + " discrete counts it",
                    Map.of("columns", boxed(few), "most", most));
        }
    }

    /** A handful of samples has a handful of values, whatever they are. */
    private boolean isFew(ColumnValues column) {
        return column.different() < ColumnValues.MANY && 2 * column.different() <= info.samples();
    }

    private void manyZeros(List<ColumnValues> values) {
        int samples = info.samples();
        IntPredicate many = v -> values.get(v).zeros() > MANY_ZEROS * samples && !isFew(values.get(v));
        int[] columns = columns(many);
        if (columns.length > 0) {
            List<Double> shares = IntStream.range(0, variables.count())
                    .filter(many)
                    .mapToObj(v -> (double) values.get(v).zeros() / samples)
                    .toList();
            double largest = shares.stream().mapToDouble(x -> x).max().orElseThrow();
            String message = String.format(
                    Locale.ROOT,
                    "share of zeros up to %.1f %%, above half in %s: %s; tied ranks weaken every correlation with them",
                    100 * largest,
                    count(columns.length, "column", "columns"),
                    variables.described(columns));
            add(Warning.Name.MANY_ZEROS, message, Map.of("columns", boxed(columns), "shares", shares));
        }
    }

    private void hiddenDependence(int largestOrder) {
        List<int[]> sets = info.screens().hiddenDependence(largestOrder);
        for (int[] set : sets.subList(0, Math.min(NAMED, sets.size()))) {
            add(
                    Warning.Name.HIDDEN_DEPENDENCE,
                    "each of " + variables.described(set)
                            + " is a linear combination of the others, exactly (an average that was taken off?), and ranks hide"
                            + " it: n-plets with all of them are singular, whatever is said of them here; leave one out",
                    Map.of("columns", boxed(set)));
        }
    }

    private void strongDependence() {
        CorrelationMatrix r = info.estimate().matrix();
        int n = r.variables();
        double sum = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                sum += Math.abs(r.get(i, j));
            }
        }
        double mean = sum / (n * (n - 1.0) / 2);
        if (mean > STRONG) {
            String message = String.format(
                    Locale.ROOT,
                    "mean |r| is %.2f: the bias correction is that of Gaussian samples, and ranks of strongly dependent columns"
                            + " have another, which may have the other sign; see bootstrap_bias of `oinfo bootstrap`",
                    mean);
            add(Warning.Name.STRONG_DEPENDENCE, message, Map.of("mean_abs_r", mean));
        }
    }

    private int[] columns(IntPredicate positions) {
        return variables.columnsOf(
                IntStream.range(0, variables.count()).filter(positions).toArray());
    }

    private void add(Warning.Name name, String message, Map<String, Object> data) {
        warnings.add(new Warning(name, message, data));
    }

    private static List<Integer> boxed(int[] columns) {
        return IntStream.of(columns).boxed().toList();
    }

    private static String count(int n, String one, String more) {
        return n + " " + (n == 1 ? one : more);
    }
}
