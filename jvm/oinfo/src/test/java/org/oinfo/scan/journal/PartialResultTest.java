package org.oinfo.scan.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.oinfo.data.BadInputException;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.Backends;
import org.oinfo.kernels.Ends;
import org.oinfo.kernels.Landscape;
import org.oinfo.kernels.Level;
import org.oinfo.kernels.Ranking;
import org.oinfo.kernels.ScanSettings;
import org.oinfo.kernels.Screen;
import org.oinfo.parallel.Monitor;
import org.oinfo.scan.Combination;
import org.oinfo.scan.MeasureScan;
import org.oinfo.scan.PiecePlan;
import org.oinfo.scan.Pieces;
import org.oinfo.scan.RankBy;
import org.oinfo.scan.RankedLandscape;
import org.oinfo.scan.Scorer;
import org.oinfo.scan.TestMatrices;

class PartialResultTest {
    private static final int N = 17;
    private static final PiecePlan PLAN = new PiecePlan(PiecePlan.Kind.BLOCKS, 1000, 7);
    private static final Backend BACKEND = Backends.open(Backends.AUTO);

    @ParameterizedTest
    @CsvSource({"EXTREMES,BOTH", "EXTREMES,REDUNDANT", "PLAIN,BOTH", "PLAIN,SYNERGISTIC", "FULL,BOTH", "FULL,REDUNDANT"
    })
    void aLandscapeComesBackToTheLastBitAndGoesOnToTheSame(Level level, Ends ends) {
        ScanSettings settings = new ScanSettings(4, level, 9, 1e-3, ends, Screen.AUTO);
        Landscape first = landscape(settings, 0, 1200);
        Landscape read = read(bytes(RankedLandscape.byOmega(first))).found().landscape();
        assertThat(bits(read)).isEqualTo(bits(first));
        assertThat(read.settings()).isEqualTo(settings);
        Landscape rest = landscape(settings, 1200, 2380);
        first.merge(rest);
        read.merge(rest);
        assertThat(bits(read)).isEqualTo(bits(first));
        assertThat(bytes(RankedLandscape.byOmega(read))).isEqualTo(bytes(RankedLandscape.byOmega(first)));
    }

    @ParameterizedTest
    @CsvSource({"tc,FULL", "delta3,PLAIN", "0.5*tc-2*dtc,EXTREMES"})
    void rankingsByOtherMeasuresComeBackToo(String measure, Level level) {
        RankBy rankBy = Combination.parse(measure);
        ScanSettings settings = new ScanSettings(3, level, 12);
        Scorer scores = Scorer.gaussian(BACKEND, TestMatrices.duplicate(N, 3));
        RankedLandscape found = new MeasureScan(scores, settings, rankBy).run(1, Monitor.NONE);
        PartialResult read = read(bytes(found));
        assertThat(read.plan()).isEqualTo(PLAN);
        assertThat(read.pieces()).isEqualTo(Pieces.of(2, 5));
        assertThat(read.found().measure()).isEqualTo(rankBy);
        assertThat(bits(read.found().landscape())).isEqualTo(bits(found.landscape()));
        assertThat(read.found().smallest().sortedRanks())
                .isEqualTo(found.smallest().sortedRanks());
        assertThat(read.found().largest().sortedRanks())
                .isEqualTo(found.largest().sortedRanks());
        assertThat(read.found().largest().worstKey()).isEqualTo(found.largest().worstKey());
    }

    /** The fields of docs/partial-results.md, read by their places. */
    @Test
    void fieldsAreWhereThePageSaysThatTheyAre() {
        Landscape landscape = landscape(new ScanSettings(4, Level.PLAIN, 9).withDeterminants(true), 0, 2380);
        byte[] bytes = bytes(RankedLandscape.byOmega(landscape));
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(new String(bytes, 0, 7, StandardCharsets.US_ASCII)).isEqualTo("oinfopr");
        assertThat(bytes[7]).isEqualTo((byte) '\n');
        assertThat(in.getInt(8)).isEqualTo(3);
        assertThat(in.getLong(12)).isEqualTo(bytes.length - 24);
        assertThat(in.getInt(20)).isZero();
        assertThat(in.getLong(24)).isEqualTo(1000);
        assertThat(in.getLong(32)).isEqualTo(7);
        assertThat(in.getInt(40)).isEqualTo(1);
        assertThat(in.getLong(44)).isEqualTo(2);
        assertThat(in.getLong(52)).isEqualTo(5);
        assertThat(in.getInt(60)).isEqualTo(N);
        assertThat(in.getInt(64)).isEqualTo(4);
        assertThat(in.getInt(68)).isEqualTo(1);
        assertThat(in.getInt(72)).isEqualTo(9);
        assertThat(in.getInt(76)).isZero();
        assertThat(in.getInt(80)).isZero();
        assertThat(in.getDouble(84)).isZero();
        assertThat(in.getInt(92)).isEqualTo(1);
        assertThat(in.getLong(96)).isEqualTo(landscape.redundant());
        assertThat(in.getLong(104)).isEqualTo(landscape.synergistic());
        assertThat(in.getLong(112)).isEqualTo(landscape.balanced());
        assertThat(in.getLong(120)).isEqualTo(landscape.singular());
        assertThat(in.getLong(128)).isZero();
        assertThat(sum(in.slice(136, 24))).isEqualTo(landscape.sum());
        assertThat(sum(in.slice(160, 24))).isEqualTo(landscape.determinants());
        assertThat(in.getInt(184)).isEqualTo(9);
        assertThat(in.getInt(188)).isEqualTo(9);
        assertThat(in.getLong(192)).isEqualTo(Long.MAX_VALUE);
        assertThat(in.getLong(208)).isEqualTo(landscape.mostSynergistic().bestRank());
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, 0, bytes.length - 4);
        assertThat(in.getInt(bytes.length - 4)).isEqualTo((int) checksum.getValue());
    }

    @ParameterizedTest
    @EnumSource(Level.class)
    void noDamageIsReadAsGood(Level level) {
        byte[] good = bytes(RankedLandscape.byOmega(landscape(new ScanSettings(4, level, 9), 0, 2380)));
        Random random = new Random(41);
        for (int i = 0; i < 3000; i++) {
            byte[] bad = good.clone();
            int flips = 1 + random.nextInt(4);
            for (int flip = 0; flip < flips; flip++) {
                bad[i < 400 ? i % 24 : random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
            }
            if (!Arrays.equals(bad, good)) {
                assertThatThrownBy(() -> read(bad)).as("damage %s", i).isInstanceOf(BadInputException.class);
            }
        }
        for (int i = 0; i < 500; i++) {
            byte[] cut = Arrays.copyOf(good, i < 60 ? i : random.nextInt(good.length));
            assertThatThrownBy(() -> read(cut))
                    .isInstanceOf(BadInputException.class)
                    .hasMessageStartingWith("a partial result must be whole: found " + cut.length + " bytes");
        }
    }

    @Test
    void eachKindOfDamageHasItsName() {
        byte[] good = bytes(RankedLandscape.byOmega(landscape(new ScanSettings(3, Level.PLAIN, 2), 0, 680)));
        byte[] version = good.clone();
        version[8] = 1;
        assertThatThrownBy(() -> read(version))
                .hasMessage(
                        "a partial result must be of version 3: found version 1; read it with the oinfo that wrote it");
        byte[] flipped = good.clone();
        flipped[100] ^= 1;
        assertThatThrownBy(() -> read(flipped))
                .hasMessage(
                        "a partial result must have the checksum that it was written with: it has another; it is damaged,"
                                + " make it anew");
        assertThatThrownBy(() -> read("something else".getBytes(StandardCharsets.US_ASCII)))
                .hasMessageStartingWith("a partial result must begin with the bytes oinfopr");
    }

    @Test
    void aRankingOfNpletsThatThereAreNotIsDamage() {
        ScanSettings settings = new ScanSettings(3, Level.PLAIN, 2);
        Ranking beyond = new Ranking(2, Long.MAX_VALUE);
        beyond.offer(1, 680);
        RankedLandscape forged = new RankedLandscape(
                Combination.parse("tc"), Landscape.empty(N, settings), new Ranking(2, Long.MAX_VALUE), beyond);
        assertThatThrownBy(() -> read(bytes(forged)))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("its fields do not fit");
    }

    @Test
    void piecesThatThereAreNotAreDamage() {
        RankedLandscape found = RankedLandscape.byOmega(landscape(new ScanSettings(3, Level.PLAIN, 2), 0, 680));
        PartialResult forged = new PartialResult(PLAN, Pieces.of(2, PLAN.pieces() + 1), found);
        ByteBuffer bytes = ByteBuffer.allocate((int) forged.bytes());
        forged.write(bytes);
        assertThatThrownBy(() -> PartialResult.read(bytes.flip()))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("its fields do not fit");
    }

    /** A whole number of 2^-112, in 24 bytes. */
    private static double sum(ByteBuffer bytes) {
        byte[] highestFirst = new byte[bytes.remaining()];
        for (int i = 0; i < highestFirst.length; i++) {
            highestFirst[i] = bytes.get(highestFirst.length - 1 - i);
        }
        return Math.scalb(new BigInteger(highestFirst).doubleValue(), -112);
    }

    private static Landscape landscape(ScanSettings settings, long from, long to) {
        Landscape landscape = Landscape.empty(N, settings);
        try (var kernel = BACKEND.scan(TestMatrices.duplicate(N, 7), settings)) {
            kernel.scan(from, to, landscape);
        }
        return landscape;
    }

    private static byte[] bytes(RankedLandscape found) {
        PartialResult part = new PartialResult(PLAN, Pieces.of(2, 5), found);
        ByteBuffer out = ByteBuffer.allocate((int) part.bytes());
        part.write(out);
        assertThat(out.hasRemaining()).isFalse();
        return out.array();
    }

    private static PartialResult read(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        PartialResult part = PartialResult.read(in);
        assertThat(in.hasRemaining()).isFalse();
        return part;
    }

    /** All that a landscape says. */
    private static String bits(Landscape x) {
        StringBuilder text = new StringBuilder();
        text.append(x.total()).append(' ').append(x.redundant()).append(' ').append(x.synergistic());
        text.append(' ').append(x.balanced()).append(' ').append(x.singular());
        text.append(' ').append(Double.doubleToRawLongBits(x.sum()));
        text.append(Arrays.toString(x.singularPerVariable()));
        text.append(Arrays.toString(x.mostSynergistic().sortedRanks()))
                .append(x.mostSynergistic().worstKey());
        text.append(Arrays.toString(x.mostRedundant().sortedRanks()))
                .append(x.mostRedundant().worstKey());
        if (x.settings().level() == Level.FULL) {
            text.append(Double.doubleToRawLongBits(x.requireDistribution().variance()));
            text.append(Arrays.toString(x.requireDistribution().histogram()));
            for (int i = 0; i < x.variables(); i++) {
                text.append(' ').append(x.requirePerVariable().count(i));
                text.append(' ')
                        .append(Double.doubleToRawLongBits(
                                x.requirePerVariable().mean(i)));
            }
        }
        return text.toString();
    }
}
