package org.oinfo.cli.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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
                    + " network.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  oinfo scan examples/activations.npy --order 3..4 --level full --format json --out r.json",
            "  oinfo report r.json --out r.html"
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

    /** A command that reads and writes there. */
    public ReportCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        try (OutputFile page = OutputFile.open(out, List.of(result), streams.out())) {
            ResultPage.write(read(), page.writer());
            page.commit();
            return ExitCode.DONE;
        }
    }

    private JsonNode read() throws IOException {
        if (result.equals("-")) {
            return ResultFile.read(new InputStreamReader(streams.in(), StandardCharsets.UTF_8), "standard input");
        }
        if (!Files.isReadable(Path.of(result)) || Files.isDirectory(Path.of(result))) {
            throw new BadInputException(
                    "RESULT.json must be a file that can be read: " + result + " is not; check the path");
        }
        try (Reader text = new BufferedReader(Files.newBufferedReader(Path.of(result)))) {
            return ResultFile.read(text, result);
        }
    }
}
