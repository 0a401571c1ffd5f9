package org.oinfo.study.command;

import java.io.IOException;
import org.oinfo.cli.process.Streams;
import org.oinfo.study.Study;
import org.oinfo.study.StudySettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code oinfo study}: every stage. */
@Command(
        name = "study",
        synopsisSubcommandLabel = "| STAGE ...",
        description = {
            "Which groups of neurons matter in a trained network? Trains networks, scores every group of neurons of every layer,"
                    + " cuts out synergistic, redundant, random and other sub-networks, trains them again, and says which claims"
                    + " of Clauw, Stramaglia and Marinazzo (arXiv 2211.00416) the numbers bear out.",
            "A stage that is finished is not repeated: the same command goes on where it was stopped.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  oinfo study --quick                                   the digits that ship with oinfo, in a minute",
            "  oinfo study my-study --data fashion-mnist             everything, ten networks 784-200-200-200-10",
            "  oinfo study my-study --keep 8,16 --random 50          the same networks, other sub-networks",
            "  oinfo study capture mine --onnx model.onnx --data DIR your own network",
        })
final class StudyCommand extends StageCommand {
    @Option(names = "--quick", description = "a small study of the digits: ten networks 64-40-40-40-10")
    private boolean quick;

    @Option(names = "--dry-run", description = "print what the study would take, and train nothing")
    private boolean dryRun;

    @Mixin
    private TrainOptions train = new TrainOptions();

    @Mixin
    private CaptureOptions capture = new CaptureOptions();

    @Mixin
    private LayersOptions layers = new LayersOptions();

    @Mixin
    private ScoreOptions scores = new ScoreOptions();

    @Mixin
    private PruneOptions prune = new PruneOptions();

    StudyCommand(Streams streams, String typed) {
        super(streams, typed);
    }

    @Override
    int run(StudyRun study) throws IOException {
        String data = train.data() == null && quick ? StudySettings.DIGITS : train.data();
        return study.begin(
                data,
                images -> quick ? StudySettings.quick() : StudySettings.usual(images),
                settings -> settings.with(train.applied(settings.train()))
                        .with(capture.applied(settings.capture()))
                        .with(layers.applied(settings.layers()))
                        .with(scores.applied(settings.importance()))
                        .with(prune.applied(settings.prune(), train.applied(settings.train()))),
                Study.Stage.PRUNE,
                dryRun);
    }
}
