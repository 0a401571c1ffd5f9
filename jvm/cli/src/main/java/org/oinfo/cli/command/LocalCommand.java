package org.oinfo.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.oinfo.Needs;
import org.oinfo.NpletAnalysis;
import org.oinfo.OInformationOptions;
import org.oinfo.cli.analysis.Analysis;
import org.oinfo.cli.analysis.AnalysisCommand;
import org.oinfo.cli.analysis.ReportHead;
import org.oinfo.cli.input.DataSource;
import org.oinfo.cli.input.LoadedData;
import org.oinfo.cli.input.NpletsOption;
import org.oinfo.cli.process.FormatOptions;
import org.oinfo.cli.process.OutputFile;
import org.oinfo.cli.process.Streams;
import org.oinfo.cli.typed.NpletsFile;
import org.oinfo.data.BadInputException;
import org.oinfo.data.npy.NpyWriter;
import org.oinfo.local.LocalMeasures;
import org.oinfo.local.LocalSummary;
import org.oinfo.parallel.Monitor;
import org.oinfo.report.Listing;
import org.oinfo.report.Quantity;
import org.oinfo.report.Unit;
import org.oinfo.scan.Measure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code oinfo local}: the measures of given n-plets at every sample. */
@Command(
        name = "local",
        description = {
            "Writes the local (pointwise) measures of given groups (n-plets) at every sample to an .npy file: float64 of shape"
                    + " [samples, n-plets, 4], the last axis tc, dtc, o, s; and prints a summary of each n-plet. The mean over"
                    + " the samples is the measure of the n-plet.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  oinfo local examples/activations.npy --nplets examples/groups.txt --out local.npy",
            "  oinfo scan examples/activations.npy --format csv --out best.csv",
            "  oinfo local examples/activations.npy --nplets best.csv --out local.npy --format csv",
            "In Python: numpy.load('local.npy')[:, 0, 2] is the O-information of the first n-plet at every sample."
        })
public final class LocalCommand extends AnalysisCommand {
    @Mixin
    private NpletsOption nplets = new NpletsOption();

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE.npy",
            description = "write the values to this file, which appears only when it is complete")
    private String out = "";

    /** A command that was typed so. */
    public LocalCommand(Streams streams, String typed) {
        super(streams, typed, new FormatOptions());
    }

    @Override
    protected OInformationOptions checked(OInformationOptions options) {
        if (options.biasCorrect()) {
            throw new BadInputException("--bias-correct must not be given here: the mean of local values is the raw"
                    + " measure; leave it out");
        }
        input().requireSamples(Needs.LOCAL, options);
        target();
        return options;
    }

    /** The file of the values; refuses what cannot be replaced. */
    private Path target() {
        return OutputFile.target(out, read());
    }

    @Override
    protected String file() {
        return out;
    }

    @Override
    protected NpletsFile nplets() {
        return nplets.file();
    }

    @Override
    protected String computed() {
        return "the measures of given groups of columns (n-plets) at every sample";
    }

    @Override
    protected Analysis prepare(DataSource source) throws IOException {
        LoadedData data = source.load();
        List<int[]> wanted = nplets.file().read(data.info().variables(), standardInput());
        NpletAnalysis groups = data.info().nplets(wanted);
        return new Analysis(data, data.warnings(NpletsFile.orders(wanted)), progress -> {
            List<LocalSummary> summaries = write(groups, data.info().samples(), target());
            return head -> listing(head, data.info().samples(), groups.columns(), summaries);
        });
    }

    @Override
    protected boolean stoppable() {
        return false;
    }

    private List<LocalSummary> write(NpletAnalysis groups, int samples, Path target) throws IOException {
        Unit unit = unit();
        try (NpyWriter file = NpyWriter.open(target, samples, groups.columns().size(), LocalMeasures.VALUES)) {
            List<LocalSummary> summaries = groups.local(
                    (values, count) -> {
                        unit.convert(values, count);
                        file.write(values, count);
                    },
                    Monitor.NONE);
            file.commit();
            return summaries;
        }
    }

    private Listing listing(ReportHead head, int samples, List<int[]> nplets, List<LocalSummary> summaries) {
        Listing listing = head.listing("local")
                .column("index", Quantity.COUNT)
                .column("measure", Quantity.TEXT)
                .column("mean", Quantity.INFORMATION)
                .column("sd", Quantity.INFORMATION)
                .column("min", Quantity.INFORMATION)
                .column("max", Quantity.INFORMATION)
                .column("nplet", Quantity.NPLET);
        for (int n = 0; n < summaries.size(); n++) {
            LocalSummary summary = summaries.get(n);
            for (Measure measure : Measure.values()) {
                listing.row(
                        n,
                        measure.text(),
                        summary.mean(measure),
                        summary.standardDeviation(measure),
                        summary.min(measure),
                        summary.max(measure),
                        nplets.get(n));
            }
        }
        long singular = summaries.stream().filter(LocalSummary::singular).count();
        return listing.figure("file", Quantity.TEXT, out)
                .figure("shape", Quantity.TEXT, samples + " x " + summaries.size() + " x " + LocalMeasures.VALUES)
                .figure("singular_nplets", Quantity.COUNT, singular);
    }
}
