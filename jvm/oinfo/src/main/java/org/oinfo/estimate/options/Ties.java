package org.oinfo.estimate.options;

/**
 * Which ranks equal values of a variable get. It matters: activations of ReLU neurons are mostly zero, and the choice decides
 * whether independent neurons look independent.
 */
public enum Ties {
    /** All get the mean of their ranks. The default. */
    AVERAGE,
    /** Their ranks in an order drawn at random, from the seed and the variable's column in the data only. */
    RANDOM,
    /**
     * Their ranks in the order of the samples, as a stable sort leaves them. Independent variables with many ties look
     * redundant this way (84 % zeros: mean correlation 0.44); offered to reproduce published numbers.
     */
    ORDINAL
}
