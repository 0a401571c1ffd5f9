package org.oinfo.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.oinfo.cli.Command;

/** What {@code oinfo report} says to files that it cannot show. */
class ReportCommandTest {
    @TempDir
    Path folder;

    @Test
    void damageEndsInOneLineThatNamesTheField() throws IOException {
        Path result = folder.resolve("r.json");
        Path page = folder.resolve("r.html");
        Files.writeString(
                result,
                "{\"schema\":\"oinfo/1\",\"run\":{\"unit\":\"nats\"},\"variables\":[],\"dropped\":[],\"figures\":{},\"\":[]}");
        Command report = Command.run("report", result.toString(), "--out", page.toString());
        assertThat(report.code()).isEqualTo(2);
        assertThat(report.err())
                .isEqualTo("oinfo: a result must have a name of small letters: found an array of 0 in " + result
                        + "; give the file as oinfo wrote it with --format json\n");
        assertThat(page).doesNotExist();
    }

    @Test
    void aPathThatCannotBeSpeltIsNamed() {
        // As a name with letters that the locale lacks, which this process cannot make.
        Command report = Command.run("report", "a\0b");
        assertThat(report.code()).isEqualTo(2);
        assertThat(report.err()).startsWith("oinfo: RESULT.json must be a path that this locale can spell: found a");
    }

    @Test
    void bytesThatAreNoTextAreRefused() throws IOException {
        Path result = folder.resolve("r.json");
        Files.write(result, new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'});
        Command report = Command.run("report", result.toString());
        assertThat(report.code()).isEqualTo(2);
        assertThat(report.err())
                .startsWith("oinfo: a result must be JSON that oinfo wrote: " + result + " is not JSON at line 1");
    }

    /** As UTF-32 it begins, and the second letter is beyond Unicode; UTF-32 in an order of bytes that no machine has. */
    @ParameterizedTest
    @ValueSource(strings = {"{\0\0\0sche", "\0{\0\0sche"})
    void lettersThatAnEncodingDoesNotHaveAreRefused(String bytes) throws IOException {
        Path result = folder.resolve("r.json");
        Files.writeString(result, bytes, StandardCharsets.US_ASCII);
        Command report = Command.run("report", result.toString());
        assertThat(report.code()).isEqualTo(2);
        assertThat(report.err())
                .startsWith("oinfo: a result must be JSON that oinfo wrote: " + result + " is not JSON")
                .hasLineCount(1);
    }
}
