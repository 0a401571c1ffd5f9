package org.oinfo.fuzz;

import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What Jazzer calls; its target is named by {@code --target_args}. */
public final class FuzzEntry {
    private static @Nullable Target target;

    private FuzzEntry() {}

    /** Called once, with the words of {@code --target_args}; what is loaded here is not loaded in the time of an input. */
    public static void fuzzerInitialize(String[] words) throws IOException {
        Target reader = Targets.of(words[0]);
        for (byte[] seed : reader.seeds()) {
            reader.readSurely(seed);
        }
        target = reader;
    }

    /** Called with each input; what it throws is a finding. */
    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        Objects.requireNonNull(target, "fuzzerInitialize comes first").readSurely(input);
    }
}
