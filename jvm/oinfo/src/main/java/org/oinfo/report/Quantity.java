package org.oinfo.report;

/** The kind of a figure, which decides how it is written. */
public enum Quantity {
    /** Text or a truth value. */
    TEXT,
    /** 0-based columns of the original data, ascending: {@code int[]}. */
    NPLET,
    /** A whole number. */
    COUNT,
    /** A number without a unit, or {@code double[]}. */
    NUMBER,
    /** Information in nats, or {@code double[]}; written in the unit of the output. */
    INFORMATION
}
