package org.oinfo.cli.command;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.oinfo.OInformation;
import org.oinfo.OInformationOptions;
import org.oinfo.ScanResult;
import org.oinfo.cli.input.RunOptions;
import org.oinfo.cli.process.ExitCode;
import org.oinfo.cli.process.ProgressLine;
import org.oinfo.cli.process.Seconds;
import org.oinfo.cli.process.Streams;
import org.oinfo.cli.typed.Top;
import org.oinfo.data.Samples;
import org.oinfo.scan.BlockGrid;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code oinfo demo}: the main job on the example that ships with the project. */
@Command(
        name = "demo",
        description = {
            "Scans the neurons of a small network that reads handwritten digits, layer by layer: every group of 3, 4 and 5"
                    + " neurons of a layer.",
            ""
        })
public final class DemoCommand implements Callable<Integer> {
    private static final int FIRST_ORDER = 3;
    private static final int LAST_ORDER = 5;

    private final Streams streams;

    @Option(
            names = "--top",
            paramLabel = "n",
            description = "how many n-plets to list at each end (default: ${DEFAULT-VALUE})")
    private Top top = Top.first(3);

    @Mixin
    private RunOptions run = new RunOptions();

    @Option(names = "--quiet", description = "no progress bar")
    private boolean quiet;

    public DemoCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        OInformationOptions options = OInformationOptions.defaults()
                .withBackend(run.backend())
                .withThreads(run.threads())
                .withTop(top.count());
        long begun = System.nanoTime();
        DemoReport report = new DemoReport(new OutputStreamWriter(streams.out(), StandardCharsets.UTF_8));
        report.introduction();
        streams.interruption().arm();
        for (DemoLayer layer : DemoLayer.all()) {
            if (!scan(layer, options, report)) {
                return ExitCode.INTERRUPTED;
            }
        }
        report.end(Seconds.since(begun));
        return ExitCode.DONE;
    }

    /** False when the user stopped it. */
    private boolean scan(DemoLayer layer, OInformationOptions options, DemoReport report) throws IOException {
        OInformation info;
        try (Samples samples = layer.open()) {
            info = OInformation.ofSamples(samples, options);
        }
        report.layer(layer, info);
        for (int order = FIRST_ORDER; order <= LAST_ORDER; order++) {
            long nplets = BlockGrid.total(info.variables().count(), order);
            ScanResult result;
            try (ProgressLine progress = new ProgressLine(streams, quiet, "order " + order, nplets)) {
                result = info.scan(order, progress);
            }
            report.order(result);
            if (result.partial()) {
                return false;
            }
        }
        return true;
    }
}
