package org.oinfo.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.Backends;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.Level;
import org.oinfo.kernels.ScanSettings;
import org.oinfo.parallel.Monitor;
import org.oinfo.scan.journal.PartialResult;

/** Scans that go on from any of their pieces, after their state was bytes. */
class ResumedScanTest {
    private static final Backend BACKEND = Backends.open(Backends.AUTO);
    private static final int N = 17;
    private static final CorrelationMatrix MATRIX = TestMatrices.duplicate(N, 7);
    private static final Scorer SCORES = Scorer.gaussian(BACKEND, MATRIX);

    /** A scan of any kind. */
    private interface Scan {
        List<RankedLandscape> run(int threads, Monitor monitor, Checkpoint checkpoint);
    }

    /** Keeps every state that it is told of, as bytes. */
    private static final class Memory implements Checkpoint {
        private final @Nullable Kept kept;
        private final PiecePlan plan;
        private final List<Pieces> pieces = new ArrayList<>();
        private final List<List<String>> states = new ArrayList<>();
        private int ends;

        Memory(PiecePlan plan, @Nullable Kept kept) {
            this.plan = plan;
            this.kept = kept;
        }

        @Override
        public @Nullable Kept kept() {
            return kept;
        }

        @Override
        public void reached(Pieces reached, List<RankedLandscape> found, boolean last) {
            assertThat(ends).isZero();
            pieces.add(reached);
            states.add(found.stream().map(each -> hex(plan, reached, each)).toList());
            ends += last ? 1 : 0;
        }

        Kept state(int i) {
            List<RankedLandscape> found = states.get(i).stream()
                    .map(hex -> PartialResult.read(
                                    ByteBuffer.wrap(HexFormat.of().parseHex(hex)))
                            .found())
                    .toList();
            return new Kept(pieces.get(i), found);
        }

        List<String> last() {
            return states.getLast();
        }
    }

    private static String hex(PiecePlan plan, Pieces pieces, RankedLandscape found) {
        PartialResult part = new PartialResult(plan, pieces, found);
        ByteBuffer out = ByteBuffer.allocate((int) part.bytes());
        part.write(out);
        return HexFormat.of().formatHex(out.array());
    }

    @ParameterizedTest
    @EnumSource(Level.class)
    void byOmega(Level level) {
        ScanSettings settings = new ScanSettings(4, level, 9, 1e-3);
        BlockGrid grid = new BlockGrid(N, 4, 200);
        goesOn(
                grid.plan(),
                () -> (threads, monitor, checkpoint) -> List.of(RankedLandscape.byOmega(
                        new ExhaustiveScan(SCORES, settings, grid, 40).run(threads, monitor, checkpoint))));
    }

    @ParameterizedTest
    @EnumSource(Level.class)
    void byAnotherMeasure(Level level) {
        ScanSettings settings = new ScanSettings(4, level, 9);
        BlockGrid grid = new BlockGrid(N, 4, 200);
        goesOn(
                grid.plan(),
                () -> (threads, monitor, checkpoint) -> List.of(
                        new MeasureScan(SCORES, settings, Measure.TC, grid, 40).run(threads, monitor, checkpoint)));
    }

    @Test
    void inOneWalk() {
        List<ScanSettings> settings = IntStream.of(3, 5, 9)
                .mapToObj(order -> new ScanSettings(order, Level.PLAIN, 9))
                .toList();
        PiecePlan plan = new LatticeScan(BACKEND, MATRIX, settings, 3).plan();
        assertThat(plan.pieces()).isGreaterThan(5);
        goesOn(
                plan,
                () -> (threads, monitor, checkpoint) -> new LatticeScan(BACKEND, MATRIX, settings, 3)
                        .run(threads, monitor, checkpoint).stream()
                                .map(RankedLandscape::byOmega)
                                .toList());
    }

    /** From each state, and from where it was stopped at any time, with other numbers of threads. */
    private static void goesOn(PiecePlan plan, Supplier<Scan> scan) {
        Memory whole = new Memory(plan, null);
        scan.get().run(1, Monitor.NONE, whole);
        assertThat(whole.pieces.getLast()).isEqualTo(Pieces.of(0, plan.pieces()));
        assertThat(whole.pieces.size()).isGreaterThan(5);
        for (int i = 0; i < whole.pieces.size(); i++) {
            Memory rest = new Memory(plan, whole.state(i));
            scan.get().run(1 + i % 3, Monitor.NONE, rest);
            assertThat(rest.last()).as("from piece %s", whole.pieces.get(i)).isEqualTo(whole.last());
        }
        for (int steps = 0; steps < 40; steps += 3) {
            Memory stopped = new Memory(plan, null);
            scan.get().run(1 + steps % 4, stopAfter(steps), stopped);
            assertThat(stopped.ends).isEqualTo(1);
            Memory rest = new Memory(plan, stopped.state(stopped.states.size() - 1));
            List<RankedLandscape> found = scan.get().run(2, Monitor.NONE, rest);
            assertThat(rest.last()).as("after %s steps", steps).isEqualTo(whole.last());
            assertThat(found.stream()
                            .map(each -> hex(plan, Pieces.of(0, plan.pieces()), each))
                            .toList())
                    .isEqualTo(whole.last());
        }
    }

    private static Monitor stopAfter(int steps) {
        AtomicInteger left = new AtomicInteger(steps);
        return progress -> left.getAndDecrement() > 0;
    }
}
