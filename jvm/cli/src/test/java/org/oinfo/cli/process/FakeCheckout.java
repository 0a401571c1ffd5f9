package org.oinfo.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests of the launcher in a checkout that looks built, with shell scripts for java and mvn. */
abstract class FakeCheckout {
    private static final Path REPOSITORY = Path.of("..", "..");
    static final Path HELP = Path.of("src", "main", "launcher", "help.txt");
    static final String ARCHIVE = "jvm/cli/target/oinfo.aot";
    static final String INCUBATOR = "WARNING: Using incubator modules: jdk.incubator.vector";

    /** Every start ends long before. */
    static final int SECONDS = 60;

    @TempDir
    Path folder;

    @BeforeEach
    void checkoutThatLooksBuilt() throws IOException {
        Files.copy(REPOSITORY.resolve("oinfo"), folder.resolve("oinfo"));
        Files.copy(REPOSITORY.resolve("pom.xml"), folder.resolve("pom.xml"));
        for (String module : List.of("kernels", "cuda", "jvm/oinfo", "jvm/cli")) {
            Files.createDirectories(folder.resolve(module).resolve("src/main/java"));
            Files.writeString(folder.resolve(module).resolve("pom.xml"), "");
        }
        Files.createDirectories(folder.resolve("kernels/src/main/c"));
        Files.createDirectories(folder.resolve("kernels/src/generated/java"));
        Files.createDirectories(folder.resolve("jvm/cli/target"));
        Files.createDirectories(folder.resolve("examples"));
        Path help = folder.resolve("jvm/cli").resolve(HELP);
        Files.createDirectories(help.getParent());
        Files.copy(HELP, help);
        for (String script : List.of("java.sh", "jdk.sh")) {
            Files.copy(HELP.resolveSibling(script), help.resolveSibling(script));
        }
        Path jar = Files.writeString(folder.resolve("jvm/cli/target/oinfo.jar"), "");
        FileTime built = FileTime.from(Instant.now().plusSeconds(60));
        Files.setLastModifiedTime(jar, built);
        Files.setLastModifiedTime(Files.writeString(folder.resolve(ARCHIVE), "classes"), built);
        Files.createDirectories(folder.resolve("jdk/bin"));
        Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"25.0.1\"\n");
    }

    /** Makes java a script that knows its arguments from the third of the launcher's flags on. */
    final void java(String script) throws IOException {
        program("jdk/bin/java", script);
    }

    final void program(String name, String script) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/bash\n" + script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** The launcher in a shell, with its output in the files out and err. */
    final ProcessBuilder shell(String command) {
        ProcessBuilder builder = new ProcessBuilder("bash", "-c", command)
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
        return builder;
    }

    static int code(Process process) throws InterruptedException {
        assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    final String text(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }
}
