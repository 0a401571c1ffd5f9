package org.oinfo.data;

/**
 * What a user gave cannot be used. The message is one line that says what must hold, what was found, where, and what to do.
 */
public final class BadInputException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** The message is shown to the user as it stands. */
    public BadInputException(String message) {
        super(message);
    }
}
