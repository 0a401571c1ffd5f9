package org.oinfo.study.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.oinfo.cli.Browser;
import org.oinfo.study.result.StudyResult;

/** The page of a study in a real browser; see {@link Browser}. */
class StudyBrowserTest {
    @TempDir
    Path folder;

    private String shown(StudyResult result) throws IOException, InterruptedException {
        Path page = folder.resolve("study.html");
        try (Writer out = Files.newBufferedWriter(page)) {
            StudyPage.write(result, out);
        }
        return Browser.shown(page, folder);
    }

    private static void everyChartIsDrawn(String dom, int charts) {
        assertThat(Browser.count(dom, "<div class=\"chart[ \"]")).isEqualTo(charts);
        assertThat(Browser.count(dom, "<svg[^>]*class=\"marks\"")).isEqualTo(charts);
        assertThat(Browser.count(dom, "class=\"vega-error|class=\"error")).isZero();
        assertThat(Browser.count(dom, ">(NaN|undefined|Infinity|null)<")).isZero();
    }

    @Test
    void everyChartOfAStudyIsDrawn() throws IOException, InterruptedException {
        String dom = shown(InventedStudy.of(2));
        everyChartIsDrawn(dom, 14);
        assertThat(Browser.count(dom, "aria-roledescription=\"(point|circle)\""))
                .isGreaterThan(2 * 3 * 190);
        assertThat(Browser.count(dom, "aria-roledescription=\"bar\""))
                .as("layers x orders x kinds")
                .isEqualTo(21);
    }

    @Test
    void chartsOfHalfAStudyAreDrawn() throws IOException, InterruptedException {
        everyChartIsDrawn(shown(InventedStudy.partly()), 5);
    }

    @Test
    void chartsOfCapturedActivationsAreDrawn() throws IOException, InterruptedException {
        everyChartIsDrawn(shown(InventedStudy.captured()), 4);
    }
}
