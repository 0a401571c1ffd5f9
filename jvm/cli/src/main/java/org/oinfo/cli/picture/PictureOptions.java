package org.oinfo.cli.picture;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.oinfo.cli.process.UnavailableException;
import org.oinfo.cli.typed.OptionGroup;
import org.oinfo.data.BadInputException;
import picocli.CommandLine.Option;

/** Options about what people look at, besides the result. */
@OptionGroup(OptionGroup.RESULT)
public final class PictureOptions {
    @Option(
            names = "--report",
            paramLabel = "FILE.html",
            description = "write a page of charts and tables of the same result, too: one file that needs no network")
    private @Nullable String report;

    @Option(names = "--plot", paramLabel = "FILE.svg|png", description = "draw the main charts of the same result, too")
    private @Nullable String plot;

    /** Whether there is something to write. */
    public boolean given() {
        return report != null || plot != null;
    }

    /**
     * Makes ready to write, before any work.
     *
     * @param inputs files that are read and must not be written over
     * @param out the file of the result itself, or null
     */
    public Pictures open(List<String> inputs, @Nullable String out) {
        return open(report, plot, inputs, out);
    }

    /** As {@link #open(List, String)}, of a page and a picture, where there are such. */
    public static Pictures open(
            @Nullable String report, @Nullable String plot, List<String> inputs, @Nullable String out) {
        Set<Path> files = new HashSet<>();
        Stream.of(out, report, plot).filter(Objects::nonNull).forEach(file -> {
            if (!files.add(Path.of(file).toAbsolutePath().normalize())) {
                throw new BadInputException("--out, --report and --plot must be different files: " + file
                        + " is given twice; choose another name");
            }
        });
        boolean png = plot != null && isPng(plot);
        if (png) {
            requireDesktop();
            Png.requireFonts();
        }
        return new Pictures(report, plot, png, inputs);
    }

    private static void requireDesktop() {
        if (ModuleLayer.boot().findModule("java.desktop").isEmpty()) {
            throw new UnavailableException(
                    "--plot FILE.png needs a Java with the module java.desktop: this one has none" + Png.INSTEAD);
        }
    }

    private static boolean isPng(String file) {
        String name = file.toLowerCase(Locale.ROOT);
        if (!name.endsWith(".png") && !name.endsWith(".svg")) {
            throw new BadInputException("--plot must end in .svg or .png: found " + file + "; add one of them");
        }
        return name.endsWith(".png");
    }
}
