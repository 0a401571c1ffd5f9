package org.oinfo.bench.report.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Formatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of the documentation is that of the records beside it, and a page of records made up for the test says what they say. */
class PerformancePageTest {
    private static final String MACHINE = "\"machine\":{\"cpu\":\"Z80\",\"cores\":1,\"flags\":\"none\"}";

    @TempDir
    Path results;

    @Test
    void thePageIsThatOfTheRecords() throws IOException {
        Path repository = Path.of("..").toAbsolutePath().normalize();
        assertThat(repository.resolve("docs/performance.md"))
                .hasContent(PerformancePage.of(repository.resolve("bench/results")));
    }

    @Test
    void figuresOfTheReadmeAreThoseOfTheRecords() throws IOException {
        Path repository = Path.of("..").toAbsolutePath().normalize();
        List<Recorded> all = Recorded.all(repository.resolve("bench/results"));
        String readme = Files.readString(repository.resolve("README.md"));

        Formatter scans = new Formatter(Locale.ROOT);
        new KernelTables(PerformancePage.kernels(all), scans).scans();
        assertThat(readme).contains(scans.toString());

        Map<String, List<String>> cells = PerformancePage.wholeJobs(all).rows("rows").stream()
                .filter(row -> row.path("threads").asInt() == 2)
                .filter(row -> row.path("name").asString().matches("oinfo, native, AVX-512|THOI.*|HOI.*"))
                .collect(Collectors.groupingBy(
                        row -> row.path("job").asString(),
                        Collectors.mapping(row -> " " + WholeJobTable.seconds(row) + " |", Collectors.toList())));
        assertThat(cells).hasSizeGreaterThanOrEqualTo(5);
        cells.forEach((job, row) ->
                assertThat(readme.lines()).as(job).anyMatch(line -> row.stream().allMatch(line::contains)));
    }

    @Test
    void theNewestRecordAndTheFastestBackendCount() throws IOException {
        kernels("2001-01-01-old", 9e9, 8e9);
        kernels("2001-01-02-new", 1.5e9, 2.25e9);
        jobs("2001-01-02-new-jobs");

        assertThat(PerformancePage.of(results))
                .contains("Z80, 1 cores, none. Commit abc.")
                .contains("| k = 3, N = 400 |  |  | 2250 |  | 25.00 |")
                .contains("| k = 3 | 300.0 | 20 |")
                .contains("| triplets | 84 | 2 | 0.25 (0.0050) | 1.50 |")
                .contains("- triplets: `./oinfo scan X`")
                .contains("- HOI: not run")
                .contains("- [2001-01-01-old](../bench/results/2001-01-01-old/README.md)");
    }

    @Test
    void recordsThatAreMissingAreNamed() throws IOException {
        kernels("2001-01-01-old", 1e9, 2e9);

        assertThatThrownBy(() -> PerformancePage.of(results))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there must be a record of whole jobs: found none");
    }

    private void kernels(String name, double simd, double inC) throws IOException {
        write(name, """
                {"schema":"oinfo-bench/2",%s,"commit":"abc",
                 "scans":[{"task":"k = 3, N = 400","implementation":"oinfo simd, plain","parameters":{"mode":"plain"},"per_second":%s},
                          {"task":"k = 3, N = 400","implementation":"oinfo native, plain","parameters":{"mode":"plain"},"per_second":%s},
                          {"task":"k = 3, N = 400","implementation":"plain Java, Cholesky per n-plet","parameters":{},"per_second":25e6}],
                 "measures":[{"task":"k = 3","implementation":"oinfo native","per_second":3e8},
                             {"task":"k = 3","implementation":"EJML","per_second":1.5e7}]}""".formatted(MACHINE, simd, inC));
    }

    private void jobs(String name) throws IOException {
        write(name, """
                {"schema":"oinfo-jobs/1","machine":{"processor":"Z80","commit":"abc"},"notes":["HOI: not run"],
                 "rows":[{"job":"triplets","name":"oinfo","command":"env ./oinfo scan X","nplets":84,"threads":2,"wall":0.25,
                          "warm":{"wall":0.005}},
                         {"job":"triplets","name":"THOI","command":"python","nplets":84,"threads":2,"wall":1.5}]}""");
    }

    private void write(String name, String json) throws IOException {
        Path folder = Files.createDirectories(results.resolve(name));
        Files.writeString(folder.resolve("results.json"), json);
        Files.writeString(folder.resolve("README.md"), "# A record\n");
    }
}
