package org.oinfo.study.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.oinfo.cli.PageLook;
import org.oinfo.cli.Screen;
import org.oinfo.study.result.StudyResult;

/** The page of a study on a desk's screen and on a phone's, light and dark. */
@Tag("browser")
class StudyScreenTest {
    private static final String FIRST_CHART = "document.querySelector('.chart').getBoundingClientRect()";

    @TempDir
    Path folder;

    private Path page(StudyResult result) throws IOException {
        Path page = folder.resolve("study.html");
        try (Writer out = Files.newBufferedWriter(page)) {
            StudyPage.write(result, out);
        }
        return page;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aStudyIsWholeAndReadable(boolean dark) throws IOException, InterruptedException {
        StudyResult study = InventedStudy.of(2);
        Path page = page(study);
        try (Screen screen = Screen.start(folder, dark)) {
            screen.open(page, PageLook.DESK);
            screen.picture("study-" + PageLook.DESK.width() + (dark ? "-dark" : ""));
            PageLook.isWhole(screen, PageLook.DESK);
            PageLook.isReadable(screen, dark);
            assertThat(screen.evaluate(FIRST_CHART + ".bottom").asDouble())
                    .as("the first figure is on the first screen")
                    .isLessThan(PageLook.DESK.height());
            assertThat(screen.evaluate("document.querySelectorAll('.findings tbody tr').length")
                            .asInt())
                    .isEqualTo(study.claims().size());
            assertThat(screen.evaluate("document.querySelectorAll('.findings details[open]').length")
                            .asInt())
                    .isZero();
            screen.open(page, PageLook.PHONE);
            screen.picture("study-" + PageLook.PHONE.width() + (dark ? "-dark" : ""));
            PageLook.isWhole(screen, PageLook.PHONE);
            PageLook.isReadable(screen, dark);
            assertThat(screen.evaluate("document.querySelector('section p').getBoundingClientRect().bottom")
                            .asDouble())
                    .as("what to take home is on the first screen of a phone")
                    .isLessThan(PageLook.PHONE.height());
            assertThat(screen.said()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"partly", "captured"})
    void partsOfAStudyAreWholeOnAPhone(String which) throws IOException, InterruptedException {
        Path page = page(which.equals("partly") ? InventedStudy.partly() : InventedStudy.captured());
        try (Screen screen = Screen.start(folder, false)) {
            screen.open(page, PageLook.PHONE);
            PageLook.isWhole(screen, PageLook.PHONE);
            assertThat(screen.said()).isEmpty();
        }
    }
}
