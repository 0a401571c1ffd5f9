package org.oinfo.spread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.oinfo.data.BadInputException;
import org.oinfo.parallel.Form;
import org.oinfo.parallel.Keeper;
import org.oinfo.parallel.Monitor;
import org.oinfo.parallel.OrderedFold;
import org.oinfo.parallel.Watch;
import org.oinfo.scan.Pieces;

/** A share of a fold: squares of numbers, and then their sums with the first of those. */
class FoldWorkerTest {
    private static final int COUNT = 10;
    private static final String WORDS = "analysis: squares";

    private final List<Double> folded = new ArrayList<>();

    private void squares(int threads, Monitor monitor) {
        Watch watch = new Watch(monitor);
        watch.keeper().begin(List.of(WORDS));
        List<Double> squares = new ArrayList<>();
        fold(watch, threads, number -> (double) number * number, squares);
        fold(watch, threads, number -> number + squares.get(3), folded);
    }

    private static void fold(Watch watch, int threads, Value value, List<Double> into) {
        OrderedFold.<double[]>run(
                COUNT,
                threads,
                watch,
                Form.doubles(counted -> {}),
                () -> number -> new double[] {value.of(number)},
                (found, number) -> into.add(found[0]));
    }

    /** What a piece finds. */
    private interface Value {
        double of(int number);
    }

    private static List<String> found(byte[] bytes) {
        List<String> all = new ArrayList<>();
        FoundPieces.each(bytes, (number, found) -> all.add(number + ":" + found.getDouble(Integer.BYTES)));
        all.sort(null);
        return all;
    }

    private static SentFold fold(int number, byte[]... before) {
        return new SentFold(number, new String[] {WORDS}, before);
    }

    private byte[] run(SentFold fold, Pieces pieces, Duration longest) {
        return Objects.requireNonNull(new FoldWorker(fold, this::squares, longest).run(pieces, 2, Monitor.NONE));
    }

    @Test
    void itDoesItsShareAndStopsThere() {
        Pieces share = Pieces.of(2, 4).with(Pieces.of(9, 10));
        byte[] squares = run(fold(0), share, Duration.ofMinutes(1));
        assertThat(found(squares)).containsExactly("2:4.0", "3:9.0", "9:81.0");
        assertThat(folded).isEmpty();
    }

    @Test
    void ofEarlierFoldsItIsToldWhatWasFound() {
        FoundPieces told = new FoundPieces();
        for (int number = 0; number < COUNT; number++) {
            // Not the squares: what is told counts.
            ByteBuffer piece = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
            told.add(number, piece.putInt(1).putDouble(number + 100).flip());
        }
        assertThat(found(run(fold(1, told.bytes()), Pieces.of(0, 2), Duration.ofMinutes(1))))
                .containsExactly("0:103.0", "1:104.0");
    }

    @Test
    void lotsThatTakeLongComeBackUnfinished() {
        assertThat(found(run(fold(0), Pieces.of(4, 10), Duration.ZERO))).containsExactly("4:16.0");
    }

    @Test
    void nothingComesOfWhatIsStopped() {
        assertThat(new FoldWorker(fold(0), this::squares).run(Pieces.of(0, 5), 1, progress -> false))
                .isNull();
    }

    /** Executors have heaps of their own. */
    @Test
    void aNumberThatMachinesChooseIsThatOfTheOneThatLeads() {
        SentFold led = new SentFold(0, new String[] {"analysis: one", "at a time: 7"}, new byte[0][]);
        PieceKeeper here = new PieceKeeper(led, List.of(), Pieces.of(0, 1), 1);
        here.begin(List.of("analysis: one"));
        assertThat(here.agreed("at a time", 9)).isEqualTo(7);
        PieceKeeper other = new PieceKeeper(led, List.of(), Pieces.of(0, 1), 1);
        assertThatThrownBy(() -> other.agreed("at a time", 9))
                .hasMessageContaining("found \"at a time: 9\" here and \"analysis: one\" where it is led");
        SpreadKeeper leads = new SpreadKeeper(Keeper.NONE, (work, seconds, todo, gathering) -> {}, fold -> {
            throw new IllegalStateException();
        });
        assertThat(leads.agreed("at a time", 9)).isEqualTo(9);
    }

    @Test
    void anotherAnalysisIsRefusedByItsName() {
        SentFold other = new SentFold(0, new String[] {"analysis: cubes"}, new byte[0][]);
        assertThatThrownBy(() -> run(other, Pieces.of(0, 5), Duration.ZERO))
                .isInstanceOf(BadInputException.class)
                .hasMessage("an analysis must be the same everywhere: found \"analysis: squares\" here and \"analysis:"
                        + " cubes\" where it is led; give all machines the same version of oinfo and as much memory");
        SentFold later = fold(2, new byte[0], new byte[0]);
        assertThatThrownBy(() -> run(later, Pieces.of(0, 5), Duration.ZERO))
                .hasMessage(
                        "an analysis must be the same everywhere: found less than 3 steps of it here, and more where it"
                                + " is led; give all machines the same version of oinfo");
    }

    @Test
    void whatIsTooMuchToBeSentKeepsLaterFoldsHere() {
        List<Integer> sent = new ArrayList<>();
        SpreadKeeper keeper = new SpreadKeeper(
                Keeper.NONE,
                (work, seconds, todo, gathering) ->
                        gathering.found(Objects.requireNonNull(work.open().run(todo, 1, Monitor.NONE))),
                fold -> {
                    sent.add(fold.number());
                    return () -> new FoldWorker(fold, this::squares);
                },
                100);
        squares(2, Monitor.NONE.keeping(keeper));
        assertThat(sent).containsExactly(0);
        assertThat(folded).hasSize(COUNT).first().isEqualTo(9.0);
    }
}
