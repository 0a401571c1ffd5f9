package org.oinfo.parallel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkersTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8})
    void everyTaskIsRunOnce(int threads) {
        int[] times = new int[1000];
        AtomicInteger made = new AtomicInteger();
        try (Workers workers = new Workers(threads)) {
            workers.run(times.length, () -> {
                made.incrementAndGet();
                return task -> times[task]++;
            });
            workers.run(0, () -> task -> times[task]++);
        }
        assertThat(times).containsOnly(1);
        assertThat(made).hasValueLessThanOrEqualTo(threads);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void tasksAreUnitsOfTheWatch(int threads) {
        AtomicLong done = new AtomicLong();
        Watch watch = new Watch(progress -> {
            assertThat(progress.order()).isZero();
            done.set(progress.done());
            return true;
        });
        try (Workers workers = new Workers(threads, watch)) {
            workers.run(5, () -> task -> {});
            workers.run(7, () -> task -> {});
        }
        assertThat(done).hasValue(12);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8})
    void whatATaskThrowsReachesTheCallerAndStopsTheOthers(int threads) {
        for (Throwable thrown :
                new Throwable[] {new IllegalArgumentException("task 3"), new AssertionError("task 3")}) {
            AtomicInteger run = new AtomicInteger();
            try (Workers workers = new Workers(threads)) {
                assertThatThrownBy(() -> workers.run(1_000_000, () -> task -> {
                            run.incrementAndGet();
                            if (task == 3) {
                                fail(thrown);
                            }
                            pause();
                        }))
                        .isSameAs(thrown);
            }
            assertThat(run).hasValueLessThan(1_000_000);
        }
    }

    /** Time for others to hear of a stop. */
    private static void pause() {
        LockSupport.parkNanos(100_000);
    }

    private static void fail(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) thrown;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8})
    void anInterruptionEndsItAfterTheTasksThatAreBegun(int threads) {
        AtomicInteger run = new AtomicInteger();
        Thread caller = Thread.currentThread();
        try (Workers workers = new Workers(threads)) {
            assertThatThrownBy(() -> workers.run(1_000_000, () -> task -> {
                        run.incrementAndGet();
                        caller.interrupt();
                        pause();
                    }))
                    .isInstanceOf(CancellationException.class);
        }
        assertThat(Thread.interrupted()).isTrue();
        assertThat(run).hasValueBetween(1, 999_999);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void anInterruptionBeforeItBeginsLeavesEverythingUndone(int threads) {
        try (Workers workers = new Workers(threads)) {
            Thread.currentThread().interrupt();
            boolean all = workers.runUntilStopped(1_000_000, resources -> task -> {});
            assertThat(Thread.interrupted()).isTrue();
            assertThat(all).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void theFirstTasksAreDoneWhenTheMonitorStopsIt(int threads) {
        boolean[] done = new boolean[1000];
        AtomicLong asked = new AtomicLong();
        try (Workers workers = new Workers(threads, new Watch(progress -> asked.incrementAndGet() <= 100))) {
            boolean all = workers.runUntilStopped(done.length, resources -> task -> done[(int) task] = true);
            assertThat(all).isFalse();
        }
        int count = 0;
        while (done[count]) {
            count++;
        }
        assertThat(count).isBetween(1, 100);
        assertThat(Arrays.copyOfRange(done, count, done.length)).containsOnly(false);
    }

    @Test
    void resourcesAreClosedByTheThreadsThatOpenedThem() throws InterruptedException {
        CountDownLatch both = new CountDownLatch(2);
        AtomicInteger closed = new AtomicInteger();
        try (Workers workers = new Workers(2)) {
            assertThatThrownBy(() -> workers.runUntilStopped(2, resources -> {
                        resources.add(Thread.currentThread(), owner -> {
                            assertThat(Thread.currentThread()).isSameAs(owner);
                            closed.incrementAndGet();
                        });
                        return task -> {
                            both.countDown();
                            while (both.getCount() > 0) {
                                Thread.onSpinWait();
                            }
                            throw new IllegalStateException("task " + task);
                        };
                    }))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("task ");
        }
        assertThat(closed).hasValue(2);
    }

    @Test
    void resourcesAreClosedLastOpenedFirstThoughOneFails() {
        List<String> closed = new ArrayList<>();
        IllegalStateException failure = new IllegalStateException("second");
        WorkerResources resources = new WorkerResources();
        assertThat(resources.add("first", closed::add)).isEqualTo("first");
        resources.add("second", second -> {
            throw failure;
        });
        resources.add("third", closed::add);
        assertThatThrownBy(resources::close).isSameAs(failure);
        assertThat(closed).containsExactly("third", "first");
        resources.close();
        assertThat(closed).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void whatWasOpenedIsClosedWhereTheNextCannotBe(int threads) {
        AtomicInteger open = new AtomicInteger();
        try (Workers workers = new Workers(threads)) {
            assertThatThrownBy(() -> workers.runUntilStopped(9, resources -> {
                        resources.add(open, AtomicInteger::decrementAndGet).incrementAndGet();
                        throw new IllegalStateException("the second cannot be opened");
                    }))
                    .hasMessage("the second cannot be opened");
        }
        assertThat(open).hasValue(0);
    }
}
