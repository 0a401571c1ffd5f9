package org.oinfo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page of a result on a desk's screen and on a phone's, light and dark, with names that are far too long. */
@Tag("browser")
class ReportScreenTest {
    private static final String LONG = "left_posterior_hippocampus_after_motion_correction_and_filtering_";

    @TempDir
    Path folder;

    private Path page(String... command) throws IOException {
        String names = IntStream.range(0, 6).mapToObj(i -> LONG + i).collect(Collectors.joining(","));
        command[1] = TestData.write(folder, "x.csv", names + "\n" + TestData.samples(60));
        Path result = folder.resolve("r.json");
        Path page = folder.resolve("r.html");
        Command made = Command.run(command);
        assertThat(made.code()).as(made.err()).isZero();
        Files.writeString(result, made.out());
        Command report = Command.run("report", result.toString(), "--out", page.toString());
        assertThat(report.code()).as(report.err()).isZero();
        return page;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aScanIsWholeAndReadable(boolean dark) throws IOException, InterruptedException {
        Path page = page("scan", "DATA", "--order", "3..4", "--level", "full", "--format", "json", "--quiet");
        try (Screen screen = Screen.start(folder, dark)) {
            for (PageLook.Size size : List.of(PageLook.DESK, PageLook.PHONE)) {
                screen.open(page, size);
                screen.picture("scan-" + size.width() + (dark ? "-dark" : ""));
                PageLook.isWhole(screen, size);
                PageLook.isReadable(screen, dark);
            }
            assertThat(screen.said()).isEmpty();
        }
    }

    @Test
    void aListingIsWholeOnAPhone() throws IOException, InterruptedException {
        Path page = page("null", "DATA", "--order", "3", "--surrogates", "19", "--format", "json", "--quiet");
        try (Screen screen = Screen.start(folder, false)) {
            screen.open(page, PageLook.PHONE);
            PageLook.isWhole(screen, PageLook.PHONE);
            // The n-plet and what stands beside it are seen before anything is moved.
            assertThat(screen.evaluate("document.querySelector('td:nth-child(2)').getBoundingClientRect().right")
                            .asDouble())
                    .isLessThan(PageLook.PHONE.width());
        }
    }

    @Test
    void tablesAreSortedAndFilteredByTheKeyboard() throws IOException, InterruptedException {
        Path page = folder.resolve("planted.html");
        String data = folder.resolve("planted.csv").toString();
        Command.run("simulate", "synergistic", "--variables", "8", "--samples", "60", "--out", data, "--quiet");
        Command made = Command.run("scan", data, "--quiet", "--report", page.toString());
        assertThat(made.code()).as(made.err()).isZero();
        try (Screen screen = Screen.start(folder, false)) {
            screen.open(page, PageLook.DESK);
            String column =
                    "[...document.querySelector('table').tBodies[0].rows].map(r => Number(r.cells[1].textContent))";
            screen.evaluate("{ const th = document.querySelectorAll('th')[1]; th.focus();"
                    + " th.dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', bubbles: true})); }");
            assertThat(screen.evaluate("document.activeElement.tagName").asString())
                    .isEqualTo("TH");
            String sorted = "document.querySelectorAll('th')[1].getAttribute('aria-sort')";
            assertThat(screen.evaluate(sorted).asString()).isEqualTo("descending");
            // The rows are moved when the browser has time.
            screen.await("String(" + column + ") == String(" + column + ".toSorted((a, b) => b - a))");
            screen.evaluate("{ const f = document.querySelector('.filter'); f.value = 'x0, x1, x2';"
                    + " f.dispatchEvent(new Event('input')); }");
            assertThat(screen.evaluate(
                                    "[...document.querySelector('table').tBodies[0].rows].filter(r => !r.hidden).length")
                            .asInt())
                    .isEqualTo(1);
            assertThat(screen.evaluate("document.querySelector('output').textContent")
                            .asString())
                    .isEqualTo("1 of 20 rows");
            assertThat(screen.said()).isEmpty();
        }
    }

    @Test
    void namesThatAreMarkupAreLetters() throws IOException, InterruptedException {
        String names =
                "<script>alert(1)</script>,\"\"\"quoted\"\", 'twice'\",\u0645\u0631\u062d\u0628\u0627,\ud83d\udc69\u200d\ud83d\udc67 family,a\u202eb,"
                        + "</style></svg>";
        String data = TestData.write(folder, "names.csv", names + "\n" + TestData.samples(60));
        Path page = folder.resolve("names.html");
        Command made =
                Command.run("scan", data, "--order", "3..4", "--level", "full", "--quiet", "--report", page.toString());
        assertThat(made.code()).as(made.err()).isZero();
        try (Screen screen = Screen.start(folder, false)) {
            screen.open(page, PageLook.PHONE);
            PageLook.isWhole(screen, PageLook.PHONE);
            assertThat(screen.said()).isEmpty();
            assertThat(screen.evaluate("document.querySelectorAll('td script, td style, svg script, footer p').length")
                            .asInt())
                    .isEqualTo(1);
            assertThat(screen.evaluate("document.querySelector('td').textContent")
                            .asString())
                    .doesNotContain("\u202e");
        }
    }
}
