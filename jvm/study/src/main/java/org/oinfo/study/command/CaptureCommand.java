package org.oinfo.study.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.oinfo.cli.Streams;
import org.oinfo.cli.Version;
import org.oinfo.study.Study;
import org.oinfo.study.StudySettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code oinfo study capture}: activations. */
@Command(
        name = "capture",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        usageHelpWidth = 100,
        sortOptions = false,
        description = {
            "Saves what every neuron of every layer answers to images.",
            "Stages before it that are not finished are done first.",
            ""
        })
final class CaptureCommand implements Callable<Integer> {
    private final Streams streams;
    private final String typed;

    @Mixin
    private FolderOptions folder = new FolderOptions();

    @Mixin
    private TrainOptions train = new TrainOptions();

    @Mixin
    private CaptureOptions capture = new CaptureOptions();

    CaptureCommand(Streams streams, String typed) {
        this.streams = streams;
        this.typed = typed;
    }

    @Override
    public Integer call() throws IOException {
        return new StudyRun(streams, typed, folder)
                .run(
                        train.data(),
                        StudySettings::usual,
                        settings -> settings.with(train.applied(settings.train()))
                                .with(capture.applied(settings.capture())),
                        Study.Stage.CAPTURE);
    }
}
