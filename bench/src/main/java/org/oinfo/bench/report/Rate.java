package org.oinfo.bench.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * One measured rate.
 *
 * @param benchmark class and method: {@code ScanBenchmark.oinfo}
 * @param parameters its JMH parameters, sorted by name
 * @param perSecond n-plets, vector multiply-adds or estimates per second, mean over forks and iterations
 * @param median the same, middle one
 * @param error half the 99.9 % confidence interval; NaN from a single iteration
 * @param counters secondary rates by name
 * @param settings forks and iterations in words
 */
record Rate(
        String benchmark,
        Map<String, String> parameters,
        double perSecond,
        double median,
        double error,
        Map<String, Double> counters,
        String settings) {

    /** The class without the method: {@code ScanBenchmark}. */
    String benchmarkClass() {
        return benchmark.substring(0, benchmark.indexOf('.'));
    }

    /** A JMH parameter; empty when the benchmark has none of that name. */
    String parameter(String name) {
        return parameters.getOrDefault(name, "");
    }

    /** Order k; 0 where the task has none. */
    int order() {
        String size = parameter("size");
        String k = size.isEmpty() ? parameter("k") : size.substring(0, size.indexOf(':'));
        return k.isEmpty() ? 0 : Integer.parseInt(k);
    }

    /** Every rate in a file that JMH wrote with {@code -rf json}. */
    static List<Rate> read(Path file) {
        List<Rate> rates = new ArrayList<>();
        for (JsonNode run : new ObjectMapper().readTree(file)) {
            Map<String, String> parameters = new TreeMap<>();
            run.path("params")
                    .properties()
                    .forEach(p -> parameters.put(p.getKey(), p.getValue().asString()));
            Map<String, Double> counters = new TreeMap<>();
            run.path("secondaryMetrics")
                    .properties()
                    .forEach(m -> counters.put(m.getKey(), number(m.getValue(), "score")));
            // Where an operation is a whole scan, the rate that means something is the counter of n-plets.
            JsonNode metric = run.path("secondaryMetrics").has("nplets")
                    ? run.path("secondaryMetrics").path("nplets")
                    : run.path("primaryMetric");
            String name = run.path("benchmark").asString();
            rates.add(new Rate(
                    name.substring(name.lastIndexOf('.', name.lastIndexOf('.') - 1) + 1),
                    parameters,
                    number(metric, "score"),
                    number(metric.path("scorePercentiles"), "50.0"),
                    number(metric, "scoreError"),
                    counters,
                    settings(run)));
        }
        return rates;
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
