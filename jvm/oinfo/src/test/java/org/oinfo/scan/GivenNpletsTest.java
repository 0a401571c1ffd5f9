package org.oinfo.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.oinfo.data.BadInputException;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.Backends;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.MeasuresKernel;
import org.oinfo.parallel.Keeper;
import org.oinfo.parallel.Monitor;
import org.oinfo.parallel.Progress;
import org.oinfo.parallel.ProgressSteps;

class GivenNpletsTest {
    private static final Backend BACKEND = Backends.open(Backends.AUTO);

    @Test
    void ordersMayVaryAndResultsKeepTheOrderOfTheInput() {
        // Off-diagonals .8 .3 .1 .2 .05 .6 and the values of its only quadruplet, known from the definition.
        CorrelationMatrix r =
                CorrelationMatrix.wrap(4, new double[] {1, .8, .3, .1, .8, 1, .2, .05, .3, .2, 1, .6, .1, .05, .6, 1});
        double[] out = GivenList.measures(
                Scorer.gaussian(BACKEND, r),
                List.of(new int[] {0, 1}, new int[] {0, 1, 2, 3}, new int[] {2, 3}),
                2,
                Monitor.NONE);
        assertThat(out).hasSize(12);
        assertThat(out[0]).isCloseTo(-0.5 * Math.log(1 - .64), within(1e-12));
        assertThat(out[2]).isCloseTo(0, within(1e-12));
        assertThat(out[4]).isCloseTo(.7891513418, within(1e-10));
        assertThat(out[5]).isCloseTo(.7665280874, within(1e-10));
        assertThat(out[6]).isCloseTo(.0226232543, within(1e-10));
        assertThat(out[7]).isCloseTo(1.5556794292, within(1e-10));
        assertThat(out[8]).isCloseTo(-0.5 * Math.log(1 - .36), within(1e-12));
    }

    @Test
    void singularNpletsAreNaN() {
        double[] out = GivenList.measures(
                Scorer.gaussian(BACKEND, TestMatrices.duplicate(5, 1)),
                List.of(new int[] {0, 1, 2}, new int[] {1, 2, 3}),
                1,
                Monitor.NONE);
        assertThat(out[0]).isNaN();
        assertThat(out[3]).isNaN();
        assertThat(out[4]).isFinite();
    }

    /** Long n-plets go to a kernel in parts, short ones among them or not. */
    @Test
    void longNpletsAreScoredInParts() {
        int n = 700;
        CorrelationMatrix r = TestMatrices.factors(n, 5);
        int[] all = IntStream.range(0, n).toArray();
        List<int[]> nplets = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            nplets.add(i % 2 == 0 ? new int[] {i % 10, 10, 11} : all);
        }
        Scorer gaussian = Scorer.gaussian(BACKEND, r);
        Scorer once = (Scorer) Proxy.newProxyInstance(
                Scorer.class.getClassLoader(),
                new Class<?>[] {Scorer.class},
                (proxy, method, args) -> method.getName().equals("measures")
                        ? once(gaussian.measures(), n)
                        : method.invoke(gaussian, args));
        double[] many = GivenList.measures(once, nplets, 1, Monitor.NONE);
        double[] few = GivenList.measures(Scorer.gaussian(BACKEND, r), nplets.subList(0, 20), 1, Monitor.NONE);
        for (int i = 0; i < many.length; i++) {
            assertThat(many[i]).isEqualTo(few[i % 80]);
        }
    }

    /** Scores the first of those of an order that are given together for all: they are the same, and it takes a second less. */
    private static MeasuresKernel once(MeasuresKernel kernel, int order) {
        return (members, count, size, out) -> {
            assertThat((long) count * size).isLessThanOrEqualTo(1 << 20);
            kernel.measures(members, size == order ? 1 : count, size, out);
            for (int i = 1; size == order && i < count; i++) {
                System.arraycopy(out, 0, out, i * MeasuresKernel.VALUES, MeasuresKernel.VALUES);
            }
        };
    }

    @Test
    void manyBatchesGiveWhatOneGives() {
        CorrelationMatrix r = TestMatrices.factors(12, 5);
        List<int[]> nplets = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            nplets.add(new int[] {i % 10, 10, 11});
        }
        double[] many = GivenList.measures(Scorer.gaussian(BACKEND, r), nplets, 2, Monitor.NONE);
        double[] few = GivenList.measures(Scorer.gaussian(BACKEND, r), nplets.subList(0, 10), 1, Monitor.NONE);
        for (int i = 0; i < many.length; i++) {
            assertThat(many[i]).isEqualTo(few[i % 40]);
        }
    }

    /** What is kept under the number of another piece is refused, whatever its checksum; in its place it is taken. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void piecesThatChangedPlacesAreRefused(boolean changed) {
        Scorer scorer = Scorer.gaussian(BACKEND, TestMatrices.factors(12, 5));
        List<int[]> nplets = new ArrayList<>();
        for (int i = 0; i < 2 * GivenNplets.PIECE; i++) {
            nplets.add(new int[] {i % 10, 10, 11});
        }
        Map<Long, ByteBuffer> kept = new HashMap<>();
        double[] found = GivenList.measures(scorer, nplets, 1, Monitor.NONE.keeping(new Records(kept, false)));
        assertThat(kept).hasSize(2);
        Monitor again = Monitor.NONE.keeping(new Records(kept, changed));
        if (changed) {
            assertThatThrownBy(() -> GivenList.measures(scorer, nplets, 1, again))
                    .isInstanceOf(BadInputException.class)
                    .hasMessage(
                            "what a journal keeps must be what this work wrote: piece 0 is where piece 2 or a later one"
                                    + " belongs; delete the journal and begin again");
        } else {
            assertThat(GivenList.measures(scorer, nplets, 1, again)).isEqualTo(found);
        }
    }

    /** Keeps pieces in memory, and finds those of two in each other's place where they changed it. */
    private record Records(Map<Long, ByteBuffer> kept, boolean changed) implements Keeper {
        @Override
        public void begin(List<String> words) {}

        @Override
        public Fold fold() {
            return new Fold() {
                @Override
                public @Nullable ByteBuffer find(long number) {
                    ByteBuffer found = kept.get(changed ? number ^ 1 : number);
                    return found == null ? null : found.duplicate().order(found.order());
                }

                @Override
                public void keep(long number, ByteBuffer found) {
                    ByteBuffer copy = ByteBuffer.allocate(found.remaining()).order(found.order());
                    kept.put(
                            number,
                            copy.put(found.duplicate().order(found.order())).flip());
                }

                @Override
                public void end(boolean whole) {}
            };
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void theFirstNpletsAreThereWhenTheMonitorStopsIt(int threads) {
        Scorer scorer = Scorer.gaussian(BACKEND, TestMatrices.factors(12, 5));
        List<int[]> nplets = new ArrayList<>();
        for (int i = 0; i < 200_000; i++) {
            nplets.add(i % 3 == 0 ? new int[] {i % 10, 10, 11} : new int[] {i % 11, 11});
        }
        double[] whole = GivenList.measures(scorer, nplets, 2, Monitor.NONE);
        AtomicLong done = new AtomicLong();
        ProgressSteps steps = new ProgressSteps();
        double[] first = GivenList.measures(
                scorer, nplets, threads, progress -> done.addAndGet(steps.since(progress)) < 100_000);
        // What is missing is at hand, or was done before an earlier piece.
        assertThat(first.length / 4).isBetween(65_536, 199_999).isLessThanOrEqualTo((int) done.get());
        assertThat(first).isEqualTo(Arrays.copyOf(whole, first.length));
    }

    @Test
    void progressIsToldOrderByOrder() {
        List<Progress> told = new ArrayList<>();
        GivenList.measures(
                Scorer.gaussian(BACKEND, TestMatrices.factors(5, 1)),
                List.of(new int[] {0, 1, 2}, new int[] {1, 2}, new int[] {1, 2, 4}),
                1,
                progress -> told.add(progress));
        assertThat(told)
                .endsWith(new Progress(3, 2, 2, null, null))
                .contains(new Progress(2, 1, 1, null, null), new Progress(2, 0, 1, null, null));
    }

    @Test
    void anEmptyListHasNoResults() {
        assertThat(GivenList.measures(Scorer.gaussian(BACKEND, TestMatrices.factors(3, 1)), List.of(), 1, Monitor.NONE))
                .isEmpty();
    }
}
