package org.oinfo.kernels.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program in src/test/c, which replays without Java what the simd backend did: on this machine, on ARM, and with sanitizers. */
class ReplayTest {
    @TempDir
    Path folder;

    @Test
    void theRecordingIsOfTheSimdBackend() {
        assertThat(Recording.FILE)
                .content()
                .as("src/test/c/recorded.txt is not what the simd backend does: write it anew with mvn -pl kernels"
                        + " -Pregenerate test")
                .startsWith(Recording.text() + "digest 128 ");
    }

    /** The library on the class path: the one that is checked in, or one made of changed sources. */
    @ParameterizedTest
    @ValueSource(ints = {128, 256, 512})
    void repeatsWhatWasRecorded(int bits) throws IOException, InterruptedException {
        Here.needsLibrary();
        assumeTrue(widest() >= bits, "vectors of this processor are narrower");
        Program.needs("gcc");
        assertRepeats(List.of(), ReplayProgram.withLibrary(folder, "gcc", LibraryFile.platform(), bits));
    }

    @Test
    void repeatsOnArmWhatWasRecorded() throws IOException, InterruptedException {
        Program.needs("aarch64-linux-gnu-gcc");
        Program.needs("qemu-aarch64");
        Path program = ReplayProgram.withLibrary(folder, "aarch64-linux-gnu-gcc", "linux-aarch64", 128);
        assertRepeats(List.of("qemu-aarch64", "-L", "/usr/aarch64-linux-gnu"), program);
    }

    /** A minute; what it found is recorded in kernels/README.md. */
    @Test
    @Tag("slow")
    void nothingIsReadOrWrittenOutsideAndNothingIsUndefined() throws IOException, InterruptedException {
        Program.needs("gcc");
        for (int bits = 128; bits <= widest(); bits *= 2) {
            assertRepeats(List.of(), ReplayProgram.sanitized(folder, bits));
        }
    }

    private static int widest() {
        String widest = System.getProperty(NativeLibrary.BITS_PROPERTY);
        return widest == null ? NativeLibrary.lanes() * Double.SIZE : Integer.parseInt(widest);
    }

    private static void assertRepeats(List<String> emulator, Path program) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(emulator);
        command.addAll(List.of(program.toString(), Recording.FILE.toString()));
        Program.Ended ended = Program.run(command);
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).noneMatch(line -> line.startsWith("FAIL"));
        assertThat(ended.exit()).isZero();
        assertThat(ended.out()).last().asString().matches("\\d+ bits: digest [0-9a-f]{16}");
    }
}
