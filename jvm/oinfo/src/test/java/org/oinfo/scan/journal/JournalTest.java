package org.oinfo.scan.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.oinfo.kernels.Landscape;
import org.oinfo.kernels.Level;
import org.oinfo.kernels.ScanSettings;
import org.oinfo.scan.Checkpoint;
import org.oinfo.scan.PiecePlan;
import org.oinfo.scan.Pieces;
import org.oinfo.scan.RankedLandscape;

class JournalTest {
    private static final PiecePlan PLAN = new PiecePlan(PiecePlan.Kind.BLOCKS, 1 << 22, 100_000);
    private static final List<String> SCAN = List.of("scan: of a test");

    @TempDir
    Path folder;

    private static List<RankedLandscape> nothing() {
        return List.of(RankedLandscape.byOmega(Landscape.empty(10, new ScanSettings(3, Level.EXTREMES, 1))));
    }

    private Journal open() {
        return Journal.open(folder.resolve("journal"), SCAN, List.of(new Journal.Stage(PLAN, nothing())));
    }

    /** So many pieces, none beside another. */
    private static Pieces apart(int count) {
        return new Pieces(LongStream.range(0, count)
                .mapToObj(i -> new Pieces.Range(2 * i, 2 * i + 1))
                .toList());
    }

    /** A place of the file has room for so many ranges: more would be written over the other place. */
    @Test
    void piecesInMoreRangesThanThereIsRoomForWaitUntilTheirGapsClose() {
        Pieces most = apart(PartialResult.MOST_RANGES);
        try (Journal journal = open()) {
            Checkpoint checkpoint = journal.checkpoint(0);
            checkpoint.reached(most, nothing(), true);
            checkpoint.reached(apart(PartialResult.MOST_RANGES + 100), nothing(), true);
            checkpoint.reached(apart(PartialResult.MOST_RANGES + 200), nothing(), true);
        }
        assertKept(most);
        Pieces closed = Pieces.of(0, 50_000);
        try (Journal journal = open()) {
            journal.checkpoint(0).reached(closed, nothing(), true);
        }
        assertKept(closed);
    }

    private void assertKept(Pieces pieces) {
        try (Journal journal = open()) {
            assertThat(journal.torn()).isFalse();
            Checkpoint.Kept kept = Objects.requireNonNull(journal.checkpoint(0).kept());
            assertThat(kept.pieces()).isEqualTo(pieces);
        }
    }
}
