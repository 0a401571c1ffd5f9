package org.oinfo.study.command;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.oinfo.study.CaptureSettings;
import picocli.CommandLine.Option;

/** Which answers of neurons are kept. */
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

    /** Settings with what was typed. */
    CaptureSettings applied(CaptureSettings to) {
        return new CaptureSettings(
                Objects.requireNonNullElse(from, to.from()), Objects.requireNonNullElse(images, to.images()));
    }
}
