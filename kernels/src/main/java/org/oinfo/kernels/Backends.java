package org.oinfo.kernels;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

/** Finds the backends that are installed and picks one. */
public final class Backends {
    /** Asks for the best backend that is available here. */
    public static final String AUTO = "auto";

    /**
     * The system property that forces the bits of vectors of a process, before its first kernel: 128, 256 or 512. For tests, and for machines
     * that share a scan.
     */
    public static final String VECTOR_BITS = "oinfo.vector.bits";

    private Backends() {}

    /** Looked for once, when first asked for. */
    private static final class Installed {
        static final List<BackendProvider> PROVIDERS = find();
    }

    /** Every installed provider, best first. */
    public static List<BackendProvider> installed() {
        return Installed.PROVIDERS;
    }

    private static List<BackendProvider> find() {
        List<BackendProvider> found = new ArrayList<>();
        ServiceLoader.load(BackendProvider.class, Backends.class.getClassLoader())
                .forEach(found::add);
        found.sort(Comparator.comparingInt(BackendProvider::priority).reversed().thenComparing(BackendProvider::name));
        return List.copyOf(found);
    }

    /**
     * Opens a backend by name. A backend that is asked for by name is never replaced by another.
     *
     * @param name {@value #AUTO} or the name of an installed backend
     * @throws IllegalArgumentException no backend of that name is installed
     * @throws BackendUnavailableException it is installed but cannot run here; the message holds every reason
     */
    public static Backend open(String name) {
        List<BackendProvider> installed = installed();
        if (name.equals(AUTO)) {
            return installed.stream()
                    .filter(p -> p.unavailable().isEmpty())
                    .findFirst()
                    .orElseThrow(() -> new BackendUnavailableException(AUTO, reasons(installed)))
                    .open();
        }
        BackendProvider provider = installed.stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("backend must be auto or one of "
                        + installed.stream().map(BackendProvider::name).toList() + ": backend=" + name));
        List<String> reasons = provider.unavailable();
        if (!reasons.isEmpty()) {
            throw new BackendUnavailableException(name, reasons);
        }
        return provider.open();
    }

    private static List<String> reasons(List<BackendProvider> installed) {
        if (installed.isEmpty()) {
            return List.of("no backend is installed");
        }
        return installed.stream()
                .map(p -> p.name() + ": " + String.join("; ", p.unavailable()))
                .toList();
    }
}
