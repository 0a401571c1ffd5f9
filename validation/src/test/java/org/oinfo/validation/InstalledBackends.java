package org.oinfo.validation;

import java.util.List;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.BackendProvider;
import org.oinfo.kernels.Backends;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.MeasuresKernel;

/** The backends that can run on this machine. */
final class InstalledBackends {
    private InstalledBackends() {}

    static List<Backend> all() {
        return Backends.installed().stream()
                .filter(provider -> provider.unavailable().isEmpty())
                .map(BackendProvider::open)
                .toList();
    }

    /** TC, DTC, Omega, S of one n-plet. */
    static double[] measures(Backend backend, CorrelationMatrix r, int... nplet) {
        double[] out = new double[MeasuresKernel.VALUES];
        try (MeasuresKernel kernel = backend.measures(r)) {
            kernel.measures(nplet, 1, nplet.length, out);
        }
        return out;
    }
}
