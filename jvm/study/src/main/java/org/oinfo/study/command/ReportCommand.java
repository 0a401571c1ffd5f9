package org.oinfo.study.command;

import java.io.IOException;
import org.oinfo.cli.process.Streams;
import picocli.CommandLine.Command;

/** {@code oinfo study report}: the page and the summary of what is finished. */
@Command(
        name = "report",
        description = {
            "Writes study.html, study.json and the summary from the stages that are finished; computes nothing.",
            ""
        })
final class ReportCommand extends StageCommand {
    ReportCommand(Streams streams, String typed) {
        super(streams, typed);
    }

    @Override
    int run(StudyRun study) throws IOException {
        return study.report();
    }
}
