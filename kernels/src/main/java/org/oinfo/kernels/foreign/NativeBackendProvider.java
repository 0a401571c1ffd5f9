package org.oinfo.kernels.foreign;

import java.util.List;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.BackendProvider;

/** Provides {@link NativeBackend} where the library for this platform can be loaded. */
public final class NativeBackendProvider implements BackendProvider {
    @Override
    public String name() {
        return NativeBackend.NAME;
    }

    @Override
    public int priority() {
        return 15;
    }

    @Override
    public List<String> unavailable() {
        return NativeLibrary.unavailable();
    }

    @Override
    public Backend open() {
        return new NativeBackend();
    }
}
