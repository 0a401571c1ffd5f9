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

/** {@code oinfo study layers}: the landscapes of layers. */
@Command(
        name = "layers",
        description = {
            "Scores every group of neurons of every layer, beside its controls.",
            "Stages before it that are not finished are done first. FOLDER may be one of activations, too, as `oinfo study"
                    + " capture --onnx` writes it.",
            ""
        })
final class LayersCommand implements Callable<Integer> {
    private final Streams streams;
    private final String typed;

    @Mixin
    private FolderOptions folder = new FolderOptions();

    @Mixin
    private CaptureOptions capture = new CaptureOptions();

    @Mixin
    private LayersOptions layers = new LayersOptions();

    LayersCommand(Streams streams, String typed) {
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
                    settings -> new ActivationStudy.Settings(layers.applied(settings.layers()), settings.importance()),
                    ActivationStudy::layers);
        }
        return run.goOn(
                settings -> settings.with(capture.applied(settings.capture())).with(layers.applied(settings.layers())),
                Study.Stage.LAYERS);
    }
}
