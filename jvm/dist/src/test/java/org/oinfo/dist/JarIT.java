package org.oinfo.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The one jar, by a JDK and without a flag. */
class JarIT {
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final String JAR =
            Path.of("..", "cli", "target", "oinfo.jar").toAbsolutePath().toString();
    private static final String DATA =
            Built.REPOSITORY.resolve("examples/series.csv").toString();

    @TempDir
    Path folder;

    @Test
    void itNeedsNoFlagsForKernelsInC() throws IOException, InterruptedException {
        Shell.Run run = shell().run(JAVA, "-jar", JAR, "scan", DATA, "--backend", "native");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("native, ");
        assertThat(run.err()).doesNotContain("WARNING", "Unsafe");
    }

    @Test
    void withoutTheVectorModuleSimdIsRefusedInOneLine() throws IOException, InterruptedException {
        Shell.Run run = shell().run(JAVA, "-jar", JAR, "scan", DATA, "--backend", "simd");
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err().lines().filter(line -> !line.startsWith("oinfo: warning")))
                .hasSize(1)
                .allMatch(line -> line.contains("--add-modules jdk.incubator.vector"));
    }

    private Shell shell() {
        return new Shell(folder, Map.of("PATH", "/usr/bin:/bin", "LC_ALL", "C.UTF-8"));
    }
}
