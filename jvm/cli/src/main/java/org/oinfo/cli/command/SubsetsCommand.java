package org.oinfo.cli.command;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oinfo.Needs;
import org.oinfo.NpletAnalysis;
import org.oinfo.OInformationOptions;
import org.oinfo.ScoredNplet;
import org.oinfo.cli.analysis.Analysis;
import org.oinfo.cli.analysis.AnalysisCommand;
import org.oinfo.cli.analysis.Outcome;
import org.oinfo.cli.analysis.ReportHead;
import org.oinfo.cli.input.DataSource;
import org.oinfo.cli.input.LoadedData;
import org.oinfo.cli.input.NpletsOrWhole;
import org.oinfo.cli.process.Streams;
import org.oinfo.cli.typed.NpletsFile;
import org.oinfo.local.SubsetMeasures;
import org.oinfo.report.Listing;
import org.oinfo.report.Quantity;
import org.oinfo.report.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code oinfo subsets}: measures of n-plets that all of their subsets take part in. */
@Command(
        name = "subsets",
        description = {
            "Prints what all subsets of a group (n-plet) of at most 30 columns say together: its co-information (interaction"
                    + " information), with a bound on its rounding, and its complexity (Tononi, Sporns, Edelman).",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  oinfo subsets examples/series.csv   of all columns together",
            "  oinfo subsets examples/activations.npy --nplets examples/groups.txt --format csv",
            "",
            "The co-information of a pair is its mutual information, that of a triplet its O-information."
        })
public final class SubsetsCommand extends AnalysisCommand {
    @Mixin
    private NpletsOrWhole nplets = new NpletsOrWhole();

    /** A command that was typed so. */
    public SubsetsCommand(Streams streams, String typed) {
        super(streams, typed);
    }

    @Override
    protected @Nullable NpletsFile nplets() {
        return nplets.file();
    }

    @Override
    protected String computed() {
        return "co-information and complexity of groups of columns (n-plets), from all of their subsets";
    }

    @Override
    protected OInformationOptions checked(OInformationOptions options) {
        Needs.SUBSETS.checkCorrelations(options.estimate());
        return options;
    }

    @Override
    protected Analysis prepare(DataSource source) throws IOException {
        LoadedData data = source.load();
        List<int[]> wanted = nplets.read(data, standardInput());
        NpletAnalysis groups = data.info().nplets(wanted);
        return new Analysis(
                data,
                data.warnings(NpletsFile.orders(wanted)),
                progress -> new OfSubsets(groups.measures(), groups.subsets()));
    }

    @Override
    protected boolean stoppable() {
        return false;
    }

    /** A row for each n-plet. */
    private record OfSubsets(List<ScoredNplet> nplets, List<SubsetMeasures> measures) implements Outcome {
        @Override
        public Report report(ReportHead head) {
            Listing listing = head.listing("subsets")
                    .column("order", Quantity.COUNT)
                    .measures()
                    .column("co_information", Quantity.INFORMATION)
                    .column("co_information_bound", Quantity.INFORMATION)
                    .column("tse", Quantity.INFORMATION)
                    .column("nplet", Quantity.NPLET);
            for (int i = 0; i < nplets.size(); i++) {
                ScoredNplet nplet = nplets.get(i);
                SubsetMeasures of = measures.get(i);
                listing.row(
                        nplet.variables().length,
                        nplet.tc(),
                        nplet.dtc(),
                        nplet.o(),
                        nplet.s(),
                        of.coInformation(),
                        of.bound(),
                        of.tse(),
                        nplet.variables());
            }
            return listing.figure("nplets", Quantity.COUNT, nplets.size())
                    .figure(
                            "singular_nplets",
                            Quantity.COUNT,
                            nplets.stream().filter(n -> n.measures().singular()).count());
        }
    }
}
