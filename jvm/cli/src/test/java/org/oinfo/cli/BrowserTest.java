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
        int charts = Browser.count(dom, "<div class=\"chart[ \"]");
        assertThat(charts).isEqualTo(2 + 2 * 3);
        assertThat(Browser.count(dom, "<svg[^>]*class=\"marks\"")).isEqualTo(charts);
        // Bars of shares, histograms and variables; the listed n-plets.
        assertThat(Browser.count(dom, "aria-roledescription=\"(rect|bar)\"")).isGreaterThan(8);
        assertThat(Browser.count(dom, "aria-roledescription=\"(point|circle)\""))
                .isGreaterThan(8);
    }
}
