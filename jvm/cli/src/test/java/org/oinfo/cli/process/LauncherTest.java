package org.oinfo.cli.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.oinfo.cli.Command;

/** The launcher: arguments, streams, signals, locales, builds. */
class LauncherTest extends FakeCheckout {
    @Test
    void argumentsPassAndSoDoTheExitCodeAndStandardInput() throws IOException, InterruptedException {
        java("printf '<%s>' \"$@\"; cat; exit 3\n");
        Process process =
                shell("echo typed | ./oinfo scan 'a b' '' '*' >out 2>err").start();
        assertThat(code(process)).isEqualTo(3);
        assertThat(text("out"))
                .isEqualTo("<-Doinfo.vectors=on-demand><-XX:AOTCache="
                        + folder.toRealPath().resolve(ARCHIVE) + "><-Xlog:aot*=off><-Xlog:cds*=off>"
                        + "<--enable-native-access=ALL-UNNAMED><--sun-misc-unsafe-memory-access=allow>"
                        + "<-XX:+UseParallelGC><-jar><" + folder.toRealPath().resolve("jvm/cli/target/oinfo.jar")
                        + "><scan><a b><><*>typed\n");
        assertThat(text("err")).isEmpty();
    }

    @Test
    void noLineOfStandardErrorIsLostButTheIncubatorsOne() throws IOException, InterruptedException {
        java("""
                echo before >&2
                echo '%s' >&2
                for i in {1..50}; do echo "line $i" >&2; done
                printf 'no end of line' >&2
                exit 1
                """.formatted(INCUBATOR));
        StringBuilder expected = new StringBuilder("before\n");
        for (int i = 1; i <= 50; i++) {
            expected.append("line ").append(i).append('\n');
        }
        expected.append("no end of line");
        for (int run = 0; run < 30; run++) {
            assertThat(code(shell("./oinfo x --backend simd 2>err").start())).isEqualTo(1);
            assertThat(text("err")).as("run %s", run).isEqualTo(expected.toString());
        }
    }

    @Test
    void whatHasNoIncubatorLineIsWholeToo() throws IOException, InterruptedException {
        java("printf 'Error: could not create the virtual machine\\nlast' >&2; exit 1\n");
        assertThat(code(shell("./oinfo x --backend=simd 2>err").start())).isEqualTo(1);
        assertThat(text("err")).isEqualTo("Error: could not create the virtual machine\nlast");
    }

    @Test
    void onATerminalStandardOutputInAFileStaysClean() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "there is no /usr/bin/script");
        java("""
                echo '%s' >&2
                echo 'oinfo: warning: few samples' >&2
                printf '\\rscan 50' >&2
                echo "n,o"
                echo "$*" >flags
                """.formatted(INCUBATOR));
        Process process = shell("exec script -qec 'exec ./oinfo scan --backend simd >out' /dev/null </dev/null")
                .start();
        String seen = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(code(process)).isZero();
        assertThat(text("out")).isEqualTo("n,o\n");
        assertThat(seen).isEqualTo("oinfo: warning: few samples\r\n\rscan 50");
        assertThat(text("flags")).contains(" -Doinfo.stderr.terminal=true ");
    }

    /** A java that says when it runs, and when a signal comes prints what it has and ends with oinfo's code. */
    private static final String INTERRUPTIBLE = """
            echo '%s' >&2
            trap 'trap "" INT TERM HUP; echo partial; echo interrupted >&2; exit 4' INT TERM HUP
            echo running >&2
            for i in {1..600}; do sleep 0.1; done
            """.formatted(INCUBATOR);

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM", "HUP"})
    void aSignalGoesOnToJavaAndItsResultComesBack(String signal) throws IOException, InterruptedException {
        java(INTERRUPTIBLE);
        // The shell of these tests may have been started with signals ignored, and nobody undoes that.
        Process process = shell("exec env --default-signal ./oinfo scan --backend simd >out 2>err")
                .start();
        try {
            await("err", "running");
            assertThat(new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                            .start()
                            .waitFor())
                    .isZero();
            assertThat(code(process)).isEqualTo(ExitCode.INTERRUPTED);
        } finally {
            process.destroyForcibly();
        }
        assertThat(text("out")).isEqualTo("partial\n");
        assertThat(text("err")).isEqualTo("running\ninterrupted\n");
    }

    @Test
    void controlCOnATerminalEndsWithThePartialResult() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "there is no /usr/bin/script");
        java(INTERRUPTIBLE.replace("echo running >&2", "echo running >&2; echo running >started"));
        Process process = shell(
                        "exec env --default-signal script -qec 'exec ./oinfo scan --backend simd >out' /dev/null")
                .start();
        await("started", "running");
        process.getOutputStream().write(3);
        process.getOutputStream().flush();
        String seen = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(code(process)).isEqualTo(ExitCode.INTERRUPTED);
        assertThat(text("out")).isEqualTo("partial\n");
        assertThat(seen).contains("interrupted").doesNotContain("WARNING");
    }

    @Test
    void whenTheLauncherIsKilledJavaEnds() throws IOException, InterruptedException {
        assumeTrue(
                code(shell("setpriv --pdeathsig TERM true").start()) == 0,
                "there is no setpriv that hands on a parent's death");
        java(INTERRUPTIBLE);
        Process process = shell("exec ./oinfo scan --backend simd >out 2>err").start();
        await("err", "running");
        process.destroyForcibly();
        await("err", "interrupted");
        assertThat(text("out")).isEqualTo("partial\n");
    }

    private void await(String file, String content) throws IOException, InterruptedException {
        Path path = folder.resolve(file);
        for (int i = 0;
                i < SECONDS * 50
                        && !(Files.exists(path) && Files.readString(path).contains(content));
                i++) {
            Thread.sleep(20);
        }
        assertThat(path).content().contains(content);
    }

    @ParameterizedTest
    @CsvSource({"C,C.UTF-8", "POSIX,C.UTF-8", "C.UTF-8,C.UTF-8", "no_SUCH.ISO-8859-1,C.UTF-8"})
    void javaReadsNamesOfFilesInUtf8(String given, String expected) throws IOException, InterruptedException {
        java("printf '%s' \"$LC_ALL\" >locale\n");
        assertThat(code(shell("LC_ALL=" + given + " ./oinfo x").start())).isZero();
        assertThat(text("locale")).isEqualTo(expected);
    }

    /** Cron and containers: no locale at all, or no program that tells it. */
    @ParameterizedTest
    @CsvSource({"'',C.UTF-8", "LANG=de_DE.UTF-8,''", "LC_CTYPE=en_US.utf8,''", "LANG=de_DE.ISO-8859-1,C.UTF-8"})
    void withoutTheProgramLocaleTheVariablesTell(String given, String expected)
            throws IOException, InterruptedException {
        java("printf '%s' \"${LC_ALL-}\" >locale\n");
        program("programs/locale", "exit 127\n");
        String command = "PATH=$PWD/programs:$PATH exec env -u LC_ALL -u LC_CTYPE -u LANG " + given + " ./oinfo x";
        assertThat(code(shell(command).start())).isZero();
        assertThat(text("locale")).isEqualTo(expected);
    }

    @Test
    void namesWithUmlautsReachJavaWhateverTheLocale() throws IOException, InterruptedException {
        java("printf '%s|' \"$@\" \"$PWD\" >told; locale charmap >>told\n");
        Files.createDirectory(folder.resolve("d\u00e4"));
        assertThat(code(shell("cd d\u00e4 && LC_ALL=C ../oinfo scan \u00fc.csv").start()))
                .isZero();
        assertThat(text("d\u00e4/told")).endsWith("|scan|\u00fc.csv|" + folder.resolve("d\u00e4") + "|UTF-8\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kernels/src/main/java/A.java",
                "kernels/src/generated/java/A.java",
                "kernels/src/main/c/a.c",
                "jvm/cli/pom.xml"
            })
    void aNewerSourceIsBuiltWithoutChecksAndTests(String source) throws IOException, InterruptedException {
        java("echo ran\n");
        program("programs/mvn", "printf '%s ' \"$@\" >built\n");
        Path file = Files.writeString(folder.resolve(source), "");
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(90)));
        assertThat(code(shell("PATH=$PWD/programs:$PATH ./oinfo x >out 2>err").start()))
                .isZero();
        assertThat(text("built")).contains("-Dmaven.test.skip ").endsWith(" -pl jvm/cli -am package ");
        assertThat(text("err")).startsWith("oinfo: building").hasLineCount(1);
        assertThat(text("out")).isEqualTo("ran\n");
    }

    private Path outdatedAndLockedBy(String owner) throws IOException {
        java("echo ran\n");
        program("programs/mvn", "echo built\n");
        Path file = Files.writeString(folder.resolve("kernels/src/main/java/A.java"), "");
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(90)));
        Path lock = Files.createDirectory(folder.resolve("jvm/cli/target/.build-lock"));
        return Files.writeString(lock.resolve("pid"), owner);
    }

    @Test
    void aSecondFirstRunSaysThatItWaitsAndForWhom() throws IOException, InterruptedException {
        String owner = Long.toString(ProcessHandle.current().pid());
        Path lock = outdatedAndLockedBy(owner);
        Process process =
                shell("PATH=$PWD/programs:$PATH exec ./oinfo x >out 2>err").start();
        await("err", "waiting");
        assertThat(text("err"))
                .isEqualTo("oinfo: waiting for the build that process " + owner + " (" + System.getProperty("user.name")
                        + ") is making; if it never ends, remove "
                        + folder.toRealPath().resolve("jvm/cli/target/.build-lock") + "\n");
        Files.delete(lock);
        Files.delete(lock.getParent());
        assertThat(code(process)).isZero();
        assertThat(text("out")).isEqualTo("ran\n");
        assertThat(text("err")).hasLineCount(3).contains("oinfo: building ").endsWith("built\n");
    }

    @Test
    void theLockOfABuildThatWasKilledIsTakenAway() throws IOException, InterruptedException {
        Process dead = new ProcessBuilder("true").start();
        assertThat(dead.waitFor()).isZero();
        outdatedAndLockedBy(Long.toString(dead.pid()));
        assertThat(code(shell("PATH=$PWD/programs:$PATH ./oinfo x >out 2>err").start()))
                .isZero();
        assertThat(text("err")).startsWith("oinfo: building ").hasLineCount(2);
        assertThat(text("out")).isEqualTo("ran\n");
    }

    @Test
    void whatIsNewerThanItsSourcesIsNotBuilt() throws IOException, InterruptedException {
        java("echo ran\n");
        program("programs/mvn", "echo >built\n");
        assertThat(code(shell("PATH=$PWD/programs:$PATH ./oinfo --help scan >out 2>err")
                        .start()))
                .isZero();
        assertThat(folder.resolve("built")).doesNotExist();
        assertThat(text("out")).isEqualTo("ran\n");
    }

    @Test
    void helpIsAnsweredWithoutABuildInTheProgramsOwnWords() throws IOException, InterruptedException {
        Files.delete(folder.resolve("jvm/cli/target/oinfo.jar"));
        assertThat(code(shell("JAVA_HOME= PATH=/usr/bin:/bin ./oinfo --help >out 2>err")
                        .start()))
                .isZero();
        assertThat(text("err")).isEmpty();
        assertThat(text("out"))
                .as("%s must be what java -jar jvm/cli/target/oinfo.jar --help prints", HELP)
                .isEqualTo(Command.run("--help").out());
    }

    @Test
    void theVersionIsAnsweredWithoutABuild() throws IOException, InterruptedException {
        Files.delete(folder.resolve("jvm/cli/target/oinfo.jar"));
        assertThat(code(shell("JAVA_HOME= PATH=/usr/bin:/bin ./oinfo --version >out 2>err")
                        .start()))
                .isZero();
        Matcher version = Pattern.compile("<artifactId>oinfo-parent</artifactId>\\s*<version>(.*)</version>")
                .matcher(Files.readString(Path.of("pom.xml")));
        assertThat(version.find()).isTrue();
        assertThat(text("out")).isEqualTo(Command.run("--version").out().replace("development", version.group(1)));
    }
}
