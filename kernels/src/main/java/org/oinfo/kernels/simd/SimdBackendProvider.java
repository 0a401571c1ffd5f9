package org.oinfo.kernels.simd;

import java.util.ArrayList;
import java.util.List;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.BackendProvider;

/** Provides {@link SimdBackend} where the vector module is loaded. This class itself loads without it. */
public final class SimdBackendProvider implements BackendProvider {
    private static final String MODULE = "jdk.incubator.vector";

    @Override
    public String name() {
        return "simd";
    }

    @Override
    public int priority() {
        return 10;
    }

    @Override
    public List<String> unavailable() {
        List<String> reasons = new ArrayList<>();
        if (ModuleLayer.boot().findModule(MODULE).isEmpty()) {
            reasons.add("the module " + MODULE + " is not loaded: start java with --add-modules " + MODULE);
        } else if (SimdBackend.lanes() < 2) {
            reasons.add("this machine has no SIMD unit for doubles: a vector holds " + SimdBackend.lanes());
        }
        return reasons;
    }

    @Override
    public Backend open() {
        return new SimdBackend();
    }
}
