package org.oinfo.kernels.scalar;

import java.util.List;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.BackendProvider;

/** Provides {@link ScalarBackend}, which runs everywhere. */
public final class ScalarBackendProvider implements BackendProvider {
    @Override
    public String name() {
        return "scalar";
    }

    @Override
    public int priority() {
        return 0;
    }

    @Override
    public List<String> unavailable() {
        return List.of();
    }

    @Override
    public Backend open() {
        return new ScalarBackend();
    }
}
