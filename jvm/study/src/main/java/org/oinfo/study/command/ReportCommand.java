package org.oinfo.study.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.oinfo.cli.process.Streams;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code oinfo study report}: the page and the summary of what is finished. */
@Command(
        name = "report",
        description = {
            "Writes study.html, study.json and the summary from the stages that are finished; computes nothing.",
            ""
        })
final class ReportCommand implements Callable<Integer> {
    private final Streams streams;
    private final String typed;

    @Mixin
    private FolderOptions folder = new FolderOptions();

    public ReportCommand(Streams streams, String typed) {
        this.streams = streams;
        this.typed = typed;
    }

    @Override
    public Integer call() throws IOException {
        return new StudyRun(streams, typed, folder).report();
    }
}
