package org.oinfo.cli.process;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;

/**
 * The streams that a command talks to.
 *
 * @param in standard input
 * @param out standard output: results
 * @param err standard error: progress and messages
 * @param terminal whether standard error is a terminal
 * @param interruption whether the user wants to stop
 * @param progress is told how far the work is, besides the bar on a terminal
 * @param data what stays loaded, by the words that name it
 */
public record Streams(
        InputStream in,
        OutputStream out,
        PrintWriter err,
        boolean terminal,
        Interruption interruption,
        ProgressSink progress,
        NamedData data) {
    /** Streams of a command whose data is in files. */
    public Streams(
            InputStream in,
            OutputStream out,
            PrintWriter err,
            boolean terminal,
            Interruption interruption,
            ProgressSink progress) {
        this(in, out, err, terminal, interruption, progress, NamedData.NONE);
    }

    /** Streams of a command whose progress nobody but a terminal shows. */
    public Streams(InputStream in, OutputStream out, PrintWriter err, boolean terminal, Interruption interruption) {
        this(in, out, err, terminal, interruption, ProgressSink.NONE);
    }
}
