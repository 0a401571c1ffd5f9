package org.oinfo.cli.command;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.oinfo.OInformation;
import org.oinfo.OInformationOptions;
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
import org.oinfo.data.BadInputException;
import org.oinfo.data.Variables;
import org.oinfo.local.Gradients;
import org.oinfo.parallel.Workers;
import org.oinfo.report.Listing;
import org.oinfo.report.Provenance;
import org.oinfo.report.Quantity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code oinfo gradients}: what each variable adds to the O-information of an n-plet. */
@Command(
        name = "gradients",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        usageHelpWidth = 100,
        sortOptions = false,
        description = {
            "Prints what each variable of a group (n-plet) adds to its O-information: how much larger that is than without the"
                    + " variable. Above 0 the variable brings redundancy, below 0 synergy.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  oinfo gradients data.csv                          how all columns take part in the whole",
            "  oinfo gradients data.csv --nplets groups.txt",
            "  oinfo gradients data.csv --nplets groups.txt --pairs --format csv"
        })
public final class GradientsCommand implements Callable<Integer> {
    private final Streams streams;
    private final String typed;

    @Mixin
    private InputOptions input = new InputOptions();

    @Option(
            names = "--nplets",
            paramLabel = "FILE",
            description = NpletsFile.DESCRIPTION + " (default: the one n-plet of all columns)")
    private @Nullable String nplets;

    @Option(names = "--pairs", description = "of pairs of variables: how much of what one adds depends on the other")
    private boolean pairs;

    @Mixin
    private RunOptions run = new RunOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    /** A command that was typed so. */
    public GradientsCommand(Streams streams, String typed) {
        this.streams = streams;
        this.typed = typed;
    }

    @Override
    public Integer call() throws IOException {
        long begun = System.nanoTime();
        OInformationOptions options = input.options(run);
        NpletsFile file = nplets == null ? null : new NpletsFile(nplets);
        if (file != null) {
            file.requireReadable(input.data());
        }
        List<String> inputs = nplets == null ? List.of(input.data()) : List.of(input.data(), nplets);
        try (OutputFile out = output.open(inputs, streams)) {
            LoadedData data = input.load(options, streams.in());
            List<int[]> wanted =
                    file == null ? List.of(data.variables().columns()) : file.read(data.variables(), streams.in());
            List<int[]> positions = data.info().positions(wanted);
            requirePairs(wanted);
            List<String> warnings = data.warnings(NpletsFile.orders(wanted));
            output.warn(warnings, streams);
            double[][] gradients = gradients(data.info(), positions);
            Provenance provenance = data.provenance(typed, output.unit())
                    .put("gradient", pairs ? "pairs" : "variables")
                    .put("seconds", Seconds.since(begun))
                    .put("warnings", warnings);
            output.format().write(listing(provenance, data.variables(), wanted, gradients), out.writer());
            out.commit();
            return ExitCode.DONE;
        }
    }

    private void requirePairs(List<int[]> wanted) {
        for (int i = 0; pairs && i < wanted.size(); i++) {
            if (wanted.get(i).length < 3) {
                throw new BadInputException("--pairs needs n-plets of at least 3 variables: n-plet " + i
                        + " (from 0) has 2; remove it or leave --pairs out");
            }
        }
    }

    private double[][] gradients(OInformation info, List<int[]> positions) {
        Gradients gradients = info.options().biasCorrect() && info.symbols().isEmpty()
                ? Gradients.biasCorrected(info.scorer(), info.samples())
                : Gradients.raw(info.scorer());
        try (Workers workers = new Workers(info.options().threads())) {
            return pairs ? gradients.ofPairs(positions, workers) : gradients.ofVariables(positions, workers);
        }
    }

    private Listing listing(Provenance provenance, Variables variables, List<int[]> wanted, double[][] gradients) {
        Listing listing = new Listing(provenance, variables, output.unit(), "gradients")
                .column("nplet", Quantity.NPLET)
                .column(pairs ? "pair" : "variable", Quantity.NPLET)
                .column("gradient", Quantity.INFORMATION);
        int singular = 0;
        for (int n = 0; n < gradients.length; n++) {
            int[] nplet = wanted.get(n);
            singular += Double.isNaN(gradients[n][0]) ? 1 : 0;
            int at = 0;
            for (int i = 0; i < nplet.length; i++) {
                if (!pairs) {
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
