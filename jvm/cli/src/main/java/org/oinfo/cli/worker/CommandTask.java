package org.oinfo.cli.worker;

import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.oinfo.cli.process.ExitCode;
import org.oinfo.cli.process.Interruption;
import org.oinfo.cli.process.ProgressSink;
import org.oinfo.cli.process.Streams;

/**
 * A command line that is run with streams of its own.
 *
 * @param words the command line
 * @param result makes the answer of what it printed
 */
record CommandTask(String[] words, CommandTable commands, Shelf shelf, Function<String, Reply> result) implements Task {
    @Override
    public Reply run(Interruption interruption, ProgressSink progress) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StringWriter err = new StringWriter();
        Streams streams =
                new Streams(new NoInput(), out, new PrintWriter(err, true), false, interruption, progress, shelf);
        int code = commands.run(words, streams);
        if (code != ExitCode.DONE && (code != ExitCode.INTERRUPTED || out.size() == 0)) {
            return Reply.failed(code, new StandardError(err.toString()).problem());
        }
        return result.apply(out.toString(StandardCharsets.UTF_8));
    }
}
