package org.oinfo.data;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Temporary files without a name, for what memory has no room for: mapped and already deleted, so that nothing is left of them. */
public final class UnnamedFile {
    private UnnamedFile() {}

    /**
     * Maps a new one.
     *
     * @param name what it is called for the moment in which it is made
     * @throws IOException it cannot be made, or there is no room for it
     */
    public static MemorySegment map(String name, long bytes, Arena arena) throws IOException {
        Path file = Files.createTempFile(name, ".tmp");
        long free = Files.getFileStore(file).getUsableSpace();
        if (free < bytes) {
            Files.delete(file);
            // A mapped file that finds no room would end the process, or an access to it, without a word of why.
            throw new IOException(file.getParent() + " has " + free + " bytes left; name another folder with"
                    + " JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=FOLDER");
        }
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE)) {
            return channel.map(FileChannel.MapMode.READ_WRITE, 0, bytes, arena);
        }
    }
}
