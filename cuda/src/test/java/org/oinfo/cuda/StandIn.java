package org.oinfo.cuda;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import org.oinfo.kernels.Backend;

/**
 * A CUDA driver whose device is the CPU (src/test/cuda/standin_cuda.cpp). The first use makes it this process's driver, so that
 * no test may ask for another one in the same process.
 */
@SuppressWarnings("restricted")
final class StandIn {
    private static final class Library {
        static final SymbolLookup SYMBOLS = open();

        private static SymbolLookup open() {
            String file = build().toString();
            System.setProperty("oinfo.cuda.driver", file);
            return SymbolLookup.libraryLookup(file, Arena.global());
        }
    }

    private StandIn() {}

    /** Its library. */
    static Path build() {
        return Compiler.compile(
                "standin_cuda.cpp",
                "libcuda.so.1",
                "-shared",
                "-fPIC",
                "-fvisibility=hidden",
                "-Wl,-soname,libcuda.so.1");
    }

    /** The backend on it. */
    static Backend backend() {
        // First, so that a missing compiler skips the test instead of failing the class that holds the library.
        assertThat(build()).exists();
        assertThat(Library.SYMBOLS.find("cuInit")).isPresent();
        CudaBackendProvider provider = new CudaBackendProvider();
        assertThat(provider.unavailable()).isEmpty();
        return provider.open();
    }

    /** Lets allocations above this size fail. */
    static void largestAllocation(long bytes) throws Throwable {
        function("standinLargestAllocation", FunctionDescriptor.ofVoid(ValueLayout.JAVA_LONG))
                .invokeExact(bytes);
    }

    /** The device is lost after so many launches more; never where that is negative. */
    static void lostAfter(long launches) throws Throwable {
        function("standinLostAfter", FunctionDescriptor.ofVoid(ValueLayout.JAVA_LONG))
                .invokeExact(launches);
    }

    /** Number of allocations that live. */
    static long allocations() throws Throwable {
        return (long) function("standinAllocations", FunctionDescriptor.of(ValueLayout.JAVA_LONG))
                .invokeExact();
    }

    private static MethodHandle function(String name, FunctionDescriptor type) {
        return Linker.nativeLinker().downcallHandle(Library.SYMBOLS.find(name).orElseThrow(), type);
    }
}
