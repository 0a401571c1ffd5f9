package org.oinfo.kernels.foreign;

import java.lang.foreign.MemorySegment;

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

    private static final NativeFunction SIZE = NativeFunction.of("oinfo_lattice_size");
    private static final NativeFunction INIT = NativeFunction.of("oinfo_lattice_init");
    private static final NativeFunction BEGIN = NativeFunction.of("oinfo_lattice_begin");
    private static final NativeFunction RUN = NativeFunction.of("oinfo_lattice_run");

    private NativeLattice() {}

    static long size(int variables, int free) {
        return SIZE.call(variables, free);
    }

    static void init(MemorySegment state, MemorySegment r, int variables, int free) {
        INIT.call(state.address(), r.address(), variables, free);
    }

    static void begin(MemorySegment state, int members, int free) {
        BEGIN.call(state.address(), members, free);
    }

    static int run(MemorySegment state) {
        return (int) RUN.call(state.address());
    }
}
