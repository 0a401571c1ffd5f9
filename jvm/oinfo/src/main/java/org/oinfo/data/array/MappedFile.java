package org.oinfo.data.array;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oinfo.data.Checksum;
import org.oinfo.data.InputFile;

/** A file mapped into memory, and whatever memory its arrays need besides. */
public final class MappedFile implements AutoCloseable {
    private final InputFile input;
    private final Arena arena;
    private final MemorySegment bytes;
    private final List<Runnable> closers = new ArrayList<>();
    private @Nullable String checksum;

    private MappedFile(InputFile input, Arena arena, MemorySegment bytes) {
        this.input = input;
        this.arena = arena;
        this.bytes = bytes;
    }

    /** Maps a file; closing it closes the input. */
    @SuppressWarnings("MustBeClosedChecker") // the mapped file owns the memory until it is closed
    public static MappedFile open(InputFile input) {
        Arena arena = Arena.ofShared();
        boolean sound = false;
        try (FileChannel channel = FileChannel.open(input.path(), StandardOpenOption.READ)) {
            MappedFile file = new MappedFile(input, arena, channel.map(MapMode.READ_ONLY, 0, channel.size(), arena));
            sound = true;
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + input.source(), e);
        } finally {
            if (!sound) {
                arena.close();
            }
        }
    }

    /** The whole file. */
    public MemorySegment bytes() {
        return bytes;
    }

    /** Memory that lives as long as the mapping. */
    public Arena arena() {
        return arena;
    }

    /** What is to be closed with the file, such as what another library has opened. */
    public void closesToo(Runnable closer) {
        closers.add(closer);
    }

    /** Where the file is. */
    public Path path() {
        return input.path();
    }

    /** The name of the input in messages. */
    public String source() {
        return input.source();
    }

    /** Refuses a file that has been written to since it was found, see {@link InputFile#requireUnchanged}. */
    public void requireUnchanged() {
        input.requireUnchanged();
    }

    /** SHA-256 of the file, computed on the first call. */
    synchronized String checksum() {
        if (checksum == null) {
            checksum = Checksum.of(bytes);
        }
        return checksum;
    }

    /** More than one call does no harm. */
    @Override
    public void close() {
        if (arena.scope().isAlive()) {
            closers.forEach(Runnable::run);
            arena.close();
        }
        input.close();
    }
}
