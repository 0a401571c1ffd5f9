package org.oinfo.kernels.foreign;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import org.oinfo.kernels.Canonical;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.Landscape;
import org.oinfo.kernels.OmegaHistogram;
import org.oinfo.kernels.ScanSettings;
import org.oinfo.kernels.pairs.PairEngine;
import org.oinfo.kernels.pairs.PairReview;
import org.oinfo.kernels.pairs.PairWalk;

/** The pair-stationary scan in C, levels extremes and plain; level full is {@link NativeFullScan}. */
class NativePairScan extends PairReview implements PairEngine {
    private static final int L = NativeLibrary.lanes();
    /** Bytes of a thread that are still bearable. */
    private static final long LARGEST_STATE = 2L << 30;

    private final Arena arena = Arena.ofShared();
    private final ScanSettings settings;
    private final boolean counts;
    private final int sets;
    private final int prefixes;
    final MemorySegment state;
    private final MemorySegment prefix;
    private final MemorySegment found;
    private final MemorySegment omegaInC;
    private final MemorySegment soundInC;
    private int[] held = {};

    /** Whether this scan is faster than the bordered sweep, and its memory bearable. */
    static boolean suits(int variables, ScanSettings settings) {
        if (!PairWalk.suits(variables, settings.order())) {
            return false;
        }
        int level = NativePairs.level(settings.level());
        int prefixes = NativePairs.prefixes(settings.order(), level);
        return NativePairs.size(variables, settings.order(), level, prefixes) <= LARGEST_STATE;
    }

    NativePairScan(CorrelationMatrix r, ScanSettings settings) {
        this(r, settings, NativePairs.prefixes(settings.order(), NativePairs.level(settings.level())));
    }

    NativePairScan(CorrelationMatrix r, ScanSettings settings, int prefixes) {
        super(r, settings, dummies(r.variables()), chunk(settings.order()), 2 * L, prefixes);
        this.settings = settings;
        this.prefixes = prefixes;
        int n = r.variables();
        int order = settings.order();
        counts = settings.level().counts();
        sets = order - 2;
        state = arena.allocate(NativePairs.size(n, order, NativePairs.level(settings.level()), prefixes), 64);
        prefix = arena.allocate(JAVA_INT, Math.max(1, order - 3));
        state.set(JAVA_DOUBLE, NativePairs.BIAS_FACTOR, StrictMath.exp(2 * settings.bias()));
        state.set(JAVA_DOUBLE, NativePairs.REDUNDANT_BELOW, StrictMath.exp(-2 * OmegaHistogram.BALANCED));
        state.set(JAVA_DOUBLE, NativePairs.OTHER_BELOW, StrictMath.exp(2 * OmegaHistogram.BALANCED));
        state.set(JAVA_LONG, NativePairs.SUMMED, settings.determinants() ? 1 : 0);
        try (Arena scratch = Arena.ofConfined()) {
            NativePairs.init(
                    state,
                    scratch.allocateFrom(JAVA_DOUBLE, r.array()),
                    n,
                    order,
                    NativePairs.level(settings.level()),
                    prefixes);
        }
        found = NativeState.array(state, NativePairs.RUNS, 2L * (n + 2 * L) * prefixes * NativePairs.FOUND);
        omegaInC = NativeState.array(state, NativePairs.OMEGA, 8L * omega.length);
        soundInC = NativeState.array(state, NativePairs.SOUND, 8L * sound.length);
    }

    static int dummies(int n) {
        return (2 * L - n % (2 * L)) % (2 * L);
    }

    /** Most steps of a run. */
    private static int chunk(int order) {
        return Math.max(24, Math.min(64, (24 << 10) / (2 * L * 2 * (order - 2) * Double.BYTES)));
    }

    /** What a field of the state points to. */
    @Override
    public int prefixes() {
        return prefixes;
    }

    @Override
    public void begin(Landscape into) {
        super.begin(into);
        NativePairs.begin(state);
    }

    @Override
    public void end() {
        takeCounts();
        landscape()
                .addDeterminants(state.get(JAVA_DOUBLE, NativePairs.DETERMINANTS)
                        + state.get(JAVA_DOUBLE, NativePairs.DETERMINANTS + 8));
        super.end();
    }

    /** Takes what C counted over the range. */
    void takeCounts() {
        long scored = state.get(JAVA_LONG, NativePairs.SCORED);
        long redundant = state.get(JAVA_LONG, NativePairs.REDUNDANT);
        count(scored, redundant, counts ? scored - state.get(JAVA_LONG, NativePairs.OTHER) : 0);
        if (counts) {
            sum.add(0, 0.5 * sets * logOfProduct(0));
            sum.add(0, -0.5 * logOfProduct(1));
        }
    }

    /** ln of the product of minors or of scales over all lanes. */
    private double logOfProduct(int product) {
        MemorySegment mantissas = state.asSlice(NativePairs.PRODUCTS, 32L * L);
        MemorySegment exponents = state.asSlice(NativePairs.PRODUCTS + 32L * L, 32L * L);
        return NativeState.logOfProduct(mantissas, exponents, product * 2 * L, (product + 1) * 2 * L);
    }

    @Override
    public boolean moveTo(int[] first, int kept, int count) {
        held = first;
        MemorySegment.copy(first, 0, prefix, JAVA_INT, 0, settings.order() - 3);
        return NativePairs.move(state, prefix, kept, count) == (1 << count) - 1;
    }

    @Override
    public void scan(int from, int to, int base) {
        beginPrefixes(held, Canonical.error(settings.order()) / state.get(JAVA_DOUBLE, NativePairs.LIGHTEST));
        beginScan(from);
        NativePairs.beginPrefixes(state, from, base);
        for (int runs = NativePairs.scan(state, to); runs > 0; runs = NativePairs.scan(state, to)) {
            for (long at : inOrder(runs)) {
                review(at);
            }
        }
        endScan(from, to);
        endPrefixes();
    }

    /** The n-plets {Q, q, j, l} of the prefixes with q from this one on follow. */
    void beginScan(int from) {}

    /** All n-plets {Q, q, j, l} with q in [from, to) were scanned. */
    void endScan(int from, int to) {}

    /** Where the runs that were found are, by prefix, j and lane: the order in which simd goes through them. */
    private long[] inOrder(int runs) {
        long[] keys = new long[runs];
        for (int run = 0; run < runs; run++) {
            long at = (long) run * NativePairs.FOUND;
            long prefixAndJ = (long) found.get(JAVA_INT, at) << 31 | found.get(JAVA_INT, at + 8);
            keys[run] = (prefixAndJ << 5 | found.get(JAVA_INT, at + 16)) << 26 | run;
        }
        Arrays.sort(keys);
        for (int run = 0; run < runs; run++) {
            keys[run] = (keys[run] & (1 << 26) - 1) * NativePairs.FOUND;
        }
        return keys;
    }

    /** Goes through a run that was found. */
    private void review(long at) {
        int i = found.get(JAVA_INT, at);
        boolean whole = (found.get(JAVA_INT, at + 4) & NativePairs.UNSOUND) != 0;
        int j = found.get(JAVA_INT, at + 8);
        int l = found.get(JAVA_INT, at + 12);
        int steps = found.get(JAVA_INT, at + 28);
        int from = found.get(JAVA_INT, at + 24);
        NativePairs.values(state, i, j, l, from, steps);
        MemorySegment.copy(omegaInC, JAVA_DOUBLE, 0, omega, 0, steps * 2 * L);
        MemorySegment.copy(soundInC, JAVA_LONG, 0, sound, 0, steps * 2 * L);
        goThrough(whole, i, j, l, found.get(JAVA_INT, at + 16), found.get(JAVA_INT, at + 20), from, steps);
    }

    @Override
    protected void setThresholds(double high, double low) {
        state.set(JAVA_DOUBLE, NativePairs.HIGH, high);
        state.set(JAVA_DOUBLE, NativePairs.LOW, low);
    }

    @Override
    protected void add(double o) {
        if (counts) {
            count(o);
        } else {
            count(1, 0, 0);
        }
    }

    @Override
    public void close() {
        arena.close();
    }
}
