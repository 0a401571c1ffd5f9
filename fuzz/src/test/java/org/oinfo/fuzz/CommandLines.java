package org.oinfo.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.oinfo.cli.Oinfo;
import org.oinfo.cli.process.ExitCode;
import org.oinfo.cli.process.Interruption;
import org.oinfo.cli.process.Streams;
import org.oinfo.data.damaged.Contract;

/** Runs command lines in this process that can neither write outside of the working directory nor ask for hours of work. */
final class CommandLines {
    /** Some samples, some groups, a result, a place for what is written, by these names. */
    private static final Pattern FILES = Pattern.compile("@(data|groups|result|out)");

    private static final Pattern SLASHES =
            Pattern.compile("(?<!tools|notifications|[$])/|(?i:\\\\u00[25][fc])|(?<![0-9])\\.\\.");
    private static final Pattern MANY_DIGITS = Pattern.compile("([0-9]{3})[0-9]+");
    private static final Pattern POWERS = Pattern.compile("([0-9.])[eE][+]?[0-9]+");
    private static final long MILLIS = 1000;
    private static final long PATIENT_MILLIS = 600_000;

    private static final ScheduledExecutorService TIMER = Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().daemon().name("fuzz-timer").unstarted(task));

    private final Map<String, Path> files;

    CommandLines() throws IOException {
        Path data = Scratch.file("data.csv", samples().getBytes(StandardCharsets.UTF_8));
        Path groups = Scratch.file("groups.txt", "0,1,2\n1,2,3\n".getBytes(StandardCharsets.UTF_8));
        Path result = Scratch.file("result.json", result("scan", data.toString(), "--format", "json"));
        files = Map.of("data", data, "groups", groups, "result", result, "out", data.resolveSibling("written"));
    }

    /**
     * What came of a command line.
     *
     * @param code exit code
     * @param out standard output
     * @param err standard error
     */
    @SuppressWarnings("ArrayRecordComponent") // not compared
    record Ran(int code, byte[] out, String err) {}

    private static String samples() {
        StringBuilder text = new StringBuilder("hip,knee,toe,tail,ear\n");
        Random random = new Random(7);
        for (int row = 0; row < 24; row++) {
            double shared = random.nextGaussian();
            for (int i = 0; i < 5; i++) {
                text.append(String.format("%.3f%s", shared + random.nextGaussian(), i < 4 ? "," : "\n"));
            }
        }
        return text.toString();
    }

    /** A text of an input as it may be run: file names as they are here, no other path, no large number. */
    String harmless(String text) {
        String tamed = SLASHES.matcher(text).replaceAll("_");
        tamed = MANY_DIGITS.matcher(tamed).replaceAll("$1");
        tamed = POWERS.matcher(tamed).replaceAll("$1");
        return FILES.matcher(tamed)
                .replaceAll(name -> Matcher.quoteReplacement(String.valueOf(files.get(name.group(1)))));
    }

    /** Runs one, interrupted after a second. */
    static Ran run(String... words) {
        return run(InputStream.nullInputStream(), new ByteArrayOutputStream(), MILLIS, words);
    }

    /** Runs one that must succeed, and is waited for. */
    static byte[] result(String... words) {
        Ran ran = run(InputStream.nullInputStream(), new ByteArrayOutputStream(), PATIENT_MILLIS, words);
        Contract.require(ran.code() == ExitCode.DONE, "done", ran.err());
        return ran.out();
    }

    /** Runs one whose input ends when something has been printed: what runs at its end would be cancelled. */
    static Ran serve(byte[] input, String awaited, String... words) {
        Conversation talk = new Conversation(input, awaited);
        return run(talk, talk.answers(), MILLIS, words);
    }

    private static Ran run(InputStream input, ByteArrayOutputStream out, long millis, String... words) {
        StringWriter err = new StringWriter();
        Interruption interruption = new Interruption();
        Streams streams = new Streams(input, out, new PrintWriter(err, true), false, interruption);
        ScheduledFuture<?> stop = TIMER.schedule(interruption::request, millis, TimeUnit.MILLISECONDS);
        int code = Oinfo.run(words, streams);
        stop.cancel(false);
        Contract.require(
                code >= ExitCode.DONE && code <= ExitCode.INTERRUPTED, "an exit code that is documented", code);
        String said = err.toString();
        // An exit code of 1 is for what the system refuses, such as a file name that is too long.
        Contract.require(!said.contains("should not have happened") && !said.contains("\tat "), "foreseen", said);
        boolean told = code == ExitCode.DONE || code == ExitCode.INTERRUPTED || said.contains("oinfo: ");
        Contract.require(told, "told in a line", said);
        return new Ran(code, out.toByteArray(), said);
    }
}
