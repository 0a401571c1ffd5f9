package org.oinfo.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A standalone master and two workers, all from the jars that Maven resolved, and the command line. */
class StandaloneTest {
    /** Five blocks of order 5. */
    private static final int N = 76;

    /** A process that has written less has written the head of a journal, and nothing found. */
    private static final int HEAD = 1000;

    @TempDir
    private Path folder;

    @BeforeAll
    static void home() throws IOException, InterruptedException {
        SparkHome.layOut();
    }

    private List<String> scan(String out, String... more) throws IOException {
        Path data = folder.resolve("x.csv");
        if (Files.notExists(data)) {
            Random random = new Random(5);
            try (PrintWriter writer = new PrintWriter(Files.newBufferedWriter(data))) {
                for (int t = 0; t < 150; t++) {
                    double shared = random.nextGaussian();
                    for (int i = 0; i < N; i++) {
                        writer.print((i == 0 ? "" : ",") + (float) (random.nextGaussian() + shared * (i % 5) / 5));
                    }
                    writer.println();
                }
            }
        }
        List<String> words = new ArrayList<>(List.of(
                "scan",
                data.toString(),
                "--order",
                "5",
                "--no-screen",
                "--format",
                out.substring(out.indexOf('.') + 1),
                "--out",
                folder.resolve(out).toString()));
        words.addAll(List.of(more));
        if (!words.contains("--backend")) {
            // In plain Java: long enough for something to happen meanwhile.
            words.addAll(List.of("--backend=scalar", "--level=plain"));
        }
        return words;
    }

    private CommandLine start(String out, String... more) throws IOException {
        return CommandLine.start(folder.resolve(out + ".err"), scan(out, more));
    }

    private static void awaitContent(Path journal, CommandLine command) throws IOException, InterruptedException {
        while (command.runs() && (Files.notExists(journal) || Files.size(journal) < HEAD)) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    /** A piece more is merged. */
    private static void awaitChange(Path journal, CommandLine command) throws IOException, InterruptedException {
        byte[] before = Files.readAllBytes(journal);
        while (command.runs() && Arrays.equals(before, Files.readAllBytes(journal))) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    @Test
    @Tag("long")
    void lostWorkersAndLostDriversChangeNoByte() throws IOException, InterruptedException {
        assertThat(start("one.json").code()).isZero();
        try (Standalone cluster = new Standalone(folder)) {
            Process first = cluster.addWorker();
            Path journal = folder.resolve("journal");
            String[] there = {"--master", cluster.url(), "--resume", journal.toString()};
            CommandLine killed = start("two.json", there);
            awaitContent(journal, killed);
            killed.driver().destroyForcibly();
            assertThat(killed.code()).as(killed.err()).isEqualTo(137);
            assertThat(folder.resolve("two.json")).doesNotExist();

            cluster.addWorker();
            CommandLine scan = start("two.json", there);
            scan.awaitErr("oinfo: " + journal + " holds ");
            awaitChange(journal, scan);
            Standalone.kill(first);
            assertThat(scan.code()).as(scan.err()).isZero();
            assertThat(scan.err()).contains("oinfo: executor ", " is lost: what it had not finished runs again");
            assertThat(CommandLine.result(folder.resolve("two.json")))
                    .isEqualTo(CommandLine.result(folder.resolve("one.json")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gaussian", "copula"})
    @Tag("slow")
    void executorsReadParts(String estimator) throws IOException, InterruptedException {
        double[][] x = new Random(8)
                .doubles(70_000)
                .mapToObj(first -> new double[] {first, Math.sqrt(first), (first * 1e6) % 1, (first * 1e3) % 1})
                .toArray(double[][]::new);
        Path parts = PartFolder.write(folder.resolve("parts"), x, 1, 40_000, 40_000);
        Path whole = folder.resolve("whole.npy");
        PartFolder.part(whole, x, 0, x.length);
        List<String> how = List.of("--order=3", "--no-screen", "--estimator=" + estimator, "--format=json", "--out");
        List<String> words = new ArrayList<>(List.of("scan", whole.toString()));
        words.addAll(how);
        words.add(folder.resolve("one.json").toString());
        assertThat(CommandLine.start(folder.resolve("one.err"), words).code()).isZero();
        words = new ArrayList<>(List.of("scan", parts.toUri().toString(), "--master=local-cluster[2,1,1024]"));
        words.addAll(how);
        words.add(folder.resolve("parts.json").toString());
        CommandLine command = CommandLine.start(folder.resolve("parts.err"), words);
        assertThat(command.code()).as("%s", command.err()).isZero();
        assertThat(command.err()).contains("oinfo: 70,000 rows of 4 columns in 4 parts at file:");
        assertThat(CommandLine.result(folder.resolve("parts.json")))
                .isEqualTo(CommandLine.result(folder.resolve("one.json")));
    }

    @Test
    @Tag("slow")
    void whatIsFinishedIsPrintedWhenItIsInterrupted() throws IOException, InterruptedException {
        Path journal = folder.resolve("journal");
        String[] more = {"--master", "local-cluster[2,1,1024]", "--resume", journal.toString()};
        CommandLine scan = start("part.csv", more);
        awaitContent(journal, scan);
        scan.interrupt();
        assertThat(scan.code()).as(scan.err()).isEqualTo(4);
        assertThat(scan.err()).contains("oinfo: stopped; this goes on from there: oinfo scan ");
        assertThat(Files.readString(folder.resolve("part.csv"))).contains("# partial: true", "partial=true");
        assertThat(start("part.csv", more).code()).isZero();
        assertThat(start("one.csv").code()).isZero();
        assertThat(CommandLine.result(folder.resolve("part.csv")))
                .isEqualTo(CommandLine.result(folder.resolve("one.csv")));
    }

    /** Other analyses than scans: interrupted there, finished there, and the same on this machine alone. */
    @Test
    @Tag("slow")
    void surrogatesAreThoseOfOneMachine() throws IOException, InterruptedException {
        Path journal = folder.resolve("journal");
        String data = scan("unused.csv").get(1);
        List<String> words = List.of(
                "null",
                data,
                "--order=3",
                "--surrogates=600",
                "--backend=scalar",
                "--format=csv",
                "--resume=" + journal);
        CommandLine there = start("part.csv", words, "--master=local[2]");
        awaitContent(journal, there);
        there.interrupt();
        assertThat(there.code()).as(there.err()).isEqualTo(4);
        assertThat(there.err()).contains("oinfo: stopped; this goes on from there: oinfo null ");
        assertThat(Files.readString(folder.resolve("part.csv"))).contains("# partial: true");
        CommandLine on = start("whole.csv", words, "--master=local[2]");
        assertThat(on.code()).as(on.err()).isZero();
        Files.delete(journal);
        assertThat(start("one.csv", words).code()).isZero();
        assertThat(CommandLine.result(folder.resolve("whole.csv")))
                .isEqualTo(CommandLine.result(folder.resolve("one.csv")));
    }

    private CommandLine start(String out, List<String> words, String... more) throws IOException {
        List<String> all = new ArrayList<>(words);
        all.addAll(List.of("--out", folder.resolve(out).toString()));
        all.addAll(List.of(more));
        return CommandLine.start(folder.resolve(out + ".err"), all);
    }

    @Test
    @Tag("slow")
    void anOlderJavaIsRefusedInOneLine() throws IOException, InterruptedException {
        Path old = Path.of("/usr/lib/jvm/java-17-openjdk-amd64");
        assumeTrue(Files.isDirectory(old), "a JDK 17");
        try (Standalone cluster = new Standalone(folder)) {
            cluster.addWorker(old);
            CommandLine scan = start("out.csv", "--master", cluster.url());
            assertThat(scan.code()).as(scan.err()).isEqualTo(3);
            assertThat(scan.err())
                    .isEqualTo("oinfo: executors must run Java 25 or newer: executor 0 on 127.0.0.1 runs Java 17; set"
                            + " JAVA_HOME there, or spark.executorEnv.JAVA_HOME, to a newer one\n");
            assertThat(folder.resolve("out.csv")).doesNotExist();
        }
    }

    @Test
    @Tag("slow")
    void theNarrowestExecutorSettlesTheWidth() throws IOException, InterruptedException {
        int here = Executors.bitsHere();
        assumeTrue(here > 128, "AVX2 at least");
        int narrow = here == 512 ? 256 : 128;
        Path settings = SparkHome.HOME.resolve("conf/spark-defaults.conf");
        String usual = Files.readString(settings);
        try {
            // AVX2 has 256 bits, SSE 128.
            Files.writeString(
                    settings, usual + "spark.executor.extraJavaOptions -XX:UseAVX=" + (narrow == 256 ? 2 : 0) + "\n");
            CommandLine scan =
                    start("out.csv", "--level=full", "--backend", "native", "--master", "local-cluster[2,1,1024]");
            assertThat(scan.code()).as(scan.err()).isZero();
            assertThat(scan.err())
                    .contains("oinfo: executors have vectors of " + narrow + " bits, this process has " + here
                            + ": all compute with " + narrow + "\n");
            assertThat(Files.readString(folder.resolve("out.csv"))).contains(narrow / 64 + " lanes of 64 bits");
            List<String> alone = scan("narrow.csv", "--level=full", "--backend", "native");
            assertThat(CommandLine.start(folder.resolve("err"), alone, "-Doinfo.vector.bits=" + narrow)
                            .code())
                    .isZero();
            assertThat(CommandLine.result(folder.resolve("out.csv")))
                    .isEqualTo(CommandLine.result(folder.resolve("narrow.csv")));
        } finally {
            Files.writeString(settings, usual);
        }
    }

    @Test
    @Tag("slow")
    void givenNpletsComeBackFromAProcessOfSpark() throws IOException, InterruptedException {
        Path nplets = folder.resolve("nplets.txt");
        try (PrintWriter writer = new PrintWriter(Files.newBufferedWriter(nplets))) {
            // More than one piece.
            for (int i = 0; i < N; i++) {
                for (int j = 0; j < i; j++) {
                    for (int k = 0; k < Math.min(j, 4); k++) {
                        writer.println(i + "," + j + "," + k);
                    }
                }
            }
        }
        List<String> words = List.of(
                "measures", scan("unused.csv").get(1), "--nplets=" + nplets, "--backend=scalar", "--format=npy");
        CommandLine there = start("there.npy", words, "--master=local[2]");
        assertThat(there.code()).as(there.err()).isZero();
        assertThat(there.err()).contains(" tasks on 1 executors");
        assertThat(start("here.npy", words).code()).isZero();
        assertThat(folder.resolve("there.npy")).hasSameBinaryContentAs(folder.resolve("here.npy"));
    }

    @Test
    @Tag("slow")
    void aMasterThatIsNotThereIsNamed() throws IOException, InterruptedException {
        CommandLine scan = start("out.csv", "--master", "spark://127.0.0.1:9");
        assertThat(scan.code()).as(scan.err()).isEqualTo(3);
        assertThat(scan.err().lines().filter(line -> !line.startsWith("oinfo: waiting")))
                .hasSize(1)
                .first()
                .isEqualTo(
                        "oinfo: no master of Spark answers at spark://127.0.0.1:9, or it ended this application; check the"
                                + " address, and the master's page");
    }
}
