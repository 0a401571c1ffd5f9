package org.oinfo.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.oinfo.estimate.ShareRows;

/** How rows are shared out. */
class ShareTest {
    @ParameterizedTest
    @CsvSource({"1, 8, 1", "32768, 8, 1", "32769, 8, 2", "100000000, 100, 763", "2147483647, 2, 8"})
    void aShareIsOnePlaceOfTheTree(long rows, int cores, int count) {
        List<Share> shares = Share.cut(rows, cores);
        assertThat(shares).hasSize(count);
        long leaves = Math.ceilDiv(shares.getFirst().to(), ShareRows.LEAF);
        for (int i = 0; i < count; i++) {
            assertThat(shares.get(i).number()).isEqualTo(i);
            assertThat(shares.get(i).from()).isEqualTo(i * leaves * ShareRows.LEAF);
            assertThat(shares.get(i).to()).isEqualTo(Math.min(rows, (i + 1) * leaves * ShareRows.LEAF));
        }
        assertThat(count == 1 || Long.bitCount(leaves) == 1).isTrue();
        assertThat(shares.getLast().to()).isEqualTo(rows);
    }
}
