package org.oinfo.kernels;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Asserts that a loop allocates nothing: a boxed vector costs a factor of five and is silent. */
public final class Allocation {
    private Allocation() {}

    /**
     * Warms {@code work} up until the compiler has had its say, then asserts that it allocates less than a byte per item.
     * Twenty thousand runs of a small piece of work take less time than the compiler does while other tests keep it busy,
     * so the last word is given only after half a minute.
     */
    public static void assertNothingPerItem(Runnable work, long items) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        long end = System.nanoTime() + SECONDS.toNanos(30);
        for (int run = 0; least >= items && (run < 20_000 || System.nanoTime() < end); run++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            work.run();
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertThat(least).as("bytes allocated by %d items", items).isLessThan(items);
    }
}
