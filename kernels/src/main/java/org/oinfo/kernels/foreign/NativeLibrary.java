package org.oinfo.kernels.foreign;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.util.ArrayList;
import java.util.List;
import org.oinfo.kernels.Backends;

/**
 * The shared library with the kernels in C: loaded once, on first use, its functions found at the lane width of this process. That
 * is the widest the processor has, or the one that the system property {@value #BITS_PROPERTY} forces (128, 256 or 512; for tests).
 */
final class NativeLibrary {
    static final String BITS_PROPERTY = Backends.VECTOR_BITS;

    /** Reasons why there is none; else bits of a vector. */
    private record Loaded(List<String> reasons, int bits) {}

    private static final Loaded LOADED = load();

    private NativeLibrary() {}

    /** Every reason why the library cannot be used here; empty when it can. */
    static List<String> unavailable() {
        return LOADED.reasons;
    }

    /** Doubles in a vector. */
    static int lanes() {
        return LOADED.bits / Double.SIZE;
    }

    /** The instructions in use. */
    static String instructions() {
        return switch (LOADED.bits) {
            case 512 -> "AVX-512";
            case 256 -> "AVX2";
            default -> LibraryFile.platform().endsWith("x86_64") ? "AVX2" : "NEON";
        };
    }

    /** Where the function {@code name} is, at the width of this process. */
    static MemorySegment function(String name) {
        if (!LOADED.reasons.isEmpty()) {
            throw new IllegalStateException(String.join("; ", LOADED.reasons));
        }
        return find(name + "_" + LOADED.bits);
    }

    private static MemorySegment find(String symbol) {
        return SymbolLookup.loaderLookup().findOrThrow(symbol);
    }

    private static Loaded load() {
        List<String> reasons = new ArrayList<>();
        if (!LibraryFile.present()) {
            reasons.add("this build holds no kernels in C for this platform: os.name=" + System.getProperty("os.name")
                    + ", os.arch=" + System.getProperty("os.arch"));
        }
        if (!NativeLibrary.class.getModule().isNativeAccessEnabled()) {
            reasons.add("native access is not enabled: start java with --enable-native-access=ALL-UNNAMED");
        }
        if (reasons.isEmpty()) {
            reasons.addAll(LibraryFile.load());
        }
        return reasons.isEmpty() ? choose(widest()) : new Loaded(List.copyOf(reasons), 0);
    }

    /** Picks the width, where the processor's vectors have at most so many bits. */
    private static Loaded choose(int widest) {
        String asked = System.getProperty(BITS_PROPERTY, String.valueOf(widest));
        if (widest == 0) {
            return none("this processor has no AVX2 and FMA, which the kernels in C need");
        }
        if (!List.of("128", "256", "512").contains(asked)) {
            return none(BITS_PROPERTY + " must be 128, 256 or 512: " + BITS_PROPERTY + "=" + asked);
        }
        int bits = Integer.parseInt(asked);
        return bits <= widest
                ? new Loaded(List.of(), bits)
                : none("this processor has vectors of at most " + widest + " bits: " + BITS_PROPERTY + "=" + asked);
    }

    private static Loaded none(String reason) {
        return new Loaded(List.of(reason), 0);
    }

    private static int widest() {
        return (int) NativeFunction.at(find("oinfo_widest")).call();
    }
}
