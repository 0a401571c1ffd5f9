package org.oinfo.data.options;

/** The treatment of samples that hold NaN, an infinity or a missing value. */
public enum Missing {
    /** Refuse the input and say where the first one is. */
    REFUSE,
    /** Leave those samples out; {@link org.oinfo.data.Samples#droppedRows()} says how many. */
    DROP_ROWS
}
