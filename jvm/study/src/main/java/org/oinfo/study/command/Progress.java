package org.oinfo.study.command;

import org.oinfo.cli.process.ProgressLine;
import org.oinfo.cli.process.Streams;
import org.oinfo.study.StudyProgress;

/** Tells on standard error what a study does, and hears Ctrl-C. */
final class Progress implements StudyProgress {
    private final Streams streams;
    private final boolean quiet;

    Progress(Streams streams, boolean quiet) {
        this.streams = streams;
        this.quiet = quiet;
    }

    @Override
    public Stage begin(String what, long total) {
        ProgressLine line = new ProgressLine(streams, quiet, what, total);
        return new Stage() {
            @Override
            public boolean goOn(org.oinfo.parallel.Progress progress) {
                return line.goOn(progress);
            }

            @Override
            public void close() {
                line.close();
            }
        };
    }

    @Override
    public void say(String text) {
        if (!quiet) {
            // Over what a progress bar may have left of its line.
            streams.err().print(streams.terminal() ? "\r\033[K" + text + '\n' : text + '\n');
            streams.err().flush();
        }
    }
}
