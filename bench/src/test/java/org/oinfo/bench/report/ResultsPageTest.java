package org.oinfo.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class ResultsPageTest {
    @TempDir
    Path folder;

    @BeforeEach
    void results() throws IOException {
        // 3 G vector multiply-adds of 4 lanes, then 2 G.
        write("peak-before.json", run("PeakBenchmark.fma", "{}", 3e9, "\"NaN\"", "\"flops\":{\"score\":2.4E10}"));
        write("peak-after.json", run("PeakBenchmark.fma", "{}", 2e9, "\"NaN\"", "\"flops\":{\"score\":1.6E10}"));
        write(
                "benchmarks.json",
                run("MeasuresBenchmark.oinfo", "{\"k\":\"3\",\"backend\":\"simd\"}", 1e7, "5E5", ""),
                run("MeasuresBenchmark.ejml", "{\"k\":\"3\"}", 4e6, "1E5", ""),
                run("MeasuresBenchmark.oinfo", "{\"k\":\"20\",\"backend\":\"simd\"}", 1e5, "1E3", ""),
                run("MeasuresBenchmark.ejml", "{\"k\":\"20\"}", 2e5, "1E3", ""),
                run(
                        "ScanBenchmark.oinfo",
                        "{\"size\":\"4:200\",\"backend\":\"simd\",\"level\":\"PLAIN\"}",
                        3,
                        "0.1",
                        "\"nplets\":{\"score\":1.0E8,\"scoreError\":1.0E6}"),
                run(
                        "ScanBenchmark.cholesky",
                        "{\"size\":\"4:200\"}",
                        2,
                        "0.1",
                        "\"nplets\":{\"score\":4.0E6,\"scoreError\":1.0E6}"),
                threads(1, 1e8),
                threads(2, 1.8e8),
                run("EstimateBenchmark.oinfo", "{\"samples\":\"100x9\",\"estimator\":\"COPULA\"}", 4, "0.2", ""),
                run("EstimateBenchmark.blas", "{\"samples\":\"100x9\",\"estimator\":\"COPULA\"}", 2, "0.2", ""));
        Files.writeString(folder.resolve("run.log"), "# Warmup Iteration   1: # ran scan simd: simd, 4 lanes\nother\n");
    }

    @Test
    void pageHasRatiosSharesAndLosses() throws IOException {
        ResultsPage.main(new String[] {folder.toString(), "abc1234", "0.10 0.20 0.30"});

        // k = 3: 8 multiply-adds of 2.5 G x 4 a second; k = 4 at 1e8: 9 instructions of the same.
        assertThat(Files.readString(folder.resolve("README.md")))
                .contains("| commit | abc1234 |")
                .contains("| load average before the run | 0.10 0.20 0.30 |")
                .contains("| settings | 1 fork(s), 2 x 1 s warm-up, 5 x 500 ms measured |")
                .contains("| ran | scan simd: simd, 4 lanes |")
                .contains("| peak of one core, before | 3.000 G vector FMA/s of 4 lanes, 24.0 GFLOP/s |")
                .contains("**The peak moved by 40 % during the run")
                .contains("| k = 3 | oinfo simd | 10.00 | 5.0 % | 2.50 | 1000.0 | 0.8 % |")
                .contains("| k = 3 | EJML 0.46.1 | 4.000 | 2.5 % | 1.00 | 2500.0 | 0.3 % |")
                .contains("| k = 4, N = 200 | oinfo simd, level plain | 100.0 | 1.0 % | 25.0 | 100.0 | 9.0 % |")
                .contains(
                        "| k = 4, N = 200 | plain Java, Cholesky per n-plet | 4.000 | 25.0 % | 1.00 | 2500.0 | 0.4 % |")
                .contains("| 4:200 | auto | 2 | 180.0 | 1.80 |")
                .contains("| copula, T x N = 100x9 | oinfo | 0.250 | 5.0 % | 2.00 | 0.0 % |")
                .endsWith("- k = 20: EJML 0.46.1, 2.00 times\n");
    }

    @Test
    void jsonHasTheSameNumbers() throws IOException {
        ResultsPage.main(new String[] {folder.toString(), "abc1234", "0.10 0.20 0.30"});

        JsonNode json = new ObjectMapper().readTree(folder.resolve("results.json"));
        assertThat(json.path("peak").path("lanes").asInt()).isEqualTo(4);
        JsonNode scan = json.path("scans").get(0);
        assertThat(scan.path("per_second").asDouble()).isEqualTo(1e8);
        assertThat(scan.path("times_best_peer").asDouble()).isEqualTo(25);
        assertThat(scan.path("share_of_peak").asDouble()).isCloseTo(0.09, within(1e-12));
        assertThat(json.path("threads").get(1).path("times_one_thread").asDouble())
                .isEqualTo(1.8);
        assertThat(scan.path("parameters").path("level").asString()).isEqualTo("PLAIN");
    }

    private void write(String name, String... runs) throws IOException {
        Files.writeString(folder.resolve(name), "[" + String.join(",", runs) + "]");
    }

    private static String threads(int threads, double median) {
        String params = "{\"whole\":\"4:200\",\"engine\":\"auto\",\"threads\":\"" + threads + "\"}";
        String nplets =
                "\"nplets\":{\"score\":5.0E7,\"scoreError\":1.0,\"scorePercentiles\":{\"50.0\":" + median + "}}";
        return run("ThreadsBenchmark.oinfo", params, 1, "0.1", nplets);
    }

    private static String run(String benchmark, String params, double score, String error, String secondary) {
        return """
                {"benchmark":"org.oinfo.bench.%s","params":%s,"forks":1,"warmupIterations":2,"warmupTime":"1 s",
                 "measurementIterations":5,"measurementTime":"500 ms",
                 "primaryMetric":{"score":%s,"scoreError":%s},"secondaryMetrics":{%s}}""".formatted(benchmark, params, score, error, secondary);
    }
}
