package org.oinfo.cli.command;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oinfo.Needs;
import org.oinfo.NpletAnalysis;
import org.oinfo.OInformationOptions;
import org.oinfo.cli.analysis.Analysis;
import org.oinfo.cli.analysis.AnalysisCommand;
import org.oinfo.cli.analysis.Outcome;
import org.oinfo.cli.analysis.ReportHead;
import org.oinfo.cli.input.DataSource;
import org.oinfo.cli.input.LoadedData;
import org.oinfo.cli.input.NpletsOrWhole;
import org.oinfo.cli.process.Streams;
import org.oinfo.cli.typed.NpletsFile;
import org.oinfo.data.BadInputException;
import org.oinfo.kernels.PerVariable;
import org.oinfo.report.Listing;
import org.oinfo.report.Provenance;
import org.oinfo.report.Quantity;
import org.oinfo.report.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code oinfo gradients}: what each variable adds to the O-information of an n-plet. */
@Command(
        name = "gradients",
        description = {
            "Prints what each variable of a group (n-plet) adds to its O-information: how much larger that is than without the"
                    + " variable. Above 0 the variable brings redundancy, below 0 synergy.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  oinfo gradients examples/series.csv   how all columns take part in the whole",
            "  oinfo gradients examples/activations.npy --nplets examples/groups.txt",
            "  oinfo gradients examples/activations.npy --nplets examples/groups.txt --pairs --format csv",
            "  oinfo gradients examples/series.csv --correlations"
        })
public final class GradientsCommand extends AnalysisCommand {
    @Mixin
    private NpletsOrWhole nplets = new NpletsOrWhole();

    @Option(names = "--pairs", description = "of pairs of variables: how much of what one adds depends on the other")
    private boolean pairs;

    @Option(
            names = "--correlations",
            description =
                    "by the correlation of each pair instead: how much the O-information changes with it, while all others stay")
    private boolean correlations;

    /** A command that was typed so. */
    public GradientsCommand(Streams streams, String typed) {
        super(streams, typed);
    }

    @Override
    protected @Nullable NpletsFile nplets() {
        return nplets.file();
    }

    @Override
    protected String computed() {
        return correlations
                ? "how much the O-information of a group (n-plet) changes with each correlation"
                : "what each member adds to the O-information of its group (n-plet)";
    }

    @Override
    protected OInformationOptions checked(OInformationOptions options) {
        if (pairs && correlations) {
            throw new BadInputException("one of --pairs and --correlations may be given: found both; choose one");
        }
        if (correlations) {
            Needs.CORRELATION_GRADIENTS.checkCorrelations(options.estimate());
        }
        return options;
    }

    @Override
    protected Analysis prepare(DataSource source) throws IOException {
        LoadedData data = source.load();
        List<int[]> wanted = nplets.read(data, standardInput());
        NpletAnalysis groups = data.info().nplets(wanted);
        requirePairs(wanted);
        return new Analysis(
                data, data.warnings(NpletsFile.orders(wanted)), progress -> new PerVariable(wanted, gradients(groups)));
    }

    private double[][] gradients(NpletAnalysis groups) {
        if (correlations) {
            return groups.gradientsOfCorrelations();
        }
        return pairs ? groups.gradientsOfPairs() : groups.gradients();
    }

    /** Whether there is a row for each pair. */
    private boolean ofPairs() {
        return pairs || correlations;
    }

    @Override
    protected boolean stoppable() {
        return false;
    }

    private void requirePairs(List<int[]> wanted) {
        for (int i = 0; pairs && i < wanted.size(); i++) {
            if (wanted.get(i).length < 3) {
                throw new BadInputException("--pairs needs n-plets of at least 3 variables: n-plet " + i
                        + " (from 0) has 2; remove it or leave --pairs out");
            }
        }
    }

    /** A gradient for each variable of each n-plet, or for each pair. */
    private final class PerVariable implements Outcome {
        private final List<int[]> wanted;
        private final double[][] gradients;

        PerVariable(List<int[]> wanted, double[][] gradients) {
            this.wanted = wanted;
            this.gradients = gradients;
        }

        @Override
        public void describe(Provenance run) {
            run.put("gradient", correlations ? "correlations" : pairs ? "pairs" : "variables");
        }

        @Override
        public Report report(ReportHead head) {
            Listing listing = head.listing("gradients")
                    .column("nplet", Quantity.NPLET)
                    .column(ofPairs() ? "pair" : "variable", Quantity.NPLET)
                    .column("gradient", Quantity.INFORMATION);
            int singular = 0;
            for (int n = 0; n < gradients.length; n++) {
                int[] nplet = wanted.get(n);
                singular += Double.isNaN(gradients[n][0]) ? 1 : 0;
                int at = 0;
                for (int i = 0; i < nplet.length; i++) {
                    if (!ofPairs()) {
                        listing.row(nplet, new int[] {nplet[i]}, gradients[n][i]);
                        continue;
                    }
                    for (int j = i + 1; j < nplet.length; j++) {
                        listing.row(nplet, new int[] {nplet[i], nplet[j]}, gradients[n][at++]);
                    }
                }
            }
            return listing.figure("nplets", Quantity.COUNT, gradients.length)
                    .figure("singular_nplets", Quantity.COUNT, singular);
        }
    }
}
