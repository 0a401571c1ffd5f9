package org.oinfo.cli.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.oinfo.cli.Command;
import org.oinfo.cli.Oinfo;
import org.oinfo.cli.TestData;
import org.oinfo.cli.process.ExitCode;
import org.oinfo.cli.process.Interruption;
import org.oinfo.cli.process.Streams;
import org.oinfo.cli.process.UnavailableException;

/** What can be said of {@code --master} without Spark. */
class MasterOptionTest {
    private static final String GET_IT = "; set SPARK_HOME to an installation of Apache Spark 4, or to what"
            + " jvm/spark/spark-home of the sources lays out";

    @TempDir
    private Path folder;

    private final StringWriter err = new StringWriter();

    private Streams streams() {
        return new Streams(
                System.in, OutputStream.nullOutputStream(), new PrintWriter(err, true), false, new Interruption());
    }

    private int scan(String... more) throws IOException {
        List<String> words =
                new ArrayList<>(List.of("scan", TestData.write(folder, "x.csv", TestData.samples(30)), "--order=3"));
        words.addAll(List.of(more));
        return Oinfo.run(words.toArray(String[]::new), streams());
    }

    @Test
    void aMasterIsAUrl() throws IOException {
        assertThat(scan("--master", "host:7077")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err)
                .hasToString("oinfo: --master must be spark://host:port, local[*], yarn or k8s://...: found host:7077;"
                        + " ask who runs the cluster\n");
    }

    @ParameterizedTest
    @CsvSource({"--dry-run, --dry-run", "--window=10 --step=5, --window", "--groups=0-1;2-3, --groups"})
    void itIsForOneWholeAnalysis(String other, String named) throws IOException {
        List<String> words = new ArrayList<>(List.of(other.split(" ")));
        words.add("--master=local[2]");
        assertThat(scan(words.toArray(String[]::new))).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err)
                .hasToString("oinfo: --master is for one whole analysis: found " + named
                        + " with it; leave one of the two out\n");
    }

    @Test
    void givenGroupsOfSeriesAreTooLittle() throws IOException {
        String data = TestData.write(folder, "x.csv", TestData.samples(30));
        String[] words = {"dynamic", data, "--nplets=groups.txt", "--master=local[2]"};
        assertThat(Oinfo.run(words, streams())).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err)
                .hasToString("oinfo: --master is for one whole analysis: found --nplets with it; leave one of the two"
                        + " out\n");
    }

    @Test
    void aCallOfAProgramIsRefused() throws IOException {
        String data = TestData.write(folder, "x.csv", TestData.samples(30));
        Command call = Command.run("scan", data, "--master", "yarn");
        assertThat(call.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(call.err())
                .isEqualTo("oinfo: --master is for a command line of its own: found a call of a program; run"
                        + " oinfo\n");
    }

    @Test
    void whatSparkHomeLacksIsSaid() throws IOException {
        assertThatThrownBy(() -> SparkSubmit.found(null, streams()))
                .isInstanceOf(UnavailableException.class)
                .hasMessage("--master needs Apache Spark: SPARK_HOME is not set" + GET_IT);
        assertThatThrownBy(() -> SparkSubmit.found(folder.toString(), streams()))
                .hasMessage("--master needs Apache Spark: SPARK_HOME has no bin/spark-submit, " + folder + GET_IT);
        home("exit 0", "spark-core_2.12-3.5.1.jar");
        assertThatThrownBy(() -> SparkSubmit.found(folder.toString(), streams()))
                .hasMessage("--master needs Apache Spark 4 with Scala 2.13: found spark-core_2.12-3.5.1.jar in "
                        + folder + "/jars" + GET_IT);
        Files.delete(folder.resolve("jars/spark-core_2.12-3.5.1.jar"));
        home("exit 0", "spark-core_2.13-4.2.0.jar");
        assertThatThrownBy(() -> SparkSubmit.found(folder.toString(), streams()))
                .hasMessageStartingWith("--master needs oinfo-spark.jar beside oinfo.jar: found none at ");
    }

    @Test
    void sparkSubmitGetsTheSameWordsAndItsCodeIsOurs() throws IOException {
        home(
                "printf '<%s>' \"$@\" >" + folder.resolve("words") + "; echo 'WARNING: Using incubator modules: x' >&2;"
                        + " echo 'oinfo: said' >&2; printf '\\rhalf' >&2; exit 4",
                "spark-core_2.13-4.2.0.jar");
        Path jar = Files.writeString(folder.resolve("oinfo-spark.jar"), "");
        SparkSubmit submit = SparkSubmit.found(folder.toString(), jar, streams());
        int code = submit.run("yarn", List.of("scan", "a b", "--master", "yarn", "--order=3"));
        assertThat(code).isEqualTo(ExitCode.INTERRUPTED);
        assertThat(Files.readString(folder.resolve("words")))
                .startsWith("<--master><yarn><--class><org.oinfo.spark.SparkMain><--jars><")
                .endsWith("><" + jar + "><scan><a b><--master><yarn><--order=3>")
                .contains("<--driver-java-options><-XX:+UseParallelGC -Dlog4j2.configurationFile=jar:file:");
        assertThat(err).hasToString("oinfo: said\n\rhalf");
    }

    private void home(String submit, String core) throws IOException {
        Files.createDirectories(folder.resolve("bin"));
        Files.createDirectories(folder.resolve("jars"));
        Path script = Files.writeString(folder.resolve("bin/spark-submit"), "#!/bin/bash\n" + submit + "\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(folder.resolve("jars").resolve(core), "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"scan", "null"})
    void aLocationNeedsACluster(String command) {
        int code = Oinfo.run(new String[] {command, "hdfs://host/x/*.npy", "--order=3"}, streams());
        assertThat(code).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err)
                .hasToString(
                        "oinfo: data at a location is read by the machines of a cluster: found hdfs://host/x/*.npy;"
                                + " give it to oinfo scan with --master, or name a file\n");
    }

    @ParameterizedTest
    @CsvSource({
        "--covariance, data at a location is one set of samples: found --covariance with hdfs://host/x",
        "--missing=drop-rows, --missing must not be given with data at a location: found it with hdfs://host/x",
        "--rows=0-9, --rows must not be given with data at a location: found it with hdfs://host/x"
    })
    void howFilesAreReadIsNoMatterOfALocation(String option, String said) {
        String[] words = {"scan", "hdfs://host/x", "--master=local[2]", option};
        assertThat(Oinfo.run(words, streams())).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).startsWith("oinfo: " + said + "; leave it out");
    }
}
