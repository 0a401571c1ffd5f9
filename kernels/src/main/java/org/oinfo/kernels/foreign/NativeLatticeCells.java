package org.oinfo.kernels.foreign;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.LatticeBlocks;
import org.oinfo.kernels.lattice.LatticeEngine;
import org.oinfo.kernels.lattice.LatticeRecorder;

/** Cells of the lattice in C, which comes back for chunks with n-plets that may enter a ranking. */
final class NativeLatticeCells implements LatticeEngine {
    private static final int LANE_VARIABLES = Integer.numberOfTrailingZeros(NativeLibrary.lanes());
    /** Variables beside the lanes whose subsets are scored between two looks at candidates. */
    private static final int CHUNK_VARIABLES = 6;
    /** As many as a leaf of the minors has, beside the lanes. */
    private static final int LEAST_FREE = LANE_VARIABLES + 4;

    private final Arena arena = Arena.ofShared();
    private final LatticeRecorder recorder;
    private final MemorySegment state;
    private final MemorySegment variablesInC;
    private final MemorySegment scoresInC;
    private final Table above;
    private final Table below;
    private final Table redundant;
    private final Table synergistic;
    private final Table sum;
    /** 2 Omega of a chunk. */
    private final double[] scores = new double[NativeLibrary.lanes() << CHUNK_VARIABLES];

    NativeLatticeCells(CorrelationMatrix r, LatticeRecorder recorder) {
        this.recorder = recorder;
        int n = r.variables();
        int free = Math.max(LEAST_FREE, new LatticeBlocks(n).free());
        state = arena.allocate(NativeLattice.size(n, free), 64);
        try (Arena scratch = Arena.ofConfined()) {
            NativeLattice.init(state, scratch.allocateFrom(JAVA_DOUBLE, r.array()), n, free);
        }
        variablesInC = NativeState.array(state, NativeLattice.VARIABLES, 4L * n);
        scoresInC = NativeState.array(state, NativeLattice.SCORES, 8L * scores.length);
        int orders = recorder.sum.length;
        above = new Table(NativeLattice.ABOVE, orders);
        below = new Table(NativeLattice.BELOW, orders);
        redundant = new Table(NativeLattice.REDUNDANT, orders);
        synergistic = new Table(NativeLattice.SYNERGISTIC, orders);
        sum = new Table(NativeLattice.SUM, orders);
        new Table(NativeLattice.REDUNDANT_ABOVE, orders).set(recorder.redundantAbove);
        new Table(NativeLattice.SYNERGISTIC_BELOW, orders).set(recorder.synergisticBelow);
        new Table(NativeLattice.COEFFICIENT, orders).set(recorder.coefficient);
        MemorySegment wanted = NativeState.array(state, NativeLattice.WANTED, 4L * (n + 1));
        for (int order = 0; order <= n; order++) {
            wanted.setAtIndex(JAVA_INT, order, recorder.wants(order, order) ? 1 : 0);
        }
    }

    /** A table of the recorder's in C. */
    private final class Table {
        private final MemorySegment values;

        Table(long field, int length) {
            values = NativeState.array(state, field, 8L * length);
        }

        void set(double[] from) {
            MemorySegment.copy(from, 0, values, JAVA_DOUBLE, 0, from.length);
        }

        void get(double[] to) {
            MemorySegment.copy(values, JAVA_DOUBLE, 0, to, 0, to.length);
        }

        void get(long[] to) {
            MemorySegment.copy(values, JAVA_LONG, 0, to, 0, to.length);
        }
    }

    @Override
    public int leastFree() {
        return LEAST_FREE;
    }

    @Override
    public void score(int[] members, int count, int[] free, int freeCount) {
        MemorySegment.copy(members, 0, variablesInC, JAVA_INT, 0, count);
        MemorySegment.copy(free, 0, variablesInC, JAVA_INT, 4L * count, freeCount);
        setThresholds();
        NativeLattice.begin(state, count, freeCount);
        int chunk = NativeLibrary.lanes() << Math.min(CHUNK_VARIABLES, freeCount - LANE_VARIABLES);
        while (NativeLattice.run(state) != 0) {
            MemorySegment.copy(scoresInC, JAVA_DOUBLE, 0, scores, 0, chunk);
            recorder.rank(scores, (int) state.get(JAVA_LONG, NativeLattice.FIRST), chunk, members, count, free);
            setThresholds();
        }
        redundant.get(recorder.redundant);
        synergistic.get(recorder.synergistic);
        sum.get(recorder.sum);
        recorder.flush(count, freeCount - LANE_VARIABLES);
    }

    private void setThresholds() {
        above.set(recorder.candidateAbove);
        below.set(recorder.candidateBelow);
    }

    @Override
    public void close() {
        arena.close();
    }
}
