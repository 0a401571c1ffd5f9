package org.oinfo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.oinfo.data.Warning;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What there is to warn of reaches people, programs, and those who want none of it. */
class WarningsTest {
    @TempDir
    Path folder;

    private String constant = "";

    @BeforeEach
    void writeData() throws IOException {
        constant = TestData.write(folder, "x.csv", TestData.samples(3000));
    }

    @Test
    void aProgramFindsThemByName() {
        JsonNode result = JsonMapper.shared()
                .readTree(Command.run("scan", constant, "--format", "json").out());
        assertThat(result.get("warnings").values().stream()
                        .map(each -> each.get("name").asString()))
                .containsExactly("constant-columns", "determined-pair");
        assertThat(result.at("/warnings/0/data/columns/0").asInt()).isEqualTo(4);
        assertThat(result.at("/warnings/1/data/columns").values().stream().map(JsonNode::asInt))
                .containsExactly(3, 5);
        assertThat(result.at("/run/warnings/0").asString())
                .isEqualTo(result.at("/warnings/0/message").asString());
    }

    @Test
    void whatHasNothingToSaySaysNothing() {
        Command ran = Command.run("scan", constant, "--columns", "0-3", "--strict", "--format", "json");
        assertThat(ran.code()).isZero();
        assertThat(ran.err()).isEmpty();
        assertThat(JsonMapper.shared().readTree(ran.out()).has("warnings")).isFalse();
    }

    @Test
    void strictEndsBeforeAnythingIsWritten() {
        Path out = folder.resolve("out.json");
        Command ran = Command.run("scan", constant, "--strict", "--out", out.toString());
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err())
                .isEqualTo(
                        "oinfo: there must be nothing to warn of with --strict: 1 constant column left out: column 4,"
                                + " and 1 more; mend the data, or leave --strict out\n");
        assertThat(out).doesNotExist();
        assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void everyNameIsDocumented() throws IOException {
        String text = Files.readString(Path.of("..", "..", "docs", "output.md"));
        assertThat(Arrays.stream(Warning.Name.values()).map(Warning.Name::text))
                .allSatisfy(name -> assertThat(text).contains("| `" + name + "` |"));
    }
}
