package org.oinfo.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder for what is read, in memory where there is such a file system, deleted at the end. */
public final class Scratch {
    private static final Path MEMORY = Path.of("/dev/shm");
    private static final Path FOLDER = folder();

    private Scratch() {}

    /** Writes a file. */
    public static Path file(String name, byte[] bytes) throws IOException {
        return Files.write(FOLDER.resolve(name), bytes);
    }

    private static Path folder() {
        try {
            Path folder = Files.isWritable(MEMORY)
                    ? Files.createTempDirectory(MEMORY, "oinfo-fuzz-")
                    : Files.createTempDirectory("oinfo-fuzz-");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            // What lies in the memory of a machine is gone when it stops.
        }
    }
}
