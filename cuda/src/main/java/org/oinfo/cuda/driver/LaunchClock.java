package org.oinfo.cuda.driver;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Seconds that the kernels of this process spend on the device: while a clock runs, every launch is put between two events.
 * For measuring what is made of kernels without changing it; costs some microseconds a launch. Thread-safe.
 */
public final class LaunchClock implements AutoCloseable {
    private record Launch(CudaEvent before, CudaEvent after) {}

    private static final AtomicReference<@Nullable LaunchClock> RUNNING = new AtomicReference<>();

    private final List<Launch> launches = new ArrayList<>();

    private LaunchClock() {}

    /**
     * Starts a clock; closing it stops it.
     *
     * @throws IllegalStateException one runs already
     */
    public static LaunchClock start() {
        LaunchClock clock = new LaunchClock();
        if (!RUNNING.compareAndSet(null, clock)) {
            throw new IllegalStateException("launches must be timed by one clock at a time");
        }
        return clock;
    }

    static @Nullable LaunchClock running() {
        return RUNNING.get();
    }

    /** Does a launch between two events in its stream. */
    void time(CudaContext context, CudaStream stream, Runnable launch) {
        Launch timed = new Launch(CudaEvent.create(context), CudaEvent.create(context));
        timed.before().record(stream);
        launch.run();
        timed.after().record(stream);
        synchronized (this) {
            launches.add(timed);
        }
    }

    /** Number of launches since the start. */
    public synchronized int launches() {
        return launches.size();
    }

    /** Sum of the seconds of all launches since the start, whose streams must have been awaited. */
    public synchronized double seconds() {
        return launches.stream()
                .mapToDouble(launch -> launch.before().secondsTo(launch.after()))
                .sum();
    }

    @Override
    public synchronized void close() {
        RUNNING.compareAndSet(this, null);
        for (Launch launch : launches) {
            launch.before().close();
            launch.after().close();
        }
        launches.clear();
    }
}
