package org.oinfo.scan.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.DeterminantError;
import org.oinfo.kernels.Landscape;
import org.oinfo.scan.BlockLedger;
import org.oinfo.scan.GaussianScorer;

/**
 * Verifies a scan that is done: compares the determinants that its kernels summed with what they must add up to, and where they do not, finds
 * the blocks that are to blame. At level extremes kernels sum none; then a {@link SampledCheck sample} of blocks is redone.
 */
public final class Verifier {
    /** The bound must be smaller than the smallest block by this much, or a missing block might not be seen. */
    private static final double ROOM = 10;
    /** Roundings of this class itself. */
    private static final double ABOVE = 1 + 1e-6;
    /** Wrong blocks that are named. */
    private static final int NAMED = 8;

    private final GaussianScorer scores;
    private final CorrelationMatrix r;
    private final BlockLedger ledger;

    /** Verifies a scan of these correlations that left this ledger. */
    public Verifier(GaussianScorer scores, BlockLedger ledger) {
        this.scores = scores;
        this.r = scores.matrix();
        this.ledger = ledger;
    }

    /**
     * Whether a scan is verified where nobody says: at level extremes from order 4 on, where the sample is at most a thousandth of the
     * blocks; it depends on level, order and size alone, never on a clock.
     */
    public static boolean byDefault(int order, boolean counts, long blocks) {
        return !counts && order >= 4 && blocks >= SampledCheck.SHARE;
    }

    /**
     * Verifies what the scan found.
     *
     * @throws VerificationFailedException it is wrong; the message says where
     */
    public Verification verify(Landscape found) {
        checkCounts(found);
        if (found.total() < ledger.total()) {
            return Verification.stopped(ledger.blocks());
        }
        return found.settings().determinants() ? verifySums(found) : new SampledCheck(scores, ledger, found).verify();
    }

    /** The ledger of ranks: each block holds its n-plets, and all of them were merged. */
    private void checkCounts(Landscape found) {
        List<BlockLedger.Entry> wrong =
                ledger.entries().stream().filter(entry -> !entry.counts()).toList();
        if (!wrong.isEmpty()) {
            throw new VerificationFailedException(begin(found) + "every n-plet must be counted once: "
                    + wrong.stream()
                            .limit(NAMED)
                            .map(entry ->
                                    ranks(entry) + String.format(Locale.ROOT, " hold %,d n-plets", entry.scored()))
                            .collect(Collectors.joining(", "))
                    + more(wrong.size()) + END);
        }
        if (found.total() > ledger.total()) {
            throw new VerificationFailedException(begin(found)
                    + String.format(Locale.ROOT, "%,d n-plets were counted of %,d", found.total(), ledger.total())
                    + END);
        }
        long told =
                ledger.entries().stream().mapToLong(BlockLedger.Entry::scored).sum();
        if (told != found.total()) {
            throw new VerificationFailedException(begin(found)
                    + String.format(
                            Locale.ROOT,
                            "blocks hold %,d n-plets, but %,d were merged: some were lost or doubled",
                            told,
                            found.total())
                    + END);
        }
    }

    private Verification verifySums(Landscape found) {
        int order = found.settings().order();
        SymmetricFunctions exact = new SymmetricFunctions(r, order);
        double expected = exact.value(order);
        double bound = bound(exact, found);
        double sum = found.determinants();
        double smallest = ledger.entries().stream()
                .mapToDouble(BlockLedger.Entry::share)
                .min()
                .orElse(0);
        Verification done = new Verification(
                ROOM * bound <= smallest ? Verification.Outcome.VERIFIED : Verification.Outcome.UNDECIDED,
                expected,
                sum,
                bound,
                smallest,
                0,
                ledger.blocks());
        // Not "deviation > bound": a sum that is no number must fail, too.
        if (!(done.deviation() <= bound)) {
            throw new VerificationFailedException(begin(found)
                    + String.format(
                            Locale.ROOT,
                            "the determinants of all n-plets must add up to %.9g and add up to %.9g: deviation %.1e,"
                                    + " bound %.1e; ",
                            expected,
                            sum,
                            done.deviation(),
                            bound)
                    + blame(order)
                    + END);
        }
        return done;
    }

    /** {@link DeterminantError} over all n-plets, and the error of what it is compared with. */
    private double bound(SymmetricFunctions exact, Landscape found) {
        int n = r.variables();
        int k = found.settings().order();
        double e = DeterminantError.perturbation(k);
        double minors = (n - k + 1.0) * (exact.value(k - 1) + exact.error(k - 1));
        double squared = k * k * e;
        double kernels = e * k * minors + found.total() * squared * squared;
        double singular = found.singular() * DeterminantError.largest(k);
        double sum = DeterminantError.additions(n) * (exact.value(k) + exact.error(k));
        return ABOVE * (kernels + singular + sum + exact.error(k) + Math.ulp(found.determinants()));
    }

    /** Which blocks are wrong, by plain elimination. */
    private String blame(int order) {
        PlainDeterminants plain = new PlainDeterminants(r, order);
        List<String> wrong = new ArrayList<>();
        for (BlockLedger.Entry entry : ledger.entries()) {
            double must = entry.ranks().stream()
                    .mapToDouble(ranks -> plain.sum(ranks.from(), ranks.to()))
                    .sum();
            double bound = rangeBound(r.variables(), order, entry.nplets(), must);
            if (!(Math.abs(entry.determinants() - must) <= bound)) {
                wrong.add(ranks(entry)
                        + String.format(
                                Locale.ROOT, " must add up to %.9g and add up to %.9g", must, entry.determinants()));
            }
        }
        return wrong.isEmpty()
                ? "every block by itself is right, so blocks were lost or doubled when they were merged"
                : "where: " + wrong.stream().limit(NAMED).collect(Collectors.joining(", ")) + more(wrong.size());
    }

    /** Bound on the difference of the sums of a range by a kernel and by plain elimination. */
    static double rangeBound(int n, int order, long nplets, double sum) {
        return ABOVE * 2 * (nplets * DeterminantError.largest(order) + DeterminantError.additions(n) * Math.abs(sum));
    }

    static String begin(Landscape found) {
        return "the scan of order " + found.settings().order() + " is wrong: ";
    }

    static final String END = "; do not use its result, and run it again on another backend or machine";

    static String ranks(BlockLedger.Entry entry) {
        return entry.ranks().stream()
                .limit(NAMED)
                .map(Verifier::text)
                .collect(Collectors.joining(", ", "ranks ", entry.ranks().size() > NAMED ? " and more" : ""));
    }

    static String text(BlockLedger.Ranks ranks) {
        return String.format(Locale.ROOT, "%,d to %,d", ranks.from(), ranks.to() - 1);
    }

    private static String more(int count) {
        return count > NAMED ? String.format(Locale.ROOT, " and %,d more blocks", count - NAMED) : "";
    }
}
