package org.oinfo.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The wheel, installed into an environment of its own, where there is no Java: neither on PATH nor in JAVA_HOME. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WheelIT {
    private static final String PYTHON = System.getProperty("oinfo.python", "/usr/bin/python3");
    private static final long LARGEST = 45_000_000;
    private static final int INTERRUPTED = 4;

    /** Of coreutils, what the launcher uses and a user may. */
    private static final List<String> COREUTILS =
            List.of("cat", "cp", "env", "ls", "mkdir", "readlink", "rm", "stat", "touch", "true");

    private static final String ENGINES = """

            import os, pathlib
            def exe(process):
                try:
                    return os.readlink(process / "exe")
                except OSError:
                    return ""
            java = os.path.join(os.path.dirname(oinfo.__file__), "image", "bin", "java")
            print("engines", sum(exe(process) == java for process in pathlib.Path("/proc").glob("[0-9]*")))
            """;

    private Path environment;
    private Shell shell;

    @BeforeAll
    void install(@TempDir Path given) throws IOException, InterruptedException {
        Path folder = given.toRealPath();
        environment = folder.resolve("venv");
        Shell maker =
                new Shell(folder, Map.of("PATH", "/usr/bin:/bin", "LC_ALL", "C.UTF-8", "HOME", folder.toString()));
        maker.out(PYTHON, "-m", "venv", "--system-site-packages", environment.toString());
        maker.out(
                bin("python"),
                "-m",
                "pip",
                "install",
                "--quiet",
                "--no-index",
                Built.wheel().toString());
        Path programs = Files.createDirectory(folder.resolve("programs"));
        for (String name : COREUTILS) {
            Files.createSymbolicLink(
                    programs.resolve(name), Path.of("/usr/bin", name).toRealPath());
        }
        Path work = Files.createDirectory(folder.resolve("elsewhere"));
        Path examples = Files.createDirectory(work.resolve("examples"));
        for (Path file : Built.files(Built.REPOSITORY.resolve("examples"))) {
            Files.copy(file, examples.resolve(file.getFileName().toString()));
        }
        shell = new Shell(work, Map.of("PATH", environment.resolve("bin") + ":" + programs, "LC_ALL", "C.UTF-8"));
    }

    private String bin(String name) {
        return environment.resolve("bin").resolve(name).toString();
    }

    @Test
    void itIsForAnyPythonOnLinuxAndSmall() throws IOException {
        Path wheel = Built.wheel();
        assertThat(wheel.getFileName())
                .hasToString("oinfo-" + Built.PYTHON_VERSION + "-py3-none-manylinux_2_28_x86_64.whl");
        System.out.printf("wheel: %,d bytes%n", Files.size(wheel));
        assertThat(Files.size(wheel)).isLessThan(LARGEST);
        try (ZipFile zip = new ZipFile(wheel.toFile())) {
            assertThat(zip.stream().map(Object::toString))
                    .contains("oinfo/image/bin/java", "oinfo/image/legal/java.base/LICENSE", "oinfo/image/LICENSE")
                    .noneMatch(name -> name.contains("__pycache__"));
        }
    }

    @Test
    void theDemoRunsWithoutJava() throws IOException, InterruptedException {
        assertThat(shell.run("env", "java", "-version").code()).isEqualTo(127);
        assertThat(shell.out(bin("oinfo"), "demo")).contains("layer 3", "most synergistic");
    }

    @Test
    void theExampleOfTheReadmeRunsOnTheEngineOfTheWheel() throws IOException, InterruptedException {
        Matcher block = Pattern.compile("(?s)```python\n(.*?)```")
                .matcher(Files.readString(Built.REPOSITORY.resolve("README.md")));
        assertThat(block.find()).isTrue();
        String said = shell.out(bin("python"), "-c", block.group(1) + ENGINES);
        assertThat(said).contains("10", "22", "31", "-0.388", "engines 1");
        assertThat(shell.out(bin("python"), "-c", "import oinfo; print(oinfo.__file__)"))
                .startsWith(environment.toString());
    }

    @Test
    void javaTakesTheArchiveOfClassesAfterTheFirstRun() throws IOException, InterruptedException {
        shell.out(bin("oinfo"), "--version");
        // The program lies in the image's folder bin.
        Path program = Path.of(shell.out(bin("python"), "-c", "import oinfo_program; print(oinfo_program.path())")
                .strip());
        Path jar = program.resolveSibling("../lib/oinfo.jar");
        assertThat(Files.getLastModifiedTime(jar).toInstant())
                .isEqualTo(Files.getLastModifiedTime(Built.IMAGE.resolve("lib/oinfo.jar"))
                        .toInstant());
    }

    @Test
    void aWrongOptionIsToldInOneLine() throws IOException, InterruptedException {
        Shell.Run run = shell.run(bin("oinfo"), "scan", "examples/activations.npy", "--odrer", "3");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).hasLineCount(1).contains("--odrer", "--order");
    }

    @Test
    void anInterruptedScanPrintsWhatItHas() throws IOException, InterruptedException {
        Path out = shell.folder().resolve("interrupted.json");
        Path err = shell.folder().resolve("interrupted.err");
        Process process = shell.builder(
                        bin("oinfo"), "scan", "examples/activations.npy", "--order", "17", "--format", "json")
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        try {
            // What is warned of comes before the first block.
            while (process.isAlive() && !Files.readString(err).contains("warning")) {
                Thread.sleep(50);
            }
            Thread.sleep(1000);
            assertThat(new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                            .start()
                            .waitFor())
                    .isZero();
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).as(Files.readString(err)).isEqualTo(INTERRUPTED);
        assertThat(Files.readString(out, StandardCharsets.UTF_8)).contains("\"partial\" : true");
    }

    @Test
    void manualPagesAndCompletionAreWhereShellsLook() {
        assertThat(environment.resolve("share/man/man1/oinfo-scan.1")).isRegularFile();
        assertThat(environment.resolve("share/bash-completion/completions/oinfo"))
                .isRegularFile();
    }
}
