package org.oinfo.data.options;

/** The part that an axis of an array has in the data. */
public enum Axis {
    /** Its positions are samples. */
    SAMPLES,
    /** Its positions are variables. */
    VARIABLES,
    /** One of its positions is taken, or their mean. */
    DROP
}
