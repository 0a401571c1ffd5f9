package org.oinfo.kernels.foreign;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * A function in C.
 *
 * <p>All are called alike, with six numbers, and return a number: Java takes some 8 ms to prepare each kind of call, in
 * every process. For a function of fewer or narrower integers or of addresses, or one that returns nothing, that is the same call on the
 * platforms there are: by their conventions (System V, AAPCS64) all are in registers, of which it reads those, and those bits, that it
 * knows. The caller sees to it that what addresses point to is open.
 */
record NativeFunction(MethodHandle handle) {
    private static final FunctionDescriptor TYPE =
            FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG);

    /** The function {@code name} at the width of this process. */
    static NativeFunction of(String name) {
        return at(NativeLibrary.function(name));
    }

    @SuppressWarnings("restricted")
    static NativeFunction at(MemorySegment function) {
        return new NativeFunction(Linker.nativeLinker().downcallHandle(function, TYPE));
    }

    /** Calls it with nothing, as {@link #call(long, long, long, long, long, long)}. */
    long call() {
        return call(0, 0, 0, 0, 0, 0);
    }

    long call(long a) {
        return call(a, 0, 0, 0, 0, 0);
    }

    long call(long a, long b) {
        return call(a, b, 0, 0, 0, 0);
    }

    long call(long a, long b, long c) {
        return call(a, b, c, 0, 0, 0);
    }

    long call(long a, long b, long c, long d) {
        return call(a, b, c, d, 0, 0);
    }

    long call(long a, long b, long c, long d, long e) {
        return call(a, b, c, d, e, 0);
    }

    /** Calls it, allocating nothing; of an integer that C knows as narrower, the lower bits are what counts. */
    long call(long a, long b, long c, long d, long e, long f) {
        try {
            return (long) handle.invokeExact(a, b, c, d, e, f);
        } catch (Throwable thrown) {
            throw new IllegalStateException("functions in C throw nothing", thrown);
        }
    }
}
