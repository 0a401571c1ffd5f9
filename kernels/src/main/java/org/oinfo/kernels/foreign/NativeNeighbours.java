package org.oinfo.kernels.foreign;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.ref.Reference;
import java.util.Arrays;
import org.oinfo.kernels.neighbours.NeighbourKernel;
import org.oinfo.kernels.neighbours.NeighbourSamples;

/** Neighbour counts by neighbours.c, which explains the state. Its memory goes with it: scores that nobody closes have one, too. */
final class NativeNeighbours implements NeighbourKernel {
    private static final NativeFunction SUMS = NativeFunction.of("oinfo_neighbours");
    private static final int ALIGNMENT = 64;

    private final NeighbourSamples samples;
    /** A vector of values beyond the last, so that windows may begin anywhere. */
    private final long stride;

    private int[] members = new int[0];
    private MemorySegment state = MemorySegment.NULL;
    private MemorySegment chosen = MemorySegment.NULL;
    private MemorySegment sums = MemorySegment.NULL;

    NativeNeighbours(NeighbourSamples samples) {
        this.samples = samples;
        int width = 2 * NativeLibrary.lanes();
        this.stride = (samples.samples() + width - 1L) / width * width + width;
    }

    @Override
    public void sums(int[] nplets, int offset, int order, long[] out) {
        int same = 0;
        if (members.length == order) {
            int differs = Arrays.mismatch(members, 0, order, nplets, offset, offset + order);
            same = differs < 0 ? order : differs;
        } else {
            prepare(order);
        }
        System.arraycopy(nplets, offset, members, 0, order);
        MemorySegment.copy(members, 0, chosen, JAVA_INT, 0, order);
        try {
            SUMS.call(state.address(), same);
            MemorySegment.copy(sums, JAVA_LONG, 0, out, 0, NeighbourKernel.SUMS);
        } finally {
            // C was told addresses alone: of this memory and of the samples.
            Reference.reachabilityFence(this);
        }
    }

    private void prepare(int order) {
        members = new int[order];
        Arena arena = Arena.ofAuto();
        long cells = (long) samples.samples() * samples.variables();
        MemorySegment data = samples.outside();
        long ints = cells * Double.BYTES;
        chosen = arena.allocate((long) order * Integer.BYTES, ALIGNMENT);
        sums = arena.allocate((long) NeighbourKernel.SUMS * Long.BYTES, ALIGNMENT);
        MemorySegment[] arrays = {
            data,
            data.asSlice(ints),
            data.asSlice(ints + cells * Integer.BYTES),
            data.asSlice(ints + 2 * cells * Integer.BYTES),
            chosen,
            arena.allocate(order * stride * Double.BYTES, ALIGNMENT),
            arena.allocate(order * stride * Integer.BYTES, ALIGNMENT),
            arena.allocate(order * stride * Integer.BYTES, ALIGNMENT),
            arena.allocate((long) order * Integer.BYTES, ALIGNMENT),
            arena.allocate((long) order * Integer.BYTES, ALIGNMENT),
            vectors(arena, order),
            vectors(arena, 2 * samples.neighbours()),
            sums
        };
        long[] numbers = {samples.samples(), stride, samples.neighbours(), order, begin(order)};
        state = arena.allocate((long) (arrays.length + numbers.length) * Long.BYTES, ALIGNMENT);
        for (int i = 0; i < arrays.length; i++) {
            state.setAtIndex(ADDRESS, i, arrays[i]);
        }
        MemorySegment.copy(numbers, 0, state, JAVA_LONG, (long) arrays.length * Long.BYTES, numbers.length);
    }

    private static MemorySegment vectors(Arena arena, int count) {
        return arena.allocate((long) count * NativeLibrary.lanes() * Double.BYTES, ALIGNMENT);
    }

    /** Half of the samples that are within eps in one of so many independent variables, in whole vectors. */
    private long begin(int order) {
        double share = Math.pow((double) samples.neighbours() / samples.samples(), 1.0 / order);
        long vectors = (long) (share * samples.samples() / 2 / NativeLibrary.lanes()) + 1;
        return vectors * NativeLibrary.lanes();
    }
}
