package org.oinfo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.oinfo.data.BadInputException;
import org.oinfo.estimate.EstimateOptions;
import org.oinfo.kernels.Landscape;
import org.oinfo.scan.OwnMeasure;
import org.oinfo.scan.RankedLandscape;
import org.oinfo.scan.journal.Journal;
import org.oinfo.scan.verify.Verify;

/** All that the bits of a scan's result depend on, as lines {@code key: value} for its journal; threads are not among it. */
record ScanIdentity(Model model, OInformationOptions options) {
    /** The lines; refuses what no file can tell from another. */
    List<String> lines(List<Journal.Stage> stages) {
        if (options.rankBy() instanceof OwnMeasure own) {
            throw new BadInputException("a scan that can be resumed is ranked by a measure with a formula: found "
                    + own.text() + ", a function; choose another, or leave the journal out");
        }
        String data = model.checksum();
        if (model.backendName().equals("cuda")) {
            throw new BadInputException("a scan that can be resumed runs on processors: found the backend cuda;"
                    + " choose another, or leave the journal out");
        }
        @Nullable String version = Journal.class.getPackage().getImplementationVersion();
        EstimateOptions estimate = options.estimate().withThreads(1);
        List<String> lines = new ArrayList<>();
        lines.add("version: " + (version == null ? "development" : version));
        lines.add("estimate: " + estimate);
        lines.add("bias correction: " + (options.biasCorrect() ? "T=" + model.biasSamples() : "none"));
        lines.add("variables: " + model.scorer().variables());
        lines.add("data: sha256 " + data);
        lines.add("backend: " + model.device());
        lines.add("level: " + lower(options.level()));
        lines.add("top: " + options.top());
        lines.add("ends: " + lower(options.ends()));
        lines.add("determinants: "
                + (options.verify() == Verify.ALWAYS && options.level().counts() ? "summed" : "not summed"));
        lines.add("rank by: " + options.rankBy().text());
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

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
