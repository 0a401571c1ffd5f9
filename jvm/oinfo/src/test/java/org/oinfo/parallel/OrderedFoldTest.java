package org.oinfo.parallel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderedFoldTest {
    /** Pieces of some unlike numbers each, whose sum depends on the order of adding to its last bits. */
    private static final class Sums implements OrderedFold.Work<double[]> {
        private final int pieces;
        private final Watch watch;
        private final List<Double> folded = new ArrayList<>();
        private double sum;

        Sums(int pieces, Watch watch) {
            this.pieces = pieces;
            this.watch = watch;
        }

        @Override
        public long count() {
            return pieces;
        }

        @Override
        public boolean worthwhile(long number) {
            return number % 5 != 2;
        }

        @Override
        public double[] part() {
            return new double[1];
        }

        @Override
        public void merge(double[] part) {
            sum += part[0];
            folded.add(part[0]);
        }

        @Override
        public OrderedFold.Worker<double[]> worker(WorkerResources resources) {
            return (number, into) -> {
                UniformRandomProvider random = RandomStreams.of(1, number);
                int steps = 1 + random.nextInt(2000);
                for (int step = 0; step < steps && watch.advanced(1, 1); step++) {
                    into[0] += Math.scalb(random.nextDouble(), random.nextInt(60));
                }
            };
        }
    }

    private static Sums sums(int pieces, int threads, Monitor monitor) {
        Watch watch = new Watch(monitor);
        Sums sums = new Sums(pieces, watch);
        OrderedFold.run(sums, threads, watch);
        return sums;
    }

    @Test
    void anyNumberOfThreadsGivesTheSameBits() {
        Sums one = sums(200, 1, Monitor.NONE);
        assertThat(one.folded).hasSize(160);
        for (int threads = 2; threads <= 8; threads++) {
            Sums many = sums(200, threads, Monitor.NONE);
            assertThat(Double.doubleToLongBits(many.sum)).isEqualTo(Double.doubleToLongBits(one.sum));
            assertThat(many.folded).isEqualTo(one.folded);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8})
    void whatIsDoneIsFoldedWhenTheMonitorStopsIt(int threads) {
        AtomicLong steps = new AtomicLong();
        Sums whole = sums(200, 1, Monitor.NONE);
        Sums stopped = sums(200, threads, progress -> {
            steps.set(progress.done());
            return steps.get() < 20_000;
        });
        // The first pieces, of which each thread may have cut one short.
        assertThat(stopped.folded).hasSizeBetween(1, 159);
        long cut = IntStream.range(0, stopped.folded.size())
                .filter(i -> !stopped.folded.get(i).equals(whole.folded.get(i)))
                .count();
        assertThat(cut).isBetween(1L, (long) threads);
        assertThat(steps.get()).isGreaterThanOrEqualTo(20_000);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void anInterruptionStopsItAndLeavesTheFlagSet(int threads) {
        Thread caller = Thread.currentThread();
        Sums stopped = sums(200, threads, progress -> {
            if (progress.done() == 20_000) {
                caller.interrupt();
            } else if (progress.done() > 20_000) {
                // The caller has the time to hear it.
                LockSupport.parkNanos(1_000_000);
            }
            return true;
        });
        assertThat(Thread.interrupted()).isTrue();
        assertThat(stopped.folded).hasSizeBetween(1, 159);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void whatAPieceThrowsReachesTheCaller(int threads) {
        IllegalStateException thrown = new IllegalStateException("piece 7");
        List<Integer> folded = new ArrayList<>();
        assertThatThrownBy(() -> OrderedFold.run(
                        1000,
                        threads,
                        new Watch(Monitor.NONE),
                        () -> number -> {
                            if (number == 7) {
                                throw thrown;
                            }
                            return number;
                        },
                        (Integer found, int number) -> folded.add(found)))
                .isSameAs(thrown);
        assertThat(folded)
                .isEqualTo(IntStream.range(0, folded.size()).boxed().toList())
                .hasSizeLessThanOrEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void repetitionsThatFoundNothingAreLeftOut(int threads) {
        List<Integer> numbers = new ArrayList<>();
        OrderedFold.<Integer>run(
                100, threads, new Watch(Monitor.NONE), () -> number -> odd(number), (found, number) -> {
                    assertThat(found).isEqualTo(number);
                    numbers.add(number);
                });
        assertThat(numbers)
                .isEqualTo(IntStream.range(0, 50).map(i -> 2 * i + 1).boxed().toList());
    }

    private static @Nullable Integer odd(int number) {
        return number % 2 == 0 ? null : (Integer) number;
    }
}
