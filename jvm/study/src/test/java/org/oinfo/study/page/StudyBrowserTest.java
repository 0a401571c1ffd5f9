package org.oinfo.study.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.oinfo.study.result.StudyResult;

/** The page as a real browser shows it, without a network. Skipped, with the reason, where there is no Chromium. */
class StudyBrowserTest {
    @TempDir
    Path folder;

    private static Optional<Path> browser() {
        return Stream.of(System.getenv("PATH").split(":"))
                .flatMap(place -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(place, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** The page's elements after its scripts have run; nothing may have been said on the console. */
    private String shown(StudyResult result) throws IOException, InterruptedException {
        Optional<Path> browser = browser();
        assumeTrue(browser.isPresent(), "no Chromium on this machine's PATH: pages are not opened");
        Path page = folder.resolve("study.html");
        try (Writer out = Files.newBufferedWriter(page)) {
            StudyPage.write(result, out);
        }
        Path dom = folder.resolve("dom.html");
        Path console = folder.resolve("console.txt");
        Process process = new ProcessBuilder(
                        browser.orElseThrow().toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--host-resolver-rules=MAP * ~NOTFOUND",
                        "--user-data-dir=" + folder.resolve("profile"),
                        "--enable-logging=stderr",
                        "--virtual-time-budget=20000",
                        "--dump-dom",
                        page.toUri().toString())
                .redirectOutput(dom.toFile())
                .redirectError(console.toFile())
                .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).as("Chromium ended").isTrue();
        List<String> said = Files.readAllLines(console).stream()
                .filter(line -> line.contains("CONSOLE"))
                .toList();
        assertThat(said).isEmpty();
        return Files.readString(dom);
    }

    private static int count(String text, String pattern) {
        return (int) Pattern.compile(pattern).matcher(text).results().count();
    }

    private static void everyChartIsDrawn(String dom, int charts) {
        assertThat(count(dom, "<div class=\"chart[ \"]")).isEqualTo(charts);
        assertThat(count(dom, "<svg[^>]*class=\"marks\"")).isEqualTo(charts);
        assertThat(count(dom, "class=\"vega-error|class=\"error")).isZero();
        assertThat(count(dom, ">(NaN|undefined|Infinity|null)<")).isZero();
    }

    @Test
    void everyChartOfAStudyIsDrawn() throws IOException, InterruptedException {
        String dom = shown(InventedStudy.of(2));
        everyChartIsDrawn(dom, 13);
        assertThat(count(dom, "aria-roledescription=\"(point|circle)\"")).isGreaterThan(2 * 3 * 190);
        assertThat(count(dom, "aria-roledescription=\"bar\""))
                .as("layers x orders x kinds")
                .isEqualTo(21);
    }

    @Test
    void chartsOfHalfAStudyAreDrawn() throws IOException, InterruptedException {
        everyChartIsDrawn(shown(InventedStudy.partly()), 4);
    }

    @Test
    void chartsOfCapturedActivationsAreDrawn() throws IOException, InterruptedException {
        everyChartIsDrawn(shown(InventedStudy.captured()), 4);
    }
}
