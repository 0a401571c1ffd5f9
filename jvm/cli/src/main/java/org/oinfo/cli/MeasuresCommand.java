package org.oinfo.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.oinfo.BadInputException;
import org.oinfo.OInformationOptions;
import org.oinfo.ScoredNplet;
import org.oinfo.Variables;
import org.oinfo.report.MeasuresReport;
import org.oinfo.report.Provenance;
import org.oinfo.search.NpletFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code oinfo measures}: given n-plets. */
@Command(
        name = "measures",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        usageHelpWidth = 100,
        sortOptions = false,
        description = {"Scores given groups (n-plets) of the columns of DATA, whose sizes may differ.", ""},
        footer = {
            "",
            "Examples:",
            "  oinfo measures data.csv --nplets groups.txt",
            "  printf '0,1,2\\nhip;knee;toe;4\\n' | oinfo measures data.csv --nplets - --format csv",
            "  oinfo measures new.npy --nplets result.csv       the n-plets of an earlier scan, on new data"
        })
final class MeasuresCommand implements Callable<Integer> {
    private final Streams streams;
    private final String typed;

    @Mixin
    private InputOptions input = new InputOptions();

    @Option(
            names = "--nplets",
            required = true,
            paramLabel = "FILE",
            description = "the n-plets, one a line: 0-based columns or names, separated by , or ; (lines that begin with # are"
                    + " skipped), or a csv that oinfo wrote; - for standard input")
    private String nplets = "";

    @Mixin
    private RunOptions run = new RunOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    /** A command that was typed so. */
    MeasuresCommand(Streams streams, String typed) {
        this.streams = streams;
        this.typed = typed;
    }

    @Override
    public Integer call() throws IOException {
        long begun = System.nanoTime();
        OInformationOptions options = input.options(run);
        if (nplets.equals("-") && input.data().equals("-")) {
            throw new BadInputException("DATA and --nplets must not both be standard input: give a file for one of them");
        }
        requireReadable();
        try (OutputFile out = output.open(List.of(input.data(), nplets), streams)) {
            Input data = input.load(options, streams.in());
            List<int[]> wanted = read(data.variables());
            List<Integer> orders =
                    wanted.stream().map(n -> n.length).distinct().sorted().toList();
            List<String> warnings = data.warnings(orders);
            output.warn(warnings, streams);
            List<ScoredNplet> scored = data.info().measures(wanted);
            Provenance provenance = data.provenance(typed, output.unit())
                    .put("seconds", Seconds.since(begun))
                    .put("warnings", warnings);
            output.format().write(new MeasuresReport(provenance, data.variables(), scored, output.unit()), out.writer());
            out.commit();
            return ExitCode.DONE;
        }
    }

    /** Refuses a missing file before the data is read. */
    private void requireReadable() {
        if (!nplets.equals("-") && (!Files.isReadable(Path.of(nplets)) || Files.isDirectory(Path.of(nplets)))) {
            throw new BadInputException("--nplets must be a file that can be read: " + nplets + " is not; check the path");
        }
    }

    private List<int[]> read(Variables variables) throws IOException {
        if (nplets.equals("-")) {
            Reader text = new InputStreamReader(streams.in(), StandardCharsets.UTF_8);
            return NpletFile.read(new BufferedReader(text), "standard input", variables);
        }
        try (BufferedReader text = Files.newBufferedReader(Path.of(nplets))) {
            return NpletFile.read(text, nplets, variables);
        }
    }
}
