package org.oinfo.study.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.oinfo.cli.process.Streams;
import org.oinfo.study.Study;
import org.oinfo.study.StudySettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code oinfo study train}: the networks. */
@Command(
        name = "train",
        description = {
            "Trains networks, several side by side, and saves each before and after as .npz.",
            "Stages before it that are not finished are done first.",
            ""
        })
final class TrainCommand implements Callable<Integer> {
    private final Streams streams;
    private final String typed;

    @Mixin
    private FolderOptions folder = new FolderOptions();

    @Mixin
    private TrainOptions train = new TrainOptions();

    TrainCommand(Streams streams, String typed) {
        this.streams = streams;
        this.typed = typed;
    }

    @Override
    public Integer call() throws IOException {
        return new StudyRun(streams, typed, folder)
                .begin(
                        train.data(),
                        StudySettings::usual,
                        settings -> settings.with(train.applied(settings.train())),
                        Study.Stage.TRAIN);
    }
}
