package org.oinfo.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.oinfo.data.BadInputException;
import org.oinfo.parallel.Form;
import org.oinfo.parallel.Keeper;

class WorkJournalTest {
    private static final List<String> RUN = List.of("version: 1", "data: sha256 abc");
    private static final List<String> WORDS = List.of("analysis: null", "seed: 1");

    @TempDir
    private Path folder;

    @Test
    void piecesAreFoundAgainByFoldAndNumber() {
        Path file = folder.resolve("j");
        try (WorkJournal journal = WorkJournal.open(file, RUN)) {
            assertThat(journal.pieces()).isZero();
            journal.begin(WORDS);
            Keeper.Fold first = journal.fold();
            Keeper.Fold second = journal.fold();
            assertThat(first.find(3)).isNull();
            second.keep(0, bytes(7));
            first.keep(300, bytes(5, 6));
            first.keep(3, bytes());
        }
        try (WorkJournal journal = WorkJournal.open(file, RUN)) {
            assertThat(journal.pieces()).isEqualTo(3);
            assertThat(journal.torn()).isFalse();
            journal.begin(WORDS);
            Keeper.Fold first = journal.fold();
            assertThat(values(first.find(300))).containsExactly(5, 6);
            assertThat(values(first.find(3))).isEmpty();
            assertThat(first.find(4)).isNull();
            assertThat(first.find(1 << 20)).isNull();
            assertThat(values(journal.fold().find(0))).containsExactly(7);
            assertThat(journal.fold().find(0)).isNull();
        }
    }

    /** However fast pieces come and however long a pause would be: what is neither in the file nor being written is bounded. */
    @Test
    void littleWaitsForTheDisk() throws IOException {
        Path file = folder.resolve("j");
        int piece = 1 << 20;
        int pieces = 60;
        try (WorkJournal journal = WorkJournal.open(file, RUN)) {
            Keeper.Fold fold = journal.fold();
            for (int i = 0; i < pieces; i++) {
                fold.keep(i, ByteBuffer.allocate(piece));
            }
            // 16 MB and a piece wait at most, and as much is being written.
            assertThat(Files.size(file)).isGreaterThanOrEqualTo((pieces - 2 * (16 + 1)) * (long) piece);
        }
        assertThat(Files.size(file)).isGreaterThan(pieces * (long) piece);
    }

    @Test
    void whateverIsCutOffOfTheEndWhatStandsBeforeItIsUsed() throws IOException {
        Path file = folder.resolve("j");
        long[] sizes = new long[5];
        for (int i = 0; i < sizes.length; i++) {
            try (WorkJournal journal = WorkJournal.open(file, RUN)) {
                journal.begin(WORDS);
                journal.fold().keep(i, bytes(i, 2 * i));
            }
            sizes[i] = Files.size(file);
        }
        byte[] whole = Files.readAllBytes(file);
        for (int length = (int) sizes[2]; length <= whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            int good = length >= sizes[4] ? 5 : length >= sizes[3] ? 4 : 3;
            goesOn(file, good, length != sizes[good - 1]);
            assertThat(Files.size(file)).as("after a cut at %d", length).isEqualTo(sizes[4]);
        }
    }

    @Test
    void aDamagedRecordIsLeftOutWithWhatFollowsIt() throws IOException {
        Path file = folder.resolve("j");
        long[] sizes = new long[4];
        for (int i = 0; i < sizes.length; i++) {
            try (WorkJournal journal = WorkJournal.open(file, RUN)) {
                journal.begin(WORDS);
                journal.fold().keep(i, bytes(i, 2 * i));
            }
            sizes[i] = Files.size(file);
        }
        byte[] whole = Files.readAllBytes(file);
        for (int at = (int) sizes[1]; at < sizes[2]; at++) {
            byte[] bad = whole.clone();
            bad[at] ^= 0x10;
            Files.write(file, bad);
            goesOn(file, 2, true);
        }
    }

    /** Opens it, finds the first pieces alone, keeps the others up to 5. */
    private static void goesOn(Path file, int good, boolean torn) {
        try (WorkJournal journal = WorkJournal.open(file, RUN)) {
            assertThat(journal.pieces()).isEqualTo(good);
            assertThat(journal.torn()).isEqualTo(torn);
            journal.begin(WORDS);
            Keeper.Fold fold = journal.fold();
            for (int i = 0; i < 5; i++) {
                if (i < good) {
                    assertThat(values(fold.find(i))).containsExactly(i, 2 * i);
                } else {
                    assertThat(fold.find(i)).isNull();
                    fold.keep(i, bytes(i, 2 * i));
                }
            }
        }
    }

    @Test
    void anotherRunOrAnalysisIsRefusedWithTheDifference() throws IOException {
        Path file = folder.resolve("j");
        try (WorkJournal journal = WorkJournal.open(file, RUN)) {
            journal.begin(WORDS);
            journal.fold().keep(0, bytes(1));
        }
        byte[] before = Files.readAllBytes(file);
        assertThatThrownBy(() -> WorkJournal.open(file, List.of("version: 1", "data: sha256 xyz")))
                .isInstanceOf(BadInputException.class)
                .hasMessage(
                        "a journal must be of this run: " + file
                                + " has data: sha256 abc, this run has data: sha256 xyz; run as it was begun, or name another file");
        try (WorkJournal journal = WorkJournal.open(file, RUN)) {
            assertThatThrownBy(() -> journal.begin(List.of("analysis: null", "seed: 2")))
                    .isInstanceOf(BadInputException.class)
                    .hasMessageContaining(" has seed: 1, this run has seed: 2; ");
        }
        assertThat(file).hasBinaryContent(before);
    }

    @Test
    void anotherFileIsNeverWrittenOver() throws IOException {
        Path file = Files.writeString(folder.resolve("notes"), "some notes that must not be lost by a name mistyped");
        byte[] before = Files.readAllBytes(file);
        assertThatThrownBy(() -> WorkJournal.open(file, RUN)).hasMessageContaining(" is another kind of file;");
        assertThat(file).hasBinaryContent(before);
    }

    @Test
    void theSecondOneThatOpensItIsRefused() {
        Path file = folder.resolve("j");
        try (WorkJournal first = WorkJournal.open(file, RUN)) {
            assertThat(first.pieces()).isZero();
            assertThatThrownBy(() -> WorkJournal.open(file, RUN))
                    .hasMessageContaining(" is in use by another process or thread;");
        }
        WorkJournal.open(file, RUN).close();
    }

    @Test
    void nothingIsKeptBehindAFoldThatWasCutShort() {
        Path file = folder.resolve("j");
        try (WorkJournal journal = WorkJournal.open(file, RUN)) {
            journal.begin(WORDS);
            Keeper.Fold fold = journal.fold();
            fold.keep(0, bytes(1));
            fold.end(false);
            journal.begin(List.of("another"));
            journal.fold().keep(0, bytes(2));
        }
        try (WorkJournal journal = WorkJournal.open(file, RUN)) {
            assertThat(journal.pieces()).isOne();
        }
    }

    @Test
    void aWriteThatFailsIsToldAtTheEnd() throws IOException {
        Path file = folder.resolve("j");
        List<Throwable> thrown = new ArrayList<>();
        try (WorkJournal journal = OpenJournal.open(file, new JournalHead(RUN, 0), opened -> {
            WorkJournal made = WorkJournal.of(opened);
            opened.file().close();
            return made;
        })) {
            journal.begin(WORDS);
            journal.fold().keep(0, bytes(1));
        } catch (UncheckedIOException e) {
            thrown.add(e);
        }
        assertThat(thrown).hasSize(1);
        assertThat(thrown.getFirst()).hasMessage("the journal " + file + " cannot be written; what it had is kept");
        try (WorkJournal journal = WorkJournal.open(file, RUN)) {
            assertThat(journal.pieces()).isZero();
        }
    }

    /** Its checksum is right: another work of the same words wrote it, or someone's hand. */
    @Test
    void aPieceOfAnotherFormIsRefusedBeforeMemoryIsTakenForIt() {
        Path file = folder.resolve("j");
        Form<double[]> doubles = Form.doubles(watch -> {});
        try (WorkJournal journal = WorkJournal.open(file, RUN)) {
            Keeper.Fold fold = journal.fold();
            fold.keep(0, little(2).putDouble(1).putDouble(2).flip());
            fold.keep(1, little(Integer.MAX_VALUE).flip());
            fold.keep(2, little(-1).flip());
            fold.keep(3, little(1).flip());
            fold.keep(4, little(0).putInt(7).flip());
            fold.keep(5, bytes(1));
        }
        try (WorkJournal journal = WorkJournal.open(file, RUN)) {
            Keeper.Fold fold = journal.fold();
            assertThat(fold.find(0, doubles)).containsExactly(1, 2);
            for (int piece = 1; piece <= 5; piece++) {
                int number = piece;
                assertThatThrownBy(() -> fold.find(number, doubles))
                        .as("piece %d", piece)
                        .isInstanceOf(BadInputException.class)
                        .hasMessageMatching("what a journal keeps must be what this work wrote: piece " + number
                                + " is not \\(.+\\); delete the journal and begin again");
            }
        }
    }

    @Test
    void anyNumberIsKeptInTheMemoryOfOneRecord() {
        Path file = folder.resolve("j");
        long[] numbers = {0, 1 << 20, Integer.MAX_VALUE - 1, Long.MAX_VALUE};
        try (WorkJournal journal = WorkJournal.open(file, RUN)) {
            Keeper.Fold fold = journal.fold();
            for (long number : numbers) {
                fold.keep(number, bytes(1, 2));
            }
        }
        try (WorkJournal journal = WorkJournal.open(file, RUN)) {
            Keeper.Fold fold = journal.fold();
            assertThat(journal.pieces()).isEqualTo(numbers.length);
            for (long number : numbers) {
                assertThat(values(fold.find(number))).containsExactly(1, 2);
            }
            assertThat(fold.find(2)).isNull();
        }
    }

    private static ByteBuffer little(int length) {
        return ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN).putInt(length);
    }

    private static ByteBuffer bytes(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length);
        for (int value : values) {
            bytes.put((byte) value);
        }
        return bytes.flip();
    }

    private static List<Integer> values(@Nullable ByteBuffer kept) {
        ByteBuffer found = Objects.requireNonNull(kept, "it must be kept");
        List<Integer> values = new ArrayList<>();
        while (found.hasRemaining()) {
            values.add((int) found.get());
        }
        return values;
    }
}
