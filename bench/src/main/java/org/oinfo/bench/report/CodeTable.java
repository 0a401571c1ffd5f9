package org.oinfo.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Formatter;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The findings of {@code bench/code-check} in the machine code of the hot methods. */
final class CodeTable {
    private static final List<String> COUNTS =
            List.of("fma", "mul", "add", "logic", "other", "loads", "stores", "spills");

    private CodeTable() {}

    /** One JSON object for each method; none without the file. */
    static List<JsonNode> read(Path file) throws IOException {
        return Files.exists(file)
                ? Files.readAllLines(file).stream()
                        .map(line -> new ObjectMapper().readTree(line))
                        .filter(node -> node.has("method"))
                        .toList()
                : List.of();
    }

    static void write(List<JsonNode> methods, Formatter page) {
        if (methods.isEmpty()) {
            return;
        }
        page.format(
                "%n## Generated code%n%nThe loop with the most vector arithmetic of each method, as the compiler left it, unrolled");
        page.format(
                " or not: vector instructions by kind, loads and stores of vectors, those of them that spill to the stack.%n%n");
        page.format("| method | workload | vector | %s | verdict |%n", String.join(" | ", COUNTS));
        page.format("|---|---|---|%s---|%n", "--:|".repeat(COUNTS.size()));
        for (JsonNode method : methods) {
            page.format(
                    "| %s | %s | %s |",
                    method.path("method").asString(),
                    method.path("workload").asString(),
                    method.path("vector").asString(""));
            COUNTS.forEach(count ->
                    page.format(" %s |", method.path("loop").path(count).asString("")));
            page.format(" %s |%n", method.path("verdict").asString());
        }
    }
}
