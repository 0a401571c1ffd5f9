package org.oinfo.cli.worker;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.oinfo.cli.process.ExitCode;
import org.oinfo.cli.process.Interruption;
import org.oinfo.cli.process.ProgressSink;
import org.oinfo.cli.process.Streams;
import org.oinfo.data.BadInputException;

/**
 * A command line that is run with streams of its own.
 *
 * @param words the command line
 * @param result makes the answer of what it printed
 */
record CommandTask(String[] words, CommandTable commands, Shelf shelf, Function<String, Reply> result) implements Task {
    private static final String WARNING = "oinfo: warning: ";
    private static final String ERROR = "oinfo: ";

    @Override
    public Reply run(Interruption interruption, ProgressSink progress) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StringWriter err = new StringWriter();
        Streams streams =
                new Streams(new NoInput(), out, new PrintWriter(err, true), false, interruption, progress, shelf);
        int code = commands.run(words, streams);
        if (code != ExitCode.DONE && (code != ExitCode.INTERRUPTED || out.size() == 0)) {
            return Reply.failed(code, problem(err.toString()));
        }
        return result.apply(out.toString(StandardCharsets.UTF_8));
    }

    /** The line that says what was wrong: behind warnings, before the trace of an error in this program. */
    private static String problem(String err) {
        return err.lines()
                .filter(line -> line.startsWith(ERROR) && !line.startsWith(WARNING))
                .findFirst()
                .map(line -> line.substring(ERROR.length()))
                .orElse("it ended without a word");
    }

    /** What a command finds on standard input, which is not its own. */
    private static final class NoInput extends InputStream {
        @Override
        public int read() {
            throw refused();
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            throw refused();
        }

        private static BadInputException refused() {
            return new BadInputException("- must not be given here: standard input carries the calls; give a file");
        }
    }
}
