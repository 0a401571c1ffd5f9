package org.oinfo.cli.command;

import java.io.IOException;
import java.io.Writer;
import java.util.Formatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.oinfo.OInformation;
import org.oinfo.ScanResult;
import org.oinfo.ScoredNplet;
import org.oinfo.kernels.Landscape;

/** The text of the demonstration, a few lines for each layer. */
final class DemoReport {
    /** A difference of shares that is worth a word. */
    private static final double NOTICEABLE = 0.01;

    private final Writer out;
    private final StringBuilder text = new StringBuilder();
    private final Formatter lines = new Formatter(text, Locale.ROOT);

    DemoReport(Writer out) {
        this.out = out;
    }

    void introduction() throws IOException {
        lines.format("""
                A network of three hidden layers reads handwritten digits. Which groups of its neurons share what they know
                (redundancy: O-information above 0), and which know something only together (synergy: below 0)?
                O-information in nats; {1;5;7} are the neurons of columns 1, 5 and 7, counted from 0.
                """);
        flush();
    }

    void layer(DemoLayer layer, OInformation info) throws IOException {
        lines.format(
                "\n%s, %s: %d neurons that vary, %d samples\n",
                layer.name(), layer.description(), info.variables().count(), info.samples());
        flush();
    }

    void order(ScanResult result) throws IOException {
        Landscape l = result.landscape();
        double scored = Math.max(1, l.total() - l.singular());
        lines.format(
                "  order %d: %s. %,d n-plets: %.1f %% redundancy, %.1f %% synergy; mean %.4f\n",
                result.order(),
                verdict((l.redundant() - l.synergistic()) / scored),
                l.total(),
                100 * l.redundant() / scored,
                100 * l.synergistic() / scored,
                l.mean());
        lines.format("    most synergistic  %s\n", extremes(result.mostSynergistic()));
        lines.format("    most redundant    %s\n", extremes(result.mostRedundant()));
        if (result.partial()) {
            lines.format("interrupted: order %d is %.1f %% done\n", result.order(), 100 * result.fraction());
        }
        flush();
    }

    void end(double seconds) throws IOException {
        lines.format("\n%.1f s. The same for your data: oinfo scan DATA.npy --order 3..5\n", seconds);
        flush();
    }

    /** Whether redundancy or synergy prevails, by the difference of the shares of redundancy- and synergy-dominated n-plets. */
    private static String verdict(double difference) {
        if (Math.abs(difference) < NOTICEABLE) {
            return "neither dominates";
        }
        return difference > 0 ? "redundancy dominates" : "synergy dominates";
    }

    private static String extremes(List<ScoredNplet> nplets) {
        return nplets.stream()
                .map(n -> String.format(Locale.ROOT, "%.4f {%s}", n.o(), n.key()))
                .collect(Collectors.joining("   "));
    }

    private void flush() throws IOException {
        out.append(text);
        out.flush();
        text.setLength(0);
    }
}
