package org.oinfo.bench.report.summary;

import java.util.Comparator;
import java.util.Formatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Rates of the kernels, warm: {@code bench/run}'s. */
final class KernelTables {
    private static final String OURS = "oinfo";
    private static final List<String> MODES = List.of("extremes-single", "extremes", "plain", "full");

    private final Recorded recorded;
    private final Formatter page;

    KernelTables(Recorded recorded, Formatter page) {
        this.recorded = recorded;
        this.page = page;
    }

    /** The fastest backend of each level, beside a Cholesky factorisation for each n-plet. */
    void scans() {
        page.format(
                "| every n-plet of an order | extremes, single precision | extremes | plain | full | Cholesky, plain Java |%n");
        page.format("|---|%s%n", "--:|".repeat(MODES.size() + 1));
        for (String task : tasks("scans")) {
            page.format("| %s |", task);
            for (String mode : MODES) {
                page.format(
                        " %s |",
                        cell(fastest(rows("scans", task)
                                .filter(row -> parameter(row, "mode").equals(mode)))));
            }
            page.format(
                    " %s |%n",
                    cell(fastest(rows("scans", task).filter(row -> name(row).contains("Cholesky")))));
        }
    }

    /** The rate of a whole scan at level plain by order and number of variables. */
    void sizes() {
        List<JsonNode> plain = recorded.rows("sizes").stream()
                .filter(row -> parameter(row, "mode").equals("plain"))
                .toList();
        List<Integer> orders =
                plain.stream().map(row -> size(row, 0)).distinct().sorted().toList();
        page.format("| N |");
        orders.forEach(order -> page.format(" k = %d |", order));
        page.format("%n|--:|%s%n", "--:|".repeat(orders.size()));
        for (int n : plain.stream().map(row -> size(row, 1)).distinct().sorted().toList()) {
            page.format("| %,d |", n);
            for (int order : orders) {
                page.format(
                        " %s |",
                        cell(plain.stream()
                                .filter(row -> size(row, 0) == order && size(row, 1) == n)
                                .findFirst()));
            }
            page.format("%n");
        }
    }

    /** The fastest backend on given n-plets, and how many times as fast it is as each peer of the record. */
    void measures() {
        List<String> peers = recorded.rows("measures").stream()
                .map(KernelTables::name)
                .filter(name -> !name.startsWith(OURS))
                .distinct()
                .toList();
        page.format("| given n-plets, all four measures, N = 100 | M n-plets/s |");
        peers.forEach(peer -> page.format(" times %s |", peer));
        page.format("%n|---|--:|%s%n", "--:|".repeat(peers.size()));
        for (String task : tasks("measures")) {
            Optional<JsonNode> ours =
                    fastest(rows("measures", task).filter(row -> name(row).startsWith(OURS)));
            page.format("| %s | %s |", task, cell(ours));
            for (String peer : peers) {
                Optional<JsonNode> theirs =
                        fastest(rows("measures", task).filter(row -> name(row).equals(peer)));
                page.format(
                        " %s |",
                        ours.isPresent() && theirs.isPresent()
                                ? String.format(Locale.ROOT, "%.0f", rate(ours.get()) / rate(theirs.get()))
                                : "");
            }
            page.format("%n");
        }
    }

    /** Medians of whole jobs in a warm process. */
    void jobs() {
        page.format("| job | of what | seconds |%n|---|---|--:|%n");
        for (JsonNode row : recorded.rows("jobs")) {
            page.format(
                    "| %s | %s | %.3g |%n",
                    row.path("job").asString().replace("Benchmark.", ", "),
                    String.join(
                            ", ",
                            row.path("parameters")
                                    .propertyStream()
                                    .map(one ->
                                            one.getKey() + " " + one.getValue().asString())
                                    .toList()),
                    row.path("seconds").asDouble());
        }
    }

    private List<String> tasks(String array) {
        return recorded.rows(array).stream()
                .map(row -> row.path("task").asString())
                .distinct()
                .toList();
    }

    private Stream<JsonNode> rows(String array, String task) {
        return recorded.rows(array).stream()
                .filter(row -> row.path("task").asString().equals(task));
    }

    private static Optional<JsonNode> fastest(Stream<JsonNode> rows) {
        return rows.max(Comparator.comparingDouble(KernelTables::rate));
    }

    /** Millions a second, to four digits. */
    private static String cell(Optional<JsonNode> row) {
        return row.map(one -> String.format(Locale.ROOT, rate(one) < 1e9 ? "%.4g" : "%.0f", rate(one) / 1e6))
                .orElse("");
    }

    private static double rate(JsonNode row) {
        return row.path("per_second").asDouble();
    }

    private static String name(JsonNode row) {
        return row.path("implementation").asString();
    }

    private static String parameter(JsonNode row, String name) {
        return row.path("parameters").path(name).asString("");
    }

    /** A size such as 4:200 is order and number of variables. */
    private static int size(JsonNode row, int place) {
        return Integer.parseInt(parameter(row, "size").split(":", 2)[place]);
    }
}
