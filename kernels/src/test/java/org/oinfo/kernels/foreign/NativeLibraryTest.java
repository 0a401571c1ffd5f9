package org.oinfo.kernels.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Loading the library, in processes of their own: where it can be, and every reason why it cannot. */
class NativeLibraryTest {
    private static final String ENABLE = "--enable-native-access=ALL-UNNAMED";
    private static final String REMEDY = ": name another folder for temporary files with -Djava.io.tmpdir=FOLDER";

    @TempDir
    Path folder;

    @BeforeEach
    void needsLinuxOnAPlatformWithKernels() {
        assumeTrue(LibraryFile.present(), "there are no kernels in C for this platform");
    }

    @Test
    void isLoadedAndLeavesNothingBehind() throws IOException, InterruptedException {
        Here.needsLibrary();
        Path stale = Files.createDirectories(folder.resolve("oinfo-native-1"));
        Files.writeString(stale.resolve("liboinfo.so"), "of a process that was killed");
        Path young = Files.createDirectories(folder.resolve("oinfo-native-2"));
        Files.setLastModifiedTime(stale, FileTime.from(Instant.now().minusSeconds(2 * 3600)));
        List<String> lines = listing(ENABLE, temporaryFolder(folder));
        assertThat(lines).first().asString().matches("native: native, [248] lanes of 64 bits, (AVX2|AVX-512|NEON)");
        assertThat(lines).last().isEqualTo("auto: native");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(young);
        }
    }

    @Test
    void eachWidthThatTheProcessorHasCanBeForced() throws IOException, InterruptedException {
        Here.needsLibrary();
        String widest = listing(ENABLE).getFirst();
        int lanes = widest.charAt("native: native, ".length()) - '0';
        for (int bits = 128; bits <= 512; bits *= 2) {
            String line = listing(ENABLE, bits(bits)).getFirst();
            if (bits <= lanes * 64) {
                assertThat(line).startsWith("native: native, " + bits / 64 + " lanes of 64 bits, ");
            } else {
                assertThat(line)
                        .isEqualTo("native: this processor has vectors of at most " + lanes * 64
                                + " bits: oinfo.vector.bits=" + bits);
            }
        }
        assertThat(listing(ENABLE, "-Doinfo.vector.bits=wide"))
                .first()
                .isEqualTo("native: oinfo.vector.bits must be 128, 256 or 512: oinfo.vector.bits=wide");
    }

    @Test
    void withoutNativeAccessAReasonSaysHowToEnableItAndAnotherBackendRuns() throws IOException, InterruptedException {
        String reason = "native: native access is not enabled: start java with " + ENABLE;
        assertThat(listing("--add-modules=jdk.incubator.vector")).first().isEqualTo(reason);
        assertThat(listing("--add-modules=jdk.incubator.vector", "--illegal-native-access=deny"))
                .first()
                .isEqualTo(reason);
        assertThat(listing("--add-modules=jdk.incubator.vector")).last().isEqualTo("auto: simd");
        assertThat(listing()).last().isEqualTo("auto: scalar");
    }

    @Test
    void aPlatformWithoutKernelsInCIsNamed() throws IOException, InterruptedException {
        assertThat(listing("-Dos.name=SunOS", "-Dos.arch=sparcv9"))
                .first()
                .isEqualTo("native: this build holds no kernels in C for this platform: os.name=SunOS, os.arch=sparcv9"
                        + " | native access is not enabled: start java with " + ENABLE);
    }

    @Test
    void aFolderThatIsNotThereIsNamed() throws IOException, InterruptedException {
        // Java warns of it by itself.
        List<String> command =
                Program.java(List.of(ENABLE, temporaryFolder(folder.resolve("none"))), BackendListing.class);
        assertThat(Program.run(command).out())
                .first()
                .asString()
                .startsWith("native: the library cannot be unpacked: java.nio.file.NoSuchFileException: "
                        + folder.resolve("none").resolve("oinfo-native-"))
                .endsWith(REMEDY);
    }

    @Test
    void aDamagedLibraryIsNotLoaded() throws IOException, InterruptedException {
        Path resource = Path.of("org", "oinfo", "kernels", "foreign", LibraryFile.platform(), "liboinfo.so.gz");
        byte[] packed;
        try (InputStream in = LibraryFile.class.getResourceAsStream(LibraryFile.platform() + "/liboinfo.so.gz")) {
            packed = Objects.requireNonNull(in).readAllBytes();
        }
        Path damaged = folder.resolve(resource);
        Files.createDirectories(damaged.getParent());
        packed[packed.length - 6] ^= 1; // of its checksum
        Files.write(damaged, packed);
        String classPath = folder + File.pathSeparator + System.getProperty("java.class.path");
        Path temporary = Files.createDirectories(folder.resolve("temporary"));
        List<String> command =
                Program.java(classPath, List.of(ENABLE, temporaryFolder(temporary)), BackendListing.class);
        assertThat(Program.run(command).out())
                .first()
                .isEqualTo(
                        "native: the library in this build is damaged: Corrupt GZIP trailer: build or fetch it anew");
        assertThat(temporary).isEmptyDirectory();
    }

    /** In a mount namespace of its own: nothing stays mounted. */
    @Test
    void aFolderThatForbidsProgramsIsAReasonAndAnotherBackendRuns() throws IOException, InterruptedException {
        Program.needs("unshare");
        String mounts = "mount -t tmpfs -o noexec,size=16m tmpfs \"$0\" || exit 77; exec \"$@\"";
        List<String> command = new ArrayList<>(
                List.of("unshare", "--mount", "--map-root-user", "sh", "-c", mounts, folder.toString()));
        command.addAll(Program.java(
                List.of("--add-modules=jdk.incubator.vector", ENABLE, temporaryFolder(folder)), BackendListing.class));
        Program.Ended ended = Program.run(command);
        assumeTrue(ended.exit() == 0, () -> "nothing can be mounted here: " + ended.err());
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out())
                .first()
                .asString()
                .startsWith("native: the library cannot be loaded (a folder mounted noexec does that): " + folder)
                .endsWith(REMEDY);
        assertThat(ended.out()).last().isEqualTo("auto: simd");
    }

    private static String temporaryFolder(Path folder) {
        return "-Djava.io.tmpdir=" + folder;
    }

    private static String bits(int bits) {
        return "-Doinfo.vector.bits=" + bits;
    }

    private static List<String> listing(String... options) throws IOException, InterruptedException {
        Program.Ended ended = Program.run(Program.java(List.of(options), BackendListing.class));
        assertThat(ended.err()).isEmpty();
        assertThat(ended.exit()).isZero();
        return ended.out();
    }
}
