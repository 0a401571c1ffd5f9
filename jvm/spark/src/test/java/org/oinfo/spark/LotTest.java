package org.oinfo.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.oinfo.scan.Pieces;

class LotTest {
    /** A minute where it is long, a second at least, a lot for each core at least, never more lots than pieces. */
    @ParameterizedTest
    @CsvSource({
        "1000, 36000, 2, 600",
        "1000, 96, 2, 32",
        "1000, 5, 2, 5",
        "1000, 0.1, 2, 2",
        "3, 36000, 2, 3",
        "1, 1, 8, 1",
        "1000, NaN, 2, 32",
        "5, NaN, 2, 5"
    })
    void lotsAreAboutAMinute(int pieces, double seconds, int cores, int lots) {
        Pieces todo = pieces < 4 ? Pieces.of(5, 5 + pieces) : Pieces.of(5, 10).with(Pieces.of(20, 15 + pieces));
        List<Lot> cut = Lot.cut(todo, seconds, cores);
        assertThat(cut).hasSize(lots);
        Pieces all = Pieces.NONE;
        for (Lot lot : cut) {
            assertThat(lot.pieces().count()).isBetween((long) pieces / lots, (long) pieces / lots + 1);
            all = all.with(lot.pieces());
        }
        assertThat(all).isEqualTo(todo);
    }
}
