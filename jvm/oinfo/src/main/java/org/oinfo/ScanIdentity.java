package org.oinfo;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.oinfo.kernels.Landscape;
import org.oinfo.scan.RankedLandscape;
import org.oinfo.scan.journal.Journal;
import org.oinfo.scan.verify.Verify;

/** All that the bits of a scan's result depend on, as lines {@code key: value} for its journal. */
record ScanIdentity(RunIdentity run) {
    List<String> lines(List<Journal.Stage> stages) {
        List<String> lines = new ArrayList<>(run.lines());
        OInformationOptions options = run.options();
        lines.add("determinants: "
                + (options.verify() == Verify.ALWAYS && options.level().counts() ? "summed" : "not summed"));
        lines.add("orders: "
                + stages.stream()
                        .flatMap(stage -> stage.nothing().stream())
                        .map(ScanIdentity::order)
                        .collect(Collectors.joining(", ")));
        stages.forEach(
                stage -> lines.add("pieces from order " + order(stage.nothing().getFirst()) + " on: " + stage.plan()));
        return lines;
    }

    private static String order(RankedLandscape nothing) {
        Landscape landscape = nothing.landscape();
        return Integer.toString(landscape.settings().order());
    }
}
