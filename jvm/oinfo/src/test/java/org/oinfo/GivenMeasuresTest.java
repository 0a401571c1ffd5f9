package org.oinfo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.oinfo.data.NpletTable;
import org.oinfo.parallel.Monitor;
import org.oinfo.spread.Cluster;

/** Lists of several stretches, of two pieces each: handed over in order, by whomever they are scored. */
class GivenMeasuresTest {
    private static final long SEED = 41;
    private static final int PIECE = MeasuresSink.PIECE;
    private static final int STRETCH = 2 * PIECE;
    private static final int COUNT = 3 * STRETCH + PIECE + 17;
    private static final int N = 9;

    @TempDir
    private Path folder;

    private static OInformation info() {
        Random random = new Random(SEED);
        double[][] x = new double[80][N + 1];
        for (double[] row : x) {
            for (int i = 0; i < N; i++) {
                row[i] = random.nextGaussian() + (i == 0 ? 0 : row[i - 1] / 2);
            }
        }
        return OInformation.ofSamples(
                x, OInformationOptions.defaults().withThreads(2).withBiasCorrect(true));
    }

    /** Of orders 2 to 6, some with the constant column. */
    private static List<int[]> mixed() {
        Random random = new Random(SEED);
        return IntStream.range(0, COUNT)
                .mapToObj(i -> random.ints(0, N + 1)
                        .distinct()
                        .limit(2 + random.nextInt(5))
                        .sorted()
                        .toArray())
                .toList();
    }

    private static List<int[]> table(OInformation info) {
        int[] columns = new Random(SEED)
                .ints(COUNT, 0, N - 2)
                .flatMap(first -> IntStream.range(first, first + 3))
                .toArray();
        return NpletTable.checked(3, columns, info.variables(), true, Integer::toString);
    }

    private static List<int[]> list(OInformation info, boolean ofOneOrder) {
        return ofOneOrder ? table(info) : mixed();
    }

    private static int stream(OInformation info, List<int[]> nplets, MeasuresSink sink, Monitor monitor) {
        return new GivenMeasures(info, info.scorer(), nplets, STRETCH).stream(sink, monitor);
    }

    /** All of them, to the last bit. */
    private static List<ScoredNplet> all(OInformation info, List<int[]> nplets, Monitor monitor) {
        ScoredNplets all = ScoredNplets.of(nplets);
        assertThat(stream(info, nplets, all, monitor)).isEqualTo(all.size());
        return all;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void stretchesChangeNoBitOnOneMachineAndOnMany(boolean ofOneOrder) {
        OInformation info = info();
        List<int[]> nplets = list(info, ofOneOrder);
        List<ScoredNplet> whole = info.measures(nplets);
        for (int i = 0; i < COUNT; i += 97) {
            assertThat(whole.get(i)).isEqualTo(info.measures(nplets.get(i)).getFirst());
        }
        assertThat(all(info, nplets, Monitor.NONE)).isEqualTo(whole);
        for (int seed = 0; seed < 3; seed++) {
            UnreliableCluster cluster = new UnreliableCluster(seed, Integer.MAX_VALUE, 1 + seed % 2);
            assertThat(all(info.withCluster(cluster), nplets, Monitor.NONE))
                    .as("seed %d", seed)
                    .isEqualTo(whole);
        }
    }

    /** Stopped here and there, its last record cut short: the bits stay, and so does what was finished. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void tornJournalsGoOnAcrossStretches(boolean ofOneOrder) throws IOException {
        OInformation info = info();
        List<int[]> nplets = list(info, ofOneOrder);
        Path journal = folder.resolve("journal");
        List<Integer> finished = new ArrayList<>();
        for (int turn = 0; turn < 5; turn++) {
            AtomicInteger left = new AtomicInteger(turn == 4 ? Integer.MAX_VALUE : 20);
            OInformation led = turn % 2 == 0 ? info.withCluster(new UnreliableCluster(turn, 2, 1)) : info;
            try (ResumableRun run = led.resumable(journal)) {
                List<ScoredNplet> first = all(led, nplets, run.watched(progress -> left.getAndDecrement() > 0));
                assertThat(first).isEqualTo(info.measures(nplets).subList(0, first.size()));
                finished.add(first.size());
            }
            try (RandomAccessFile file = new RandomAccessFile(journal.toFile(), "rw")) {
                file.setLength(file.length() - 5);
            }
        }
        assertThat(finished).endsWith(COUNT).doesNotContain(0);
        assertThat(finished.getFirst()).isLessThan(COUNT);
    }

    @Test
    void nothingWaitsThatIsNotOfItsStretch() {
        OInformation info = info();
        List<int[]> nplets = mixed();
        List<Long> asked = new ArrayList<>();
        int[] handedOver = {0};
        UnreliableCluster machines = new UnreliableCluster(SEED, Integer.MAX_VALUE, 1);
        Cluster counting = (work, seconds, todo, gathering) -> {
            asked.add(todo.count());
            machines.run(work, seconds, todo, gathering);
        };
        int all = stream(
                info.withCluster(counting),
                nplets,
                (values, count) -> {
                    assertThat(count).isEqualTo(Math.min(PIECE, COUNT - handedOver[0]));
                    handedOver[0] += count;
                    // What is asked for later is not here yet.
                    assertThat(handedOver[0]).isLessThanOrEqualTo(asked.size() * STRETCH);
                },
                Monitor.NONE);
        assertThat(all).isEqualTo(COUNT).isEqualTo(handedOver[0]);
        assertThat(asked).hasSizeGreaterThanOrEqualTo(4).allMatch(pieces -> pieces <= STRETCH / PIECE);
    }

    @Test
    void theProgressIsThatOfTheWholeList() {
        OInformation info = info();
        List<Long> done = new ArrayList<>();
        List<Long> totals = new ArrayList<>();
        stream(info, table(info), (values, count) -> {}, progress -> {
            assertThat(progress.order()).isEqualTo(3);
            done.add(progress.done());
            return totals.add(progress.total());
        });
        assertThat(done).isSorted().startsWith(0L).endsWith((long) COUNT);
        assertThat(totals).containsOnly((long) COUNT);
    }

    @Test
    void whatASinkThrowsReachesTheCallerAndEndsIt() {
        OInformation info = info();
        AtomicInteger taken = new AtomicInteger();
        assertThatThrownBy(() -> stream(
                        info,
                        table(info),
                        (values, count) -> {
                            taken.incrementAndGet();
                            throw new IllegalStateException("no more room");
                        },
                        Monitor.NONE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no more room");
        assertThat(taken).hasValue(1);
    }

    /** An n-plet with a constant column is singular, of an order that has no bias, too. */
    @Test
    void aSingularNpletNeedsNoBias() {
        double[][] x = new double[5][12];
        Random random = new Random(SEED);
        for (double[] row : x) {
            for (int i = 0; i < 11; i++) {
                row[i] = random.nextGaussian();
            }
        }
        OInformation few =
                OInformation.ofSamples(x, OInformationOptions.defaults().withBiasCorrect(true));
        List<int[]> nplets = List.of(new int[] {0, 1, 2}, IntStream.range(0, 12).toArray());
        List<ScoredNplet> all = all(few, nplets, Monitor.NONE);
        assertThat(all.get(0).measures().o()).isFinite();
        assertThat(all.get(1).measures().o()).isNaN();
    }

    @Test
    void outsideTheHeapTheyAreTheSame() {
        OInformation info = info();
        List<int[]> nplets = mixed();
        ScoredNplets mapped = ScoredNplets.of(nplets, 0);
        assertThat(mapped).isEmpty();
        stream(info, nplets, mapped, Monitor.NONE);
        assertThat(mapped).isEqualTo(info.measures(nplets));
        assertThatThrownBy(() -> mapped.get(COUNT)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
