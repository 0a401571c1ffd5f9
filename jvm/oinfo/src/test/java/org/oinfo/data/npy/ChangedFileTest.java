package org.oinfo.data.npy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.oinfo.OInformation;
import org.oinfo.OInformationOptions;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Samples;
import org.oinfo.data.StackedSamples;
import org.oinfo.data.files.DataFiles;
import org.oinfo.data.options.ReadOptions;
import org.oinfo.estimate.options.EstimateOptions;
import org.oinfo.estimate.options.Estimator;
import org.oinfo.statistics.interval.BootstrapSettings;

/** A mapped file that somebody writes to while it is read: refused, whoever reads it and wherever Java notices. */
class ChangedFileTest {
    private static final int ROWS = 4000;
    private static final int COLUMNS = 12;

    @TempDir
    Path folder;

    private static double[][] samples(long seed) {
        Random random = new Random(seed);
        double[][] x = new double[ROWS][COLUMNS];
        for (double[] row : x) {
            for (int i = 0; i < COLUMNS; i++) {
                row[i] = random.nextInt(5);
            }
        }
        return x;
    }

    private Path write(long seed) {
        return NpyBytes.write(folder, "x.npy", NpyBytes.doubles(samples(seed)));
    }

    private static Samples open(Path path) {
        return DataFiles.open(path.toString(), ReadOptions.defaults(), System.in);
    }

    private static void cut(Path path, long bytes) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            file.setLength(bytes);
        }
    }

    private static OInformationOptions options(Estimator estimator, int threads) {
        return OInformationOptions.defaults()
                .withEstimate(EstimateOptions.defaults().withEstimator(estimator))
                .withBackend(estimator == Estimator.DISCRETE ? "auto" : "scalar")
                .withThreads(threads);
    }

    private static String message(Path path, long before, long after) {
        return "the input must stay as it is while it is read: " + path + " was written to meanwhile, and had " + before
                + " bytes before and " + after + " after; wait until it is complete, then run this again";
    }

    /** Many times: where the error comes up differs between interpreted and compiled code. */
    @ParameterizedTest
    @CsvSource({"COPULA,1", "COPULA,3", "GAUSSIAN,1", "GAUSSIAN,3", "DISCRETE,1", "DISCRETE,3"})
    void cutShortIsRefusedOnEveryThread(Estimator estimator, int threads) throws IOException {
        for (int run = 0; run < 20; run++) {
            Path path = write(run);
            long size = Files.size(path);
            long rest = run % 3 * 100_000L;
            try (Samples samples = open(path)) {
                cut(path, rest);
                assertThatThrownBy(() -> OInformation.ofSamples(samples, options(estimator, threads)))
                        .isInstanceOf(BadInputException.class)
                        .hasMessage(message(path, size, rest));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Estimator.class,
            names = {"COPULA", "GAUSSIAN"})
    void cutShortAfterTheEstimateIsRefusedByWhatReadsAgain(Estimator estimator) throws IOException {
        Path path = write(1);
        long size = Files.size(path);
        try (OInformation info = OInformation.ofFile(path, options(estimator, 2))) {
            cut(path, 5000);
            assertThat(info.scan(3).nplets()).isEqualTo(220);
            assertThatThrownBy(() ->
                            info.statistics().bootstrap(List.of(new int[] {0, 1, 2}), BootstrapSettings.defaults()))
                    .isInstanceOf(BadInputException.class)
                    .hasMessage(message(path, size, 5000));
        }
    }

    @Test
    void aBlockAndTheChecksumOfWhatWasCutShortAreRefused() throws IOException {
        Path path = write(2);
        long size = Files.size(path);
        try (Samples samples = open(path)) {
            cut(path, 10_000);
            double[] block = new double[64 * COLUMNS];
            assertThatThrownBy(() -> {
                        samples.read(ROWS - 64, 64, 0, COLUMNS, block);
                        samples.requireUnchanged();
                    })
                    .isInstanceOf(BadInputException.class);
            assertThatThrownBy(samples::checksum).hasMessage(message(path, size, 10_000));
        }
    }

    @Test
    void oneOfSeveralStackedFilesIsNamed() throws IOException {
        Path path = write(7);
        Path other = NpyBytes.write(folder, "y.npy", NpyBytes.doubles(samples(8)));
        long size = Files.size(other);
        try (Samples stacked = StackedSamples.of(List.of(open(path), open(other)))) {
            cut(other, 10_000);
            assertThatThrownBy(() -> OInformation.ofSamples(stacked, options(Estimator.COPULA, 2)))
                    .isInstanceOf(BadInputException.class)
                    .hasMessage(message(other, size, 10_000));
        }
    }

    /** As numpy.save does when it saves again under the same name: the same number of bytes, others. */
    @Test
    void writtenOverIsRefused() throws IOException {
        Path path = write(3);
        Files.setLastModifiedTime(path, FileTime.fromMillis(1_000_000_000_000L));
        long size = Files.size(path);
        try (Samples samples = open(path)) {
            Files.write(path, NpyBytes.doubles(samples(4)));
            assertThatThrownBy(() -> OInformation.ofSamples(samples, options(Estimator.COPULA, 1)))
                    .isInstanceOf(BadInputException.class)
                    .hasMessage(message(path, size, size));
        }
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void deletedOrReplacedIsReadAsItWas(boolean replaced) throws IOException {
        Path path = write(5);
        double expected = OInformation.ofSamples(samples(5)).scan(3).landscape().mean();
        try (Samples samples = open(path)) {
            if (replaced) {
                Path other = Files.write(folder.resolve("other"), NpyBytes.doubles(samples(6)));
                Files.move(other, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } else {
                Files.delete(path);
            }
            OInformation info = OInformation.ofSamples(samples, OInformationOptions.defaults());
            assertThat(info.scan(3).landscape().mean()).isEqualTo(expected);
        }
    }
}
