package org.oinfo.data.options;

/** The first line of a text file: names of columns, or values. */
public enum Header {
    /** It is told from what stands there. */
    AUTO,
    /** The first line names the columns. */
    YES,
    /** The first line holds values. */
    NO
}
