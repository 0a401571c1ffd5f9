package org.oinfo.cli.analysis;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.oinfo.OInformationOptions;
import org.oinfo.ScanResult;
import org.oinfo.ScoredNplet;
import org.oinfo.data.Warning;
import org.oinfo.scan.verify.Verification;

/** What to know of n-plets that are listed, before reading them. */
public final class ResultWarnings {
    /** As many n-plets of a ranking as are looked at: each may be scored anew. */
    private static final int MOST = 1000;

    private ResultWarnings() {}

    /** Of scans: what cannot be verified, measures below 0 after a correction, and extremes with the sign of the other end. */
    public static List<Warning> of(List<ScanResult> results, OInformationOptions options) {
        Set<String> seen = new HashSet<>();
        Stream<ScoredNplet> listed = results.stream()
                .flatMap(result -> Stream.of(result.smallest(), result.largest()))
                .flatMap(ranking -> ranking.subList(0, Math.min(MOST, ranking.size())).stream())
                .filter(nplet -> seen.add(nplet.key()));
        return Stream.of(
                        results.stream().flatMap(result -> unverified(result).stream()),
                        BelowZero.of(listed).warnings(options).stream(),
                        results.stream().flatMap(result -> againstEnd(result).stream()))
                .flatMap(warnings -> warnings)
                .toList();
    }

    /** Where all n-plets are listed nothing was chosen, and both ends hold the same. */
    private static Optional<Warning> againstEnd(ScanResult result) {
        int above = result.smallestAboveZero();
        int below = result.largestBelowZero();
        if (above + below == 0 || result.listsAll()) {
            return Optional.empty();
        }
        String message = "order " + result.order() + ": "
                + (above > 0
                        ? above + " of the " + result.smallest().size()
                                + " n-plets with the smallest O-information are above 0: redundancy dominates them"
                        : "")
                + (above > 0 && below > 0 ? ", and " : "")
                + (below > 0
                        ? below + " of the " + result.largest().size()
                                + " n-plets with the largest O-information are below 0: synergy dominates them"
                        : "");
        return Optional.of(new Warning(
                Warning.Name.SIGN_AGAINST_END,
                message,
                Map.of("order", result.order(), "smallest_above_0", above, "largest_below_0", below)));
    }

    /** Of a scan that was to be verified, and whose rounding may be as large as a block. */
    private static Optional<Warning> unverified(ScanResult result) {
        @Nullable Verification found = result.verification();
        if (found == null || found.outcome() != Verification.Outcome.UNDECIDED) {
            return Optional.empty();
        }
        return Optional.of(new Warning(
                Warning.Name.CANNOT_BE_VERIFIED,
                "order " + result.order() + " " + found.text()
                        + ": the data are nearly singular, and nothing was found wrong",
                Map.of("order", result.order(), "bound", found.bound(), "smallest_block", found.smallest())));
    }
}
