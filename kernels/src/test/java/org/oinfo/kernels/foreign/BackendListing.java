package org.oinfo.kernels.foreign;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.oinfo.kernels.BackendProvider;
import org.oinfo.kernels.Backends;

/** Prints the backends of a process, best first, with every reason why one cannot be used, then the one that auto opens. */
final class BackendListing {
    private BackendListing() {}

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        for (BackendProvider provider : Backends.installed()) {
            List<String> reasons = provider.unavailable();
            out.println(provider.name() + ": "
                    + (reasons.isEmpty() ? provider.open().description() : String.join(" | ", reasons)));
        }
        out.println("auto: " + Backends.open(Backends.AUTO).name());
    }
}
