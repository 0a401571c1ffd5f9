package org.oinfo.bench.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The page's numbers for programs: rates in n-plets per second, shares as fractions. What is unknown is null. */
final class ResultsJson {
    private ResultsJson() {}

    static void write(Path file, Run run, Peak peak, List<Comparison> measures, List<Comparison> scans) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("schema", "oinfo-bench/1");
        root.put("machine", run.machine());
        root.put("commit", run.commit());
        root.put("load_before", run.load());
        root.put("settings", run.settings());
        root.put("ran", run.ran());
        root.put(
                "peak",
                Map.of(
                        "vector_fma_per_second_before", peak.before(),
                        "vector_fma_per_second_after", peak.after(),
                        "lanes", peak.lanes()));
        root.put("measures", rows(measures, peak, Work::measures));
        root.put("scans", rows(scans, peak, Work::scan));
        JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build().writeValue(file, root);
    }

    private static List<Map<String, Object>> rows(List<Comparison> comparisons, Peak peak, IntToDoubleFunction work) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Comparison comparison : comparisons) {
            for (Comparison.Row row : comparison.rows()) {
                double rate = row.rate().perSecond();
                Map<String, @Nullable Object> fields = new LinkedHashMap<>();
                fields.put("task", comparison.task());
                fields.put("implementation", row.name());
                fields.put("parameters", row.rate().parameters());
                fields.put("nplets_per_second", rate);
                fields.put("error", known(row.rate().error()));
                fields.put("times_best_peer", known(row.timesBestPeer()));
                fields.put("share_of_peak", known(work.applyAsDouble(comparison.order()) * rate / peak.scalarFmas()));
                rows.add(fields);
            }
        }
        return rows;
    }

    private static @Nullable Double known(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
