package org.oinfo.data;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.UserPrincipal;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A folder of temporary files that only its owner can enter, gone when it is closed or the process ends. What a process left behind that
 * was killed is removed by the next one that makes such a folder: it is what can be locked.
 */
final class TemporaryFolder implements Closeable {
    private static final String NAME = "oinfo-files-";
    private static final String LOCK = "lock";

    /** Of this process: it holds their locks, and a look at one would end its lock. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel lock;

    private TemporaryFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /** A new one, where the system keeps temporary files. */
    static TemporaryFolder open() throws IOException {
        Path folder = Files.createTempDirectory(NAME).toRealPath();
        HELD.add(folder);
        // Deleted in the opposite order, for the run that is interrupted; close() is the rule.
        folder.toFile().deleteOnExit();
        Path file = folder.resolve(LOCK);
        file.toFile().deleteOnExit();
        FileChannel lock = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        if (lock.tryLock() == null) {
            lock.close();
            throw new IOException(folder + " was taken by another process");
        }
        removeAbandoned(folder);
        return new TemporaryFolder(folder, lock);
    }

    /** A file in it, which is not there yet. */
    Path file(String name) {
        Path file = folder.resolve(name);
        file.toFile().deleteOnExit();
        return file;
    }

    private static void removeAbandoned(Path own) {
        Path beside = own.resolveSibling("");
        try (DirectoryStream<Path> all = Files.newDirectoryStream(beside, NAME + "*")) {
            UserPrincipal owner = Files.getOwner(own);
            for (Path other : all) {
                if (!HELD.contains(other)
                        && Files.isDirectory(other, LinkOption.NOFOLLOW_LINKS)
                        && Files.getOwner(other, LinkOption.NOFOLLOW_LINKS).equals(owner)) {
                    removeUnlessHeld(other);
                }
            }
        } catch (IOException e) {
            // It stays for another time: what is to be done now does not depend on it.
            return;
        }
    }

    /** One that has no lock yet is just being made. */
    private static void removeUnlessHeld(Path other) throws IOException {
        Path file = other.resolve(LOCK);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
            if (channel.tryLock() != null) {
                empty(other);
            }
        }
    }

    private static void empty(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(folder);
    }

    /** More than one call does no harm. */
    @Override
    public void close() throws IOException {
        if (!HELD.contains(folder)) {
            return;
        }
        try (lock) {
            empty(folder);
        } finally {
            HELD.remove(folder);
        }
    }
}
