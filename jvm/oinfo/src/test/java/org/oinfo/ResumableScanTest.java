package org.oinfo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.oinfo.data.BadInputException;
import org.oinfo.estimate.options.Estimator;
import org.oinfo.kernels.Level;
import org.oinfo.parallel.Monitor;
import org.oinfo.scan.Combination;
import org.oinfo.scan.Measure;
import org.oinfo.scan.OwnMeasure;

class ResumableScanTest {
    /** C(14,k) n-plets: a block for each order, or a unit of one walk over all. */
    private static final List<Integer> ORDERS = List.of(3, 5);

    private static final OInformationOptions OPTIONS =
            OInformationOptions.defaults().withTop(7).withThreads(2);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"PLAIN,o", "FULL,o", "EXTREMES,tc", "FULL,delta3"})
    void aStoppedScanGoesOnToTheSameResultAndAFinishedOneHoldsIt(Level level, String measure) {
        OInformation info = info(OPTIONS.withLevel(level).withRankBy(Combination.parse(measure)));
        List<Integer> orders = List.of(3, 4, 5);
        String expected = text(info.scan(orders, Monitor.NONE));
        Path file = folder.resolve("journal");
        try (ResumableScan scan = info.scans().resumable(orders, file)) {
            assertThat(scan.resumed()).isZero();
            assertThat(scan.run(progress -> progress.order() < 4)).anyMatch(ScanResult::partial);
        }
        try (ResumableScan scan = info.scans().resumable(orders, file)) {
            assertThat(scan.resumed()).isEqualTo(364);
            assertThat(scan.finished()).isFalse();
            assertThat(text(scan.run(Monitor.NONE))).isEqualTo(expected);
        }
        try (ResumableScan scan = info.scans().resumable(orders, file)) {
            assertThat(scan.finished()).isTrue();
            assertThat(text(scan.run(progress -> false))).isEqualTo(expected);
        }
    }

    @Test
    void noTornOrDamagedJournalGivesAnotherResult() throws IOException {
        OInformation info = info(OPTIONS.withLevel(Level.FULL));
        String expected = text(info.scan(ORDERS, Monitor.NONE));
        Path file = folder.resolve("journal");
        try (ResumableScan scan = info.scans().resumable(ORDERS, file)) {
            scan.run(Monitor.NONE);
        }
        byte[] good = Files.readAllBytes(file);
        Random random = new Random(17);
        int refused = 0;
        for (int i = 0; i < 60; i++) {
            byte[] bad = i % 2 == 0 ? Arrays.copyOf(good, i < 20 ? i * 40 : random.nextInt(good.length)) : good.clone();
            if (i % 2 == 1) {
                bad[i < 20 ? i * 30 : random.nextInt(good.length)] ^= (byte) (1 << random.nextInt(8));
            }
            Files.write(file, bad);
            try (ResumableScan scan = info.scans().resumable(ORDERS, file)) {
                assertThat(text(scan.run(Monitor.NONE))).as("damage %s", i).isEqualTo(expected);
            } catch (BadInputException e) {
                assertThat(e).hasMessageStartingWith("a journal must ");
                assertThat(Files.readAllBytes(file))
                        .as("a file that is refused is left as it is")
                        .isEqualTo(bad);
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }

    @Test
    void bothCopiesDamagedIsRefusedAndOneIsNot() throws IOException {
        OInformation info = info(OPTIONS);
        Path file = folder.resolve("journal");
        // A process writes over the place that the one before it left alone: order 3 comes into the first, order 5 into
        // the second.
        try (ResumableScan scan = info.scans().resumable(ORDERS, file)) {
            assertThat(scan.run(progress -> progress.order() < 5)).anyMatch(ScanResult::partial);
        }
        try (ResumableScan scan = info.scans().resumable(ORDERS, file)) {
            assertThat(scan.resumed()).isEqualTo(364);
            scan.run(Monitor.NONE);
        }
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1] ^= 1;
        Files.write(file, bytes);
        try (ResumableScan scan = info.scans().resumable(ORDERS, file)) {
            assertThat(scan.torn()).isTrue();
            assertThat(scan.resumed()).isEqualTo(364);
        }
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        assertThatThrownBy(() -> info.scans().resumable(ORDERS, file))
                .hasMessage("a journal must have one whole copy of what was found: both in " + file
                        + " are damaged; delete it, and the scan begins again");
    }

    @Test
    void aJournalOfAnotherScanIsRefusedWithTheDifference() throws IOException {
        Path file = folder.resolve("journal");
        OInformation info = info(OPTIONS);
        try (ResumableScan scan = info.scans().resumable(ORDERS, file)) {
            scan.run(Monitor.NONE);
        }
        refused(info(OPTIONS.withLevel(Level.FULL)), ORDERS, file, " has level: plain, this run has level: full;");
        refused(info(OPTIONS.withTop(8)), ORDERS, file, " has top: 7, this run has top: 8;");
        refused(info(OPTIONS.withRankBy(Measure.S)), ORDERS, file, " has rank by: o, this run has rank by: s;");
        refused(info, List.of(3), file, " has orders: 3, 5, this run has orders: 3;");
        refused(info(OPTIONS.withBiasCorrect(true)), ORDERS, file, " has bias correction: none, ");
        refused(info(OPTIONS.withBackend("scalar")), ORDERS, file, "this run has backend: scalar;");
        refused(OInformation.ofSamples(samples(2), OPTIONS), ORDERS, file, " has data: sha256 ");
        refused(
                info(OPTIONS.withEstimate(OPTIONS.estimate().withEstimator(Estimator.GAUSSIAN))),
                ORDERS,
                file,
                " has estimator: COPULA, this run has estimator: GAUSSIAN;");
        byte[] version = Files.readAllBytes(file);
        version[8] = 9;
        Files.write(file, version);
        refused(info, ORDERS, file, " is of version 9;");
        Files.writeString(file, "some notes of another kind, which must not be lost by a name mistyped");
        refused(info, ORDERS, file, " is another kind of file; name another");
    }

    /** The head of one scan before what another one found: every checksum holds. */
    @Test
    void whatAnotherScanFoundUnderTheHeadOfThisOneIsRefused() throws IOException {
        OInformation info = info(OPTIONS);
        byte[][] journals = new byte[2][];
        for (int i = 0; i < 2; i++) {
            Path file = folder.resolve("journal" + i);
            try (ResumableScan scan = info.scans().resumable(List.of(3 + i), file)) {
                scan.run(Monitor.NONE);
            }
            journals[i] = Files.readAllBytes(file);
        }
        Path file = folder.resolve("journal");
        int head = head(journals[0]);
        byte[] forged = Arrays.copyOf(journals[0], head + journals[1].length - head(journals[1]));
        System.arraycopy(journals[1], head(journals[1]), forged, head, forged.length - head);
        Files.write(file, forged);
        String settings = ", N=14, ScanSettings[order=%d, level=PLAIN, top=7, bias=0.0, ends=BOTH, screen=AUTO,"
                + " determinants=false], by o";
        assertThatThrownBy(() -> info.scans().resumable(List.of(3), file))
                .isInstanceOf(BadInputException.class)
                .hasMessage("a journal must hold what its head says, 1 blocks of 4194304" + settings.formatted(3) + ": "
                        + file + " holds 1 blocks of 4194304" + settings.formatted(4)
                        + "; delete it, and the scan begins again");
        assertThat(file).hasBinaryContent(forged);
    }

    /** Bytes of the head: magic, version, place, length of the text, the text, its checksum. */
    private static int head(byte[] journal) {
        int behindLength = Long.BYTES + Integer.BYTES + Long.BYTES + Integer.BYTES;
        int text = ByteBuffer.wrap(journal).order(ByteOrder.LITTLE_ENDIAN).getInt(behindLength - Integer.BYTES);
        return behindLength + text + Integer.BYTES;
    }

    @Test
    void whatCannotBeResumedSaysWhy() {
        Path file = folder.resolve("journal");
        OwnMeasure own = new OwnMeasure("balance", (tc, dtc, o, s) -> o / s);
        assertThatThrownBy(() -> info(OPTIONS.withRankBy(own)).scans().resumable(ORDERS, file))
                .hasMessageStartingWith(
                        "a run that can be resumed is ranked by a measure with a formula: found balance");
        assertThat(file).doesNotExist();
    }

    @Test
    void theSecondScanOfAJournalIsRefused() {
        OInformation info = info(OPTIONS);
        Path file = folder.resolve("journal");
        try (ResumableScan first = info.scans().resumable(ORDERS, file)) {
            refused(info, ORDERS, file, " is in use by another process or thread;");
            assertThat(first.run(Monitor.NONE)).hasSize(2);
        }
        info.scans().resumable(ORDERS, file).close();
    }

    private static void refused(OInformation info, List<Integer> orders, Path file, String why) {
        assertThatThrownBy(() -> info.scans().resumable(orders, file))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining(why);
    }

    private static OInformation info(OInformationOptions options) {
        return OInformation.ofSamples(samples(1), options);
    }

    private static double[][] samples(long seed) {
        Random random = new Random(seed);
        double[][] x = new double[60][14];
        for (double[] row : x) {
            double common = random.nextGaussian();
            Arrays.setAll(row, i -> random.nextGaussian() + (i < 5 ? common : 0));
        }
        return x;
    }

    /** All but the seconds. */
    private static String text(List<ScanResult> results) {
        StringBuilder text = new StringBuilder();
        for (ScanResult each : results) {
            text.append(each.order())
                    .append(' ')
                    .append(each.landscape().total())
                    .append(' ');
            text.append(each.min()).append(' ').append(each.max()).append(' ');
            text.append(Double.toHexString(each.landscape().mean()))
                    .append(each.smallest())
                    .append(each.largest());
            if (each.landscape().settings().level() == Level.FULL) {
                text.append(Double.toHexString(
                        each.landscape().requireDistribution().variance()));
                text.append(
                        Arrays.toString(each.landscape().requireDistribution().histogram()));
                text.append(
                        Double.toHexString(each.landscape().requirePerVariable().mean(3)));
            }
        }
        return text.toString();
    }
}
