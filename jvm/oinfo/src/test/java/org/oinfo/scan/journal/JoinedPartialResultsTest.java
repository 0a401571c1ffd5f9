package org.oinfo.scan.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.oinfo.data.BadInputException;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.Backends;
import org.oinfo.kernels.Combinations;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.Landscape;
import org.oinfo.kernels.Level;
import org.oinfo.kernels.ScanSettings;
import org.oinfo.scan.PiecePlan;
import org.oinfo.scan.Pieces;
import org.oinfo.scan.RankedLandscape;
import org.oinfo.scan.TestMatrices;

/** However pieces are grouped and in whatever order they come, twice or once, the whole has the same bytes. */
class JoinedPartialResultsTest {
    private static final int N = 19;
    private static final int K = 4;
    private static final int SIZE = 64;
    private static final long TOTAL = new Combinations(N, K).total();
    private static final PiecePlan PLAN = new PiecePlan(PiecePlan.Kind.BLOCKS, SIZE, (TOTAL - 1) / SIZE + 1);
    /** Two columns are duplicates, so that some n-plets are singular and many tie. */
    private static final CorrelationMatrix MATRIX = TestMatrices.duplicate(N, 11);

    private static final Backend BACKEND = Backends.open(Backends.AUTO);

    @ParameterizedTest
    @EnumSource(Level.class)
    void groupsOrdersAndDuplicatesChangeNoBit(Level level) {
        ScanSettings settings = new ScanSettings(K, level, 12, 1e-3);
        List<byte[]> pieces = new ArrayList<>();
        PartialResult ordered = nothing(settings);
        for (long piece = 0; piece < PLAN.pieces(); piece++) {
            pieces.add(bytes(scan(settings, piece)));
            ordered = ordered.with(read(pieces.getLast()));
        }
        assertThat(ordered.pieces()).isEqualTo(Pieces.of(0, PLAN.pieces()));
        assertThat(ordered.found().landscape().total()).isEqualTo(TOTAL);
        Random random = new Random(5);
        for (int round = 0; round < 20; round++) {
            List<byte[]> shuffled = new ArrayList<>(pieces);
            for (int i = 0; i < 10; i++) {
                shuffled.add(pieces.get(random.nextInt(pieces.size())));
            }
            Collections.shuffle(shuffled, random);
            assertThat(hex(joined(settings, shuffled, random)))
                    .as("round %s", round)
                    .isEqualTo(hex(ordered));
        }
    }

    /** Some join one by one, some in groups of groups that went through bytes. */
    private static PartialResult joined(ScanSettings settings, List<byte[]> pieces, Random random) {
        PartialResult whole = nothing(settings);
        PartialResult group = nothing(settings);
        for (byte[] piece : pieces) {
            PartialResult next = read(piece);
            if (whole.pieces().covers(next.pieces())
                    || (random.nextInt(3) == 0 && !group.pieces().covers(next.pieces()))) {
                whole = whole.with(next);
            } else {
                group = group.with(next);
            }
            if (random.nextInt(10) == 0) {
                whole = whole.with(read(bytes(group)));
                group = nothing(settings);
            }
        }
        return whole.with(group);
    }

    @Test
    void whatSharesAPartIsRefused() {
        ScanSettings settings = new ScanSettings(K, Level.PLAIN, 3);
        PartialResult two = scan(settings, 0).with(scan(settings, 1));
        PartialResult others = scan(settings, 1).with(scan(settings, 3));
        assertThatThrownBy(() -> two.with(others))
                .isInstanceOf(BadInputException.class)
                .hasMessage(
                        "partial results must not share a part of their pieces: found 0..1 and 1, 3; what they share"
                                + " would be counted twice");
    }

    @Test
    void otherScansAreRefused() {
        PartialResult plain = scan(new ScanSettings(K, Level.PLAIN, 3), 0);
        PartialResult full = scan(new ScanSettings(K, Level.FULL, 3), 1);
        assertThatThrownBy(() -> plain.with(full))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith("partial results must be of one scan: found 61 blocks of 64, N=19");
        PartialResult otherPlan = PartialResult.of(new PiecePlan(PiecePlan.Kind.BLOCKS, 2 * SIZE, 31), plain.found());
        assertThatThrownBy(() -> plain.with(otherPlan)).hasMessageContaining("31 blocks of 128");
    }

    @Test
    void piecesAreRangesWithGaps() {
        Pieces some = Pieces.of(3, 5).with(Pieces.of(7, 8)).with(Pieces.of(5, 6));
        assertThat(some).hasToString("3..5, 7");
        assertThat(some.count()).isEqualTo(4);
        assertThat(some.missing(10)).hasToString("0..2, 6, 8..9");
        assertThat(some.with(some.missing(10))).isEqualTo(Pieces.of(0, 10));
        assertThat(Pieces.NONE.missing(3)).isEqualTo(Pieces.of(0, 3));
        assertThat(LongStream.range(0, 4).map(some::at)).containsExactly(3L, 4L, 5L, 7L);
        assertThatThrownBy(() -> some.at(4)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(some.first(2)).hasToString("3..4");
        assertThat(some.first(9)).isEqualTo(some);
        assertThat(some.slice(1, 3)).hasToString("4..5, 7");
        assertThat(some.slice(4, 3)).isEqualTo(Pieces.NONE);
        assertThat(some.covers(Pieces.of(4, 6))).isTrue();
        assertThat(some.covers(Pieces.of(5, 7))).isFalse();
        assertThat(some.meets(Pieces.of(6, 7))).isFalse();
        assertThat(Pieces.of(4, 4)).isEqualTo(Pieces.NONE).hasToString("none");
        assertThatThrownBy(() -> some.with(Pieces.of(7, 9))).isInstanceOf(IllegalArgumentException.class);
    }

    private static PartialResult nothing(ScanSettings settings) {
        return PartialResult.of(PLAN, RankedLandscape.byOmega(Landscape.empty(N, settings)));
    }

    private static PartialResult scan(ScanSettings settings, long piece) {
        Landscape landscape = Landscape.empty(N, settings);
        try (var kernel = BACKEND.scan(MATRIX, settings)) {
            kernel.scan(piece * SIZE, Math.min(TOTAL, (piece + 1) * SIZE), landscape);
        }
        return new PartialResult(PLAN, Pieces.of(piece, piece + 1), RankedLandscape.byOmega(landscape));
    }

    private static byte[] bytes(PartialResult part) {
        ByteBuffer out = ByteBuffer.allocate((int) part.bytes());
        part.write(out);
        return Arrays.copyOf(out.array(), out.position());
    }

    private static String hex(PartialResult part) {
        return HexFormat.of().formatHex(bytes(part));
    }

    private static PartialResult read(byte[] bytes) {
        return PartialResult.read(ByteBuffer.wrap(bytes));
    }
}
