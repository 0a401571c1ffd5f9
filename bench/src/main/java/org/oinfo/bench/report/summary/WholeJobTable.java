package org.oinfo.bench.report.summary;

import java.util.Formatter;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** Whole jobs, cold and warm, beside the peers: {@code bench/jobs}'s. */
final class WholeJobTable {
    private WholeJobTable() {}

    static void write(Recorded recorded, Formatter page) {
        List<String> names = distinct(recorded, "name");
        page.format("| job | n-plets | threads |");
        names.forEach(name -> page.format(" %s |", name));
        page.format("%n|---|--:|--:|%s%n", "--:|".repeat(names.size()));
        List<String> jobs = distinct(recorded, "job");
        for (String job : jobs) {
            List<JsonNode> rows = recorded.rows("rows").stream()
                    .filter(row -> row.path("job").asString().equals(job))
                    .toList();
            page.format(
                    "| %s | %,d | %d |",
                    job,
                    rows.getFirst().path("nplets").asLong(),
                    rows.getFirst().path("threads").asInt());
            for (String name : names) {
                page.format(
                        " %s |",
                        rows.stream()
                                .filter(row -> row.path("name").asString().equals(name))
                                .map(WholeJobTable::seconds)
                                .findFirst()
                                .orElse(""));
            }
            page.format("%n");
        }
        page.format("%n");
        jobs.forEach(job -> page.format("- %s: `%s`%n", job, command(recorded, job)));
        List<String> notes =
                recorded.rows("notes").stream().map(JsonNode::asString).toList();
        if (!notes.isEmpty()) {
            page.format("%n");
            notes.forEach(note -> page.format("- %s%n", note));
        }
    }

    /** The command line of the job, as our first row has it. */
    private static String command(Recorded recorded, String job) {
        return recorded.rows("rows").stream()
                .filter(row -> row.path("job").asString().equals(job))
                .map(row -> row.path("command").asString().replaceFirst("^env ", ""))
                .findFirst()
                .orElseThrow();
    }

    /** Cold, and in brackets warm. */
    static String seconds(JsonNode row) {
        double warm = row.path("warm").path("wall").asDouble(Double.NaN);
        String cold = String.format(Locale.ROOT, "%.2f", row.path("wall").asDouble());
        return Double.isNaN(warm) ? cold : cold + String.format(Locale.ROOT, " (%.2g)", warm);
    }

    private static List<String> distinct(Recorded recorded, String field) {
        return recorded.rows("rows").stream()
                .map(row -> row.path(field).asString())
                .distinct()
                .toList();
    }
}
