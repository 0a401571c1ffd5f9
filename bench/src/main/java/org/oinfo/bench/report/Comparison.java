package org.oinfo.bench.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Rates for the same task, the library's and its peers'.
 *
 * @param task what was done: {@code k = 5}
 * @param order k
 * @param rows implementations, fastest first
 */
record Comparison(String task, int order, List<Row> rows) {
    /**
     * One implementation.
     *
     * @param name in words
     * @param ours is it the library?
     * @param rate as measured
     * @param timesBestPeer its rate over that of the fastest peer; NaN without a peer
     */
    record Row(String name, boolean ours, Rate rate, double timesBestPeer) {}

    /** Groups the rates of one benchmark class by task, in the order they were measured. */
    static List<Comparison> of(String benchmark, List<Rate> rates) {
        Map<String, List<Rate>> byTask = new LinkedHashMap<>();
        for (Rate rate : rates) {
            if (rate.benchmark().startsWith(benchmark + ".")) {
                byTask.computeIfAbsent(task(rate), t -> new ArrayList<>()).add(rate);
            }
        }
        return byTask.entrySet().stream()
                .map(e -> compare(e.getKey(), e.getValue()))
                .sorted((a, b) -> Integer.compare(a.order, b.order))
                .toList();
    }

    /** Rows of peers that beat every row of the library. */
    List<Row> losses() {
        double best = best(rows.stream().filter(Row::ours).map(Row::rate).toList());
        return rows.stream()
                .filter(row -> !row.ours() && row.rate().perSecond() > best)
                .toList();
    }

    private static Comparison compare(String task, List<Rate> rates) {
        double bestPeer = best(rates.stream().filter(r -> !ours(r)).toList());
        List<Row> rows = rates.stream()
                .map(r -> new Row(name(r), ours(r), r, r.perSecond() / bestPeer))
                .sorted((a, b) -> Double.compare(b.rate().perSecond(), a.rate().perSecond()))
                .toList();
        return new Comparison(task, order(rates.getFirst()), rows);
    }

    private static double best(List<Rate> rates) {
        return rates.stream().mapToDouble(Rate::perSecond).max().orElse(Double.NaN);
    }

    private static boolean ours(Rate rate) {
        return rate.benchmark().endsWith(".oinfo");
    }

    private static int order(Rate rate) {
        String size = rate.parameters().getOrDefault("size", "");
        return Integer.parseInt(
                size.isEmpty() ? rate.parameters().getOrDefault("k", "0") : size.substring(0, size.indexOf(':')));
    }

    private static String task(Rate rate) {
        String size = rate.parameters().getOrDefault("size", "");
        String task = "k = " + order(rate);
        return size.isEmpty() ? task : task + ", N = " + size.substring(size.indexOf(':') + 1);
    }

    private static String name(Rate rate) {
        Map<String, String> p = rate.parameters();
        String method = rate.benchmark().substring(rate.benchmark().indexOf('.') + 1);
        return switch (method) {
            case "oinfo" -> {
                String level = p.getOrDefault("level", "");
                yield "oinfo " + p.get("backend")
                        + (level.isEmpty() ? "" : ", level " + level.toLowerCase(Locale.ROOT));
            }
            case "ejml" -> "EJML 0.46.1";
            case "commonsMath" -> "Commons Math 3.6.1";
            case "lapack" -> "LAPACK, " + p.get("lapack");
            case "cholesky" -> "plain Java, Cholesky per n-plet";
            case "logDeterminants" -> "plain Java, k+1 log-determinants";
            default -> method;
        };
    }
}
