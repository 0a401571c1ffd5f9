package org.oinfo.bench.report;

import java.util.Comparator;
import java.util.Formatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Rates by order and number of variables, one table for each mode. */
final class SizesTable {
    /** From this many variables on rows fill their vectors and tiles, and the cost of an n-plet should no longer change. */
    private static final int LONG = 100;

    private final Results results;
    private final Formatter page;

    SizesTable(Results results, Formatter page) {
        this.results = results;
        this.page = page;
    }

    void write() {
        if (results.sizes().isEmpty()) {
            return;
        }
        page.format("%n## Scans by order and number of variables%n%n");
        page.format(
                "M n-plets/s, and the share of the mode's own bound. `*`: a part of the order, see `ScanRange`; the others are");
        page.format(" whole orders, scanned again and again.%n");
        Map<String, List<Rate>> byMode = results.sizes().stream()
                .collect(Collectors.groupingBy(r -> r.parameter("mode"), TreeMap::new, Collectors.toList()));
        byMode.forEach((mode, rates) -> table(rates));
    }

    private void table(List<Rate> rates) {
        List<Integer> orders =
                rates.stream().map(Rate::order).distinct().sorted().toList();
        List<Integer> variables =
                rates.stream().map(Rate::variables).distinct().sorted().toList();
        page.format("%n### %s%n%n| N |", Work.mode(rates.getFirst()).text());
        orders.forEach(order -> page.format(" k = %d |", order));
        page.format("%n|--:|%s%n", "--:|".repeat(orders.size()));
        for (int n : variables) {
            page.format("| %d |", n);
            for (int order : orders) {
                page.format(" %s |", find(rates, order, n).map(this::cell).orElse(""));
            }
            page.format("%n");
        }
        page.format("| cost, N >= %d |", LONG);
        orders.forEach(order -> page.format(" %s |", Cells.times(flatness(rates, order))));
        page.format(
                "%n%nLast line: the largest cost of an n-plet over the smallest, from N = %d on; 1 is flat.%n", LONG);
    }

    private String cell(Rate rate) {
        String part = rate.parameter("range").equals("part") ? " *" : "";
        return Cells.number("%.4g", rate.perSecond() / 1e6) + part + ", " + Cells.percent(results.shareOfBound(rate));
    }

    /** Fastest over slowest rate of the order from {@link #LONG} variables on; NaN with less than two. */
    static double flatness(List<Rate> rates, int order) {
        List<Double> perSecond = rates.stream()
                .filter(r -> r.order() == order && r.variables() >= LONG)
                .map(Rate::perSecond)
                .sorted(Comparator.naturalOrder())
                .toList();
        return perSecond.size() < 2 ? Double.NaN : perSecond.getLast() / perSecond.getFirst();
    }

    private static Optional<Rate> find(List<Rate> rates, int order, int variables) {
        return rates.stream()
                .filter(r -> r.order() == order && r.variables() == variables)
                .findFirst();
    }
}
