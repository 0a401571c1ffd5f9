package org.oinfo.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Whatever a name holds, a drawing stays one. */
class LetteringTest {
    @Test
    void whatFitsStaysAndWhatDoesNotLosesItsMiddle() {
        assertThat(Lettering.fitted("hippocampus", 100)).isEqualTo("hippocampus");
        String fitted = Lettering.fitted("left_posterior_hippocampus_7", 80);
        assertThat(fitted).startsWith("left_").endsWith("_7").contains("…");
        assertThat(Lettering.width(fitted)).isLessThanOrEqualTo(80);
        assertThat(Lettering.fitted("name", 0)).isEqualTo("…");
    }

    @Test
    void halvesOfLettersAreNotLeft() {
        String faces = "\ud83d\ude00".repeat(40);
        for (int room = 0; room < 200; room += 7) {
            assertThat(Lettering.fitted(faces, room).replace("\ud83d\ude00", ""))
                    .isIn("…", "");
        }
        assertThat(Lettering.shown("a\ud83d")).isEqualTo("a\ufffd");
    }

    @Test
    void markupAndWhatXmlCannotHoldAreLetters() {
        assertThat(Lettering.escaped("<a href=\"&\">'\u0000\u0007\u202e\uffff"))
                .isEqualTo("&lt;a href=&quot;&amp;&quot;&gt;'\ufffd\ufffd\ufffd\ufffd");
    }
}
