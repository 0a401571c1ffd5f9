package org.oinfo.cli.printed;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.oinfo.cli.Oinfo;
import org.oinfo.cli.process.Interruption;
import org.oinfo.cli.process.Streams;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs lines of commands one after the other, in the folder that this process was started in: one start of Java for all of
 * them.
 */
final class ShellRun {
    private ShellRun() {}

    /**
     * What a line of commands did.
     *
     * @param line the line
     * @param code exit code of the first command that failed, or 0
     * @param out standard output
     * @param err standard error
     * @param seconds how long it took
     */
    record Outcome(String line, int code, String out, String err, double seconds) {}

    /** Runs the lines of the first file and writes what they did, as JSON, to the second. */
    public static void main(String[] files) throws IOException {
        List<Outcome> outcomes = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of(files[0]))) {
            outcomes.add(run(line));
        }
        Files.writeString(Path.of(files[1]), JsonMapper.shared().writeValueAsString(outcomes));
    }

    private static Outcome run(String line) {
        long start = System.nanoTime();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StringWriter err = new StringWriter();
        int code = 0;
        for (List<List<String>> pipeline : ShellLine.parse(line)) {
            byte[] piped = {};
            for (List<String> command : pipeline) {
                ByteArrayOutputStream printed = new ByteArrayOutputStream();
                int ended = run(command, piped, printed, err);
                code = code == 0 ? ended : code;
                piped = printed.toByteArray();
            }
            out.writeBytes(piped);
        }
        double seconds = (System.nanoTime() - start) * 1e-9;
        return new Outcome(line, code, out.toString(StandardCharsets.UTF_8), err.toString(), seconds);
    }

    private static int run(List<String> command, byte[] input, ByteArrayOutputStream out, StringWriter err) {
        String[] args = command.subList(1, command.size()).toArray(String[]::new);
        return switch (command.getFirst()) {
            case "oinfo", "./oinfo" -> {
                Streams streams = new Streams(
                        new ByteArrayInputStream(input), out, new PrintWriter(err, true), false, new Interruption());
                yield Oinfo.run(args, streams);
            }
            case "printf" -> {
                out.writeBytes(args[0].replace("\\n", "\n").getBytes(StandardCharsets.UTF_8));
                yield 0;
            }
            default -> throw new IllegalArgumentException("a printed command must be oinfo or printf: " + command);
        };
    }
}
