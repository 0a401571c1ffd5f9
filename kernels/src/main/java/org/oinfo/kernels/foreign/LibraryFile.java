package org.oinfo.kernels.foreign;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * The file that the kernels in C are loaded from: unpacked into a fresh folder that only its owner can enter, and gone as soon as
 * it is loaded. Linux keeps what is loaded; a process that is killed in between leaves a file, which a later one removes.
 */
final class LibraryFile {
    private static final String FOLDER = "oinfo-native-";
    private static final String FILE = "liboinfo.so";
    private static final String REMEDY = "name another folder for temporary files with -Djava.io.tmpdir=FOLDER";

    private LibraryFile() {}

    /** {@code linux-x86_64} and the like. */
    static String platform() {
        String processor = System.getProperty("os.arch");
        return System.getProperty("os.name").toLowerCase(Locale.ROOT) + "-"
                + (processor.equals("amd64") ? "x86_64" : processor);
    }

    /** Whether this build holds a library for this platform. */
    static boolean present() {
        return LibraryFile.class.getResource(resource()) != null;
    }

    /** Loads it; returns why it cannot be loaded, nothing when it is. */
    @SuppressWarnings("restricted")
    static List<String> load() {
        try (Unpacked library = new Unpacked()) {
            System.load(library.file.toString());
            return List.of();
        } catch (ZipException | EOFException damaged) {
            return List.of(
                    "the library in this build is damaged: " + damaged.getMessage() + ": build or fetch it anew");
        } catch (IOException failed) {
            return List.of("the library cannot be unpacked: " + failed + ": " + REMEDY);
        } catch (UnsatisfiedLinkError refused) {
            return List.of("the library cannot be loaded (a folder mounted noexec does that): " + refused.getMessage()
                    + ": " + REMEDY);
        }
    }

    private static String resource() {
        return platform() + "/" + FILE + ".gz";
    }

    /** A folder and the library in it, both there until it is closed. */
    private static final class Unpacked implements AutoCloseable {
        final Path folder;
        final Path file;

        Unpacked() throws IOException {
            folder = freshFolder();
            file = folder.resolve(FILE);
            try {
                removeLeftOver();
                InputStream packed = Objects.requireNonNull(LibraryFile.class.getResourceAsStream(resource()));
                try (InputStream in = new GZIPInputStream(packed)) {
                    Files.copy(in, file);
                }
            } catch (IOException e) {
                close();
                throw e;
            }
        }

        /** A name that is taken, by a link too, is refused. Files.createTempDirectory prepares secure random numbers, which takes longer. */
        private static Path freshFolder() throws IOException {
            return Files.createDirectory(
                    Path.of(System.getProperty("java.io.tmpdir"), FOLDER + Long.toHexString(System.nanoTime())),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }

        @Override
        public void close() throws IOException {
            Files.deleteIfExists(file);
            Files.delete(folder);
        }

        /** What processes of the same user left behind that were killed while they loaded. */
        private void removeLeftOver() throws IOException {
            FileTime old = FileTime.from(Instant.now().minus(1, ChronoUnit.HOURS));
            try (Stream<Path> all = Files.list(folder.resolveSibling(""))) {
                for (Path other : (Iterable<Path>) all.filter(Unpacked::isNamedSo)::iterator) {
                    removeIfOld(other, old);
                }
            }
        }

        private static boolean isNamedSo(Path path) {
            return String.valueOf(path.getFileName()).startsWith(FOLDER);
        }

        private void removeIfOld(Path other, FileTime old) {
            try {
                PosixFileAttributes found =
                        Files.readAttributes(other, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                boolean own = found.owner().equals(Files.getOwner(folder));
                if (own && found.isDirectory() && found.lastModifiedTime().compareTo(old) < 0) {
                    Files.deleteIfExists(other.resolve(FILE));
                    Files.deleteIfExists(other);
                }
            } catch (IOException another) {
                // Another process was faster.
            }
        }
    }
}
