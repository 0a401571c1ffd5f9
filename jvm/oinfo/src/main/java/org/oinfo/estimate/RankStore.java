package org.oinfo.estimate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.management.ManagementFactory;
import org.oinfo.data.UnnamedFile;

/**
 * Doubled ranks, 4 bytes each, variable by variable: ranks [N][T]. Outside the heap; in a temporary file, mapped and already
 * deleted, when they would take more than half of the free memory.
 *
 * <p>Variables may be written and read by several threads at once.
 */
final class RankStore implements AutoCloseable {
    /** Never worth a file below this many bytes. */
    private static final long SMALL = 1L << 26;

    private final Arena arena;
    private final MemorySegment ranks;
    private final int samples;

    private RankStore(Arena arena, MemorySegment ranks, int samples) {
        this.arena = arena;
        this.ranks = ranks;
        this.samples = samples;
    }

    /** Where it fits: in memory or in a temporary file. */
    static RankStore allocate(int variables, int samples) {
        // Asking for the free memory loads Java's management: 15 ms that a small job does not have.
        boolean small = (long) variables * samples * Integer.BYTES <= SMALL;
        return allocate(variables, samples, small ? SMALL : Math.max(SMALL, freeMemory() / 2));
    }

    /**
     * In memory up to {@code most} bytes, in a temporary file above.
     *
     * @throws UncheckedIOException the temporary file cannot be made
     */
    @SuppressWarnings("MustBeClosedChecker") // the store owns the arena and closes it
    static RankStore allocate(int variables, int samples, long most) {
        long bytes = (long) variables * samples * Integer.BYTES;
        Arena arena = Arena.ofShared();
        try {
            MemorySegment ranks =
                    bytes <= most ? arena.allocate(bytes, Integer.BYTES) : UnnamedFile.map("oinfo-ranks", bytes, arena);
            return new RankStore(arena, ranks, samples);
        } catch (IOException e) {
            arena.close();
            throw new UncheckedIOException("no room for " + bytes + " bytes of ranks in a temporary file", e);
        } catch (OutOfMemoryError e) {
            arena.close();
            throw e;
        }
    }

    private static long freeMemory() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getFreeMemorySize()
                : 0;
    }

    /** Stores all ranks [T] of a variable. */
    void write(int variable, int[] doubledRanks) {
        MemorySegment.copy(doubledRanks, 0, ranks, ValueLayout.JAVA_INT, offset(variable, 0), samples);
    }

    /** Copies the doubled ranks of samples row..row+rows-1 of a variable to out[0..rows-1]. */
    void read(int variable, int row, int rows, int[] out) {
        MemorySegment.copy(ranks, ValueLayout.JAVA_INT, offset(variable, row), out, 0, rows);
    }

    private long offset(int variable, int row) {
        return ((long) variable * samples + row) * Integer.BYTES;
    }

    @Override
    public void close() {
        arena.close();
    }
}
