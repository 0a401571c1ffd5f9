package org.oinfo.bench.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Rates for the same task, the library's and its peers'.
 *
 * @param task what was done: {@code k = 5}
 * @param rows implementations, fastest first
 */
record Comparison(String task, List<Row> rows) {
    /**
     * One implementation.
     *
     * @param name in words
     * @param ours is it the library?
     * @param rate as measured
     * @param timesBestPeer its rate over that of the fastest peer; NaN without a peer
     */
    record Row(String name, boolean ours, Rate rate, double timesBestPeer) {}

    /** Groups the rates of one benchmark class by task, smallest order first. */
    static List<Comparison> of(String benchmarkClass, List<Rate> rates) {
        Map<String, List<Rate>> byTask = new LinkedHashMap<>();
        rates.stream()
                .filter(rate -> rate.benchmarkClass().equals(benchmarkClass))
                .sorted(Comparator.comparingInt(Rate::order))
                .forEach(rate -> byTask.computeIfAbsent(task(rate), t -> new ArrayList<>())
                        .add(rate));
        return byTask.entrySet().stream()
                .map(e -> compare(e.getKey(), e.getValue()))
                .toList();
    }

    /** Rows of peers that beat every row of the library. */
    List<Row> losses() {
        return rows.stream().filter(row -> !row.ours() && lead(row) > 1).toList();
    }

    /** A row's rate over the library's best; NaN when the library did not run. */
    double lead(Row row) {
        List<Rate> rates = rows.stream().filter(Row::ours).map(Row::rate).toList();
        return row.rate().perSecond() / best(rates, rate -> true);
    }

    private static Comparison compare(String task, List<Rate> rates) {
        double bestPeer = best(rates, rate -> !ours(rate));
        List<Row> rows = rates.stream()
                .map(r -> new Row(name(r), ours(r), r, r.perSecond() / bestPeer))
                .sorted(Comparator.comparingDouble(row -> -row.rate().perSecond()))
                .toList();
        return new Comparison(task, rows);
    }

    private static double best(List<Rate> rates, Predicate<Rate> which) {
        return rates.stream().filter(which).mapToDouble(Rate::perSecond).max().orElse(Double.NaN);
    }

    private static boolean ours(Rate rate) {
        return rate.benchmark().endsWith(".oinfo") || rate.benchmark().endsWith(".open");
    }

    private static String task(Rate rate) {
        return switch (rate.benchmarkClass()) {
            case "EstimateBenchmark" -> lower(rate, "estimator") + ", T x N = " + rate.parameter("samples");
            case "CsvBenchmark" -> "digits " + lower(rate, "digits");
            case "NpyBenchmark" -> ".npy, f8";
            case "ScanBenchmark" -> "k = " + rate.order() + ", N = " + rate.variables();
            default -> "k = " + rate.order();
        };
    }

    private static String name(Rate rate) {
        String method = rate.benchmark().substring(rate.benchmark().indexOf('.') + 1);
        String mode =
                rate.parameter("mode").isEmpty() ? "" : ", " + Work.mode(rate).text();
        return switch (method) {
            case "oinfo" -> ("oinfo " + rate.parameter("backend")).strip() + mode;
            case "open" -> "oinfo, opening";
            case "sum" -> "a loop that adds up the mapped file";
            case "fastcsv" -> "fastcsv 4.4.0 and fastdoubleparser 2.0.1";
            case "ejml" -> "EJML 0.46.1";
            case "ojAlgo" -> "ojAlgo 57.1.0";
            case "commonsMath" -> "Commons Math 3.6.1";
            case "lapack" -> "LAPACK, " + rate.parameter("lapack");
            case "cholesky" -> "plain Java, Cholesky per n-plet";
            case "logDeterminants" -> "plain Java, k+1 log-determinants";
            case "blas" ->
                "BLAS, " + rate.parameter("blas")
                        + (rate.parameter("estimator").equals("COPULA") ? ", Commons Math ranks" : "");
            default -> rate.name().isEmpty() ? method : rate.name();
        };
    }

    private static String lower(Rate rate, String parameter) {
        return rate.parameter(parameter).toLowerCase(Locale.ROOT);
    }
}
