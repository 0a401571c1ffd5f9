package org.oinfo.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.spark.SparkContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.oinfo.OInformation;
import org.oinfo.OInformationOptions;
import org.oinfo.cli.Oinfo;
import org.oinfo.cli.process.Interruption;
import org.oinfo.cli.process.Streams;
import org.oinfo.data.ArraySamples;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Samples;
import org.oinfo.data.StackedSamples;
import org.oinfo.data.files.DataFiles;
import org.oinfo.data.options.ReadOptions;
import org.oinfo.estimate.CorrelationEstimate;
import org.oinfo.estimate.CorrelationEstimator;
import org.oinfo.estimate.SharedEstimate;
import org.oinfo.estimate.options.EstimateOptions;
import org.oinfo.estimate.options.Estimator;
import org.oinfo.estimate.options.Shrinkage;
import org.oinfo.estimate.options.Ties;

/** Correlations of parts, on two threads of this process that Spark leads, beside those of one machine. */
class SparkCorrelationsTest {
    static final int LEAF = 1 << 15;
    private static final int T = 3 * LEAF + 12_345;
    static final double[][] X = data(T);

    static final EstimateOptions GAUSSIAN = EstimateOptions.defaults().withEstimator(Estimator.GAUSSIAN);

    private static final Path FORMATS =
            Path.of("../oinfo/src/test/resources/org/oinfo/data/formats").toAbsolutePath();

    private static SparkContext context;

    @TempDir
    private Path folder;

    @BeforeAll
    static void begin() {
        context = LocalSpark.start();
    }

    @AfterAll
    static void end() {
        context.stop();
    }

    /** Two that depend on each other, one with ties, a constant, and one far from 0. */
    static double[][] data(int rows) {
        Random random = new Random(11);
        double[][] x = new double[rows][5];
        for (double[] row : x) {
            row[0] = random.nextGaussian();
            row[1] = row[0] + random.nextGaussian();
            row[2] = random.nextInt(5);
            row[3] = -3;
            row[4] = 1e7 + row[2] + random.nextGaussian();
        }
        return x;
    }

    private SharedEstimate shared(EstimateOptions options) {
        return SparkCorrelations.of(context).estimate(folder.toString(), options);
    }

    static void assertSame(CorrelationEstimate found, CorrelationEstimate one) {
        assertThat(found.matrix().array()).containsExactly(one.matrix().array());
        assertThat(found.variables()).isEqualTo(one.variables());
        assertThat(found.dead()).isEqualTo(one.dead());
        assertThat(found.samples()).isEqualTo(one.samples());
        assertThat(found.tiedValues()).isEqualTo(one.tiedValues());
        assertThat(found.collinear()).isEqualTo(one.collinear());
        assertThat(Double.doubleToLongBits(found.shrinkageIntensity()))
                .isEqualTo(Double.doubleToLongBits(one.shrinkageIntensity()));
    }

    @Test
    void partsOfAnyLengthGiveTheBitsOfOneMachine() throws IOException {
        CorrelationEstimate one = CorrelationEstimator.fromSamples(ArraySamples.of(X), GAUSSIAN);
        int[][] cuts = {{}, {1, 1, 5000, LEAF + 17, 2 * LEAF, 2 * LEAF + 63}};
        for (int i = 0; i < cuts.length; i++) {
            Path parts = PartFolder.write(folder.resolve("cut" + i), X, cuts[i]);
            Files.writeString(parts.resolve("_SUCCESS"), "");
            assertSame(
                    SparkCorrelations.of(context)
                            .estimate(parts.toString(), GAUSSIAN)
                            .estimate(),
                    one);
        }
    }

    @ParameterizedTest
    @EnumSource(Shrinkage.class)
    void arraysOfEitherOrderByAPattern(Shrinkage shrinkage) throws IOException {
        PartFolder.part(folder.resolve("a1.npy"), X, 0, LEAF + 7);
        PartFolder.fortran(folder.resolve("a2.npy"), X, LEAF + 7, T);
        PartFolder.part(folder.resolve("b.npy"), X, 0, 9);
        EstimateOptions options = GAUSSIAN.withShrinkage(shrinkage);
        SharedEstimate found = SparkCorrelations.of(context).estimate(folder.toUri() + "a*.npy", options);
        assertSame(found.estimate(), CorrelationEstimator.fromSamples(ArraySamples.of(X), options));
        assertThat(found.variables().dead()).containsExactly(3);
    }

    @ParameterizedTest
    @CsvSource({"4194304, NONE", "20000, NONE", "3001, LEDOIT_WOLF"})
    void ranksOfBucketsGiveTheBitsOfOneMachine(int bucket, Shrinkage shrinkage) throws IOException {
        PartFolder.write(folder, X, 7, 2 * LEAF - 1);
        EstimateOptions options = EstimateOptions.defaults().withShrinkage(shrinkage);
        CorrelationEstimate one = CorrelationEstimator.fromSamples(ArraySamples.of(X), options);
        SharedEstimate found = SparkCorrelations.of(context).withBucket(bucket).estimate(folder.toString(), options);
        assertSame(found.estimate(), one);
        assertThat(one.tiedValues()).isGreaterThanOrEqualTo(T);
    }

    @Test
    void onlyAverageTiesAndCorrelations() {
        assertThatThrownBy(() -> shared(EstimateOptions.defaults().withTies(Ties.RANDOM)))
                .hasMessage("data at a location are ranked with average ties: found random ties; choose those");
        assertThatThrownBy(() -> shared(EstimateOptions.defaults().withEstimator(Estimator.KNN)))
                .hasMessage("data at a location need the estimator copula or gaussian: found knn; choose one of these");
    }

    @Test
    void chosenColumnsOfParquet() {
        List<String> names = List.of("gzip", "lz4_raw", "snappy", "uncompressed", "zstd");
        Samples stacked = StackedSamples.of(names.stream()
                .map(name -> DataFiles.open(
                        FORMATS.resolve(name + ".parquet").toString(),
                        ReadOptions.defaults(),
                        InputStream.nullInputStream(),
                        (all, n) -> new int[] {0, 2}))
                .toList());
        SharedEstimate found = SparkCorrelations.of(context)
                .withColumns((all, n) -> new int[] {0, 2})
                .estimate(FORMATS + "/{" + String.join(",", names) + "}.parquet", GAUSSIAN);
        try (stacked) {
            assertSame(found.estimate(), CorrelationEstimator.fromSamples(stacked, GAUSSIAN));
        }
        assertThat(found.variables().names()).containsExactly("v0", "v1", "v2");
        assertThat(found.variables().columns()).containsExactly(0, 2);
    }

    @Test
    void scansAreThoseOfTheSamples() throws IOException {
        double[][] x = data(500);
        PartFolder.write(folder, x, 100, 301);
        OInformationOptions options =
                OInformationOptions.defaults().withEstimate(GAUSSIAN).withBiasCorrect(true);
        OInformation parts = OInformation.ofShared(shared(GAUSSIAN), options);
        OInformation one = OInformation.ofSamples(x, options);
        assertThat(parts.scan(3).smallest()).isEqualTo(one.scan(3).smallest());
        assertThat(parts.withCluster(SparkCluster.of(context)).scan(3).largest())
                .isEqualTo(one.scan(3).largest());
    }

    static String scan(String data, String estimator, Path out, String... more) throws IOException {
        StringWriter err = new StringWriter();
        List<String> words = new ArrayList<>(List.of(
                "scan", data, "--order=3", "--estimator=" + estimator, "--drop=0", "--no-screen", "--out=" + out));
        words.add("--format=json");
        words.addAll(List.of(more));
        Streams streams = new Streams(
                System.in, OutputStream.nullOutputStream(), new PrintWriter(err, true), false, new Interruption());
        assertThat(Oinfo.run(words.toArray(String[]::new), streams))
                .as("%s", err)
                .isZero();
        return CommandLine.result(out);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gaussian", "copula"})
    void theCommandLineReadsALocation(String estimator) throws IOException {
        double[][] x = data(500);
        for (double[] row : x) {
            // Of few values there is a warning, for which samples are looked at again.
            row[2] += row[4] / 1e7;
        }
        PartFolder.write(folder.resolve("parts"), x, 100, 301);
        Path whole = folder.resolve("whole.npy");
        PartFolder.part(whole, x, 0, x.length);
        String parts = folder.resolve("parts").toUri() + "*.npy";
        assertThat(scan(parts, estimator, folder.resolve("parts.json"), "--master=local[2]"))
                .isEqualTo(scan(whole.toString(), estimator, folder.resolve("whole.json")));
    }

    @Test
    void aMissingValueIsNamed() throws IOException {
        double[][] x = data(50);
        x[33][4] = Double.NaN;
        PartFolder.write(folder, x, 20);
        assertThatThrownBy(() -> shared(GAUSSIAN))
                .isInstanceOf(BadInputException.class)
                .hasMessageMatching("every value must be finite: file:.*/part-b.npy has NaN at row 13, column 4 \\(both"
                        + " count from 0\\); correct it, or leave such rows out where the parts are written");
    }

    @Test
    void partsThatDoNotBelongTogetherAreNamed() throws IOException {
        PartFolder.write(folder, data(9), 5);
        PartFolder.part(folder.resolve("part-c.npy"), new double[][] {{1, 2}}, 0, 1);
        assertThatThrownBy(() -> shared(GAUSSIAN))
                .isInstanceOf(BadInputException.class)
                .hasMessageMatching(
                        "parts must have the same columns: file:.*/part-a.npy has 5, file:.*/part-c.npy has 2;"
                                + " name parts that belong together");
    }

    /** How many numbers a list has is known where its values are, which the leading process does not read. */
    @ParameterizedTest
    @ValueSource(strings = {"lists", "lists-fixed", "lists-half", "lists-paged", "ragged"})
    void listsOfParquetAreRefusedByName(String name) throws IOException {
        Files.copy(FORMATS.resolve("gzip.parquet"), folder.resolve("a.parquet"));
        Files.copy(FORMATS.resolve(name + ".parquet"), folder.resolve("b.parquet"));
        assertThatThrownBy(() -> shared(GAUSSIAN))
                .isInstanceOf(BadInputException.class)
                .hasMessageMatching(
                        "parts on a cluster must have a number in each column: file:.*/b.parquet has lists in"
                                + " column \"x.list.element\"; save a column for each variable, or .npy");
    }

    @Test
    void damagedPartsAndNoneAreNamed() throws IOException {
        assertThatThrownBy(() -> shared(GAUSSIAN))
                .hasMessage("the input must exist: there is no .npy or .parquet file at " + folder
                        + "; check the location");
        PartFolder.write(folder, data(9), 5);
        byte[] whole = Files.readAllBytes(folder.resolve("part-a.npy"));
        Files.write(folder.resolve("part-a.npy"), Arrays.copyOf(whole, whole.length - 8));
        assertThatThrownBy(() -> shared(GAUSSIAN))
                .isInstanceOf(BadInputException.class)
                .hasMessageMatching("an .npy file must be as long as its header says: file:.*/part-a.npy .*");
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.writeString(folder.resolve("x.parquet"), "PAR1 and nothing else PAR1");
        assertThatThrownBy(() -> shared(GAUSSIAN))
                .isInstanceOf(BadInputException.class)
                .hasMessageMatching("a Parquet file must be whole: file:.*/x.parquet cannot be read .*");
    }

    @Test
    void columnsMustVary() throws IOException {
        PartFolder.write(folder, new double[][] {{1, 2}, {1, 3}, {1, 4}}, 1, 1);
        assertThatThrownBy(() -> shared(GAUSSIAN))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith(
                        "at least 2 variables must vary: found 1 of 2 in " + folder + "; constant: column 0");
    }
}
