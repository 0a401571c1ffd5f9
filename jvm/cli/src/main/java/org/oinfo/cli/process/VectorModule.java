package org.oinfo.cli.process;

import org.oinfo.kernels.BackendProvider;
import org.oinfo.kernels.Backends;

/**
 * The vector module, which the backend simd needs. It takes 0.07 s to load and keeps Java from using its archive of classes, so the
 * launcher starts Java without it, says so, and starts it again where the kernels in C cannot run.
 */
public final class VectorModule {
    private static final String NATIVE = "native";
    private static final String SIMD = "simd";

    private VectorModule() {}

    /** Whether the launcher left the module out and loads it when it is needed. */
    public static boolean onDemand() {
        return "on-demand".equals(System.getProperty("oinfo.vectors"));
    }

    /** Whether it must be loaded, so that {@code auto} does not pass over simd. */
    public static boolean needed() {
        return onDemand()
                && Backends.installed().stream()
                        .filter(provider -> provider.name().equals(NATIVE))
                        .noneMatch(provider -> provider.unavailable().isEmpty());
    }

    /** Whether a backend is there as soon as somebody asks for it by name. */
    public static boolean brings(BackendProvider provider) {
        return onDemand() && provider.name().equals(SIMD);
    }
}
