package org.oinfo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import org.oinfo.data.UnnamedFile;
import org.oinfo.estimate.Measures;
import org.oinfo.kernels.MeasuresKernel;

/**
 * The first n-plets of a list, as many as are scored, and their measures, each made an object when it is asked for. Measures take 32 bytes an
 * n-plet: of a million or less in the heap, of more in a temporary file, mapped and already deleted.
 */
public final class ScoredNplets extends AbstractList<ScoredNplet> implements RandomAccess, MeasuresSink {
    private static final long MOST_IN_HEAP = 1L << 25;
    private static final long BYTES = MeasuresKernel.VALUES * (long) Double.BYTES;

    private final List<int[]> nplets;
    private final MemorySegment measures;
    private int size;

    private ScoredNplets(List<int[]> nplets, MemorySegment measures) {
        this.nplets = nplets;
        this.measures = measures;
    }

    /**
     * None of some n-plets yet.
     *
     * @param nplets 0-based columns, each ascending
     * @throws UncheckedIOException there is no room for a temporary file
     */
    public static ScoredNplets of(List<int[]> nplets) {
        return of(nplets, MOST_IN_HEAP);
    }

    static ScoredNplets of(List<int[]> nplets, long mostInHeap) {
        long bytes = nplets.size() * BYTES;
        if (bytes <= mostInHeap) {
            return new ScoredNplets(nplets, MemorySegment.ofArray(new double[nplets.size() * MeasuresKernel.VALUES]));
        }
        try {
            // Unmapped when nobody has the list any more.
            return new ScoredNplets(nplets, UnnamedFile.map("oinfo-measures", bytes, Arena.ofAuto()));
        } catch (IOException e) {
            throw new UncheckedIOException("no room for " + bytes + " bytes of measures in a temporary file", e);
        }
    }

    @Override
    public void take(double[] values, int count) {
        int all = count * MeasuresKernel.VALUES;
        MemorySegment.copy(values, 0, measures, ValueLayout.JAVA_DOUBLE, size * BYTES, all);
        size += count;
    }

    @Override
    public int size() {
        return size;
    }

    /** Columns of an n-plet, to be read only. */
    public int[] columns(int index) {
        return nplets.get(index);
    }

    /** Writes TC, DTC, Omega and S of n-plets from..to-1, nats, to out [4*(to-from)]. */
    public void values(int from, int to, double[] out) {
        Objects.checkFromToIndex(from, to, size);
        int all = (to - from) * MeasuresKernel.VALUES;
        MemorySegment.copy(measures, ValueLayout.JAVA_DOUBLE, from * BYTES, out, 0, all);
    }

    @Override
    public ScoredNplet get(int index) {
        double[] values = new double[MeasuresKernel.VALUES];
        values(index, index + 1, values);
        return new ScoredNplet(nplets.get(index).clone(), Measures.of(values, 0));
    }
}
