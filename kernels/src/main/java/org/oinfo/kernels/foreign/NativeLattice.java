package org.oinfo.kernels.foreign;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/** The functions of lattice.c, and the fields of its state that Java reads and writes. */
final class NativeLattice {
    static final long ABOVE = 0;
    static final long BELOW = 8;
    static final long REDUNDANT_ABOVE = 16;
    static final long SYNERGISTIC_BELOW = 24;
    static final long COEFFICIENT = 32;
    static final long REDUNDANT = 40;
    static final long SYNERGISTIC = 48;
    static final long SUM = 56;
    static final long SCORES = 64;
    static final long FIRST = 72;
    static final long WANTED = 80;
    static final long VARIABLES = 88;

    private static final MethodHandle SIZE =
            NativeLibrary.function("oinfo_lattice_size", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, JAVA_INT));
    private static final MethodHandle INIT = NativeLibrary.function(
            "oinfo_lattice_init", FunctionDescriptor.ofVoid(ADDRESS, ADDRESS, JAVA_INT, JAVA_INT));
    private static final MethodHandle BEGIN =
            NativeLibrary.function("oinfo_lattice_begin", FunctionDescriptor.ofVoid(ADDRESS, JAVA_INT, JAVA_INT));
    private static final MethodHandle RUN =
            NativeLibrary.function("oinfo_lattice_run", FunctionDescriptor.of(JAVA_INT, ADDRESS));

    private NativeLattice() {}

    static long size(int variables, int free) {
        try {
            return (long) SIZE.invokeExact(variables, free);
        } catch (Throwable thrown) {
            throw NativeState.impossible(thrown);
        }
    }

    static void init(MemorySegment state, MemorySegment r, int variables, int free) {
        try {
            INIT.invokeExact(state, r, variables, free);
        } catch (Throwable thrown) {
            throw NativeState.impossible(thrown);
        }
    }

    static void begin(MemorySegment state, int members, int free) {
        try {
            BEGIN.invokeExact(state, members, free);
        } catch (Throwable thrown) {
            throw NativeState.impossible(thrown);
        }
    }

    static int run(MemorySegment state) {
        try {
            return (int) RUN.invokeExact(state);
        } catch (Throwable thrown) {
            throw NativeState.impossible(thrown);
        }
    }
}
