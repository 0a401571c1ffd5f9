package org.oinfo.data.options;

import org.oinfo.data.BadInputException;
import org.oinfo.data.Setting;

/** The choice of a reader that meets a value that is not finite: it refuses, or leaves the row out. */
public enum MissingPolicy {
    REFUSE,
    DROP_ROWS,
    /** A matrix has no samples that could be left out. */
    MATRIX,
    /** Rows of parts on several machines are numbered before they are read. */
    PARTS;

    public static MissingPolicy of(Missing missing) {
        return missing == Missing.DROP_ROWS ? DROP_ROWS : REFUSE;
    }

    /** The refusal of a value, with the remedy that this policy knows. */
    public BadInputException refusal(String problem) {
        return switch (this) {
            case REFUSE ->
                new BadInputException(problem, "correct it, or leave such rows out with {}", Setting.DROP_ROWS);
            case DROP_ROWS -> new BadInputException(problem + "; correct it");
            case MATRIX ->
                new BadInputException(
                        problem + "; correct it, or leave that variable out of the matrix; Fisher z, of which"
                                + " the diagonal is infinite, is undone by tanh");
            case PARTS ->
                new BadInputException(problem + "; correct it, or leave such rows out where the parts are written");
        };
    }
}
