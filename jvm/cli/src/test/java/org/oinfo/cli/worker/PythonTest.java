package org.oinfo.cli.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The tests of the Python package, with this build's classes as its engine: all of them by the first Python that is found with numpy, those
 * of values and input by every other one.
 */
@Tag("long")
class PythonTest {
    private static final Path PACKAGE = Path.of("..", "python").toAbsolutePath().normalize();
    private static final List<String> CANDIDATES = List.of("/usr/bin/python3", "/usr/local/bin/python3", "python3");
    private static final String ASKED =
            "import sys, numpy; assert sys.version_info >= (3, 10); print(sys.version.split()[0], numpy.__version__)";
    private static final int MINUTES = 10;

    @TempDir
    Path folder;

    @Test
    void theTestsOfThePackagePass() throws IOException, InterruptedException {
        Map<String, String> pythons = pythons();
        Assumptions.assumeFalse(pythons.isEmpty(), "not run: no Python 3.10 or newer with numpy among " + CANDIDATES);
        List<String> tests = List.of("discover");
        for (Map.Entry<String, String> python : pythons.entrySet()) {
            String version = python.getKey();
            List<String> words = new ArrayList<>(List.of(python.getValue(), "-m", "unittest"));
            words.addAll(tests);
            Run run = run(words);
            System.out.printf(
                    "Python and numpy %s: %s%n",
                    version,
                    run.out()
                            .strip()
                            .lines()
                            .skip(Math.max(0, run.out().strip().lines().count() - 3))
                            .collect(Collectors.joining(" ")));
            assertThat(run.code())
                    .as("tests under Python and numpy %s: %s", version, run.out())
                    .isZero();
            assertThat(run.out()).containsPattern("Ran [1-9]\\d+ tests");
            tests = List.of("test_values", "test_input");
        }
    }

    /** Those that can run them, by version. */
    private Map<String, String> pythons() throws IOException, InterruptedException {
        Map<String, String> found = new LinkedHashMap<>();
        for (String name : CANDIDATES) {
            if (name.startsWith("/") && !Files.isExecutable(Path.of(name))) {
                continue;
            }
            try {
                Run run = run(List.of(name, "-c", ASKED));
                if (run.code() == 0) {
                    found.putIfAbsent(run.out().strip(), name);
                }
            } catch (IOException e) {
                System.out.println("no " + name + " here: " + e.getMessage());
            }
        }
        return found;
    }

    private record Run(int code, String out) {}

    private Run run(List<String> words) throws IOException, InterruptedException {
        Path out = Files.createTempFile(folder, "python", ".out");
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(PACKAGE.resolve("tests").toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile());
        builder.environment().put("PYTHONPATH", PACKAGE.resolve("src").toString());
        builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
        builder.environment().put("OINFO", engine().toString());
        Process process = builder.start();
        boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
        process.destroyForcibly();
        assertThat(ended)
                .as("ended within %d minutes: %s", MINUTES, Files.readString(out))
                .isTrue();
        return new Run(process.exitValue(), Files.readString(out));
    }

    /** A program that runs the classes under test. */
    private Path engine() throws IOException {
        String classes = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Path arguments = Files.writeString(folder.resolve("arguments"), "-cp \"" + classes + "\"\n");
        Path program = folder.resolve("oinfo");
        Files.writeString(
                program,
                "#!/bin/sh\nexec '" + java
                        + "' --add-modules jdk.incubator.vector --enable-native-access=ALL-UNNAMED '@" + arguments
                        + "' org.oinfo.cli.Main \"$@\"\n");
        return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    }
}
