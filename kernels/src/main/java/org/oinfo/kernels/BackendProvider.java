package org.oinfo.kernels;

import java.util.List;

/**
 * Makes a backend, or says why it cannot run here. Found by {@link java.util.ServiceLoader}; implementations must load on
 * any machine, so they keep classes that may be missing behind {@link #open}.
 */
public interface BackendProvider {
    /** The backend's name, as {@link Backend#name}. */
    String name();

    /** Larger is better: {@code auto} opens the available provider with the largest priority. */
    int priority();

    /** Every reason why the backend cannot run here, one a line; empty when it can. */
    List<String> unavailable();

    /** Opens the backend; call only when {@link #unavailable} is empty. */
    Backend open();
}
