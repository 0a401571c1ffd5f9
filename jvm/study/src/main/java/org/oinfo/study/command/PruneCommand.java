package org.oinfo.study.command;

import java.io.IOException;
import org.oinfo.cli.process.Streams;
import org.oinfo.study.Study;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code oinfo study prune}: sub-networks. */
@Command(
        name = "prune",
        description = {
            "Cuts out sub-networks, tests them as they are, trained again and trained on.",
            "Stages before it that are not finished are done first.",
            ""
        })
final class PruneCommand extends StageCommand {
    @Mixin
    private CaptureOptions capture = new CaptureOptions();

    @Mixin
    private ScoreOptions scores = new ScoreOptions();

    @Mixin
    private PruneOptions prune = new PruneOptions();

    PruneCommand(Streams streams, String typed) {
        super(streams, typed);
    }

    @Override
    int run(StudyRun study) throws IOException {
        return study.goOn(
                settings -> settings.with(capture.applied(settings.capture()))
                        .with(scores.applied(settings.importance()))
                        .with(prune.applied(settings.prune(), settings.train())),
                Study.Stage.PRUNE);
    }
}
