package org.oinfo.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.oinfo.cli.input.LoadedData;
import org.oinfo.cli.process.ProgressLine;
import org.oinfo.cli.process.ProgressLines;
import org.oinfo.data.Warning;
import org.oinfo.estimate.options.Estimator;
import org.oinfo.screen.Dependence;
import org.oinfo.screen.Findings;
import org.oinfo.screen.ScreenResult;

/**
 * The screen for dependence that is not monotone, as a scan tells of it.
 *
 * @param found what it found
 * @param estimator the one that cannot see it
 */
record TripletScreen(ScreenResult found, Estimator estimator) {
    /** Screens samples of which correlations were made; null where there are none, or it was stopped. */
    static @Nullable TripletScreen of(LoadedData data, ProgressLines progress) {
        Estimator estimator = data.info().options().estimate().estimator();
        if (!data.origin().hasSamples() || !estimator.correlates()) {
            return null;
        }
        try (ProgressLine line = progress.begin("screen", -1)) {
            return new TripletScreen(data.info().screens().notMonotone(line), estimator);
        } catch (CancellationException e) {
            return null;
        }
    }

    /** How far it looked, in words. */
    String extent() {
        String triplets = found.triplets() == found.possible()
                ? "all " + found.possible()
                : found.triplets() + " of " + found.possible() + " (seed " + found.seed() + ")";
        int left = found.variables() - found.screened();
        return triplets + " triplets"
                + (left == 0 ? "" : ", " + left + " of " + found.variables() + " columns left out for ties");
    }

    List<Warning> warnings() {
        if (!found.found()) {
            return List.of();
        }
        Findings pairs = found.pairsFound();
        Findings triplets = found.tripletsFound();
        List<String> counts = new ArrayList<>();
        count(pairs.count(), "pair", counts);
        count(triplets.count(), "triplet", counts);
        List<Dependence> strongest = Stream.concat(pairs.strongest().stream(), triplets.strongest().stream())
                .toList();
        String message = "dependence that is not monotone: " + String.join(" and ", counts) + ", strongest "
                + strongest.stream().map(TripletScreen::key).collect(Collectors.joining(", "))
                + "; the " + estimator.text() + " cannot see it; --estimator discrete or knn"
                + (found.triplets() < found.possible()
                        ? String.format(
                                Locale.ROOT,
                                " (%.3g %% of all triplets looked at, seed %d)",
                                100.0 * found.triplets() / found.possible(),
                                found.seed())
                        : "");
        return List.of(new Warning(
                Warning.Name.NOT_MONOTONE,
                message,
                Map.of(
                        "pairs", pairs.count(),
                        "triplets", triplets.count(),
                        "strongest",
                                strongest.stream().map(Dependence::variables).toList(),
                        "g", strongest.stream().map(Dependence::g).toList(),
                        "tested", found.triplets(),
                        "possible", found.possible(),
                        "seed", found.seed())));
    }

    private static void count(long n, String noun, List<String> into) {
        if (n > 0) {
            into.add(n + " " + noun + (n == 1 ? "" : "s"));
        }
    }

    private static String key(Dependence one) {
        return one.variables().stream().map(String::valueOf).collect(Collectors.joining(";"));
    }
}
