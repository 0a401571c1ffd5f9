package org.oinfo.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
        // 3 G vector multiply-adds of 4 doubles or 8 floats, then 2 G.
        write("peak-before.json", peak("doubles", 3e9, 4), peak("singles", 3e9, 8));
        write("peak-after.json", peak("doubles", 2e9, 4), peak("singles", 2e9, 8));
        write(
                "benchmarks.json",
                run("MeasuresBenchmark.oinfo", "{\"k\":\"3\",\"backend\":\"simd\"}", 1e7, allocated(12)),
                run("MeasuresBenchmark.ejml", "{\"k\":\"3\"}", 4e6, ""),
                run("MeasuresBenchmark.oinfo", "{\"k\":\"20\",\"backend\":\"simd\"}", 1e5, ""),
                run("MeasuresBenchmark.ejml", "{\"k\":\"20\"}", 2e5, ""),
                run("EstimateBenchmark.oinfo", "{\"samples\":\"100x9\",\"estimator\":\"COPULA\"}", 4, ""),
                run(
                        "EstimateBenchmark.blas",
                        "{\"samples\":\"100x9\",\"estimator\":\"COPULA\",\"blas\":\"java\"}",
                        2,
                        ""));
        write(
                "benchmarks-scans.json",
                run("ScanBenchmark.oinfo", scan("plain"), 2, nplets(1e8) + "," + allocated(1e6)),
                run("ScanBenchmark.oinfo", scan("extremes-single"), 3, nplets(2e8)),
                run("ScanBenchmark.cholesky", "{\"size\":\"4:200\"}", 2, nplets(4e6)),
                threads(1, 1e8),
                threads(2, 1.8e8),
                // A single shot: the score is milliseconds.
                run("GreedyBenchmark.grow", "{\"largest\":\"50\",\"workers\":\"2\"}", 80, "")
                        .replace("\"primaryMetric\":{", "\"primaryMetric\":{\"scoreUnit\":\"ms/op\","));
        lines(
                "sizes.jsonl",
                size("4:20", "whole", 5e7),
                size("4:100", "whole", 2e8),
                size("4:400", "part", 2.5e8),
                size("5:100", "whole", 1e8));
        lines("peers.jsonl", """
                {"benchmark":"MeasuresBenchmark.numpy","name":"NumPy 2.4.6","params":{"k":"3"},"per_second":2e6,"low":1e6,"high":2e6}""");
        lines("code.jsonl", """
                {"method":"PlainRows.row","workload":"scan 4:200 plain","vector":"ymm","verdict":"ok",\
                "loop":{"fma":8,"mul":9,"add":3,"logic":12,"other":2,"loads":7,"stores":1,"spills":0}}""");
        lines(
                "run.log",
                "# Warmup Iteration   1: # ran scan simd: simd, 4 lanes",
                "other",
                "# not run numba: no module of that name");
    }

    @Test
    void pageHasTheMachineAndWhatRan() throws IOException {
        assertThat(page())
                .contains("| commit | abc1234 |")
                .contains("| load average before the run | 0.10 0.20 0.30 |")
                .contains("| settings | 1 fork(s), 2 x 1 s warm-up, 5 x 500 ms measured; 5 x 200 ms |")
                .contains("| ran | scan simd: simd, 4 lanes |")
                .contains("| **not run** | numba: no module of that name |")
                .contains(
                        "| peak of one core, double precision | 3.000 G vector FMA/s of 4 lanes, 24.0 GFLOP/s; after the run"
                                + " 2.000 G |")
                .contains("| peak of one core, single precision | 3.000 G vector FMA/s of 8 lanes, 48.0 GFLOP/s;")
                .contains("**The peak moved by 40 % during the run");
    }

    @Test
    void pageHasRatiosSharesAndLosses() throws IOException {
        // k = 3: 8 multiply-adds of 2.5 G x 4 a second; k = 4 at 1e8: 15 instructions of the same; single: 17 of 2.5 G
        // x 8.
        assertThat(page())
                .contains("| k = 3 | oinfo simd | 10.00 | 15.0 % | 2.50 | 1000.0 | 8 | 0.8 % | 12.0 |")
                .contains("| k = 3 | EJML 0.46.1 | 4.000 | 15.0 % | 1.00 | 2500.0 | 8 | 0.3 % |  |")
                .contains("| k = 3 | NumPy 2.4.6 | 2.000 | 25.0 % | 0.500 | 5000.0 | 8 | 0.2 % |  |")
                // 1e6 bytes for each of 2 scans a second of 5e7 n-plets.
                .contains(
                        "| k = 4, N = 200 | oinfo simd, plain | 100.0 | 15.0 % | 25.0 | 100.0 | 15 | 15.0 % | < 0.1 |")
                .contains("| oinfo simd, extremes, single precision | 200.0 | 15.0 % | 50.0 | 100.0 | 17 | 17.0 % |  |")
                .contains("| plain Java, Cholesky per n-plet | 4.000 | 15.0 % | 1.00 | 2500.0 | 15 | 0.6 % |  |")
                .contains("| 4:200 | auto | 2 | 180.0 | 15.0 % | 1.80 |")
                .contains("| copula, T x N = 100x9 | oinfo | 0.250 | 15.0 % | 2.00 | 0.0 % |")
                .contains("| copula, T x N = 100x9 | BLAS, java, Commons Math ranks | 0.500 | 15.0 % | 1.00 | 0.0 % |")
                .endsWith("- k = 20: EJML 0.46.1, 2.00 times\n");
    }

    @Test
    void pageHasWholeJobsInSeconds() throws IOException {
        assertThat(page()).contains("| Greedy, grow | largest 50, workers 2 | 0.08000 | 17.0 % |");
        JsonNode job = new ObjectMapper()
                .readTree(folder.resolve("results.json"))
                .path("jobs")
                .get(0);
        assertThat(job.path("seconds").asDouble()).isCloseTo(0.08, within(1e-12));
        assertThat(job.path("slowest").asDouble())
                .isGreaterThan(job.path("fastest").asDouble());
    }

    @Test
    void pageHasRatesBySizeAndTheirFlatness() throws IOException {
        assertThat(page()).contains("""
                ### plain

                | N | k = 4 | k = 5 |
                |--:|--:|--:|
                | 20 | 50.00, 7.5 % |  |
                | 100 | 200.0, 30.0 % | 100.0, 21.0 % |
                | 400 | 250.0 *, 37.5 % |  |
                | cost, N >= 100 | 1.25 |  |
                """);
    }

    @Test
    void pageHasTheGeneratedCode() throws IOException {
        assertThat(page()).contains("| PlainRows.row | scan 4:200 plain | ymm | 8 | 9 | 3 | 12 | 2 | 7 | 1 | 0 | ok |");
    }

    @Test
    void jsonHasTheSameNumbers() throws IOException {
        page();

        JsonNode json = new ObjectMapper().readTree(folder.resolve("results.json"));
        assertThat(json.path("schema").asString()).isEqualTo("oinfo-bench/2");
        assertThat(json.path("not_run").get(0).asString()).isEqualTo("numba: no module of that name");
        assertThat(json.path("peak").path("single").path("lanes").asInt()).isEqualTo(8);
        JsonNode scan = json.path("scans").get(1);
        assertThat(scan.path("per_second").asDouble()).isEqualTo(1e8);
        assertThat(scan.path("times_best_peer").asDouble()).isEqualTo(25);
        assertThat(scan.path("instructions_needed").asDouble()).isEqualTo(15);
        assertThat(scan.path("share_of_bound").asDouble()).isCloseTo(0.15, within(1e-12));
        assertThat(scan.path("bytes_each").asDouble()).isCloseTo(0.02, within(1e-12));
        assertThat(scan.path("parameters").path("mode").asString()).isEqualTo("plain");
        assertThat(json.path("threads").get(1).path("times_one_thread").asDouble())
                .isEqualTo(1.8);
        assertThat(json.path("sizes").get(2).path("parameters").path("range").asString())
                .isEqualTo("part");
        assertThat(json.path("generated_code").get(0).path("loop").path("fma").asInt())
                .isEqualTo(8);
    }

    @Test
    void whatDidNotRunIsLeftOut() throws IOException {
        for (String file : List.of("benchmarks-scans.json", "sizes.jsonl", "peers.jsonl", "code.jsonl")) {
            Files.delete(folder.resolve(file));
        }

        assertThat(page()).doesNotContain("## Scans", "## A whole scan", "## Generated code", "NumPy");
    }

    @Test
    void bothPrecisionsOfThePeakAreNeeded() throws IOException {
        write("peak-after.json", peak("doubles", 2e9, 4));

        assertThatThrownBy(this::page)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the peak must be measured in both precisions: missing singles");
    }

    private String page() throws IOException {
        ResultsPage.main(new String[] {folder.toString(), "abc1234", "0.10 0.20 0.30"});
        return Files.readString(folder.resolve("README.md"));
    }

    private void write(String name, String... runs) throws IOException {
        Files.writeString(folder.resolve(name), "[" + String.join(",", runs) + "]");
    }

    private void lines(String name, String... lines) throws IOException {
        Files.write(folder.resolve(name), List.of(lines));
    }

    private static String peak(String precision, double perSecond, int lanes) {
        return run(
                "PeakBenchmark." + precision, "{}", perSecond, "\"flops\":{\"score\":" + 2 * lanes * perSecond + "}");
    }

    private static String scan(String mode) {
        return "{\"size\":\"4:200\",\"backend\":\"simd\",\"mode\":\"" + mode + "\"}";
    }

    private static String threads(int threads, double median) {
        String params = "{\"whole\":\"4:200\",\"engine\":\"auto\",\"threads\":\"" + threads + "\"}";
        return run("ThreadsBenchmark.oinfo", params, 1, nplets(median));
    }

    private static String size(String size, String range, double perSecond) {
        return """
                {"benchmark":"ScanSizes.oinfo","params":{"size":"%s","mode":"plain","backend":"simd","range":"%s"},\
                "per_second":%s,"low":1.0,"high":2.0,"settings":"5 x 200 ms"}""".formatted(size, range, perSecond);
    }

    private static String nplets(double median) {
        return "\"nplets\":" + metric(median);
    }

    private static String allocated(double bytes) {
        return "\"gc.alloc.rate.norm\":{\"score\":" + bytes + "}";
    }

    /** Iterations from 0.8 to 1.1 times the median. */
    private static String metric(double median) {
        return "{\"score\":%s,\"scorePercentiles\":{\"0.0\":%s,\"50.0\":%s,\"100.0\":%s}}"
                .formatted(median, 0.8 * median, median, 1.1 * median);
    }

    private static String run(String benchmark, String params, double median, String secondary) {
        return """
                {"benchmark":"org.oinfo.bench.%s","params":%s,"forks":1,"warmupIterations":2,"warmupTime":"1 s",
                 "measurementIterations":5,"measurementTime":"500 ms",
                 "primaryMetric":%s,"secondaryMetrics":{%s}}""".formatted(benchmark, params, metric(median), secondary);
    }
}
