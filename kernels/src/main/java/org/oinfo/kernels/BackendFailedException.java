package org.oinfo.kernels;

import java.io.Serial;

/**
 * A backend that could be opened failed while it worked, for a reason outside this program: its device ran out of memory, is in
 * use by somebody else, or was lost. The message says it in one line.
 */
public class BackendFailedException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    /** The message is for the user. */
    public BackendFailedException(String message) {
        super(message);
    }
}
