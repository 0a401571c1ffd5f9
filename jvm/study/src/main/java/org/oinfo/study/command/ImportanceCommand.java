package org.oinfo.study.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
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
final class ImportanceCommand extends StageCommand {
    @Mixin
    private CaptureOptions capture = new CaptureOptions();

    @Mixin
    private ScoreOptions scores = new ScoreOptions();

    ImportanceCommand(Streams streams, String typed) {
        super(streams, typed);
    }

    @Override
    int run(StudyRun study) throws IOException {
        Optional<Path> given = study.given();
        if (given.isPresent()) {
            return study.onActivations(
                    given.get(),
                    settings -> new ActivationStudy.Settings(settings.layers(), scores.applied(settings.importance())),
                    ActivationStudy::importance);
        }
        return study.goOn(
                settings ->
                        settings.with(capture.applied(settings.capture())).with(scores.applied(settings.importance())),
                Study.Stage.IMPORTANCE);
    }
}
