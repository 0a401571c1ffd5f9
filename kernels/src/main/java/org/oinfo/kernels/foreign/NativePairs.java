package org.oinfo.kernels.foreign;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import org.oinfo.kernels.Level;

/** The functions of pairs.c and the fields of its state that Java reads and writes. */
final class NativePairs {
    /** Bytes of one run in found: prefix, flags, j, l, first, end, from, steps. */
    static final int FOUND = 32;

    static final int UNSOUND = 4;

    static final long HIGH = 0;
    static final long LOW = 8;
    static final long LIGHTEST = 16;
    static final long SCORED = 40;
    static final long REDUNDANT = 48;
    static final long OTHER = 56;
    static final long RUNS = 64;
    static final long OMEGA = 72;
    static final long SOUND = 80;
    /** Mantissas of the minors and the scales [2][2L], then their exponents. */
    static final long PRODUCTS = 88;

    static final long HIGHEST = PRODUCTS + 64 * NativeLibrary.lanes();
    static final long LOWEST = HIGHEST + 8;
    static final long SHIFT = HIGHEST + 16;
    static final long BALANCED = HIGHEST + 24;
    /** Of each half [2]. */
    static final long DEVIATIONS = HIGHEST + 32;

    static final long SQUARES = HIGHEST + 48;
    static final long OF_VARIABLE = HIGHEST + 64;
    static final long HISTOGRAM = HIGHEST + 72;

    private static final MethodHandle PREFIXES =
            NativeLibrary.function("oinfo_pairs_prefixes", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT));
    private static final MethodHandle SIZE = NativeLibrary.function(
            "oinfo_pairs_size", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT));
    private static final MethodHandle INIT = NativeLibrary.function(
            "oinfo_pairs_init",
            FunctionDescriptor.ofVoid(
                    ADDRESS, ADDRESS, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_DOUBLE, JAVA_DOUBLE, JAVA_DOUBLE));
    private static final MethodHandle BEGIN =
            NativeLibrary.function("oinfo_pairs_begin", FunctionDescriptor.ofVoid(ADDRESS));
    private static final MethodHandle MOVE = NativeLibrary.function(
            "oinfo_pairs_move", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_INT, JAVA_INT));
    private static final MethodHandle BEGIN_PREFIXES = NativeLibrary.function(
            "oinfo_pairs_begin_prefixes", FunctionDescriptor.ofVoid(ADDRESS, JAVA_INT, JAVA_INT));
    private static final MethodHandle SCAN =
            NativeLibrary.function("oinfo_pairs_scan", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT));
    private static final MethodHandle VALUES = NativeLibrary.function(
            "oinfo_pairs_values", FunctionDescriptor.ofVoid(ADDRESS, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT));

    private NativePairs() {}

    /** The number that C knows a level by. */
    static int level(Level level) {
        return switch (level) {
            case EXTREMES -> 0;
            case PLAIN -> 1;
            case FULL -> 2;
        };
    }

    static int prefixes(int order, int level) {
        try {
            return (int) PREFIXES.invokeExact(order, level);
        } catch (Throwable thrown) {
            throw NativeState.impossible(thrown);
        }
    }

    static long size(int variables, int order, int level, int prefixes) {
        try {
            return (long) SIZE.invokeExact(variables, order, level, prefixes);
        } catch (Throwable thrown) {
            throw NativeState.impossible(thrown);
        }
    }

    static void init(
            MemorySegment state,
            MemorySegment r,
            int variables,
            int order,
            int level,
            int prefixes,
            double scale,
            double redundant,
            double other) {
        try {
            INIT.invokeExact(state, r, variables, order, level, prefixes, scale, redundant, other);
        } catch (Throwable thrown) {
            throw NativeState.impossible(thrown);
        }
    }

    static void begin(MemorySegment state) {
        try {
            BEGIN.invokeExact(state);
        } catch (Throwable thrown) {
            throw NativeState.impossible(thrown);
        }
    }

    static int move(MemorySegment state, MemorySegment prefix, int kept, int count) {
        try {
            return (int) MOVE.invokeExact(state, prefix, kept, count);
        } catch (Throwable thrown) {
            throw NativeState.impossible(thrown);
        }
    }

    static void beginPrefixes(MemorySegment state, int from, int base) {
        try {
            BEGIN_PREFIXES.invokeExact(state, from, base);
        } catch (Throwable thrown) {
            throw NativeState.impossible(thrown);
        }
    }

    static int scan(MemorySegment state, int to) {
        try {
            return (int) SCAN.invokeExact(state, to);
        } catch (Throwable thrown) {
            throw NativeState.impossible(thrown);
        }
    }

    static void values(MemorySegment state, int prefix, int j, int l, int from, int steps) {
        try {
            VALUES.invokeExact(state, prefix, j, l, from, steps);
        } catch (Throwable thrown) {
            throw NativeState.impossible(thrown);
        }
    }
}
