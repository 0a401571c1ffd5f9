package org.oinfo.scan.verify;

/** A scan did not score every n-plet once, or scored some wrongly: its result must not be used. The message has the numbers. */
public final class VerificationFailedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** With what is wrong, and where. */
    public VerificationFailedException(String message) {
        super(message);
    }
}
