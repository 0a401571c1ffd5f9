package org.oinfo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.oinfo.data.BadInputException;
import org.oinfo.estimate.options.Estimator;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.Backends;
import org.oinfo.kernels.Level;
import org.oinfo.kernels.ScanSettings;
import org.oinfo.parallel.Monitor;
import org.oinfo.scan.Combination;
import org.oinfo.scan.ForwardingBackend;
import org.oinfo.scan.verify.Verification;
import org.oinfo.scan.verify.Verification.Outcome;
import org.oinfo.scan.verify.Verify;

/** Verified scans through the facade: each way to scan, stopped and resumed, and what is refused. */
class VerifiedResultTest {
    private static final OInformationOptions OPTIONS =
            OInformationOptions.defaults().withTop(7).withThreads(2).withVerify(Verify.ALWAYS);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"PLAIN,o,VERIFIED", "FULL,o,VERIFIED", "PLAIN,tc,VERIFIED", "FULL,delta3,VERIFIED", "EXTREMES,o,SAMPLED"
    })
    void everyKindOfScan(Level level, String measure, Outcome outcome) {
        OInformation info = info(OPTIONS.withLevel(level).withRankBy(Combination.parse(measure)));
        // Several orders, too, which would be one walk.
        List<ScanResult> results = info.scan(List.of(3, 4, 5), Monitor.NONE);
        assertThat(results)
                .extracting(
                        result -> Objects.requireNonNull(result.verification()).outcome())
                .containsExactly(outcome, outcome, outcome);
        assertThat(info.options().verify()).isEqualTo(Verify.ALWAYS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"BY_DEFAULT", "NEVER"})
    void smallScansAreNotVerifiedUnasked(Verify verify) {
        for (Level level : Level.values()) {
            assertThat(info(OPTIONS.withLevel(level).withVerify(verify)).scan(4).verification())
                    .isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PLAIN", "FULL"})
    void aStoppedScanThatGoesOnIsVerifiedAsAWhole(Level level) {
        OInformation info = info(OPTIONS.withLevel(level));
        Path file = folder.resolve("journal");
        List<Integer> orders = List.of(3, 4, 5);
        try (ResumableScan scan = info.scans().resumable(orders, file)) {
            assertThat(scan.run(progress -> progress.order() < 4))
                    .extracting(result ->
                            Objects.requireNonNull(result.verification()).outcome())
                    .startsWith(Outcome.VERIFIED)
                    .endsWith(Outcome.STOPPED);
        }
        for (int again = 0; again < 2; again++) {
            try (ResumableScan scan = info.scans().resumable(orders, file)) {
                assertThat(scan.resumed()).isEqualTo(again == 0 ? 364 : 364 + 1001 + 2002);
                for (ScanResult result : scan.run(Monitor.NONE)) {
                    Verification verification = Objects.requireNonNull(result.verification());
                    assertThat(verification.outcome()).isEqualTo(Outcome.VERIFIED);
                    assertThat(verification.found())
                            .isEqualTo(result.landscape().determinants());
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"DISCRETE,discrete", "KNN,knn"})
    void estimatorsWithoutCorrelationsAreRefused(Estimator estimator, String name) {
        double[][] states = new double[50][5];
        Random random = new Random(3);
        for (double[] row : states) {
            Arrays.setAll(row, i -> random.nextInt(4));
        }
        OInformation info = OInformation.ofSamples(
                states, OPTIONS.withEstimate(OPTIONS.estimate().withEstimator(estimator)));
        assertThatThrownBy(() -> info.scan(3))
                .isInstanceOf(BadInputException.class)
                .hasMessage("a scan is verified by the determinants of correlations of all its n-plets: found the"
                        + " estimator " + name + "; leave verification out");
    }

    /** A backend whose kernels sum determinants up to order 8; at level extremes processors redo the sample. */
    @Test
    void ordersWhoseKernelsSumNoDeterminantsAreRefused() {
        AtomicInteger redone = new AtomicInteger();
        Backend processors = Backends.open(Backends.AUTO);
        Backend cuda = new ForwardingBackend(processors) {
            @Override
            public String name() {
                return "cuda";
            }

            @Override
            public boolean sumsDeterminants(ScanSettings settings) {
                return settings.order() <= 8;
            }

            @Override
            public Backend onProcessors() {
                redone.incrementAndGet();
                return processors;
            }
        };
        assertThat(Objects.requireNonNull(
                                info(OPTIONS).withBackend(cuda).scan(8).verification())
                        .outcome())
                .isEqualTo(Outcome.VERIFIED);
        assertThatThrownBy(() -> info(OPTIONS).withBackend(cuda).scan(List.of(8, 9), Monitor.NONE))
                .isInstanceOf(BadInputException.class)
                .hasMessage(
                        "a scan that counts is verified where its kernels sum determinants: those of the backend cuda"
                                + " do up to order 8, found order 9; choose another backend, the level extremes, or leave"
                                + " verification out");
        assertThat(redone).hasValue(0);
        ScanResult extremes =
                info(OPTIONS.withLevel(Level.EXTREMES)).withBackend(cuda).scan(9);
        assertThat(Objects.requireNonNull(extremes.verification()).outcome()).isEqualTo(Outcome.SAMPLED);
        assertThat(redone).hasValue(1);
    }

    @Test
    void aSingularSystemIsVerifiedToo() {
        double[][] x = samples();
        for (double[] row : x) {
            row[13] = row[0];
            row[12] = row[1] + row[2];
        }
        ScanResult result = OInformation.ofSamples(
                        x, OPTIONS.withEstimate(OPTIONS.estimate().withEstimator(Estimator.GAUSSIAN)))
                .scan(4);
        assertThat(result.landscape().singular()).isPositive();
        assertThat(Objects.requireNonNull(result.verification()).outcome()).isEqualTo(Outcome.VERIFIED);
    }

    private static OInformation info(OInformationOptions options) {
        return OInformation.ofSamples(samples(), options);
    }

    private static double[][] samples() {
        Random random = new Random(1);
        double[][] x = new double[60][14];
        for (double[] row : x) {
            double common = random.nextGaussian();
            Arrays.setAll(row, i -> random.nextGaussian() + (i < 5 ? common : 0));
        }
        return x;
    }
}
