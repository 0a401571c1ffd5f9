package org.oinfo.data;

/** The treatment of samples that hold NaN, an infinity or a missing value. */
public enum Missing {
    /** Refuse the input and say where the first one is. */
    REFUSE,
    /** Leave those samples out; {@link Samples#droppedRows()} says how many. */
    DROP_ROWS
}
