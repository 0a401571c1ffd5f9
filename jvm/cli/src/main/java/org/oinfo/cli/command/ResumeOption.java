package org.oinfo.cli.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.oinfo.OInformation;
import org.oinfo.ResumableScan;
import org.oinfo.ScanResult;
import org.oinfo.cli.process.ProgressLine;
import org.oinfo.cli.process.ProgressLines;
import org.oinfo.data.BadInputException;
import picocli.CommandLine.Option;

/** {@code --resume}: a scan that goes on where it was stopped. */
final class ResumeOption {
    @Option(
            names = "--resume",
            paramLabel = "FILE",
            description =
                    "save what is finished in FILE, and go on from there when the same command is given again after it"
                            + " was stopped or killed, with any number of threads; one data set, all n-plets")
    private @Nullable String file;

    boolean given() {
        return file != null;
    }

    /** Refuses what no journal is kept of. */
    void check(boolean severalData, boolean dryRun, boolean windows, boolean groups) {
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
        String other = dryRun ? "--dry-run" : windows ? "--window" : groups ? "--groups" : "";
        if (!other.isEmpty()) {
            throw new BadInputException(
                    "--resume is for one scan of all n-plets: found " + other + " with it; leave one of the two out");
        }
    }

    /** What is read, the journal among it: a result must not be written over it. */
    List<String> inputs(List<String> data) {
        List<String> all = new ArrayList<>(data);
        if (file != null) {
            all.add(file);
        }
        return all;
    }

    /** Scans what the journal does not hold. */
    List<ScanResult> scan(
            OInformation info, List<Integer> orders, ProgressLines progress, PrintWriter err, String typed) {
        if (file == null) {
            throw new IllegalStateException("there is no journal");
        }
        try (ResumableScan scan = info.scans().resumable(orders, Path.of(file))) {
            long nplets = orders.stream().mapToLong(info.scans()::total).sum();
            String before = found(scan, nplets);
            if (!before.isEmpty()) {
                err.println("oinfo: " + file + " " + before);
            }
            String name = orders.size() == 1
                    ? "order " + orders.getFirst()
                    : "orders " + orders.getFirst() + ".." + orders.getLast();
            List<ScanResult> results;
            try (ProgressLine line = progress.begin(name, nplets)) {
                results = scan.run(line);
            }
            if (results.stream().anyMatch(ScanResult::partial)) {
                err.println("oinfo: stopped; this goes on from there: " + typed);
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
                "holds %,d of %,d n-plets (%.1f %%)%s: the scan goes on from there",
                scan.resumed(),
                nplets,
                100.0 * scan.resumed() / nplets,
                scan.torn() ? ", its last write was cut short" : "");
    }
}
