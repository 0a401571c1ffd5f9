package org.oinfo.scan.verify;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was found when a scan was verified. It is about enumeration and determinants: every n-plet was scored once, from the right
 * correlations; not about rankings, except those of sampled blocks.
 *
 * @param outcome what can be said
 * @param expected sum of det R_S over the n-plets S that were looked at, from R alone; NaN of a scan that was stopped
 * @param found what the kernels summed
 * @param bound proven bound on their difference by rounding
 * @param smallest the smallest sum of a block: what the bound has to be small against
 * @param sampled blocks that were redone; 0 where all are in the sums
 * @param blocks blocks of the scan
 */
public record Verification(
        Outcome outcome, double expected, double found, double bound, double smallest, long sampled, long blocks) {
    /** What can be said of a scan. */
    public enum Outcome {
        /** All blocks: sums differ by less than the bound, and each block is worth ten times that. */
        VERIFIED("verified"),
        /** A sample of blocks was redone and agrees, and every rank was counted once. */
        SAMPLED("verified (sampled)"),
        /** The bound is too large to tell whether a block is missing. */
        UNDECIDED("cannot be verified"),
        /** The scan was stopped. */
        STOPPED("not verified");

        private final String text;

        Outcome(String text) {
            this.text = text;
        }

        /** In words. */
        public String text() {
            return text;
        }
    }

    /** Of a scan that was stopped. */
    static Verification stopped(long blocks) {
        return new Verification(Outcome.STOPPED, Double.NaN, Double.NaN, Double.NaN, Double.NaN, 0, blocks);
    }

    /** |found - expected|. */
    public double deviation() {
        return Math.abs(found - expected);
    }

    /** The whole finding, by the names of output; null where there is no value. */
    public Map<String, @Nullable Object> fields() {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("outcome", outcome.text());
        fields.put("expected", finite(expected));
        fields.put("found", finite(found));
        fields.put("deviation", finite(deviation()));
        fields.put("bound", finite(bound));
        fields.put("smallest_block", finite(smallest));
        fields.put("sampled", sampled);
        fields.put("blocks", blocks);
        return fields;
    }

    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }

    /** The whole finding in one line. */
    public String text() {
        return switch (outcome) {
            case VERIFIED ->
                String.format(
                        Locale.ROOT,
                        "verified: sum of determinants %.9g, deviation %.1e, bound %.1e",
                        found,
                        deviation(),
                        bound);
            case SAMPLED ->
                String.format(
                        Locale.ROOT,
                        "verified (sampled: %,d of %,d blocks, redone in double): deviation %.1e, bound %.1e",
                        sampled,
                        blocks,
                        deviation(),
                        bound);
            case UNDECIDED ->
                String.format(
                        Locale.ROOT,
                        "cannot be verified: bound %.1e, deviation %.1e, smallest share of a block %.1e",
                        bound,
                        deviation(),
                        smallest);
            case STOPPED -> "not verified: the scan was stopped";
        };
    }
}
