package org.oinfo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compiles and runs the very lines that the README shows. */
class ReadmeSnippetTest {
    @Test
    void threeLinesFromAMatrixToARankedList(@TempDir Path folder)
            throws IOException, ReflectiveOperationException, InvocationTargetException {
        String readme = Files.readString(Path.of("../../README.md"));
        int begin = readme.indexOf("```java\n") + "```java\n".length();
        String snippet = readme.substring(begin, readme.indexOf("```", begin));
        assertThat(snippet.lines()).as("lines of the snippet").hasSize(3);
        Path source = folder.resolve("Snippet.java");
        Files.writeString(
                source,
                "import org.oinfo.*; public class Snippet { public static void run(double[][] samples) {\n" + snippet
                        + "}}");
        int result = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-cp", System.getProperty("java.class.path"), source.toString());
        assertThat(result).isZero();

        String printed = run(folder, collider());
        assertThat(printed.lines()).hasSize(20);
        assertThat(printed.lines().findFirst().orElseThrow())
                .contains("0")
                .contains("1")
                .contains("2");
    }

    private static String run(Path folder, double[][] samples) throws IOException, ReflectiveOperationException {
        PrintStream before = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
            loader.loadClass("Snippet").getMethod("run", double[][].class).invoke(null, (Object) samples);
        } finally {
            System.setOut(before);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** Variable 2 is the sum of variables 0 and 1 and some noise: they are the most synergistic triplet. */
    private static double[][] collider() {
        SplittableRandom random = new SplittableRandom(12);
        double[][] samples = new double[300][8];
        for (double[] row : samples) {
            for (int j = 0; j < row.length; j++) {
                row[j] = random.nextGaussian();
            }
            row[2] = row[0] + row[1] + 0.3 * row[2];
        }
        return samples;
    }
}
