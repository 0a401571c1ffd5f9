package org.oinfo.study.command;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.oinfo.study.WholeFile;
import org.oinfo.study.importance.ImportanceCsv;
import org.oinfo.study.page.StudyJson;
import org.oinfo.study.page.StudyPage;
import org.oinfo.study.page.StudyPicture;
import org.oinfo.study.result.StudyResult;

/** What a study leaves in its folder for people and programs; each file appears when it is whole. */
final class StudyFiles {
    private static final String RESULT = "study.json";

    private StudyFiles() {}

    /** Writes text. */
    @FunctionalInterface
    interface Text {
        void write(Writer out) throws IOException;
    }

    /** Writes all that a study found. */
    static void write(StudyResult result, Path folder) throws IOException {
        write(folder.resolve(RESULT), out -> StudyJson.write(result, out));
        write(folder.resolve("study.html"), out -> StudyPage.write(result, out));
        write(folder.resolve("study.svg"), out -> out.write(StudyPicture.of(result)));
        write(folder.resolve("importance.csv"), out -> ImportanceCsv.write(result.importance(), out));
    }

    /** What a study found, as it was written; nothing where none was finished. */
    static Optional<StudyResult> read(Path folder) throws IOException {
        Path file = folder.resolve(RESULT);
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        try (Reader text = Files.newBufferedReader(file)) {
            return Optional.of(StudyJson.read(text, file.toString()));
        }
    }

    /** Writes a file in UTF-8. */
    static void write(Path file, Text text) throws IOException {
        WholeFile.write(file, bytes -> {
            Writer out = new OutputStreamWriter(bytes, StandardCharsets.UTF_8);
            text.write(out);
            out.flush();
        });
    }
}
