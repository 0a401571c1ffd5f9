package org.oinfo.cli.command;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.oinfo.OInformationOptions;
import org.oinfo.ScoredNplet;
import org.oinfo.cli.input.InputOptions;
import org.oinfo.cli.input.LoadedData;
import org.oinfo.cli.input.NpletsFile;
import org.oinfo.cli.input.RunOptions;
import org.oinfo.cli.process.ExitCode;
import org.oinfo.cli.process.OutputFile;
import org.oinfo.cli.process.OutputOptions;
import org.oinfo.cli.process.Seconds;
import org.oinfo.cli.process.Streams;
import org.oinfo.cli.process.Version;
import org.oinfo.report.MeasuresReport;
import org.oinfo.report.Provenance;
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
public final class MeasuresCommand implements Callable<Integer> {
    private final Streams streams;
    private final String typed;

    @Mixin
    private InputOptions input = new InputOptions();

    @Option(names = "--nplets", required = true, paramLabel = "FILE", description = NpletsFile.DESCRIPTION)
    private String nplets = "";

    @Mixin
    private RunOptions run = new RunOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    /** A command that was typed so. */
    public MeasuresCommand(Streams streams, String typed) {
        this.streams = streams;
        this.typed = typed;
    }

    @Override
    public Integer call() throws IOException {
        long begun = System.nanoTime();
        OInformationOptions options = input.options(run);
        NpletsFile file = new NpletsFile(nplets);
        file.requireReadable(input.data());
        try (OutputFile out = output.open(List.of(input.data(), nplets), streams)) {
            LoadedData data = input.load(options, streams.in());
            List<int[]> wanted = file.read(data.variables(), streams.in());
            List<String> warnings = data.warnings(NpletsFile.orders(wanted));
            output.warn(warnings, streams);
            List<ScoredNplet> scored = data.info().measures(wanted);
            Provenance provenance = data.provenance(typed, output.unit())
                    .put("seconds", Seconds.since(begun))
                    .put("warnings", warnings);
            output.format()
                    .write(new MeasuresReport(provenance, data.variables(), scored, output.unit()), out.writer());
            out.commit();
            return ExitCode.DONE;
        }
    }
}
