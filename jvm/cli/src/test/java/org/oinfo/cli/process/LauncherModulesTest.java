package org.oinfo.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher: when java gets the vector module, and when the archive of classes. */
class LauncherModulesTest extends FakeCheckout {
    /** Notes its flags, and ends as java does where the kernels in C cannot run. */
    private static final String WITHOUT_KERNELS_IN_C = """
            echo "$*" >>flags
            case "$*" in
                *on-demand*) exit 75 ;;
            esac
            echo '%s' >&2
            cat
            exit 3
            """.formatted(INCUBATOR);

    @ParameterizedTest
    @ValueSource(strings = {"scan x.npy --backend simd", "scan --backend=simd x.npy"})
    void whoAsksForSimdGetsTheModuleAndNoArchive(String line) throws IOException, InterruptedException {
        java("echo \"$*\"\n");
        assertThat(code(shell("./oinfo " + line + " >out 2>err").start())).isZero();
        assertThat(text("out"))
                .startsWith("--add-modules jdk.incubator.vector ")
                .doesNotContain("AOTCache", "on-demand");
    }

    @ParameterizedTest
    @ValueSource(strings = {"scan x.npy", "scan x.npy --backend scalar", "info", "scan --help", "scan simd"})
    void whoDoesNotAskStartsWithoutTheModule(String line) throws IOException, InterruptedException {
        java("echo \"$*\"\n");
        assertThat(code(shell("./oinfo " + line + " >out 2>err").start())).isZero();
        assertThat(text("out"))
                .contains("-Doinfo.vectors=on-demand", "-XX:AOTCache=")
                .doesNotContain("--add-modules");
    }

    @ParameterizedTest
    @ValueSource(strings = {"worker", "mcp"})
    void onlyMessagesOfTheEngineComeOnItsStandardOutput(String engine) throws IOException, InterruptedException {
        java("echo \"$*\"\n");
        assertThat(code(shell("./oinfo " + engine + " >out 2>err").start())).isZero();
        assertThat(text("out")).contains(" -Xlog:disable -Xlog:all=warning:stderr -XX:AOTCache=");
        assertThat(code(shell("./oinfo info >out 2>err").start())).isZero();
        assertThat(text("out")).doesNotContain("-Xlog:disable");
    }

    @Test
    void whereTheKernelsInCCannotRunJavaIsStartedAgainWithTheModule() throws IOException, InterruptedException {
        java(WITHOUT_KERNELS_IN_C);
        assertThat(code(shell("echo typed | ./oinfo scan - >out 2>err").start()))
                .isEqualTo(3);
        assertThat(text("flags")).hasLineCount(2).contains("\n--add-modules jdk.incubator.vector ");
        assertThat(text("out")).isEqualTo("typed\n");
        assertThat(text("err")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1})
    void anArchiveOfAnotherTimeThanTheJarsIsMadeAnewAndNothingIsSaid(int seconds)
            throws IOException, InterruptedException {
        java("""
                case "$*" in
                    *-XX:AOTCacheOutput=*) out=${1#*=}; echo new >"$out"; echo noise; echo noise >&2; pwd >where ;;
                    *) echo ran ;;
                esac
                """);
        Path archive = folder.resolve(ARCHIVE);
        FileTime built = Files.getLastModifiedTime(folder.resolve("jvm/cli/target/oinfo.jar"));
        Files.setLastModifiedTime(archive, FileTime.from(built.toInstant().plusSeconds(seconds)));
        assertThat(code(shell("./oinfo x >out 2>err").start())).isZero();
        assertThat(text("out")).isEqualTo("ran\n");
        assertThat(text("err")).isEmpty();
        assertThat(archive).hasContent("new");
        assertThat(Files.getLastModifiedTime(archive)).isEqualTo(built);
    }

    @Test
    void anArchiveThatCannotBeMadeIsTriedOnce() throws IOException, InterruptedException {
        java("echo \"$*\" >>\"${0%/jdk/bin/java}/starts\"; case \"$*\" in *-XX:AOTCacheOutput=*) exit 1 ;; esac\n");
        Files.delete(folder.resolve(ARCHIVE));
        for (int run = 0; run < 2; run++) {
            assertThat(code(shell("./oinfo x >out 2>err").start())).isZero();
        }
        assertThat(text("starts")).containsOnlyOnce("AOTCacheOutput").doesNotContain("AOTCache=");
        assertThat(text("err")).isEmpty();
    }

    @Test
    void aBuildHasAnArchiveOfItsOwn() throws IOException, InterruptedException {
        java("case \"$*\" in *-XX:AOTCacheOutput=*) echo new >\"${1#*=}\" ;; esac\n");
        program("programs/mvn", "echo built >jvm/cli/target/oinfo.jar\n");
        Path source = Files.writeString(folder.resolve("kernels/src/main/java/A.java"), "");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(90)));
        assertThat(code(shell("PATH=$PWD/programs:$PATH ./oinfo x >out 2>err").start()))
                .isZero();
        assertThat(text(ARCHIVE)).isEqualTo("new\n");
        assertThat(Files.getLastModifiedTime(folder.resolve(ARCHIVE)))
                .isEqualTo(Files.getLastModifiedTime(folder.resolve("jvm/cli/target/oinfo.jar")));
    }
}
