package org.oinfo.study.command;

import java.io.IOException;
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
final class TrainCommand extends StageCommand {
    @Mixin
    private TrainOptions train = new TrainOptions();

    TrainCommand(Streams streams, String typed) {
        super(streams, typed);
    }

    @Override
    int run(StudyRun study) throws IOException {
        return study.begin(
                train.data(),
                StudySettings::usual,
                settings -> settings.with(train.applied(settings.train())),
                Study.Stage.TRAIN,
                false);
    }
}
