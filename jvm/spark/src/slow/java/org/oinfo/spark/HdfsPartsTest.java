package org.oinfo.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oinfo.spark.SparkCorrelationsTest.LEAF;
import static org.oinfo.spark.SparkCorrelationsTest.X;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.apache.spark.SparkContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.oinfo.data.ArraySamples;
import org.oinfo.data.Samples;
import org.oinfo.data.StackedSamples;
import org.oinfo.data.files.DataFiles;
import org.oinfo.data.options.ReadOptions;
import org.oinfo.estimate.CorrelationEstimator;
import org.oinfo.estimate.options.EstimateOptions;
import org.oinfo.estimate.options.Estimator;
import org.oinfo.estimate.SharedEstimate;

/** Parts on HDFS, of which a name node and a data node run in this process, beside the same samples on one machine. */
@Tag("slow")
class HdfsPartsTest {
    /** The least that HDFS takes: parts are longer. */
    private static final long BLOCK = 1 << 20;

    @TempDir
    private static Path folder;

    private static MiniDFSCluster hdfs;
    private static SparkContext context;

    @BeforeAll
    static void begin() throws IOException {
        Configuration conf = new Configuration();
        conf.set(MiniDFSCluster.HDFS_MINIDFS_BASEDIR, folder.resolve("hdfs").toString());
        conf.setLong("dfs.blocksize", BLOCK);
        hdfs = new MiniDFSCluster.Builder(conf).numDataNodes(1).build();
        hdfs.waitActive();
        context = LocalSpark.start();
    }

    @AfterAll
    static void end() {
        context.stop();
        hdfs.close();
    }

    /** Copies files there, and returns the folder's location. */
    private static String put(String name, List<Path> files) throws IOException {
        FileSystem there = hdfs.getFileSystem();
        org.apache.hadoop.fs.Path to = new org.apache.hadoop.fs.Path(there.getUri() + "/" + name);
        there.mkdirs(to);
        for (Path file : files) {
            there.copyFromLocalFile(new org.apache.hadoop.fs.Path(file.toUri()), to);
        }
        return to.toString();
    }

    private static String put(String name, Path parts) throws IOException {
        try (Stream<Path> files = Files.list(parts)) {
            return put(name, files.toList());
        }
    }

    private static EstimateOptions by(Estimator estimator) {
        return EstimateOptions.defaults().withEstimator(estimator);
    }

    @ParameterizedTest
    @EnumSource(names = {"GAUSSIAN", "COPULA"})
    void arraysOfSeveralBlocksGiveTheBitsOfOneMachine(Estimator estimator) throws IOException {
        Path parts = PartFolder.write(folder.resolve("arrays-" + estimator), X, 1, 5000, LEAF + 17, X.length - 9);
        assertThat(Files.size(parts.resolve("part-d.npy"))).isGreaterThan(2 * BLOCK);
        PartFolder.fortran(parts.resolve("part-e.npy"), X, X.length - 9, X.length);
        String location = put("arrays-" + estimator, parts);
        assertThat(location).startsWith("hdfs://localhost:");
        SharedEstimate found = SparkCorrelations.of(context).estimate(location, by(estimator));
        SparkCorrelationsTest.assertSame(
                found.estimate(), CorrelationEstimator.fromSamples(ArraySamples.of(X), by(estimator)));
    }

    @ParameterizedTest
    @EnumSource(names = {"GAUSSIAN", "COPULA"})
    void parquetGivesTheBitsOfOneMachine(Estimator estimator) throws IOException {
        Path formats =
                Path.of("../oinfo/src/test/resources/org/oinfo/data/formats").toAbsolutePath();
        List<Path> files = Stream.of("gzip", "lz4_raw", "snappy", "uncompressed", "zstd")
                .map(name -> formats.resolve(name + ".parquet"))
                .toList();
        String location = put("parquet-" + estimator, files);
        SharedEstimate found = SparkCorrelations.of(context).estimate(location + "/*.parquet", by(estimator));
        try (Samples stacked = StackedSamples.of(files.stream()
                .map(file -> DataFiles.open(file.toString(), ReadOptions.defaults(), InputStream.nullInputStream()))
                .toList())) {
            SparkCorrelationsTest.assertSame(
                    found.estimate(), CorrelationEstimator.fromSamples(stacked, by(estimator)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gaussian", "copula"})
    void theCommandLineReadsIt(String estimator) throws IOException {
        double[][] x = new double[500][];
        for (int t = 0; t < x.length; t++) {
            // Of few values there is a warning, for which samples are looked at again.
            x[t] = new double[] {X[t][0], X[t][1], X[t][0] * X[t][1], X[t][4]};
        }
        String location = put("scan-" + estimator, PartFolder.write(folder.resolve("scan-" + estimator), x, 100, 301));
        Path whole = folder.resolve("whole.npy");
        PartFolder.part(whole, x, 0, x.length);
        assertThat(SparkCorrelationsTest.scan(
                        location + "/*.npy", estimator, folder.resolve("parts.json"), "--master=local[2]"))
                .isEqualTo(SparkCorrelationsTest.scan(whole.toString(), estimator, folder.resolve("whole.json")));
    }
}
