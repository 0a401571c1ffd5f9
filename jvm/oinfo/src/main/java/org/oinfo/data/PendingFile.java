package org.oinfo.data;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.UserPrincipal;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A file that appears under its name only when it is complete, by {@link #commit}. Until then it is {@code .NAME.PID.tmp} beside it:
 * made anew, so that no link is followed, and locked as long as its writer lives. What a writer left behind that was killed is
 * removed by the next one of the same file: it is what can be locked. (Process numbers would not tell: other containers have their
 * own.)
 */
public final class PendingFile implements Closeable {
    private static final Pattern NUMBER = Pattern.compile("\\d+(-\\d+)?\\.tmp");
    private static final int MOST_NAMES = 1000;

    /** Of this process. A look at one of them would end its lock: the system drops it when any of its descriptors is closed. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private static boolean ending;

    private final Path target;
    private final Path temporary;
    private final FileChannel channel;
    private final WriteBehind stream;
    private boolean finished;

    private PendingFile(Path target, Path temporary, FileChannel channel) {
        this.target = target;
        this.temporary = temporary;
        this.channel = channel;
        this.stream = new WriteBehind(channel);
    }

    /**
     * Makes ready to write a file.
     *
     * @param target the file, in a folder that exists; one that is there already stays as it is until {@link #commit}
     * @throws IOException a file cannot be made there
     */
    public static PendingFile open(Path target) throws IOException {
        Path given = target.toAbsolutePath();
        Path folder = given.getParent();
        Path name = given.getFileName();
        if (folder == null || name == null) {
            throw new IOException(target + " is no file in a folder");
        }
        Path real = folder.toRealPath();
        String start = "." + name + ".";
        String process = start + ProcessHandle.current().pid();
        for (int i = 0; i < MOST_NAMES; i++) {
            Path temporary = real.resolve(process + (i == 0 ? "" : "-" + i) + ".tmp");
            FileChannel channel = make(temporary);
            if (channel != null) {
                removeAbandoned(real, start, Files.getOwner(temporary, LinkOption.NOFOLLOW_LINKS));
                return new PendingFile(real.resolve(name), temporary, channel);
            }
        }
        throw new FileAlreadyExistsException(process + ".tmp");
    }

    /** The process ends: whatever is begun from now on would be left behind, and is refused. */
    public static synchronized void noMore() {
        ending = true;
    }

    /** A new, locked file that goes when the process is ended before it is closed; null when the name is taken, or was taken away. */
    private static synchronized @Nullable FileChannel make(Path temporary) throws IOException {
        if (ending) {
            throw new IOException("no file is begun while the process ends");
        }
        @Nullable FileChannel made = locked(temporary);
        if (made != null) {
            temporary.toFile().deleteOnExit();
        }
        return made;
    }

    /** A new, locked file; null when the name is taken, or was taken away. */
    @SuppressWarnings("MustBeClosedChecker") // the pending file owns the channel
    private static @Nullable FileChannel locked(Path temporary) throws IOException {
        if (!HELD.add(temporary)) {
            return null;
        }
        @Nullable FileChannel made = null;
        boolean held = false;
        try {
            made = FileChannel.open(
                    temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
            held = lock(made) && Files.exists(temporary, LinkOption.NOFOLLOW_LINKS);
        } catch (FileAlreadyExistsException e) {
            held = false;
        } finally {
            if (!held) {
                HELD.remove(temporary);
                if (made != null) {
                    made.close();
                }
            }
        }
        return held ? made : null;
    }

    /** False when another process has it, which is about to remove it. */
    private static boolean lock(FileChannel channel) {
        try {
            return channel.tryLock() != null;
        } catch (IOException e) {
            // A file system without locks: nobody else can lock it either, and so it stays.
            return true;
        }
    }

    /** Removes what dead writers of the same file left here, of the same owner. */
    private static void removeAbandoned(Path folder, String start, UserPrincipal owner) {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(
                folder, path -> isPending(path.getFileName().toString(), start))) {
            for (Path path : left) {
                if (!HELD.contains(path)
                        && Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
                        && Files.getOwner(path, LinkOption.NOFOLLOW_LINKS).equals(owner)) {
                    removeUnlessHeld(path);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // It stays for another time: what is to be written now does not depend on it.
            return;
        }
    }

    private static boolean isPending(String name, String start) {
        return name.startsWith(start)
                && NUMBER.matcher(name.substring(start.length())).matches();
    }

    private static void removeUnlessHeld(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
            if (channel.tryLock() != null) {
                Files.deleteIfExists(path);
            }
        }
    }

    /** Where the bytes go that come in order; closing it does nothing. */
    public OutputStream stream() {
        return stream;
    }

    /** Where bytes go to any place. */
    public FileChannel channel() {
        return channel;
    }

    /**
     * The file is complete: it appears under its name.
     *
     * @throws IOException it cannot; what was written is lost
     */
    public void commit() throws IOException {
        // An error of a disk that is far away comes now, not when the file has appeared.
        stream.force();
        try {
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (NoSuchFileException e) {
            IOException told = new IOException("its folder is gone, or was emptied, while the result was made");
            told.addSuppressed(e);
            throw told;
        }
        close();
    }

    /** Without {@link #commit} nothing remains. */
    @Override
    public void close() throws IOException {
        if (finished) {
            return;
        }
        finished = true;
        try {
            // First: an unlocked one would be another's to remove.
            Files.deleteIfExists(temporary);
        } finally {
            HELD.remove(temporary);
            channel.close();
        }
    }
}
