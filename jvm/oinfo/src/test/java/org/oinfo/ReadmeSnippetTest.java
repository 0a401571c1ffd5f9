package org.oinfo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The programs of the README and of its page on Java compile as they stand there, run, and print what they promise. */
class ReadmeSnippetTest {
    private static final Pattern PROGRAM = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final String IMPORTS =
            "import java.nio.file.*; import java.util.*; import org.oinfo.*; import org.oinfo.kernels.*;"
                    + " import org.oinfo.parallel.*; import org.oinfo.scan.*; import org.oinfo.statistics.surrogate.*; ";
    private static final String SIGNATURE =
            "(double[][] samples, float[] activations, int images, int neurons, int[] labels) ";
    private static final int T = 300;
    private static final int N = 8;

    @TempDir
    private Path folder;

    @Test
    void threeLinesAndSixProgramsDoWhatTheySay() throws IOException, ReflectiveOperationException {
        List<String> programs = programs();
        // The last one leaves a journal where it runs: it is compiled alone.
        assertThat(programs).hasSize(8);
        assertThat(programs.getFirst().lines()).as("lines of the first").hasSize(3);
        compile(programs);

        assertThat(run(0).lines()).hasSize(20).first().asString().startsWith("{0;1;2}");
        assertThat(run(1).lines()).hasSize(4).first().asString().startsWith("56 triplets, mean ");
        assertThat(run(2).lines().toList()).hasSize(4).satisfies(lines -> {
            assertThat(lines.get(0)).startsWith("{0;1;2} o=-");
            assertThat(lines.get(1)).startsWith("{3;4;5;6} o=");
            assertThat(lines.get(2)).matches("without the last member: -.* less");
            assertThat(lines.get(3)).matches("at sample 17: -?[0-9.E-]+");
        });
        assertThat(run(3)).contains("70 of 70, lowest so far [0, 1, 2, ").endsWith("complete\n");
        assertThat(run(4).lines()).hasSize(20).first().asString().startsWith("[0, 1] -");
        assertThat(run(5)).startsWith("{0;1;2} o=-");
        assertThat(run(6).lines()).anyMatch(line -> line.equals("[0, 1, 2] p 0.005"));
    }

    private static List<String> programs() throws IOException {
        String pages = Files.readString(Path.of("../../README.md"))
                + Files.readString(Path.of("../../docs/java.md"))
                + Files.readString(Path.of("../../docs/long-runs.md"));
        List<String> programs = new ArrayList<>();
        for (Matcher matcher = PROGRAM.matcher(pages); matcher.find(); ) {
            programs.add(matcher.group(1));
        }
        return programs;
    }

    private void compile(List<String> programs) throws IOException {
        StringBuilder source = new StringBuilder(IMPORTS).append("public class Programs {\n");
        for (int i = 0; i < programs.size(); i++) {
            source.append("public static void run")
                    .append(i)
                    .append(SIGNATURE)
                    .append("{\n")
                    .append(programs.get(i))
                    .append("}\n");
        }
        Path file = folder.resolve("Programs.java");
        Files.writeString(file, source.append("}\n"));
        assertThat(ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, "-cp", System.getProperty("java.class.path"), file.toString()))
                .as("javac of the pages' programs")
                .isZero();
    }

    private String run(int program) throws IOException, ReflectiveOperationException {
        double[][] samples = collider();
        float[] activations = new float[T * N];
        int[] labels = new int[T];
        for (int t = 0; t < T; t++) {
            for (int j = 0; j < N; j++) {
                activations[t * N + j] = (float) samples[t][j];
            }
            labels[t] = samples[t][0] * samples[t][1] > 0 ? 1 : 0;
        }
        PrintStream before = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
            loader.loadClass("Programs")
                    .getMethod("run" + program, double[][].class, float[].class, int.class, int.class, int[].class)
                    .invoke(null, samples, activations, T, N, labels);
        } finally {
            System.setOut(before);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** Variable 2 is the sum of variables 0 and 1 and some noise: they are the most synergistic triplet. */
    private static double[][] collider() {
        SplittableRandom random = new SplittableRandom(12);
        double[][] samples = new double[T][N];
        for (double[] row : samples) {
            for (int j = 0; j < row.length; j++) {
                row[j] = random.nextGaussian();
            }
            row[2] = row[0] + row[1] + 0.3 * row[2];
        }
        return samples;
    }
}
