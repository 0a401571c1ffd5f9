package org.oinfo.cli;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.oinfo.cli.process.Interruption;
import org.oinfo.cli.process.Spelling;
import org.oinfo.cli.process.Streams;

/**
 * What the archive of classes is recorded from: usual commands on the data of {@code examples}, the current folder, their output thrown
 * away. The launcher runs it once after each build.
 */
final class Rehearsal {
    private static final List<String> COMMANDS = List.of(
            "info",
            "scan activations.npy --order 3",
            "scan activations.npy --order 3..4 --columns 0-29 --top all --format csv",
            "scan series.csv --order 3..4 --format json",
            "scan series.csv --order 3 --level full",
            "measures activations.npy --nplets groups.txt --format csv",
            "worker",
            "scan --help");

    /** What the resident engine is asked, the only one of them that reads. */
    private static final String CALL = """
            {"jsonrpc":"2.0","id":1,"method":"scan","params":{"data":"series.csv","order":3}}
            """;

    private Rehearsal() {}

    /** Loads what {@link Main} needs before any command, and itself. */
    private static void start(String[] args) {
        Objects.requireNonNull(Main.class);
        new Interruption().install();
        Spelling.lostArgument(args);
    }

    /** Runs them. */
    public static void main(String[] args) {
        start(args);
        for (String command : COMMANDS) {
            Streams nowhere = new Streams(
                    new ByteArrayInputStream(CALL.getBytes(StandardCharsets.UTF_8)),
                    OutputStream.nullOutputStream(),
                    new PrintWriter(Writer.nullWriter()),
                    false,
                    new Interruption());
            int code = Oinfo.run(command.split(" "), nowhere);
            if (code != 0) {
                throw new IllegalStateException("every command must end well: " + command + " ended with " + code);
            }
        }
    }
}
