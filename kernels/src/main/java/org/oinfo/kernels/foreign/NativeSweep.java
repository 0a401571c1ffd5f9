package org.oinfo.kernels.foreign;

import java.lang.foreign.MemorySegment;

/** The functions of sweep_scan.c, and the fields of its state that Java reads and writes. */
final class NativeSweep {
    /** What a walk stops for. */
    static final int ENDED = 0;

    static final int CANONICAL = 1;

    static final long HIGH = 0;
    static final long LOW = 8;
    static final long BIAS = 16;
    static final long UNBIAS = 24;
    static final long REDUNDANT_BELOW = 32;
    static final long SYNERGISTIC_ABOVE = 40;
    static final long BALANCED = 48;
    static final long MIDDLE = 56;
    static final long FIRST_STEP = 64;
    static final long BINS = 72;
    static final long FIRST = 80;
    static final long END = 88;
    static final long FOUND_RANK = 96;
    static final long SCORED = 104;
    static final long REDUNDANT = 112;
    static final long SYNERGISTIC = 120;
    static final long MOMENTS = 128;
    static final long MEAN = 136;
    static final long SQUARES = 144;
    /** The sum and its rounding errors. */
    static final long SUM = 152;

    static final long NPLET = 168;
    static final long CODES = 176;
    static final long MANTISSAS = 184;
    static final long EXPONENTS = 192;
    static final long VARIABLES = 200;
    static final long VARIABLE_COUNTS = 208;
    static final long HISTOGRAM = 216;
    static final long SUMMED = 224;
    /** The sum and its rounding errors. */
    static final long DETERMINANTS = 232;

    private static final NativeFunction SIZE = NativeFunction.of("oinfo_sweep_size");
    private static final NativeFunction INIT = NativeFunction.of("oinfo_sweep_init");
    private static final NativeFunction BEGIN = NativeFunction.of("oinfo_sweep_begin");
    private static final NativeFunction RUN = NativeFunction.of("oinfo_sweep_run");

    private NativeSweep() {}

    static long size(int variables, int order, boolean full, long bins) {
        return SIZE.call(variables, order, full ? 1 : 0, bins);
    }

    static void init(MemorySegment state, MemorySegment r, int variables, int order, boolean full) {
        INIT.call(state.address(), r.address(), variables, order, full ? 1 : 0);
    }

    static void begin(MemorySegment state, MemorySegment nplet, long from, long to) {
        BEGIN.call(state.address(), nplet.address(), from, to);
    }

    static int run(MemorySegment state) {
        return (int) RUN.call(state.address());
    }
}
