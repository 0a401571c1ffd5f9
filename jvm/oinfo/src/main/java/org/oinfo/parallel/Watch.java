package org.oinfo.parallel;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One run as its monitor sees it: counts what is done, and knows whether to go on. The run ends soon after the monitor said
 * no, the thread was interrupted, or a worker failed ({@link #stop}); from then on {@link #goOn} is false for all threads.
 * Thread-safe.
 */
public final class Watch {
    private final Monitor monitor;
    private final Keeper keeper;
    private final Map<Integer, Count> counts = new HashMap<>();
    private Count current = new Count(0);
    private volatile boolean stopped;

    /** Counts and best n-plets of one order. */
    private static final class Count {
        private final int order;
        private long done;
        private long total;
        private boolean told;
        private @Nullable BestSoFar lowest;
        private @Nullable BestSoFar highest;

        Count(int order) {
            this.order = order;
        }

        Progress progress() {
            return new Progress(order, done, total, lowest, highest);
        }
    }

    /** A run that says how much there is to do as it goes along. */
    public Watch(Monitor monitor) {
        this.monitor = monitor.watching();
        this.keeper = monitor.keeper();
    }

    /** Where the run keeps what is finished. */
    public Keeper keeper() {
        return keeper;
    }

    /** A run of so many units of an order. */
    public Watch(Monitor monitor, int order, long total) {
        this(monitor);
        expect(order, total);
    }

    /** There are so many units of an order more to do. */
    public synchronized void expect(int order, long units) {
        Count count = count(order);
        count.total += units;
        if (!current.told) {
            current = count;
        }
    }

    /** So many units of an order more are done; whether to go on. */
    public synchronized boolean advanced(int order, long units) {
        current = count(order);
        if (!current.told) {
            tell();
        }
        current.done += units;
        tell();
        return !stopped;
    }

    /** Whether a monitor sees this run: else nobody need know what is best. */
    public boolean seen() {
        return !monitor.equals(Monitor.NONE);
    }

    /** An n-plet that may be the lowest so far: it is where its value is below that of the one before; NaN never is. */
    public synchronized void lowest(int[] nplet, double value) {
        Count count = count(nplet.length);
        if (count.lowest == null ? !Double.isNaN(value) : value < count.lowest.value()) {
            count.lowest = new BestSoFar(nplet, value);
        }
    }

    /** An n-plet that may be the highest so far. */
    public synchronized void highest(int[] nplet, double value) {
        Count count = count(nplet.length);
        if (count.highest == null ? !Double.isNaN(value) : value > count.highest.value()) {
            count.highest = new BestSoFar(nplet, value);
        }
    }

    /** Asked between slices of work: whether to go on. */
    public boolean goOn() {
        if (!stopped && Thread.currentThread().isInterrupted()) {
            stop();
        }
        if (!stopped) {
            synchronized (this) {
                tell();
            }
        }
        return !stopped;
    }

    /** Tells the monitor once more what came of a run that is over; there is nothing left to stop. */
    public synchronized void finished() {
        if (!stopped && current.told) {
            monitor.goOn(current.progress());
        }
    }

    /** From now on nothing new is begun. */
    public void stop() {
        stopped = true;
    }

    /** Whether it was stopped. */
    public boolean stopped() {
        return stopped;
    }

    /** A monitor of one run that is a part of this work: its units count here, and it ends when this work does. */
    public Monitor part() {
        ProgressSteps steps = new ProgressSteps();
        return progress -> advanced(progress.order(), steps.since(progress));
    }

    /** A monitor that ends a run when this work ends, and counts nothing. */
    public Monitor onlyStops() {
        return progress -> goOn();
    }

    private Count count(int order) {
        return counts.computeIfAbsent(order, Count::new);
    }

    private void tell() {
        current.told = true;
        if (!monitor.goOn(current.progress())) {
            stopped = true;
        }
    }
}
