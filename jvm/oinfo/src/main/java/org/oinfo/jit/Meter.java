package org.oinfo.jit;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.Optional;

/** What the JVM tells of the calling thread, and of its compiler. */
interface Meter {
    /** Bytes that this thread has allocated. */
    long bytes();

    /** Processor time that this thread has taken, nanoseconds. */
    long nanos();

    /** Time that all compilations which are finished have taken, nanoseconds; never changes where nobody counts it. */
    long compiled();

    /** The meter of this JVM; empty where it does not count what a thread allocates. */
    static Optional<Meter> ofThisJvm() {
        if (!(ManagementFactory.getThreadMXBean() instanceof com.sun.management.ThreadMXBean threads)
                || !threads.isThreadAllocatedMemorySupported()
                || !threads.isThreadAllocatedMemoryEnabled()
                || !threads.isCurrentThreadCpuTimeSupported()
                || !threads.isThreadCpuTimeEnabled()) {
            return Optional.empty();
        }
        CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
        boolean told = compiler != null && compiler.isCompilationTimeMonitoringSupported();
        return Optional.of(new Meter() {
            @Override
            public long bytes() {
                return threads.getCurrentThreadAllocatedBytes();
            }

            @Override
            public long nanos() {
                return threads.getCurrentThreadCpuTime();
            }

            @Override
            public long compiled() {
                return told ? 1_000_000 * compiler.getTotalCompilationTime() : 0;
            }
        });
    }
}
