package org.oinfo.study.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.oinfo.cli.process.Streams;
import org.oinfo.study.ActivationStudy;
import org.oinfo.study.Study;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code oinfo study importance}: scores of single neurons. */
@Command(
        name = "importance",
        description = {
            "Scores every neuron, by the groups that hold it and by itself alone.",
            "Stages before it that are not finished are done first. FOLDER may be one of activations, too, as `oinfo study"
                    + " capture --onnx` writes it.",
            ""
        })
final class ImportanceCommand implements Callable<Integer> {
    private final Streams streams;
    private final String typed;

    @Mixin
    private FolderOptions folder = new FolderOptions();

    @Mixin
    private CaptureOptions capture = new CaptureOptions();

    @Mixin
    private ScoreOptions scores = new ScoreOptions();

    ImportanceCommand(Streams streams, String typed) {
        this.streams = streams;
        this.typed = typed;
    }

    @Override
    public Integer call() throws IOException {
        StudyRun run = new StudyRun(streams, typed, folder);
        Optional<Path> given = run.given();
        if (given.isPresent()) {
            return run.onActivations(
                    given.get(),
                    settings -> new ActivationStudy.Settings(settings.layers(), scores.applied(settings.importance())),
                    ActivationStudy::importance);
        }
        return run.goOn(
                settings ->
                        settings.with(capture.applied(settings.capture())).with(scores.applied(settings.importance())),
                Study.Stage.IMPORTANCE);
    }
}
