package org.oinfo.study.command;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.oinfo.cli.typed.OptionGroup;
import org.oinfo.study.ScoreSettings;
import picocli.CommandLine.Option;

/** Which scores of single neurons. */
@OptionGroup("Scores of single neurons:")
final class ScoreOptions {
    @Option(
            names = "--score-order",
            paramLabel = "k",
            description = "score neurons by the groups of this size that hold them (default: 3)")
    private @Nullable Integer order;

    @Option(
            names = "--extremes",
            paramLabel = "n",
            description = "and by their share in the n most synergistic and most redundant ones (default: 1000)")
    private @Nullable Integer extremes;

    @Option(
            names = "--ablation-images",
            paramLabel = "n",
            description = "silence each neuron on the first n of the captured images (default: 2000)")
    private @Nullable Integer images;

    /** Settings with what was typed. */
    ScoreSettings applied(ScoreSettings to) {
        return new ScoreSettings(
                Objects.requireNonNullElse(order, to.order()),
                Objects.requireNonNullElse(extremes, to.extremes()),
                Objects.requireNonNullElse(images, to.ablationImages()));
    }
}
