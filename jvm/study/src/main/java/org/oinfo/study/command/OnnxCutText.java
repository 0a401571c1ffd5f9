package org.oinfo.study.command;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.oinfo.data.Excerpt;
import org.oinfo.study.cut.CutCheck;
import org.oinfo.study.cut.CutLine;
import org.oinfo.study.cut.Latency;
import org.oinfo.study.cut.OnnxCut;
import org.oinfo.study.cut.Share;

/**
 * Tells what became of a user's model.
 *
 * @param fitted number of examples that it was fitted to
 * @param apart number of those that it is compared on
 */
record OnnxCutText(PrintWriter text, int fitted, int apart, boolean labels) {
    /** Neurons that are listed. */
    private static final int LISTED = 64;

    private static final double PERCENT = 100;
    private static final double MILLION = 1e6;

    void tell(String files, OnnxCut.Result result, List<CutCheck.Answers> answers, List<Latency> latencies) {
        text.printf("%s%n", files);
        result.lines().forEach(this::line);
        text.printf("chosen and fitted on %,d examples, compared on %,d others%n", fitted, apart);
        boolean labelled = answers.getFirst().right() != null;
        boolean classes = answers.getFirst().same() != null;
        text.printf(
                "%-10s %12s %15s %10s%s%s%n",
                "",
                "parameters",
                "multiply-adds",
                "error",
                classes ? "  same class" : "",
                labelled ? "  accuracy [95 % interval]" : "");
        row("whole", result.whole(), answers.get(0));
        row("cut", result.cut(), answers.get(1));
        if (answers.size() > 2) {
            row("refitted", result.fitted(), answers.get(2));
        }
        if (labels && !labelled) {
            text.printf(
                    "no accuracy: the model makes one number for each example, and which ones a class has it does not"
                            + " say%n");
        }
        text.printf(
                "milliseconds on one thread, median of %s runs in turn: %s%n",
                latencies.stream().map(one -> Integer.toString(one.runs())).collect(Collectors.joining(" and ")),
                latencies.stream().map(OnnxCutText::time).collect(Collectors.joining("; ")));
        text.flush();
    }

    private void line(CutLine line) {
        String name = Excerpt.oneLine(line.layer());
        if (line.next().isEmpty()) {
            text.printf("  %s: whole, all %d; %s%n", name, line.units(), line.note());
            return;
        }
        String list = !line.cut()
                ? "all " + line.units()
                : line.kept().length + " of " + line.units()
                        + (line.kept().length > LISTED
                                ? ""
                                : " ("
                                        + Arrays.stream(line.kept())
                                                .mapToObj(Integer::toString)
                                                .collect(Collectors.joining(";"))
                                        + ")");
        text.printf(
                "  %s: %s, which enter %s%s%n",
                name, list, Excerpt.oneLine(line.next()), line.note().isEmpty() ? "" : "; " + line.note());
    }

    private void row(String name, OnnxCut.Version version, CutCheck.Answers answers) {
        Double same = answers.same();
        Integer right = answers.right();
        text.printf(
                "%-10s %,12d %,15d %10s%s%s%n",
                name,
                version.parameters(),
                version.multiplyAdds(),
                Double.isNaN(answers.error()) ? "-" : String.format(Locale.ROOT, "%.3g", answers.error()),
                same == null ? "" : String.format(Locale.ROOT, "  %8.2f %%", PERCENT * same),
                right == null ? "" : accuracy(Share.of(right, apart)));
    }

    private static String accuracy(Share share) {
        return String.format(
                Locale.ROOT,
                "  %.2f %% [%.2f, %.2f]",
                PERCENT * share.share(),
                PERCENT * share.low(),
                PERCENT * share.high());
    }

    private static String time(Latency latency) {
        return String.format(
                Locale.ROOT,
                "%.3g -> %.3g for %d",
                latency.median().getFirst() / MILLION,
                latency.median().getLast() / MILLION,
                latency.batch());
    }
}
