package org.oinfo.kernels;

import java.util.List;

/** A backend that was asked for by name cannot run on this machine. */
public final class BackendUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The message names the backend and every reason. */
    public BackendUnavailableException(String backend, List<String> reasons) {
        super("backend " + backend + " is not available here: " + String.join("; ", reasons));
    }
}
