package org.oinfo.cli.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/** Passes on what a process writes to standard error, as it comes, without what Java says of the options that Spark gives it. */
final class ErrorLines implements Runnable {
    private static final String JAVA_WARNS = "WARNING: ";

    private final InputStream from;
    private final PrintWriter to;

    ErrorLines(InputStream from, PrintWriter to) {
        this.from = from;
        this.to = to;
    }

    @Override
    public void run() {
        try (Reader reader = new InputStreamReader(from, StandardCharsets.UTF_8)) {
            StringBuilder begun = new StringBuilder();
            boolean passing = false;
            for (int c = reader.read(); c >= 0; c = reader.read()) {
                if (passing) {
                    to.write(c);
                } else {
                    begun.append((char) c);
                    passing = !(begun.length() <= JAVA_WARNS.length()
                            ? JAVA_WARNS.startsWith(begun.toString())
                            : begun.indexOf(JAVA_WARNS) == 0);
                    if (passing) {
                        to.write(begun.toString());
                    }
                }
                if (c == '\n') {
                    passing = false;
                    begun.setLength(0);
                }
                if (!reader.ready()) {
                    to.flush();
                }
            }
            to.flush();
        } catch (IOException e) {
            // The process has ended, and this with it.
            to.flush();
        }
    }
}
