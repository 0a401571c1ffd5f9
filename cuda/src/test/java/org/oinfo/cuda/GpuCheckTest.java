package org.oinfo.cuda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.oinfo.cuda.check.GpuCheck;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The check of a device, small, on the stand-in for a driver: that it runs and reports what it found. */
class GpuCheckTest {
    @TempDir
    private Path folder;

    @Test
    void everyStepRunsAndIsReported() throws IOException {
        assertThat(StandIn.backend().name()).isEqualTo("cuda");
        for (String step : List.of("backend", "correctness", "scan", "measures", "report")) {
            assertThat(run(step)).as(step).isZero();
        }
        JsonNode result = JsonMapper.shared().readTree(folder.resolve("result.json"));
        assertThat(result.get("machine").get(0).get("value").asString()).startsWith("cuda, CPU stand-in");
        assertThat(result.get("correctness"))
                .hasSizeGreaterThan(10)
                .allMatch(each -> each.get("ok").asBoolean())
                .anyMatch(each -> each.get("case").asString().equals("planted fault N=12 k=4"));
        assertThat(result.get("scan")).hasSize(10).allMatch(GpuCheckTest::timed);
        assertThat(result.get("measures")).hasSize(4);
        assertThat(folder.resolve("nplets-13.bin")).hasSize((3 + 13 * 50) * 4 + 50 * 8);
        assertThat(page())
                .contains("batches of measures against the canonical routine: all agree.")
                .contains("| 12 | 3 | one end | 220 | 100 % |")
                // Nobody measured the rate of instructions here.
                .contains("FMA on independent registers\n\nNot measured");
    }

    @Test
    void differencesAndWhatWasLeftOutAreShown() throws IOException {
        Files.writeString(folder.resolve("records.jsonl"), """
                {"step":"correctness","case":"scan a","nplets":4,"ok":true,"detail":""}
                {"step":"correctness","case":"scan b","nplets":4,"ok":false,"detail":"singular: 1 and not 0"}
                {"step":"fma","precision":"double","rate":1e13,"clock_mhz":1980}
                {"step":"scan","n":1000,"k":4,"mode":"one end","total":40,"nplets":10,"kernel_seconds":1e-11,"wall_seconds":2,"launches":3}
                {"step":"scan","n":1000,"k":5,"mode":"one end","left_out":"time was up"}
                {"step":"measures","what":"oinfo, kernel","order":3,"nplets":1000,"seconds":0.5}
                {"step":"measures","what":"cuSOLVER","order":4,"nplets":1000,"seconds":0.25,"max_error":1e-14}
                {"step":"measures","what":"cuS
                """, StandardOpenOption.CREATE_NEW);
        assertThat(run("report")).isZero();
        assertThat(page())
                .contains("1 DIFFER", "| scan b | singular: 1 and not 0 |")
                // 10 n-plets in 1e-11 s are 1e12/s; times 9 instructions of 1e13/s.
                .contains("| 1000 | 4 | one end | 10 | 25.0 % | 0.0 us | 2.00 s | 1.00e+12 | 90.0 % | 3 | 30-34 ms |")
                .contains("| 1000 | 5 | one end | left out: time was up |  |  |  |  |  |  | 10-12 s |")
                .contains("""
                        | order | n-plets | oinfo, kernel | cuSOLVER |
                        | ---: | ---: | ---: | ---: |
                        | 3 | 1000 | 2000 |  |
                        | 4 | 1000 |  | 4000 |
                        """)
                .contains("Largest error of Omega of cuSOLVER, as a share of 1 + S: 1.0e-14.");
    }

    private static boolean timed(JsonNode scan) {
        return scan.get("kernel_seconds").asDouble() > 0
                && scan.get("wall_seconds").asDouble() > 0
                && scan.get("launches").asInt() > 0;
    }

    private int run(String step) throws IOException {
        return GpuCheck.run(List.of(step, folder.toString(), "--small"));
    }

    private String page() throws IOException {
        return Files.readString(folder.resolve("result.md"));
    }
}
