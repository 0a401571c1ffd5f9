package org.oinfo.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.oinfo.OInformation;
import org.oinfo.cli.analysis.SlowSeries;
import org.oinfo.data.Warning;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.statistics.surrogate.Surrogate;

/** What to know of data before comparing them with independent columns; thresholds and their reasons are in docs/statistics.md. */
final class NullWarnings {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /** Correlation with the sample before from which on rotations of a series are too alike to it. */
    private static final double WALK = 0.95;

    /** Two-sided level at which a pair is correlated, and the share of such pairs that is worth a word. */
    private static final double PAIR_LEVEL = 1e-3;

    private static final double SHARE = 0.05;

    private final OInformation info;
    private final double[] lagOne;
    private final List<Warning> warnings = new ArrayList<>();

    private NullWarnings(OInformation info) {
        this.info = info;
        this.lagOne = info.screens().lagOne();
    }

    static List<Warning> of(OInformation info, Surrogate kind) {
        if (kind != Surrogate.SHUFFLE && kind != Surrogate.SHIFT) {
            return List.of();
        }
        NullWarnings found = new NullWarnings(info);
        found.series(kind);
        found.correlated(kind);
        return found.warnings;
    }

    private void series(Surrogate kind) {
        warnings.addAll(
                kind == Surrogate.SHUFFLE
                        ? SlowSeries.above(
                                SlowSeries.limit(lagOne.length, info.samples()),
                                lagOne,
                                info,
                                Warning.Name.SLOW_SERIES,
                                "shuffled surrogates lack that memory, and p is too small: see --surrogate shift")
                        : SlowSeries.above(
                                WALK,
                                lagOne,
                                info,
                                Warning.Name.RANDOM_WALKS,
                                "rotations of so slow a series are no independent ones, and p is too small: take differences, or every"
                                        + " n-th sample"));
    }

    private void correlated(Surrogate kind) {
        CorrelationMatrix r = info.estimate().matrix();
        int n = r.variables();
        long significant = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                if (isSignificant(r.get(i, j), lagOne[i] * lagOne[j])) {
                    significant++;
                }
            }
        }
        double share = significant / (n * (n - 1.0) / 2);
        if (share > SHARE) {
            String message = String.format(
                    Locale.ROOT,
                    "%.0f %% of the pairs of columns are correlated (p at most %.0e): a small p_fwer rejects that columns are"
                            + " independent, with or without synergy; %s",
                    100 * share,
                    PAIR_LEVEL,
                    kind == Surrogate.SHUFFLE
                            ? "--surrogate tree asks for synergy"
                            : "--surrogate tree asks for synergy, of samples far enough apart to be independent");
            warnings.add(new Warning(
                    Warning.Name.CORRELATED_COLUMNS, message, Map.of("share", share, "pairs", significant)));
        }
    }

    /**
     * Whether a correlation is none of independent series: Fisher's z, with as many samples as autoregressive series of these lags are
     * worth (Bartlett 1935, doi 10.2307/2342284).
     *
     * @param memory product of both lag-1 autocorrelations
     */
    private boolean isSignificant(double r, double memory) {
        double positive = Math.max(0, memory);
        double worth = info.samples() * (1 - positive) / (1 + positive) - 3;
        if (worth <= 0) {
            return false;
        }
        double z = 0.5 * Math.log((1 + Math.abs(r)) / (1 - Math.abs(r)));
        return z * Math.sqrt(worth) > NORMAL.inverseSurvivalProbability(PAIR_LEVEL / 2);
    }
}
