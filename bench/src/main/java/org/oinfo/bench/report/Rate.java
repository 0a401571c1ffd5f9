package org.oinfo.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * One measured rate. Medians, since a neighbour on the same machine pulls a mean down and never up.
 *
 * @param benchmark class and method: {@code ScanBenchmark.oinfo}
 * @param name the implementation in words, where the measurement says it itself; else empty
 * @param parameters its parameters, sorted by name
 * @param perSecond n-plets, vector multiply-adds, estimates or megabytes per second, median over forks and iterations
 * @param low the slowest iteration
 * @param high the fastest iteration
 * @param bytes allocated for each of these n-plets or estimates; NaN where it was not measured
 * @param counters mean rates of JMH's counters by name, and of its operations as {@link #OPERATIONS}
 * @param settings forks and iterations in words
 */
record Rate(
        String benchmark,
        String name,
        Map<String, String> parameters,
        double perSecond,
        double low,
        double high,
        double bytes,
        Map<String, Double> counters,
        String settings) {

    static final String OPERATIONS = "operations";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The class without the method: {@code ScanBenchmark}. */
    String benchmarkClass() {
        return benchmark.substring(0, benchmark.indexOf('.'));
    }

    /** A parameter; empty when the benchmark has none of that name. */
    String parameter(String parameter) {
        return parameters.getOrDefault(parameter, "");
    }

    /** {@code k:N} of a scan; empty where the task has none. */
    String size() {
        return parameter("size").isEmpty() ? parameter("whole") : parameter("size");
    }

    /** Order k; 0 where the task has none. */
    int order() {
        String size = size();
        String k = size.isEmpty() ? parameter("k") : size.substring(0, size.indexOf(':'));
        return k.isEmpty() ? 0 : Integer.parseInt(k);
    }

    /** N of a scan. */
    int variables() {
        return Integer.parseInt(size().substring(size().indexOf(':') + 1));
    }

    /** Half of what lies between the slowest and the fastest iteration, as a share of the median. */
    double spread() {
        return (high - low) / 2 / perSecond;
    }

    /** Every rate in a file that JMH wrote with {@code -rf json}. */
    static List<Rate> read(Path file) {
        List<Rate> rates = new ArrayList<>();
        for (JsonNode run : JSON.readTree(file)) {
            rates.add(ofJmh(run));
        }
        return rates;
    }

    /**
     * Every rate in a file of JSON lines, as the plain harness and the peers in other languages write them:
     *
     * <pre>{"benchmark":"ScanBenchmark.numpy","name":"NumPy 2.4.6","params":{"size":"4:200"},"per_second":1e6,"low":9e5,"high":1.1e6}</pre>
     *
     * <p>Lines without {@code per_second} say something else and are skipped; a missing file has none.
     */
    static List<Rate> readLines(Path file) throws IOException {
        List<Rate> rates = new ArrayList<>();
        if (!Files.exists(file)) {
            return rates;
        }
        for (String line : Files.readAllLines(file)) {
            JsonNode node = JSON.readTree(line);
            if (node.has("per_second")) {
                rates.add(new Rate(
                        node.path("benchmark").asString(),
                        node.path("name").asString(""),
                        parameters(node),
                        number(node, "per_second"),
                        number(node, "low"),
                        number(node, "high"),
                        number(node, "bytes"),
                        Map.of(),
                        node.path("settings").asString("")));
            }
        }
        return rates;
    }

    private static Rate ofJmh(JsonNode run) {
        JsonNode primary = run.path("primaryMetric");
        JsonNode secondary = run.path("secondaryMetrics");
        Map<String, Double> counters = new TreeMap<>();
        secondary.properties().forEach(m -> counters.put(m.getKey(), number(m.getValue(), "score")));
        counters.put(OPERATIONS, number(primary, "score"));
        // Where an operation is a whole scan or file, the rate that means something is the counter of n-plets or
        // megabytes.
        JsonNode metric = secondary.has("nplets")
                ? secondary.path("nplets")
                : secondary.has("megabytes") ? secondary.path("megabytes") : primary;
        double operations = number(primary, "score") / number(metric, "score");
        String name = run.path("benchmark").asString();
        JsonNode percentiles = metric.path("scorePercentiles");
        DoubleUnaryOperator perSecond = perSecond(run);
        boolean times = perSecond.applyAsDouble(1) > perSecond.applyAsDouble(2);
        return new Rate(
                name.substring(name.lastIndexOf('.', name.lastIndexOf('.') - 1) + 1),
                "",
                parameters(run),
                perSecond.applyAsDouble(number(percentiles, "50.0")),
                perSecond.applyAsDouble(number(percentiles, times ? "100.0" : "0.0")),
                perSecond.applyAsDouble(number(percentiles, times ? "0.0" : "100.0")),
                counters.getOrDefault("gc.alloc.rate.norm", Double.NaN) * operations,
                counters,
                settings(run));
    }

    /** Scores of single shots are times; all others are rates. */
    private static DoubleUnaryOperator perSecond(JsonNode run) {
        return switch (run.path("primaryMetric").path("scoreUnit").asString()) {
            case "s/op" -> seconds -> 1 / seconds;
            case "ms/op" -> millis -> 1e3 / millis;
            default -> DoubleUnaryOperator.identity();
        };
    }

    private static Map<String, String> parameters(JsonNode node) {
        Map<String, String> parameters = new TreeMap<>();
        node.path("params")
                .properties()
                .forEach(p -> parameters.put(p.getKey(), p.getValue().asString()));
        return parameters;
    }

    private static String settings(JsonNode run) {
        return run.path("forks").asInt() + " fork(s), "
                + run.path("warmupIterations").asInt() + " x "
                + run.path("warmupTime").asString() + " warm-up, "
                + run.path("measurementIterations").asInt() + " x "
                + run.path("measurementTime").asString() + " measured";
    }

    /** JMH writes NaN as a string. */
    private static double number(JsonNode metric, String field) {
        JsonNode value = metric.path(field);
        return value.isNumber() ? value.asDouble() : Double.NaN;
    }
}
