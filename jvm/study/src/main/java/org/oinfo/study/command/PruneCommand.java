package org.oinfo.study.command;

import java.io.IOException;
import java.util.concurrent.Callable;
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
final class PruneCommand implements Callable<Integer> {
    private final Streams streams;
    private final String typed;

    @Mixin
    private FolderOptions folder = new FolderOptions();

    @Mixin
    private CaptureOptions capture = new CaptureOptions();

    @Mixin
    private ScoreOptions scores = new ScoreOptions();

    @Mixin
    private PruneOptions prune = new PruneOptions();

    PruneCommand(Streams streams, String typed) {
        this.streams = streams;
        this.typed = typed;
    }

    @Override
    public Integer call() throws IOException {
        return new StudyRun(streams, typed, folder)
                .goOn(
                        settings -> settings.with(capture.applied(settings.capture()))
                                .with(scores.applied(settings.importance()))
                                .with(scores.applied(settings.importance()))
                                .with(prune.applied(settings.prune(), settings.train())),
                        Study.Stage.PRUNE);
    }
}
