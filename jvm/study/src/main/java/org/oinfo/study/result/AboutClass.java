package org.oinfo.study.result;

/**
 * What groups of a layer's neurons say about the class of the image: means over a random sample of triplets, the same for every
 * number. A mixture of Gaussians, so that no information is above H(Y).
 *
 * @param triplets in the sample that are not singular
 * @param entropy H(Y), nats
 * @param fitted every image scored by the mixture that it is part of: too high on average
 * @param heldOut every image scored by a mixture of others: too low on average; what claims are judged on
 */
public record AboutClass(int triplets, double entropy, Values fitted, Values heldOut) {
    /**
     * Means of a triplet X of neurons about the class Y.
     *
     * @param information I(X;Y), nats
     * @param domega -2 I(X;Y) + sum_j I(X_-j;Y), nats: redundant above 0, synergistic below
     * @param rsi I(X;Y) - sum_i I(X_i;Y), nats: synergistic above 0
     * @param redundancy r = mean of sum_i I(X_i;Y) over mean of I(X;Y), 0 to 3. Gutknecht et al. 2025, arXiv 2504.15779
     * @param vulnerability v = mean of sum_i I(X_i;Y|X_-i) over mean of I(X;Y), likewise
     */
    public record Values(double information, double domega, double rsi, double redundancy, double vulnerability) {}
}
