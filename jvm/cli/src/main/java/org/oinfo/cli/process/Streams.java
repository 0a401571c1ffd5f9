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
 */
public record Streams(InputStream in, OutputStream out, PrintWriter err, boolean terminal, Interruption interruption) {}
