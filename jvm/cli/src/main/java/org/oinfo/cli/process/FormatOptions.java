package org.oinfo.cli.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oinfo.cli.typed.OptionGroup;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Excerpt;
import org.oinfo.data.Warning;
import org.oinfo.report.Unit;
import picocli.CommandLine.Option;

/** Options about what is printed. */
@OptionGroup(OptionGroup.RESULT)
public class FormatOptions {
    @Option(
            names = "--unit",
            paramLabel = "nats|bits",
            description = "unit of all information in the output (default: ${DEFAULT-VALUE})")
    private Unit unit = Unit.NATS;

    @Option(
            names = "--format",
            paramLabel = "table|csv|json|ndjson|npy",
            description =
                    "form of the output; ndjson has a line of JSON for each row, as soon as it is known; npy holds the values alone, of"
                            + " measures (default: ${DEFAULT-VALUE})")
    private OutputForm format = OutputForm.TABLE;

    @Option(names = "--quiet", description = "no progress bar and no warnings on standard error")
    private boolean quiet;

    @Option(names = "--strict", description = "end with exit code 2 and no output where there is something to warn of")
    private boolean strict;

    /** For programs that map what is long. */
    @Option(
            names = "--arrays",
            hidden = true,
            paramLabel = "FOLDER",
            description = "with --format json: arrays of more than 10,000 rows go to .npy files of this folder")
    private @Nullable String arrays;

    /**
     * Makes ready to write the result, to standard output.
     *
     * @param inputs files that are read and must not be written over
     */
    public OutputFile open(List<String> inputs, Streams streams) {
        return OutputFile.open(null, inputs, streams.out());
    }

    /** The file of the result; null for standard output. */
    public @Nullable String file() {
        return null;
    }

    public final Unit unit() {
        return unit;
    }

    public final OutputForm format() {
        return format;
    }

    /**
     * The folder for long arrays; null where they are written in their place.
     *
     * @throws BadInputException there is none of that name
     */
    public final @Nullable Path arrays() {
        if (arrays == null) {
            return null;
        }
        Path folder = Path.of(arrays);
        if (format != OutputForm.JSON || !Files.isDirectory(folder) || !Files.isWritable(folder)) {
            throw new BadInputException("--arrays must be a folder that can be written to, with --format json: found "
                    + arrays + "; name another, or leave it out");
        }
        return folder;
    }

    public final boolean quiet() {
        return quiet;
    }

    public final boolean strict() {
        return strict;
    }

    /**
     * Prints warnings for people.
     *
     * @param before what each begins with
     * @throws BadInputException there are some, and {@code --strict} was given
     */
    public final void warn(List<Warning> warnings, String before, Streams streams) {
        if (strict && !warnings.isEmpty()) {
            int more = warnings.size() - 1;
            Warning first = warnings.getFirst();
            throw new BadInputException("there must be nothing to warn of with --strict: "
                    + first.name().text() + ": " + before + first.message()
                    + (more == 0 ? "" : ", and " + more + " more")
                    + "; mend the data, or leave --strict out");
        }
        if (!quiet) {
            warnings.forEach(
                    warning -> streams.err().println("oinfo: warning: " + Excerpt.oneLine(before + warning.message())));
            streams.err().flush();
        }
    }
}
