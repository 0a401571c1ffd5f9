package org.oinfo.study.result;

import java.util.List;

/**
 * A claim about trained networks and what the numbers of this study say of it.
 *
 * @param claim the claim, in a sentence
 * @param verdict held, failed, or neither
 * @param figure the number of the case that lies nearest to another verdict, with its interval and the name of the case
 * @param evidence sentences with all numbers
 */
public record Claim(String claim, Verdict verdict, String figure, List<String> evidence) {
    /** The outcome of a claim. */
    public enum Verdict {
        /** The numbers are as claimed, beyond chance where chance can be told. */
        HELD,
        /** The numbers are the opposite of what is claimed, beyond chance where chance can be told. */
        FAILED,
        /** What is claimed and its opposite are both too small: the numbers lie within the margin of irrelevance that was set before. */
        NO_SIDE,
        /** The numbers do not decide. */
        UNDECIDED
    }
}
