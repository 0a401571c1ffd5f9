package org.oinfo.bench.report.summary;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * A folder of {@code bench/results}.
 *
 * @param name its name, which begins with the date
 * @param json its {@code results.json}
 */
record Recorded(String name, JsonNode json) {
    private static final String RESULTS = "results.json";

    /** All folders with a {@code results.json}, oldest first. */
    static List<Recorded> all(Path results) throws IOException {
        List<Recorded> all = new ArrayList<>();
        try (Stream<Path> folders = Files.list(results)) {
            for (Path folder : folders.filter(one -> Files.exists(one.resolve(RESULTS)))
                    .sorted(Comparator.comparing(one -> one.getFileName().toString()))
                    .toList()) {
                JsonNode json = new ObjectMapper().readTree(Files.readString(folder.resolve(RESULTS)));
                all.add(new Recorded(folder.getFileName().toString(), json));
            }
        }
        return all;
    }

    /** The last of those that hold what is asked for. */
    static Recorded newest(List<Recorded> all, String what, Predicate<JsonNode> holds) {
        return all.stream()
                .filter(one -> holds.test(one.json))
                .reduce((_, later) -> later)
                .orElseThrow(() -> new IllegalArgumentException("there must be a record of " + what + ": found none"));
    }

    boolean hasRows(String array) {
        return !json.path(array).isEmpty();
    }

    List<JsonNode> rows(String array) {
        return json.path(array).valueStream().toList();
    }

    /** The machine in words, as the record has it. */
    String machine() {
        JsonNode machine = json.path("machine");
        return machine.has("processor")
                ? machine.path("processor").asString()
                : machine.path("cpu").asString() + ", " + machine.path("cores").asInt() + " cores, "
                        + machine.path("flags").asString();
    }

    String commit() {
        return json.has("commit")
                ? json.path("commit").asString()
                : json.path("machine").path("commit").asString();
    }

    /** The record's page, as a link from {@code docs}. */
    String link(String text) {
        return "[" + text + "](../bench/results/" + name + "/README.md)";
    }
}
