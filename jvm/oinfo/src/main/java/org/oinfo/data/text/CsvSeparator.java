package org.oinfo.data.text;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds what separates the fields of a .csv file. */
public final class CsvSeparator {
    private CsvSeparator() {}

    /**
     * Tab if the first record has one outside quotes, else semicolon if it has one, else comma: where a semicolon separates,
     * commas are decimal points.
     */
    public static char detect(Path path) throws IOException {
        try (InputStream stream = new BufferedInputStream(Files.newInputStream(path))) {
            return detect(stream);
        }
    }

    /** Bytes will do: in UTF-8 none of a longer character looks like a separator, quote or line end. */
    private static char detect(InputStream stream) throws IOException {
        boolean comment = false;
        boolean quoted = false;
        boolean tab = false;
        boolean semicolon = false;
        boolean lineStart = true;
        boolean blank = true;
        for (int c = firstAfterMark(stream); c >= 0; c = stream.read()) {
            if (!quoted && (c == '\n' || c == '\r')) {
                if (!comment && !blank) {
                    break;
                }
                comment = false;
                tab = false;
                lineStart = true;
                continue;
            }
            comment |= lineStart && c == '#';
            lineStart = false;
            if (comment) {
                continue;
            }
            blank &= c == ' ' || c == '\t';
            quoted ^= c == '"';
            tab |= !quoted && c == '\t';
            semicolon |= !quoted && c == ';';
        }
        return tab ? '\t' : semicolon ? ';' : ',';
    }

    /** The first byte that does not belong to a byte order mark. */
    private static int firstAfterMark(InputStream stream) throws IOException {
        stream.mark(3);
        if (stream.read() != 0xEF || stream.read() != 0xBB || stream.read() != 0xBF) {
            stream.reset();
        }
        return stream.read();
    }

    /** Its name in messages. */
    static String name(char separator) {
        return switch (separator) {
            case '\t' -> "tab";
            case ';' -> "semicolon";
            default -> "comma";
        };
    }
}
