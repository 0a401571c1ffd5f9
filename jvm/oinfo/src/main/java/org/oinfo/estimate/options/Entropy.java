package org.oinfo.estimate.options;

/** How the entropy of T samples is estimated from the counts c of its m joint states; psi is the digamma function. */
public enum Entropy {
    /** {@code ln T - (1/T) sum c ln c}: too low by about (m - 1) / (2 T). */
    PLUG_IN,
    /**
     * Plug-in plus (m - 1) / (2 T).
     *
     * <p>Source: Miller 1955; see Paninski 2003 (doi 10.1162/089976603321780272).
     */
    MILLER_MADOW,
    /**
     * {@code ln T - (1/T) sum c G(c)}, {@code G(c) = psi(c) + (-1)^c / 2 (psi((c+1)/2) - psi(c/2))}: less bias than Miller and Madow
     * where many states occur once or twice.
     *
     * <p>Source: Grassberger 2003, Entropy estimates from insufficient samplings (arXiv physics/0307138), of which Grassberger 2022 (doi
     * 10.3390/e24050680) says more.
     */
    GRASSBERGER,
    /**
     * {@code - sum q ln q / (1 - (1 - q)^T)}, {@code q = (1 - f1 / T) c / T} with f1 the number of states that occur once (T - 1 where all
     * do): counts in proportion to the estimated coverage, each state weighted by its chance to be seen at all.
     *
     * <p>Source: Chao and Shen 2003 (doi 10.1023/A:1026096204727).
     */
    CHAO_SHEN
}
