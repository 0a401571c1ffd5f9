package org.oinfo.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.oinfo.OInformation;
import org.oinfo.OInformationOptions;
import org.oinfo.cli.input.InputOptions;
import org.oinfo.cli.input.LoadedData;
import org.oinfo.cli.input.LoadedSamples;
import org.oinfo.cli.input.NpletsFile;
import org.oinfo.cli.input.RunOptions;
import org.oinfo.cli.process.ExitCode;
import org.oinfo.cli.process.FormatOptions;
import org.oinfo.cli.process.OutputFile;
import org.oinfo.cli.process.Seconds;
import org.oinfo.cli.process.Streams;
import org.oinfo.cli.process.Version;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Variables;
import org.oinfo.data.npy.NpyWriter;
import org.oinfo.estimate.Shrinkage;
import org.oinfo.local.LocalMeasures;
import org.oinfo.local.LocalSummary;
import org.oinfo.parallel.Workers;
import org.oinfo.report.Listing;
import org.oinfo.report.Provenance;
import org.oinfo.report.Quantity;
import org.oinfo.report.Unit;
import org.oinfo.scan.Measure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code oinfo local}: the measures of given n-plets at every sample. */
@Command(
        name = "local",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        usageHelpWidth = 100,
        sortOptions = false,
        description = {
            "Writes the local (pointwise) measures of given groups (n-plets) at every sample to an .npy file: float64 of shape"
                    + " [samples, n-plets, 4], the last axis tc, dtc, o, s; and prints a summary of each n-plet. The mean over"
                    + " the samples is the measure of the n-plet.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  oinfo local data.npy --nplets groups.txt --out local.npy",
            "  oinfo scan data.npy --format csv --out best.csv",
            "  oinfo local data.npy --nplets best.csv --out local.npy --format csv",
            "In Python: numpy.load('local.npy')[:, 0, 2] is the O-information of the first n-plet at every sample."
        })
public final class LocalCommand implements Callable<Integer> {
    private final Streams streams;
    private final String typed;

    @Mixin
    private InputOptions input = new InputOptions();

    @Option(names = "--nplets", required = true, paramLabel = "FILE", description = NpletsFile.DESCRIPTION)
    private String nplets = "";

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE.npy",
            description = "write the values to this file, which appears only when it is complete")
    private String out = "";

    @Mixin
    private RunOptions run = new RunOptions();

    @Mixin
    private FormatOptions output = new FormatOptions();

    /** A command that was typed so. */
    public LocalCommand(Streams streams, String typed) {
        this.streams = streams;
        this.typed = typed;
    }

    @Override
    public Integer call() throws IOException {
        long begun = System.nanoTime();
        OInformationOptions options = options();
        NpletsFile file = new NpletsFile(nplets);
        file.requireReadable(input.data());
        Path target = OutputFile.target(out, List.of(input.data(), nplets));
        LoadedSamples samples = input.loadScores(options, streams.in());
        LoadedData data = samples.data();
        List<int[]> wanted = file.read(data.variables(), streams.in());
        List<String> warnings = data.warnings(NpletsFile.orders(wanted));
        output.warn(warnings, streams);
        List<LocalSummary> summaries = write(samples, wanted, target);
        Provenance provenance = data.provenance(typed, output.unit())
                .put("seconds", Seconds.since(begun))
                .put("warnings", warnings);
        try (OutputFile listing = OutputFile.open(null, List.of(), streams.out())) {
            output.format().write(listing(provenance, data.variables(), samples, summaries), listing.writer());
            listing.commit();
        }
        return ExitCode.DONE;
    }

    private OInformationOptions options() {
        OInformationOptions options = input.options(run);
        if (options.biasCorrect()) {
            throw new BadInputException("--bias-correct must not be given here: the mean of local values is the raw"
                    + " measure; leave it out");
        }
        if (options.estimate().shrinkage() != Shrinkage.NONE) {
            throw new BadInputException(
                    "--shrinkage must not be given here: the mean of local values is the measure of the"
                            + " plain correlation matrix; leave it out");
        }
        return options;
    }

    private List<LocalSummary> write(LoadedSamples samples, List<int[]> wanted, Path target) throws IOException {
        OInformation info = samples.data().info();
        Unit unit = output.unit();
        LocalMeasures local =
                new LocalMeasures(samples.scores(), info.estimate().matrix(), info.positions(wanted));
        try (Workers workers = new Workers(info.options().threads());
                NpyWriter file =
                        NpyWriter.open(target, samples.scores().samples(), wanted.size(), LocalMeasures.VALUES)) {
            List<LocalSummary> summaries = local.stream(
                    (values, count) -> {
                        unit.convert(values, count);
                        file.write(values, count);
                    },
                    workers);
            file.commit();
            return summaries;
        }
    }

    private Listing listing(
            Provenance provenance, Variables variables, LoadedSamples samples, List<LocalSummary> summaries) {
        Listing listing = new Listing(provenance, variables, output.unit(), "local")
                .column("index", Quantity.COUNT)
                .column("measure", Quantity.TEXT)
                .column("mean", Quantity.INFORMATION)
                .column("sd", Quantity.INFORMATION)
                .column("min", Quantity.INFORMATION)
                .column("max", Quantity.INFORMATION)
                .column("nplet", Quantity.NPLET);
        for (int n = 0; n < summaries.size(); n++) {
            LocalSummary summary = summaries.get(n);
            int[] nplet = Arrays.stream(summary.nplet()).map(variables::column).toArray();
            for (Measure measure : Measure.values()) {
                listing.row(
                        n,
                        measure.text(),
                        summary.mean(measure),
                        summary.standardDeviation(measure),
                        summary.min(measure),
                        summary.max(measure),
                        nplet);
            }
        }
        long singular = summaries.stream().filter(LocalSummary::singular).count();
        return listing.figure("file", Quantity.TEXT, out)
                .figure(
                        "shape",
                        Quantity.TEXT,
                        samples.scores().samples() + " x " + summaries.size() + " x " + LocalMeasures.VALUES)
                .figure("singular_nplets", Quantity.COUNT, singular);
    }
}
