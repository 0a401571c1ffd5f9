package org.oinfo.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are whole or absent, and what dead writers leave behind. */
class PendingFileTest {
    private static final long PID = ProcessHandle.current().pid();

    @TempDir
    Path folder;

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static void write(PendingFile file, String text) throws IOException {
        file.channel().write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void appearsWhenItIsComplete() throws IOException {
        Path target = Files.writeString(folder.resolve("r.csv"), "old");
        try (PendingFile file = PendingFile.open(target)) {
            write(file, "new");
            assertThat(target).hasContent("old");
            assertThat(files()).containsExactly(".r.csv." + PID + ".tmp", "r.csv");
            file.commit();
        }
        assertThat(target).hasContent("new");
        assertThat(files()).containsExactly("r.csv");
    }

    /** More than is forced to the disk at a time. */
    @Test
    void streamsLargeFiles() throws IOException {
        Path target = folder.resolve("r.npy");
        byte[] piece = "0123456789abcdef".repeat(1 << 18).getBytes(StandardCharsets.UTF_8);
        try (PendingFile file = PendingFile.open(target)) {
            for (int i = 0; i < 20; i++) {
                file.stream().write(piece, i, piece.length - i);
            }
            file.stream().write('.');
            file.commit();
        }
        assertThat(Files.size(target)).isEqualTo(20L * piece.length - 190 + 1);
        try (InputStream read = Files.newInputStream(target)) {
            for (int i = 0; i < 20; i++) {
                assertThat(read.readNBytes(piece.length - i)).isEqualTo(Arrays.copyOfRange(piece, i, piece.length));
            }
            assertThat(read.read()).isEqualTo('.');
        }
    }

    @Test
    void whatWasStreamedWithoutCommitIsGone() throws IOException {
        try (PendingFile file = PendingFile.open(folder.resolve("r.npy"))) {
            file.stream().write(new byte[1 << 26]);
        }
        assertThat(files()).isEmpty();
    }

    @Test
    void withoutCommitNothingRemainsEvenIfTheChannelWasClosed() throws IOException {
        try (PendingFile file = PendingFile.open(folder.resolve("r.csv"))) {
            file.channel().close();
        }
        assertThat(files()).isEmpty();
    }

    @Test
    void noLinkThatSomebodyPutThereIsFollowed() throws IOException {
        Path precious = Files.writeString(folder.resolve("precious"), "precious");
        Path link = Files.createSymbolicLink(folder.resolve(".r.csv." + PID + ".tmp"), precious);
        try (PendingFile file = PendingFile.open(folder.resolve("r.csv"))) {
            write(file, "result");
            assertThat(files()).contains(".r.csv." + PID + "-1.tmp");
            file.commit();
        }
        assertThat(precious).hasContent("precious");
        assertThat(Files.exists(link, LinkOption.NOFOLLOW_LINKS)).isTrue();
        assertThat(folder.resolve("r.csv")).hasContent("result");
    }

    /** The second is of this process' number, as leftovers in containers are. */
    @ParameterizedTest
    @ValueSource(strings = {"1", "", "7-3"})
    void whatADeadWriterLeftIsRemoved(String number) throws IOException {
        Path left = Files.writeString(folder.resolve(".r.csv." + (number.isEmpty() ? PID : number) + ".tmp"), "part");
        try (PendingFile file = PendingFile.open(folder.resolve("r.csv"))) {
            assertThat(left).doesNotExist();
            file.commit();
        }
        assertThat(files()).containsExactly("r.csv");
    }

    @ParameterizedTest
    @ValueSource(strings = {".other.csv.1.tmp", ".r.csv.x.tmp", ".r.csv.1.tmp.gz", "r.csv.1.tmp", ".r.csv.bak.1.tmp"})
    void whatIsNoneOfItsOwnStays(String name) throws IOException {
        Files.writeString(folder.resolve(name), "precious");
        try (PendingFile file = PendingFile.open(folder.resolve("r.csv"))) {
            file.commit();
        }
        assertThat(folder.resolve(name)).hasContent("precious");
    }

    @Test
    void severalWritersOfOneFileLeaveEachOtherAlone() throws IOException {
        Path target = folder.resolve("r.csv");
        try (PendingFile first = PendingFile.open(target);
                PendingFile second = PendingFile.open(target)) {
            assertThat(files()).containsExactly(".r.csv." + PID + "-1.tmp", ".r.csv." + PID + ".tmp");
            write(first, "first");
            write(second, "second");
            first.commit();
            assertThat(target).hasContent("first");
            second.commit();
        }
        assertThat(target).hasContent("second");
        assertThat(files()).containsExactly("r.csv");
    }

    @Test
    void aWriterThatLivesInAnotherProcessIsLeftAloneAndADeadOneIsNot() throws IOException, InterruptedException {
        Path target = folder.resolve("r.csv");
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        target.toString())
                .start();
        String temporary = ".r.csv." + other.pid() + ".tmp";
        try {
            assertThat(other.getInputStream().read()).isEqualTo('h');
            try (PendingFile file = PendingFile.open(target)) {
                assertThat(files()).contains(temporary);
                file.commit();
            }
            assertThat(files()).containsExactly(temporary, "r.csv");
        } finally {
            other.destroyForcibly();
        }
        assertThat(other.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(files()).contains(temporary);
        try (PendingFile file = PendingFile.open(target)) {
            file.commit();
        }
        assertThat(files()).containsExactly("r.csv");
    }

    /** Another process that begins to write a file and waits to be killed. */
    static final class Holder {
        private Holder() {}

        public static void main(String[] args) throws IOException {
            try (PendingFile file = PendingFile.open(Path.of(args[0]))) {
                write(file, "part");
                System.out.write('h');
                System.out.flush();
                System.in.read();
            }
        }
    }

    @Test
    void aFolderThatVanishesIsToldAsSuch() throws IOException {
        Path gone = Files.createDirectory(folder.resolve("gone"));
        try (PendingFile file = PendingFile.open(gone.resolve("r.csv"))) {
            Files.delete(gone.resolve(".r.csv." + PID + ".tmp"));
            Files.delete(gone);
            write(file, "result");
            assertThatThrownBy(file::commit)
                    .isInstanceOf(IOException.class)
                    .hasMessage("its folder is gone, or was emptied, while the result was made");
        }
        assertThat(files()).isEmpty();
    }

    @Test
    void aFolderThatDoesNotExistIsRefused() {
        assertThatThrownBy(() -> PendingFile.open(folder.resolve("none").resolve("r.csv")))
                .isInstanceOf(IOException.class);
    }
}
