package org.oinfo.jit;

import java.lang.management.ManagementFactory;
import java.util.Optional;

/** What the JVM tells of the calling thread. */
interface Meter {
    /** Bytes that it has allocated. */
    long bytes();

    /** Processor time that it has taken, nanoseconds. */
    long nanos();

    /** The meter of this JVM; empty where it counts neither. */
    static Optional<Meter> ofThisJvm() {
        if (!(ManagementFactory.getThreadMXBean() instanceof com.sun.management.ThreadMXBean threads)
                || !threads.isThreadAllocatedMemorySupported()
                || !threads.isThreadAllocatedMemoryEnabled()
                || !threads.isCurrentThreadCpuTimeSupported()
                || !threads.isThreadCpuTimeEnabled()) {
            return Optional.empty();
        }
        return Optional.of(new Meter() {
            @Override
            public long bytes() {
                return threads.getCurrentThreadAllocatedBytes();
            }

            @Override
            public long nanos() {
                return threads.getCurrentThreadCpuTime();
            }
        });
    }
}
