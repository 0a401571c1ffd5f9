package org.oinfo.study.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.oinfo.study.result.StudyResult;

/** The summary for a terminal. */
class StudyTextTest {
    private static String text(StudyResult result) {
        StringWriter out = new StringWriter();
        StudyText.write(result, new PrintWriter(out));
        return out.toString();
    }

    @Test
    void saysEveryClaimWithItsVerdictInLinesOfAHundredColumns() {
        StudyResult result = InventedStudy.whole();
        String text = text(result);
        assertThat(text.lines().mapToInt(String::length).max().orElseThrow()).isBetween(90, 100);
        assertThat(text)
                .startsWith(
                        "5 networks trained to 89.7 % accuracy on the test images. O-information of all groups of 3, 4, 5\n")
                .contains("\nHELD The first layer is dominated by redundancy\n")
                .contains("\nlayer   order  networks          mean Omega  smallest  largest  synergistic %\n")
                .contains("\nAccuracy in % by neurons kept, re-trained, every hidden layer cut (whole network 89.");
        assertThat(text.lines().filter(line -> line.matches("(HELD|FAILED|UNDECIDED|NO SIDE BEYOND THE MARGIN) .*")))
                .hasSize(result.claims().size());
    }

    @Test
    void missingPartsAreLeftOut() {
        assertThat(text(InventedStudy.captured()))
                .startsWith("O-information of all groups of 3 neurons in 3 layers. Their mean Omega/S goes from")
                .doesNotContain("Accuracy", "NaN");
        assertThat(text(InventedStudy.nothing())).isBlank();
    }
}
