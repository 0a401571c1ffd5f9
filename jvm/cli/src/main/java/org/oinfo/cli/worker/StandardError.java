package org.oinfo.cli.worker;

import java.util.List;

/**
 * What a command said on standard error.
 *
 * @param text line by line
 */
public record StandardError(String text) {
    private static final String WARNING = "oinfo: warning: ";
    private static final String ERROR = "oinfo: ";

    /** The line that says what was wrong: behind warnings, before the trace of an error in this program. */
    public String problem() {
        return text.lines()
                .filter(line -> line.startsWith(ERROR) && !line.startsWith(WARNING))
                .findFirst()
                .map(line -> line.substring(ERROR.length()))
                .orElse("it ended without a word");
    }

    /** What it warned of. */
    public List<String> warnings() {
        return text.lines()
                .filter(line -> line.startsWith(WARNING))
                .map(line -> line.substring(WARNING.length()))
                .toList();
    }
}
