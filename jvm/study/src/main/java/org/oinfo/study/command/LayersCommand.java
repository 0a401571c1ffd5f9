package org.oinfo.study.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.oinfo.cli.process.Streams;
import org.oinfo.study.ActivationStudy;
import org.oinfo.study.Study;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code oinfo study layers}: the landscapes of layers. */
@Command(
        name = "layers",
        description = {
            "Scores every group of neurons of every layer, beside its controls.",
            "Stages before it that are not finished are done first. FOLDER may be one of activations, too, as `oinfo study"
                    + " capture --onnx` writes it.",
            ""
        })
final class LayersCommand extends StageCommand {
    @Mixin
    private CaptureOptions capture = new CaptureOptions();

    @Mixin
    private LayersOptions layers = new LayersOptions();

    LayersCommand(Streams streams, String typed) {
        super(streams, typed);
    }

    @Override
    int run(StudyRun study) throws IOException {
        Optional<Path> given = study.given();
        if (given.isPresent()) {
            return study.onActivations(
                    given.get(),
                    settings -> new ActivationStudy.Settings(layers.applied(settings.layers()), settings.importance()),
                    ActivationStudy::layers);
        }
        return study.goOn(
                settings -> settings.with(capture.applied(settings.capture())).with(layers.applied(settings.layers())),
                Study.Stage.LAYERS);
    }
}
