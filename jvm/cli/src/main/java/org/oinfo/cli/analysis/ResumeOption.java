package org.oinfo.cli.analysis;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.oinfo.OInformation;
import org.oinfo.ResumableRun;
import org.oinfo.ResumableScan;
import org.oinfo.ScanResult;
import org.oinfo.cli.process.ProgressLine;
import org.oinfo.cli.process.ProgressLines;
import org.oinfo.cli.typed.OptionGroup;
import org.oinfo.data.BadInputException;
import org.oinfo.parallel.Keeper;
import org.oinfo.scan.BlockGrid;
import picocli.CommandLine.Option;

/** {@code --resume}: work that goes on where it was stopped. */
@OptionGroup(OptionGroup.RUN)
public final class ResumeOption {
    @Option(
            names = "--resume",
            paramLabel = "FILE",
            description =
                    "save what is finished in FILE, and go on from there when the same command is given again after it"
                            + " was stopped or killed, with any number of threads; one data set")
    private @Nullable String file;

    /** Whether it is there. */
    public boolean given() {
        return file != null;
    }

    private String named() {
        if (file == null) {
            throw new IllegalStateException("there is no journal");
        }
        return file;
    }

    /** Refuses what no journal is kept of. */
    void check(boolean severalData, boolean dryRun) {
        if (file == null) {
            return;
        }
        if (file.isBlank()) {
            throw new BadInputException("--resume must be the name of a file: found none; give one");
        }
        if (severalData) {
            throw new BadInputException(
                    "--resume is for one data set: found several DATA; run the command once for each,"
                            + " with a file for each");
        }
        if (dryRun) {
            throw new BadInputException(
                    "--resume is for work that is done: found --dry-run with it; leave one of the" + " two out");
        }
    }

    /** The journal, where there is one. */
    List<String> read() {
        return file == null ? List.of() : List.of(file);
    }

    /**
     * Does work whose pieces the journal does not hold.
     *
     * @param opening opens the journal
     * @param work is given its journal
     */
    <R> R run(
            Function<Path, ResumableRun> opening,
            Work<R> work,
            Predicate<? super R> partial,
            PrintWriter err,
            String typed)
            throws IOException {
        try (ResumableRun run = opening.apply(Path.of(named()))) {
            if (run.pieces() > 0 || run.torn()) {
                err.println(String.format(
                        Locale.ROOT,
                        "oinfo: %s holds %,d finished pieces%s: the work goes on from there",
                        named(),
                        run.pieces(),
                        run.torn() ? ", its end was cut short" : ""));
            }
            R result = work.run(run.keeper());
            if (partial.test(result)) {
                stopped(err, typed);
            }
            return result;
        }
    }

    /** Work that keeps what is finished. */
    @FunctionalInterface
    interface Work<R> {
        /** Does it. */
        R run(Keeper keeper) throws IOException;
    }

    private void stopped(PrintWriter err, String typed) {
        err.println(
                Files.exists(Path.of(named()))
                        ? "oinfo: stopped; this goes on from there: " + typed
                        : "oinfo: stopped; " + named() + " is gone, so this begins anew: " + typed);
    }

    /** Scans what the journal does not hold. */
    public List<ScanResult> scan(
            OInformation info, List<Integer> orders, ProgressLines progress, PrintWriter err, String typed) {
        try (ResumableScan scan = info.scans().resumable(orders, Path.of(named()))) {
            long nplets = BlockGrid.sum(orders.stream().mapToLong(info.scans()::total));
            String before = found(scan, nplets);
            if (!before.isEmpty()) {
                err.println("oinfo: " + named() + " " + before);
            }
            String name = orders.size() == 1
                    ? "order " + orders.getFirst()
                    : "orders " + orders.getFirst() + ".." + orders.getLast();
            List<ScanResult> results;
            try (ProgressLine line = progress.begin(name, nplets)) {
                results = scan.run(line);
            }
            if (results.stream().anyMatch(ScanResult::partial)) {
                stopped(err, typed);
            }
            return results;
        }
    }

    /** What there is to say of a journal before the scan; nothing of a new one. */
    private static String found(ResumableScan scan, long nplets) {
        if (scan.finished()) {
            return "holds the finished scan: nothing is scanned again";
        }
        if (scan.resumed() == 0) {
            return scan.torn() ? "holds nothing yet, its first write was cut short: the scan begins anew" : "";
        }
        return String.format(
                Locale.ROOT,
                "holds %,d of %s%,d n-plets (%.1f %%)%s: the scan goes on from there",
                scan.resumed(),
                nplets == Long.MAX_VALUE ? "more than " : "",
                nplets,
                100.0 * scan.resumed() / nplets,
                scan.torn() ? ", its last write was cut short" : "");
    }
}
