package org.oinfo.kernels.foreign;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The shared library with the kernels in C: unpacked, loaded once, its functions found at the lane width of this process. */
final class NativeLibrary {
    private static final String BITS_PROPERTY = "oinfo.vector.bits";

    private static @Nullable SymbolLookup symbols;
    private static int bits;
    private static List<String> reasons = List.of();

    static {
        load();
    }

    private NativeLibrary() {}

    /** Every reason why the library cannot be used here; empty when it can. */
    static List<String> unavailable() {
        return reasons;
    }

    /** Doubles in a vector. */
    static int lanes() {
        return bits / 64;
    }

    /** The function {@code name} at the width of this process. */
    @SuppressWarnings("restricted")
    static MethodHandle function(String name, FunctionDescriptor type, Linker.Option... options) {
        if (symbols == null) {
            throw new IllegalStateException(String.join("; ", reasons));
        }
        return Linker.nativeLinker().downcallHandle(symbols.findOrThrow(name + "_" + bits), type, options);
    }

    @SuppressWarnings("restricted")
    private static void load() {
        String resource = "linux-x86_64/liboinfo.so";
        try (InputStream in = NativeLibrary.class.getResourceAsStream(resource)) {
            if (in == null) {
                reasons = List.of("this build holds no library for this platform: " + resource);
                return;
            }
            Path folder = Files.createTempDirectory("oinfo");
            Path file = folder.resolve("liboinfo.so");
            Files.copy(in, file);
            SymbolLookup found = SymbolLookup.libraryLookup(file, Arena.global());
            Files.delete(file);
            Files.delete(folder);
            int widest = (int) Linker.nativeLinker()
                    .downcallHandle(found.findOrThrow("oinfo_widest"), FunctionDescriptor.of(ValueLayout.JAVA_INT))
                    .invokeExact();
            bits = Integer.getInteger(BITS_PROPERTY, widest);
            symbols = found;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
