package org.oinfo.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages as a real browser shows them, without a network. Skipped, with the reason, where there is no Chromium. */
@Tag("browser")
class BrowserTest {
    @TempDir
    Path folder;

    private static Optional<String> chromium() {
        return Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(name -> Stream.of(System.getenv("PATH").split(":")).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }

    /** The page's elements after its scripts have run. */
    private String shown(Path page) throws IOException, InterruptedException {
        Optional<String> browser = chromium();
        assumeTrue(browser.isPresent(), "no Chromium on this machine's PATH: pages are not opened");
        Path dom = folder.resolve("dom.html");
        Path errors = folder.resolve("errors.txt");
        List<String> command = List.of(
                browser.orElseThrow(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--disable-component-update",
                "--host-resolver-rules=MAP * ~NOTFOUND",
                "--user-data-dir=" + folder.resolve("profile"),
                "--enable-logging=stderr",
                "--virtual-time-budget=10000",
                "--dump-dom",
                page.toUri().toString());
        Process process = new ProcessBuilder(command)
                .redirectOutput(dom.toFile())
                .redirectError(errors.toFile())
                .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).as("Chromium ended").isTrue();
        assertThat(Files.readString(errors)).doesNotContain("CONSOLE");
        return Files.readString(dom);
    }

    private static int count(String text, String pattern) {
        return (int) Pattern.compile(pattern).matcher(text).results().count();
    }

    @Test
    void everyChartOfAScanIsDrawn() throws IOException, InterruptedException {
        String samples = TestData.write(folder, "x.csv", TestData.samples(60));
        String result = folder.resolve("r.json").toString();
        Path page = folder.resolve("r.html");
        Command.run(
                "scan", samples, "--order", "3..4", "--level", "full", "--format", "json", "--out", result, "--quiet");
        Command report = Command.run("report", result, "--out", page.toString());
        assertThat(report.code()).as(report.err()).isZero();
        String dom = shown(page);
        int charts = count(dom, "<div class=\"chart[ \"]");
        assertThat(charts).isEqualTo(2 + 2 * 3);
        assertThat(count(dom, "<svg[^>]*class=\"marks\"")).isEqualTo(charts);
        // Bars of shares, histograms and variables; the listed n-plets.
        assertThat(count(dom, "aria-roledescription=\"(rect|bar)\"")).isGreaterThan(8);
        assertThat(count(dom, "aria-roledescription=\"(point|circle)\"")).isGreaterThan(8);
    }
}
