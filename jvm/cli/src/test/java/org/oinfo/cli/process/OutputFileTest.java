package org.oinfo.cli.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.oinfo.data.BadInputException;

/** Where a result goes, and where it goes when that place turns out to be none. */
class OutputFileTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream standard = new ByteArrayOutputStream();

    private String printed() {
        return standard.toString(StandardCharsets.UTF_8);
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    /** Characters of one to four bytes, cut wherever pieces end. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 1000, 65_535, 65_536, 65_537, 100_001})
    void bytesAreThoseOfTheTextHoweverItIsCut(int piece) throws IOException {
        String text = "a\u00e9\u20ac\ud83d\ude00b".repeat(40_000);
        try (OutputFile out = OutputFile.open(null, List.of(), standard)) {
            out.write(writer -> {
                for (int from = 0; from < text.length(); from += piece) {
                    String part = text.substring(from, Math.min(text.length(), from + piece));
                    if (from / piece % 2 == 0) {
                        writer.write(part);
                    } else {
                        writer.write(part.toCharArray());
                    }
                }
            });
        }
        assertThat(standard.toByteArray()).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theResultOfAFolderThatVanishesComesOnStandardOutput() throws IOException {
        Path gone = Files.createDirectory(folder.resolve("gone"));
        String name = gone.resolve("r.csv").toString();
        try (OutputFile out = OutputFile.open(name, List.of(), standard)) {
            remove(gone);
            assertThatThrownBy(() -> out.write(writer -> writer.write("o\n1.5\n")))
                    .isInstanceOf(IOException.class)
                    .hasMessage("the result is on standard output, because --out failed: its folder is gone, or was"
                            + " emptied, while the result was made");
        }
        assertThat(printed()).isEqualTo("o\n1.5\n");
        assertThat(gone).doesNotExist();
    }

    @Test
    void aResultThatCannotBeWrittenInFullComesOnStandardOutputInFull() throws IOException {
        try (OutputFile out = OutputFile.open(folder.resolve("r.csv").toString(), List.of(), standard)) {
            int[] calls = {0};
            assertThatThrownBy(() -> out.write(writer -> {
                        writer.write("first\n");
                        if (calls[0]++ == 0) {
                            throw new IOException(
                                    "r.csv cannot be written", new IOException("No space left on device"));
                        }
                        writer.write("last\n");
                    }))
                    .hasMessage("the result is on standard output, because --out failed: No space left on device");
        }
        assertThat(printed()).isEqualTo("first\nlast\n");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void aResultThatFindsItsPlaceIsNotPrinted() throws IOException {
        try (OutputFile out = OutputFile.open(folder.resolve("r.csv").toString(), List.of(), standard)) {
            out.write(writer -> writer.write("o\n"));
        }
        assertThat(folder.resolve("r.csv")).hasContent("o\n");
        assertThat(printed()).isEmpty();
    }

    @Test
    void aPipeThatNobodyReadsIsNoReasonToPrintAgain() throws IOException {
        try (OutputFile out = OutputFile.open(folder.resolve("r.csv").toString(), List.of(), standard)) {
            assertThatThrownBy(() -> out.write(writer -> {
                        throw new ClosedPipeException(new IOException("Broken pipe"));
                    }))
                    .isInstanceOf(ClosedPipeException.class);
        }
        assertThat(printed()).isEmpty();
    }

    /** The parts that a cluster reads may be on this machine. */
    @Test
    void aPartAtALocationIsNotWrittenOver() throws IOException {
        Path parts = Files.createDirectory(folder.resolve("parts"));
        String part = Files.writeString(parts.resolve("p.npy"), "part").toString();
        for (String input : List.of("file://" + part, "file:" + part, "file://" + parts, "file://localhost" + parts)) {
            assertThatThrownBy(() -> OutputFile.open(part, List.of(input), standard))
                    .as(input)
                    .isInstanceOf(BadInputException.class)
                    .hasMessageStartingWith("--out must not be the input: both are " + part);
        }
        try (OutputFile beside =
                OutputFile.open(folder.resolve("p.npy").toString(), List.of("file://" + parts), standard)) {
            beside.write(writer -> writer.write("result"));
        }
        assertThat(folder.resolve("p.npy")).hasContent("result");
        assertThat(Path.of(part)).hasContent("part");
    }
}
