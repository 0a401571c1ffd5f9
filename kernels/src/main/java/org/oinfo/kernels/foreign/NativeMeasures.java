package org.oinfo.kernels.foreign;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.oinfo.kernels.Canonical;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.MeasuresKernel;

/**
 * Batched measures by measures.c: n-plets and values go through memory outside the heap, part by part, and what C leaves to the
 * canonical routine is scored here.
 */
final class NativeMeasures implements MeasuresKernel {
    /** Bytes of the n-plets and values of a part, which stay in the second-level cache, and the fewest n-plets of one. */
    private static final int PART_BYTES = 1 << 17;

    private static final int LEAST_PART = 64;
    /** Alignment of everything that vectors read. */
    private static final int ALIGNMENT = 64;

    private static final NativeFunction WORK = NativeFunction.of("oinfo_measures_work");
    private static final NativeFunction MEASURES = NativeFunction.of("oinfo_measures");

    private final Arena matrix = Arena.ofShared();
    private final MemorySegment r;
    /** Where everything is: r, members, work, values, unsound. */
    private final MemorySegment batch = matrix.allocate(ADDRESS, 5);

    private final int n;
    private final Canonical canonical;

    /** What parts of n-plets of the present order need; made anew for another one. */
    private Arena parts = Arena.ofShared();

    private int order;
    private int part;
    private MemorySegment members = MemorySegment.NULL;
    private MemorySegment values = MemorySegment.NULL;
    private MemorySegment unsound = MemorySegment.NULL;
    private MemorySegment work = MemorySegment.NULL;

    NativeMeasures(CorrelationMatrix r) {
        this.n = r.variables();
        this.r = matrix.allocate(JAVA_DOUBLE.byteSize() * n * n, ALIGNMENT);
        MemorySegment.copy(r.array(), 0, this.r, JAVA_DOUBLE, 0, n * n);
        this.canonical = new Canonical(r);
    }

    @Override
    public void measures(int[] nplets, int count, int k, double[] out) {
        if (k != order) {
            prepare(k);
        }
        for (int first = 0; first < count; first += part) {
            int size = Math.min(part, count - first);
            MemorySegment.copy(nplets, first * k, members, JAVA_INT, 0, size * k);
            int left = (int) MEASURES.call(batch.address(), n, size, k);
            MemorySegment.copy(values, JAVA_DOUBLE, 0, out, first * VALUES, size * VALUES);
            for (int i = 0; i < left; i++) {
                int nplet = first + unsound.getAtIndex(JAVA_INT, i);
                canonical.score(nplets, nplet * k, k);
                canonical.write(out, nplet * VALUES);
            }
        }
    }

    /** Makes room for batches of another order; room that is there already stays. */
    private void prepare(int k) {
        order = k;
        part = Math.max(LEAST_PART, PART_BYTES / (Integer.BYTES * k + Double.BYTES * VALUES));
        long[] needed = {
            (long) Integer.BYTES * k * part,
            (long) Double.BYTES * VALUES * part,
            (long) Integer.BYTES * part,
            Double.BYTES * WORK.call(k)
        };
        if (members.byteSize() < needed[0]
                || values.byteSize() < needed[1]
                || unsound.byteSize() < needed[2]
                || work.byteSize() < needed[3]) {
            allocate(needed);
        }
    }

    @SuppressWarnings("MustBeClosedChecker") // by the next one, or by close
    private void allocate(long[] needed) {
        Arena before = parts;
        parts = Arena.ofShared();
        members = parts.allocate(Math.max(members.byteSize(), needed[0]), ALIGNMENT);
        values = parts.allocate(Math.max(values.byteSize(), needed[1]), ALIGNMENT);
        unsound = parts.allocate(Math.max(unsound.byteSize(), needed[2]), ALIGNMENT);
        work = parts.allocate(Math.max(work.byteSize(), needed[3]), ALIGNMENT);
        before.close();
        MemorySegment[] arrays = {r, members, work, values, unsound};
        for (int i = 0; i < arrays.length; i++) {
            batch.setAtIndex(ADDRESS, i, arrays[i]);
        }
    }

    @Override
    public void close() {
        parts.close();
        matrix.close();
    }
}
