package org.oinfo.study.command;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.oinfo.cli.typed.OptionGroup;
import org.oinfo.data.BadInputException;
import org.oinfo.study.CaptureSettings;
import picocli.CommandLine.Option;

/** Which answers of neurons are kept. */
@OptionGroup("What is captured:")
final class CaptureOptions {
    @Option(
            names = "--images",
            paramLabel = "train|test",
            description =
                    "show the networks the images they were trained on, or those they are tested with (default: train)")
    private CaptureSettings.@Nullable From from;

    @Option(
            names = "--capture-images",
            paramLabel = "n",
            description = "show the first n of them, 0 for all (default: 20000)")
    private @Nullable Integer images;

    /**
     * How many of the examples of a file are shown; 0 for all.
     *
     * @throws BadInputException there is nothing to choose a set from
     */
    int first() {
        if (from != null) {
            throw new BadInputException("--images chooses from a data set: found --inputs or --activations, whose"
                    + " examples are what they are; leave it out");
        }
        return new CaptureSettings(CaptureSettings.From.TRAIN, images == null ? 0 : images).images();
    }

    /** Settings with what was typed. */
    CaptureSettings applied(CaptureSettings to) {
        return new CaptureSettings(
                Objects.requireNonNullElse(from, to.from()), Objects.requireNonNullElse(images, to.images()));
    }
}
