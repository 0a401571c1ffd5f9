package org.oinfo.cli.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.oinfo.cli.picture.PictureOptions;
import org.oinfo.cli.picture.Pictures;
import org.oinfo.cli.process.ExitCode;
import org.oinfo.cli.process.OutputFile;
import org.oinfo.cli.process.Streams;
import org.oinfo.data.BadInputException;
import org.oinfo.report.page.ResultFile;
import org.oinfo.report.page.ResultPage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code oinfo report}: a page from a saved result. */
@Command(
        name = "report",
        description = {
            "Makes a page of charts and tables from a result that was saved with --format json: one HTML file that needs no"
                    + " network. Every analysis writes the same page itself with --report, and pictures with --plot.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  oinfo scan examples/activations.npy --order 3..4 --level full --format json --out r.json",
            "  oinfo report r.json --out r.html",
            "  oinfo report r.json --plot landscape.png"
        })
public final class ReportCommand implements Callable<Integer> {
    private final Streams streams;

    @Parameters(
            paramLabel = "RESULT.json",
            description = "what a command wrote with --format json; - for standard input")
    private String result = "";

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "write the page to FILE, which appears only when it is complete (default: standard output)")
    private @Nullable String out;

    @Option(
            names = "--plot",
            paramLabel = "FILE.svg|png",
            description = "draw its main charts; without --out no page is written then")
    private @Nullable String plot;

    /** A command that reads and writes there. */
    public ReportCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        JsonNode read = result.equals("-") ? ResultFile.read(streams.in(), "standard input") : readFile();
        List<String> inputs = List.of(result);
        if (plot != null) {
            try (Pictures picture = PictureOptions.open(null, plot, inputs, out)) {
                picture.write(read);
            }
        }
        if (plot == null || out != null) {
            try (OutputFile page = OutputFile.open(out, inputs, streams.out())) {
                page.write(writer -> ResultPage.write(read, writer));
            }
        }
        return ExitCode.DONE;
    }

    private JsonNode readFile() throws IOException {
        Path file = file();
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new BadInputException(
                    "RESULT.json must be a file that can be read: " + result + " is not; check the path");
        }
        try (InputStream bytes = Files.newInputStream(file)) {
            return ResultFile.read(bytes, result);
        }
    }

    private Path file() {
        try {
            return Path.of(result);
        } catch (InvalidPathException e) {
            throw new BadInputException("RESULT.json must be a path that this locale can spell: found " + result
                    + "; set LC_ALL to a UTF-8 locale such as C.UTF-8, or give the file on standard input as -");
        }
    }
}
