package org.oinfo.bench.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The page's numbers for programs: rates in n-plets (or estimates) per second, shares as fractions. What is unknown is null. */
final class ResultsJson {
    private ResultsJson() {}

    static void write(Path file, Run run, Results results, List<JsonNode> code) {
        Peak peak = results.peak();
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("schema", "oinfo-bench/2");
        root.put("machine", run.machine());
        root.put("commit", run.commit());
        root.put("load_before", run.load());
        root.put("settings", run.settings());
        root.put("ran", run.ran());
        root.put("not_run", run.notRun());
        root.put("peak", Map.of("double", peak(peak.doubles()), "single", peak(peak.singles())));
        root.put("measures", rows(results.measures(), results));
        root.put("scans", rows(results.scans(), results));
        root.put("sizes", results.sizes().stream().map(r -> row(r, results)).toList());
        root.put("threads", results.threads().stream().map(r -> row(r, results)).toList());
        root.put("estimates", rows(results.estimates(), results));
        root.put("tables", tables(results.tables()));
        root.put("jobs", results.jobs().stream().map(r -> job(r)).toList());
        root.put("generated_code", code);
        JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build().writeValue(file, root);
    }

    private static Map<String, Object> peak(Peak.Precision peak) {
        return Map.of(
                "vector_fma_per_second_before", peak.before(),
                "vector_fma_per_second_after", peak.after(),
                "lanes", peak.lanes());
    }

    private static List<Map<String, @Nullable Object>> rows(List<Comparison> comparisons, Results results) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (Comparison comparison : comparisons) {
            for (Comparison.Row row : comparison.rows()) {
                Map<String, @Nullable Object> fields = new LinkedHashMap<>();
                fields.put("task", comparison.task());
                fields.put("implementation", row.name());
                fields.putAll(row(row.rate(), results));
                fields.put("times_best_peer", known(row.timesBestPeer()));
                rows.add(fields);
            }
        }
        return rows;
    }

    private static Map<String, @Nullable Object> row(Rate rate, Results results) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("parameters", rate.parameters());
        fields.put("per_second", rate.perSecond());
        fields.put("slowest", known(rate.low()));
        fields.put("fastest", known(rate.high()));
        fields.put("bytes_each", known(rate.bytes()));
        fields.put("instructions_needed", known(Work.of(rate)));
        fields.put("share_of_bound", known(results.shareOfBound(rate)));
        if (results.threads().contains(rate)) {
            fields.put("times_one_thread", known(results.timesOneThread(rate)));
        }
        return fields;
    }

    private static List<Map<String, @Nullable Object>> tables(List<Comparison> comparisons) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (Comparison comparison : comparisons) {
            for (Comparison.Row row : comparison.rows()) {
                Map<String, @Nullable Object> fields = new LinkedHashMap<>();
                fields.put("task", comparison.task());
                fields.put("implementation", row.name());
                fields.put("megabytes_per_second", row.rate().perSecond());
                fields.put("slowest", known(row.rate().low()));
                fields.put("fastest", known(row.rate().high()));
                fields.put("times_best_peer", known(row.timesBestPeer()));
                rows.add(fields);
            }
        }
        return rows;
    }

    private static Map<String, @Nullable Object> job(Rate rate) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("job", rate.benchmark());
        fields.put("parameters", rate.parameters());
        fields.put("seconds", 1 / rate.perSecond());
        fields.put("slowest", known(1 / rate.low()));
        fields.put("fastest", known(1 / rate.high()));
        return fields;
    }

    private static @Nullable Double known(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
