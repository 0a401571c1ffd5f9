package org.oinfo.cli.command;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.oinfo.OInformation;
import org.oinfo.OInformationOptions;
import org.oinfo.ScoredNplets;
import org.oinfo.cli.analysis.Analysis;
import org.oinfo.cli.analysis.AnalysisCommand;
import org.oinfo.cli.analysis.BelowZero;
import org.oinfo.cli.analysis.Outcome;
import org.oinfo.cli.analysis.ReportHead;
import org.oinfo.cli.analysis.ResumeOption;
import org.oinfo.cli.cluster.MasterOption;
import org.oinfo.cli.input.AlsoOption;
import org.oinfo.cli.input.DataSource;
import org.oinfo.cli.input.GroupsOption;
import org.oinfo.cli.input.LoadedData;
import org.oinfo.cli.input.MoreData;
import org.oinfo.cli.input.NpletsOption;
import org.oinfo.cli.process.FoundRows;
import org.oinfo.cli.process.ProgressLine;
import org.oinfo.cli.process.ProgressLines;
import org.oinfo.cli.process.Streams;
import org.oinfo.cli.typed.NpletsFile;
import org.oinfo.data.NpletTable;
import org.oinfo.data.Warning;
import org.oinfo.estimate.Measures;
import org.oinfo.kernels.MeasuresKernel;
import org.oinfo.report.MeasuresReport;
import org.oinfo.report.NpyReport;
import org.oinfo.report.Provenance;
import org.oinfo.report.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code oinfo measures}: given n-plets. */
@Command(
        name = "measures",
        description = {"Scores given groups (n-plets) of the columns of DATA, whose sizes may differ.", ""},
        footer = {
            "",
            "Examples:",
            "  oinfo measures examples/activations.npy --nplets examples/groups.txt",
            "  printf '0,1,2\\nheart;skin;motion;3\\n' | oinfo measures examples/series.csv --nplets - --format csv",
            "  oinfo measures examples/activations.npy --nplets examples/groups.txt --format npy --out values.npy",
            "  oinfo measures examples/activations.npy --nplets examples/groups.txt --also delta3,delta4",
            "  oinfo scan examples/series.csv --format csv --out result.csv",
            "  oinfo measures examples/series.csv --nplets result.csv   the n-plets of an earlier scan",
            "",
            "Ctrl-C stops; the first groups that are scored are printed, marked as partial (exit code 4)."
        })
public final class MeasuresCommand extends AnalysisCommand {
    @Mixin
    private MoreData more = new MoreData();

    @Mixin
    private NpletsOption nplets = new NpletsOption();

    @Mixin
    private AlsoOption also = new AlsoOption();

    @Mixin
    private GroupsOption groups = new GroupsOption();

    @Mixin
    private ResumeOption resume = new ResumeOption();

    @Mixin
    private MasterOption master = new MasterOption();

    /** A command that was typed so. */
    public MeasuresCommand(Streams streams, String typed) {
        super(streams, typed);
    }

    @Override
    protected GroupsOption groups() {
        return groups;
    }

    @Override
    protected NpletsFile nplets() {
        return nplets.file();
    }

    @Override
    protected ResumeOption resume() {
        return resume;
    }

    @Override
    protected MasterOption master() {
        return master;
    }

    @Override
    protected MoreData moreData() {
        return more;
    }

    @Override
    protected String computed() {
        return "the measures of given groups of columns (n-plets)";
    }

    @Override
    protected Analysis prepare(DataSource source) throws IOException {
        LoadedData data = groups.of(source.load());
        List<int[]> wanted = nplets.file().readWithConstants(data.info().variables(), standardInput());
        return new Analysis(
                data, data.warnings(orders(wanted, data)), progress -> new Scored(data.info(), wanted).run(progress));
    }

    /** Orders of what is left of n-plets without constant columns, which make them singular or, without correlations, add nothing. */
    private static List<Integer> orders(List<int[]> nplets, LoadedData data) {
        if (nplets instanceof NpletTable table && table.varies()) {
            return List.of(table.order());
        }
        boolean parts = !data.info().constantsAreSingular();
        BitSet orders = new BitSet();
        for (int[] nplet : nplets) {
            int varying = (int) Arrays.stream(nplet)
                    .filter(column -> !data.info().variables().isConstant(column))
                    .count();
            if (varying == nplet.length || (parts && varying > 1)) {
                orders.set(varying);
            }
        }
        return orders.stream().boxed().toList();
    }

    @Override
    protected OInformationOptions checked(OInformationOptions options) {
        also.measures();
        groups.check();
        master.refuse("--groups", groups.given());
        return options;
    }

    /** The measures of all n-plets, or of the first ones where the work was stopped. */
    private final class Scored implements Outcome {
        private final OInformation info;
        private final List<int[]> wanted;
        private final ScoredNplets scored;
        private final BelowZero below = new BelowZero();

        Scored(OInformation info, List<int[]> wanted) {
            this.info = info;
            this.wanted = wanted;
            this.scored = ScoredNplets.of(wanted);
        }

        Scored run(ProgressLines progress) {
            try (ProgressLine line = progress.begin("n-plets", wanted.size())) {
                info.nplets(wanted).measures((values, count) -> take(values, count, progress.rows()), line);
            }
            return this;
        }

        private void take(double[] values, int count, FoundRows rows) {
            int before = scored.size();
            scored.take(values, count);
            for (int i = 0; i < count; i++) {
                Measures measures = Measures.of(values, i * MeasuresKernel.VALUES);
                below.add(measures.tc(), measures.dtc());
            }
            rows.nplets(scored.subList(before, before + count), also.measures());
        }

        @Override
        public boolean partial() {
            return scored.size() < wanted.size();
        }

        @Override
        public List<Warning> warnings() {
            return below.warnings(info.options());
        }

        @Override
        public void describe(Provenance run) {
            also.describe(run);
            groups.describe(run);
        }

        @Override
        public Report report(ReportHead head) {
            return new MeasuresReport(
                    head.run(),
                    head.variables(),
                    scored,
                    also.measures(),
                    head.unit(),
                    info.options().threads());
        }
    }

    @Override
    protected boolean hasArray() {
        return true;
    }

    @Override
    protected void writeArray(Report report, OutputStream out) throws IOException {
        NpyReport.write((MeasuresReport) report, out);
    }
}
