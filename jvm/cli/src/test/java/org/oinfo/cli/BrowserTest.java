package org.oinfo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages of reports in a real browser; see {@link Browser}. */
@Tag("browser")
class BrowserTest {
    @TempDir
    Path folder;

    @Test
    void everyChartOfAScanIsDrawn() throws IOException, InterruptedException {
        String samples = TestData.write(folder, "x.csv", TestData.samples(60));
        String result = folder.resolve("r.json").toString();
        Path page = folder.resolve("r.html");
        Command.run(
                "scan", samples, "--order", "3..4", "--level", "full", "--format", "json", "--out", result, "--quiet");
        Command report = Command.run("report", result, "--out", page.toString());
        assertThat(report.code()).as(report.err()).isZero();
        String dom = Browser.shown(page, folder);
        // Shares and orders; of each order a landscape, rows, a plane, a network, variables; correlations. Each wide
        // and narrow.
        int charts = 2 + 2 * 5 + 1;
        assertThat(Browser.count(dom, "<figure>")).isEqualTo(charts);
        assertThat(Browser.count(dom, "<svg class=\"(wide|narrow)\" role=\"img\" aria-label=\"[^\"]+\""))
                .isEqualTo(2 * charts);
        // The script of sortable columns has run: a keyboard reaches their heads.
        assertThat(Browser.count(dom, "<th scope=\"col\"[^>]* tabindex=\"0\"")).isGreaterThan(8);
    }
}
