package org.oinfo.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Of what makes a build the same again, what can be seen of one: every entry of ours in a jar has the time that the project names, and nothing tells
 * of the machine. {@code jvm/dist/reproduce} compares two builds.
 */
class ReproducibleJarsTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern TIME =
            Pattern.compile("<project\\.build\\.outputTimestamp>([^<]+)Z</project\\.build\\.outputTimestamp>");

    private static Path jar(String module) throws IOException {
        Path target = ROOT.resolve(module).resolve("target");
        assumeTrue(Files.isDirectory(target), target + " has not been built");
        try (Stream<Path> files = Files.list(target)) {
            List<Path> jars = files.filter(file -> file.toString().matches(".*/oinfo[a-z-]*(-[0-9][^/]*)?\\.jar"))
                    .filter(file -> !file.toString().matches(".*-(tests|sources|javadoc)\\.jar"))
                    .toList();
            assumeTrue(!jars.isEmpty(), "no jar in " + target);
            assertThat(jars).hasSize(1);
            return jars.getFirst();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"kernels", "cuda", "jvm/oinfo", "jvm/cli", "jvm/study"})
    void everyEntryHasTheTimeOfTheProject(String module) throws IOException {
        Matcher time = TIME.matcher(Files.readString(ROOT.resolve("pom.xml")));
        assertThat(time.find()).isTrue();
        LocalDateTime expected = LocalDateTime.parse(time.group(1));
        try (ZipFile zip = new ZipFile(jar(module).toFile())) {
            // Libraries in the jar of the command line keep the times that they came with.
            List<? extends ZipEntry> ours = zip.stream()
                    .filter(entry -> entry.getName().startsWith("org/oinfo/"))
                    .toList();
            assertThat(ours).hasSizeGreaterThan(10);
            for (ZipEntry entry : ours) {
                assertThat(entry.getTimeLocal()).as(entry.getName()).isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"kernels", "cuda", "jvm/oinfo", "jvm/cli", "jvm/study"})
    void theManifestTellsNothingOfTheMachine(String module) throws IOException {
        try (ZipFile zip = new ZipFile(jar(module).toFile())) {
            ZipEntry manifest = Objects.requireNonNull(zip.getEntry("META-INF/MANIFEST.MF"));
            String text = new String(zip.getInputStream(manifest).readAllBytes(), StandardCharsets.UTF_8);
            assertThat(text).doesNotContain("Built-By", "Build-Jdk:", "Created-By: Apache Ant");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"kernels", "cuda", "jvm/oinfo", "jvm/study"})
    void classesAreInOrder(String module) throws IOException {
        // The order of a folder is that of the disk; packed anew it may differ.
        try (ZipFile zip = new ZipFile(jar(module).toFile())) {
            List<String> names = zip.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.endsWith(".class"))
                    .toList();
            assertThat(names).isSorted();
        }
    }
}
