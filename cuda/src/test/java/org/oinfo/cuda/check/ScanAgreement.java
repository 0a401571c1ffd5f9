package org.oinfo.cuda.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.Canonical;
import org.oinfo.kernels.Combinations;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.DeterminantError;
import org.oinfo.kernels.Distribution;
import org.oinfo.kernels.Landscape;
import org.oinfo.kernels.Level;
import org.oinfo.kernels.MeasuresKernel;
import org.oinfo.kernels.Ranking;
import org.oinfo.kernels.ScanKernel;
import org.oinfo.kernels.ScanSettings;

/**
 * Do two backends find the same in a range of n-plets? Rankings and counts must be equal; means agree within the rounding that
 * kernels are allowed, {@code max(1e-12, Canonical.error) (1 + mean S)}, sums of determinants within twice their proven bound; a histogram may
 * differ by n-plets at the edge of a bin.
 */
final class ScanAgreement {
    private static final double TOLERANCE = 1e-12;
    /** Share of n-plets that may lie within rounding of an edge. */
    private static final double AT_AN_EDGE = 1e-7;

    private static final int SAMPLE = 500;
    /** Begins what is said of their sum. */
    static final String DETERMINANTS = "sum of determinants";

    private final CorrelationMatrix r;
    private final ScanSettings settings;
    private final List<String> differences = new ArrayList<>();

    private ScanAgreement(CorrelationMatrix r, ScanSettings settings) {
        this.r = r;
        this.settings = settings;
    }

    /** Every difference, in words; none when the two agree. */
    static List<String> differences(
            Backend tested, Backend trusted, CorrelationMatrix r, ScanSettings settings, long from, long to) {
        ScanAgreement agreement = new ScanAgreement(r, settings);
        agreement.compare(scan(tested, r, settings, from, to), scan(trusted, r, settings, from, to), from, to);
        return agreement.differences;
    }

    private static Landscape scan(Backend backend, CorrelationMatrix r, ScanSettings settings, long from, long to) {
        Landscape landscape = Landscape.empty(r.variables(), settings);
        try (ScanKernel kernel = backend.scan(r, settings)) {
            kernel.scan(from, to, landscape);
        }
        return landscape;
    }

    private void compare(Landscape tested, Landscape trusted, long from, long to) {
        equal("n-plets", tested.total(), trusted.total());
        equal("redundant", tested.redundant(), trusted.redundant());
        equal("synergistic", tested.synergistic(), trusted.synergistic());
        equal("balanced", tested.balanced(), trusted.balanced());
        equal("singular", tested.singular(), trusted.singular());
        same("most synergistic", tested.mostSynergistic(), trusted.mostSynergistic());
        same("most redundant", tested.mostRedundant(), trusted.mostRedundant());
        if (!settings.level().counts()) {
            return;
        }
        double slack = Math.max(TOLERANCE, Canonical.error(settings.order())) * (1 + meanS(from, to));
        close("mean", tested.mean(), trusted.mean(), slack);
        if (settings.determinants()) {
            double bound = trusted.total() * DeterminantError.largest(settings.order())
                    + trusted.determinants() * DeterminantError.additions(r.variables());
            close(DETERMINANTS, tested.determinants(), trusted.determinants(), 2 * bound);
        }
        if (settings.level() == Level.FULL) {
            for (int v = 0; v < r.variables(); v++) {
                equal(
                        "n-plets of variable " + v,
                        tested.requirePerVariable().count(v),
                        trusted.requirePerVariable().count(v));
                close(
                        "mean of variable " + v,
                        tested.requirePerVariable().mean(v),
                        trusted.requirePerVariable().mean(v),
                        slack);
            }
            compare(tested.requireDistribution(), trusted.requireDistribution(), trusted.total(), slack);
        }
    }

    private void compare(Distribution tested, Distribution trusted, long total, double slack) {
        close("variance", tested.variance(), trusted.variance(), slack * (1 + trusted.variance()));
        long moved = 0;
        for (int bin = 0; bin < trusted.histogram().length; bin++) {
            moved += Math.abs(tested.histogram()[bin] - trusted.histogram()[bin]);
        }
        if (moved > 2 * Math.ceil(AT_AN_EDGE * total)) {
            differences.add("histogram: " + moved / 2 + " of " + total + " n-plets in another bin");
        }
    }

    private double meanS(long from, long to) {
        Combinations combinations = new Combinations(r.variables(), settings.order());
        Canonical canonical = new Canonical(r);
        int[] nplet = new int[settings.order()];
        double sum = 0;
        int scored = 0;
        long step = Math.max(1, (to - from) / SAMPLE);
        for (long rank = from; rank < to; rank += step) {
            combinations.unrank(rank, nplet);
            if (canonical.score(nplet, 0, nplet.length)) {
                sum += canonical.s();
                scored++;
            }
        }
        return sum / Math.max(1, scored);
    }

    private void same(String what, Ranking tested, Ranking trusted) {
        long[] ours = tested.sortedRanks();
        long[] theirs = trusted.sortedRanks();
        int at = Arrays.mismatch(ours, theirs);
        if (at >= 0) {
            differences.add(what + ": place " + at + " differs, " + rank(ours, at) + " and not " + rank(theirs, at));
        }
    }

    private static String rank(long[] ranks, int at) {
        return at < ranks.length ? "rank " + ranks[at] : "none";
    }

    private void equal(String what, long tested, long trusted) {
        if (tested != trusted) {
            differences.add(what + ": " + tested + " and not " + trusted);
        }
    }

    private void close(String what, double tested, double trusted, double slack) {
        if (Double.isNaN(tested) != Double.isNaN(trusted) || Math.abs(tested - trusted) > slack) {
            differences.add(what + ": " + tested + " and not " + trusted + " within " + slack);
        }
    }

    /** Largest error of measures on a backend against the canonical routine, as a share of 1 + S; infinite for a wrong NaN. */
    static double measuresError(Backend tested, CorrelationMatrix r, int[] nplets, int count, int order) {
        double[] out = new double[count * MeasuresKernel.VALUES];
        double[] canonicalValues = new double[MeasuresKernel.VALUES];
        Canonical canonical = new Canonical(r);
        try (MeasuresKernel kernel = tested.measures(r)) {
            kernel.measures(nplets, count, order, out);
        }
        double worst = 0;
        for (int i = 0; i < count; i++) {
            boolean regular = canonical.score(nplets, i * order, order);
            canonical.write(canonicalValues, 0);
            for (int value = 0; value < canonicalValues.length; value++) {
                double ours = out[i * MeasuresKernel.VALUES + value];
                double error = Math.abs(ours - canonicalValues[value]) / (1 + canonical.s());
                worst = Math.max(
                        worst, regular ? nanIsWrong(error) : Double.isNaN(ours) ? 0 : Double.POSITIVE_INFINITY);
            }
        }
        return worst;
    }

    private static double nanIsWrong(double error) {
        return Double.isNaN(error) ? Double.POSITIVE_INFINITY : error;
    }
}
