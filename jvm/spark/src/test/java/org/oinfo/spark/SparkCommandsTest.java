package org.oinfo.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.SparkContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.oinfo.cli.Oinfo;
import org.oinfo.cli.process.Interruption;
import org.oinfo.cli.process.Streams;

/** Commands with {@code --master} in this process, on two of its threads that Spark leads, beside the same on one machine. */
class SparkCommandsTest {
    private static final long SEED = 37;
    private static final int T = 150;
    /** C(39,4) = 82,251 n-plets of the others are two blocks, the 9,880 triplets of all three pieces. */
    private static final int N = 40;

    @TempDir
    private static Path folder;

    private static SparkContext context;

    @BeforeAll
    static void begin() throws IOException {
        context = LocalSpark.start();
        Random random = new Random(SEED);
        samples("a.csv", random);
        samples("b.csv", random);
        try (PrintWriter labels = writer("labels.csv");
                PrintWriter triplets = writer("triplets.txt")) {
            random.ints(T, 0, 3).forEach(labels::println);
            for (int i = 0; i < N; i++) {
                for (int j = 0; j < i; j++) {
                    for (int k = 0; k < j; k++) {
                        triplets.println(i + "," + j + "," + k);
                    }
                }
            }
        }
    }

    @AfterAll
    static void end() {
        context.stop();
    }

    private static void samples(String name, Random random) throws IOException {
        try (PrintWriter writer = writer(name)) {
            for (int t = 0; t < T; t++) {
                double shared = random.nextGaussian();
                for (int i = 0; i < N; i++) {
                    writer.print((i == 0 ? "" : ",") + (float) (random.nextGaussian() + shared * (i % 3) / 3));
                }
                writer.println();
            }
        }
    }

    private static PrintWriter writer(String name) throws IOException {
        return new PrintWriter(Files.newBufferedWriter(folder.resolve(name)));
    }

    /** Runs a command whose capitals are files, and returns its messages. */
    private static String run(String command, Path out, String... more) {
        List<String> words = new ArrayList<>();
        for (String word : command.split(" ", -1)) {
            words.add(word.replace("FOLDER", folder.toString()));
        }
        words.add("--out=" + out);
        words.addAll(List.of(more));
        StringWriter err = new StringWriter();
        Streams streams = new Streams(
                System.in, OutputStream.nullOutputStream(), new PrintWriter(err, true), false, new Interruption());
        assertThat(Oinfo.run(words.toArray(String[]::new), streams))
                .as("%s", err)
                .isZero();
        return err.toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "measures FOLDER/a.csv --nplets FOLDER/triplets.txt --format npy",
                "measures FOLDER/a.csv --nplets FOLDER/triplets.txt --format csv --also delta3",
                "measures FOLDER/a.csv --nplets FOLDER/triplets.txt --format ndjson --bias-correct",
                "target FOLDER/a.csv --target FOLDER/labels.csv --order 2 --permutations 19 --format json",
                "target FOLDER/a.csv --target 7 --order 4 --format json",
                "dynamic FOLDER/a.csv --target 7 --order 4 --format csv",
                "compare FOLDER/a.csv FOLDER/b.csv --order 3 --permutations 19 --format json"
            })
    void theResultIsThatOfOneMachine(String command) throws IOException {
        Path there = folder.resolve("there.out");
        Path here = folder.resolve("here.out");
        assertThat(run(command, there, "--master=local[2]")).containsPattern("oinfo: [\\d,]+ tasks on ");
        run(command, here);
        if (command.contains("npy")) {
            assertThat(there).hasSameBinaryContentAs(here);
        } else {
            assertThat(CommandLine.result(there)).isEqualTo(CommandLine.result(here));
        }
    }
}
