package org.oinfo.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.oinfo.cli.process.Interruption;
import org.oinfo.cli.process.Streams;

/**
 * The result of one command line, run in this process.
 *
 * @param code exit code
 * @param out standard output
 * @param err standard error
 */
public record Command(int code, String out, String err) {
    /** Runs a command line. */
    public static Command run(String... args) {
        return runWithInput("", args);
    }

    public static Command runWithInput(String input, String... args) {
        return runWithInput(input.getBytes(StandardCharsets.UTF_8), args);
    }

    private static Command runWithInput(byte[] input, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StringWriter err = new StringWriter();
        Streams streams = new Streams(
                new ByteArrayInputStream(input), out, new PrintWriter(err, true), false, new Interruption());
        int code = Oinfo.run(args, streams);
        return new Command(code, out.toString(StandardCharsets.UTF_8), err.toString());
    }
}
