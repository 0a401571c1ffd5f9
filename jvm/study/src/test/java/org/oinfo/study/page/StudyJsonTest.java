package org.oinfo.study.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.oinfo.data.BadInputException;
import org.oinfo.study.result.StudyResult;

/** A study survives its file, and nothing else is taken for one. */
class StudyJsonTest {
    private static String written(StudyResult result) {
        StringWriter out = new StringWriter();
        StudyJson.write(result, out);
        return out.toString();
    }

    private static StudyResult read(String text) {
        return StudyJson.read(new StringReader(text), "s.json");
    }

    @Test
    void whatWasWrittenIsReadBack() {
        StudyResult whole = InventedStudy.of(2);
        assertThat(read(written(whole)).equals(whole)).isTrue();
        StudyResult alone = InventedStudy.of(1);
        assertThat(read(written(alone)).equals(alone)).isTrue();
        StudyResult captured = InventedStudy.captured();
        assertThat(read(written(captured))).isEqualTo(captured);
    }

    @Test
    void refusesWhatIsNoStudyInOneLine() {
        assertThatThrownBy(() -> read("{\"schema\":\"oinfo/1\"}"))
                .isInstanceOf(BadInputException.class)
                .hasMessage("a study must be JSON of schema oinfo-study/1: found schema \"oinfo/1\" in s.json; give the"
                        + " study.json of a study (oinfo report makes pages of other results)");
        assertThatThrownBy(() -> read("[]"))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("found no schema in s.json");
        assertThatThrownBy(() -> read("{\n oops"))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith(
                        "a study must be JSON that oinfo study wrote: s.json is not JSON at line 2, column ")
                .hasMessageNotContaining("\n");
    }

    @Test
    void refusesAStudyThatLacksAField() {
        String text = written(InventedStudy.captured());
        for (String broken : new String[] {
            text.replace("\"samples\"", "\"simples\""),
            text.replace("\"orders\" : [ ]", "\"orders\" : null"),
            text.replace("\"POST\"", "\"TOAST\"")
        }) {
            assertThat(broken).isNotEqualTo(text);
            assertThatThrownBy(() -> read(broken))
                    .isInstanceOf(BadInputException.class)
                    .hasMessageStartingWith("a study must have every field of schema oinfo-study/1: s.json does not (")
                    .hasMessageEndingWith("; make it again with oinfo study")
                    .hasMessageNotContaining("\n");
        }
    }
}
