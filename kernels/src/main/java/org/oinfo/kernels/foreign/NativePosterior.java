package org.oinfo.kernels.foreign;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.ref.Reference;
import org.oinfo.kernels.posterior.PosteriorKernel;
import org.oinfo.kernels.posterior.PosteriorSamples;

/** Posterior probabilities by posterior.c, which explains the state. Its memory goes with it, closed or not. */
final class NativePosterior implements PosteriorKernel {
    private static final NativeFunction SUM = NativeFunction.of("oinfo_posterior");
    private static final int ALIGNMENT = 64;

    private final PosteriorSamples samples;
    private int order;
    private int count;
    private MemorySegment state = MemorySegment.NULL;
    private MemorySegment members = MemorySegment.NULL;
    private MemorySegment described = MemorySegment.NULL;
    private MemorySegment sum = MemorySegment.NULL;

    NativePosterior(PosteriorSamples samples) {
        this.samples = samples;
    }

    @Override
    public double sum(int[] nplets, int offset, int size, double[] classes, int classCount, int own, int from, int to) {
        if (size != order || classCount != count) {
            prepare(size, classCount);
        }
        MemorySegment.copy(nplets, offset, members, JAVA_INT, 0, size);
        MemorySegment.copy(classes, 0, described, JAVA_DOUBLE, 0, classCount * PosteriorKernel.numbers(size));
        try {
            SUM.call(state.address(), own, from, to);
            return sum.get(JAVA_DOUBLE, 0);
        } finally {
            // C was told addresses alone: of this memory and of the samples.
            Reference.reachabilityFence(this);
        }
    }

    private void prepare(int size, int classCount) {
        order = size;
        count = classCount;
        Arena arena = Arena.ofAuto();
        members = arena.allocate((long) size * Integer.BYTES, ALIGNMENT);
        described = arena.allocate((long) classCount * PosteriorKernel.numbers(size) * Double.BYTES, ALIGNMENT);
        sum = arena.allocate(Double.BYTES, ALIGNMENT);
        MemorySegment[] arrays = {
            samples.outside(),
            members,
            described,
            arena.allocate((long) size * Long.BYTES, ALIGNMENT),
            arena.allocate((long) classCount * PARTS * Double.BYTES, ALIGNMENT),
            sum
        };
        long[] numbers = {samples.stride(), size, classCount};
        state = arena.allocate((long) (arrays.length + numbers.length) * Long.BYTES, ALIGNMENT);
        for (int i = 0; i < arrays.length; i++) {
            state.setAtIndex(ADDRESS, i, arrays[i]);
        }
        MemorySegment.copy(numbers, 0, state, JAVA_LONG, (long) arrays.length * Long.BYTES, numbers.length);
    }
}
