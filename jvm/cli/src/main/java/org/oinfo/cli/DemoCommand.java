package org.oinfo.cli;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.oinfo.OInformation;
import org.oinfo.OInformationOptions;
import org.oinfo.ScanResult;
import org.oinfo.ScoredNplet;
import org.oinfo.data.Samples;
import org.oinfo.kernels.Landscape;
import org.oinfo.search.BlockGrid;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code oinfo demo}: the main job on the example that ships with the project. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        usageHelpWidth = 100,
        sortOptions = false,
        description = {
            "Scans the neurons of a small network that reads handwritten digits, layer by layer: every group of 3, 4 and 5"
                    + " neurons of a layer.",
            ""
        })
final class DemoCommand implements Callable<Integer> {
    private static final String INTRODUCTION =
            """
            A network of three hidden layers reads handwritten digits. Which groups of its neurons share what they know
            (redundancy: O-information above 0), and which know something only together (synergy: below 0)?
            O-information in nats; {1;5;7} are the neurons of columns 1, 5 and 7, counted from 0.
            """;

    private static final int FIRST_ORDER = 3;
    private static final int LAST_ORDER = 5;

    private final Streams streams;

    @Option(
            names = "--top",
            paramLabel = "n",
            defaultValue = "3",
            converter = Top.Converter.class,
            description = "how many n-plets to list at each end (default: 3)")
    private Top top = new Top.Converter().convert("3");

    @Mixin
    private RunOptions run = new RunOptions();

    @Option(names = "--quiet", description = "no progress bar")
    private boolean quiet;

    DemoCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        OInformationOptions options = OInformationOptions.defaults()
                .withBackend(run.backend())
                .withThreads(run.threads())
                .withTop(top.count());
        Writer out = new OutputStreamWriter(streams.out(), StandardCharsets.UTF_8);
        out.write(INTRODUCTION);
        for (DemoLayer layer : DemoLayer.all()) {
            out.flush();
            if (!scan(layer, options, out)) {
                out.flush();
                return ExitCode.INTERRUPTED;
            }
        }
        out.write("\nThe same for your data: oinfo scan DATA.npy --order 3..5\n");
        out.flush();
        return ExitCode.DONE;
    }

    private boolean scan(DemoLayer layer, OInformationOptions options, Writer out) throws IOException {
        OInformation info;
        try (Samples samples = layer.open()) {
            info = OInformation.ofSamples(samples, options);
        }
        line(out, "");
        line(out, "%s, %s: %d neurons that vary, %d samples", layer.name(), layer.description(),
                info.variables().count(), info.samples());
        streams.interruption().arm();
        for (int order = FIRST_ORDER; order <= LAST_ORDER; order++) {
            long nplets = BlockGrid.of(info.variables().count(), order).total();
            ScanResult result;
            try (ProgressLine progress = new ProgressLine(streams, quiet, order, nplets)) {
                result = info.scan(order, progress);
            }
            print(result, out);
            if (result.partial()) {
                line(out, "interrupted: order %d is %.1f %% done", order, 100 * result.fraction());
                return false;
            }
        }
        return true;
    }

    private static void print(ScanResult result, Writer out) throws IOException {
        Landscape l = result.landscape();
        double scored = Math.max(1, l.total() - l.singular());
        line(out, "  order %d: %,d n-plets, %s dominates: %.1f %% redundancy, %.1f %% synergy, mean %.4f", result.order(),
                l.total(), l.redundant() >= l.synergistic() ? "redundancy" : "synergy", 100 * l.redundant() / scored,
                100 * l.synergistic() / scored, l.mean());
        line(out, "    most synergistic  %s", extremes(result.mostSynergistic()));
        line(out, "    most redundant    %s", extremes(result.mostRedundant()));
    }

    private static String extremes(List<ScoredNplet> nplets) {
        return nplets.stream()
                .map(n -> String.format(Locale.ROOT, "%.4f {%s}", n.o(), n.key()))
                .collect(Collectors.joining("   "));
    }

    private static void line(Writer out, String format, Object... values) throws IOException {
        out.write(String.format(Locale.ROOT, format, values) + '\n');
    }
}
