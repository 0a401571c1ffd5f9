package org.oinfo.scan;

import org.oinfo.data.BadInputException;

/** The room that the heap of this process has: work that will not fit is refused before it begins. */
public final class Heap {
    private static final long MEGA = 1 << 20;
    /** What is asked for beyond the need, so that the collector has air. */
    private static final double AIR = 1.5;

    private Heap() {}

    /**
     * Refuses work that needs more than is left.
     *
     * @param bytes that it needs at once
     * @param what it is, for the message
     * @throws BadInputException the heap has no room for them; the message says how much there is and how to give more
     */
    public static void require(long bytes, String what) {
        if (bytes <= left(Runtime.getRuntime())) {
            return;
        }
        // What nobody holds any more counts as used until it is collected.
        System.gc();
        Runtime heap = Runtime.getRuntime();
        if (bytes > left(heap)) {
            long wanted = (long) (AIR * (bytes + heap.maxMemory() - left(heap))) / MEGA;
            throw new BadInputException(
                    what + " must fit into the memory of the process: it needs about " + (bytes / MEGA)
                            + " MB, and " + (left(heap) / MEGA) + " MB of the " + (heap.maxMemory() / MEGA)
                            + " MB that the heap may take are left; keep fewer n-plets, or give more memory, as by"
                            + " JAVA_TOOL_OPTIONS=-Xmx" + wanted + "m");
        }
    }

    private static long left(Runtime heap) {
        return heap.maxMemory() - (heap.totalMemory() - heap.freeMemory());
    }
}
