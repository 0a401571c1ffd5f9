package org.oinfo.kernels.foreign;

import java.lang.foreign.MemorySegment;
import org.oinfo.kernels.Level;

/** The functions of pairs.c and the fields of its state that Java reads and writes. */
final class NativePairs {
    /** Bytes of one run in found: prefix, flags, j, l, first, end, from, steps. */
    static final int FOUND = 32;

    static final int UNSOUND = 4;

    static final long HIGH = 0;
    static final long LOW = 8;
    static final long BIAS_FACTOR = 16;
    static final long REDUNDANT_BELOW = 24;
    static final long OTHER_BELOW = 32;
    static final long LIGHTEST = 40;
    static final long SCORED = 64;
    static final long REDUNDANT = 72;
    static final long OTHER = 80;
    static final long RUNS = 88;
    static final long OMEGA = 96;
    static final long SOUND = 104;
    /** Mantissas of the minors and the scales [2][2L], then their exponents. */
    static final long PRODUCTS = 112;

    static final long HIGHEST = PRODUCTS + 64 * NativeLibrary.lanes();
    static final long LOWEST = HIGHEST + 8;
    static final long SHIFT = HIGHEST + 16;
    static final long BALANCED = HIGHEST + 24;
    /** Of each half [2]. */
    static final long DEVIATIONS = HIGHEST + 32;

    static final long SQUARES = HIGHEST + 48;
    static final long OF_VARIABLE = HIGHEST + 64;
    static final long HISTOGRAM = HIGHEST + 72;

    static final long SUMMED = HIGHEST + 96;
    /** The sum and its rounding errors. */
    static final long DETERMINANTS = HIGHEST + 104;

    private static final NativeFunction PREFIXES = NativeFunction.of("oinfo_pairs_prefixes");
    private static final NativeFunction SIZE = NativeFunction.of("oinfo_pairs_size");
    private static final NativeFunction INIT = NativeFunction.of("oinfo_pairs_init");
    private static final NativeFunction BEGIN = NativeFunction.of("oinfo_pairs_begin");
    private static final NativeFunction MOVE = NativeFunction.of("oinfo_pairs_move");
    private static final NativeFunction BEGIN_PREFIXES = NativeFunction.of("oinfo_pairs_begin_prefixes");
    private static final NativeFunction SCAN = NativeFunction.of("oinfo_pairs_scan");
    private static final NativeFunction VALUES = NativeFunction.of("oinfo_pairs_values");

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
        return (int) PREFIXES.call(order, level);
    }

    static long size(int variables, int order, int level, int prefixes) {
        return SIZE.call(variables, order, level, prefixes);
    }

    static void init(MemorySegment state, MemorySegment r, int variables, int order, int level, int prefixes) {
        INIT.call(state.address(), r.address(), variables, order, level, prefixes);
    }

    static void begin(MemorySegment state) {
        BEGIN.call(state.address());
    }

    static int move(MemorySegment state, MemorySegment prefix, int kept, int count) {
        return (int) MOVE.call(state.address(), prefix.address(), kept, count);
    }

    static void beginPrefixes(MemorySegment state, int from, int base) {
        BEGIN_PREFIXES.call(state.address(), from, base);
    }

    static int scan(MemorySegment state, int to) {
        return (int) SCAN.call(state.address(), to);
    }

    static void values(MemorySegment state, int prefix, int j, int l, int from, int steps) {
        VALUES.call(state.address(), prefix, j, l, from, steps);
    }
}
