package org.oinfo.cuda.driver;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import jcuda.JCudaVersion;
import jcuda.LibUtils;
import jcuda.driver.JCudaDriver;
import org.jspecify.annotations.Nullable;

/**
 * JCuda's own library.
 *
 * <p>JCuda unpacks it under a fixed name into the folder of {@code java.io.tmpdir}, and loads whatever lies there already: on
 * a shared machine, what another user put there. Here it is unpacked into a fresh folder that only this user can enter, JCuda
 * is shown that folder while it loads, and folder and file are removed.
 */
final class BindingLibrary {
    private static final String TEMPORARY_FOLDER = "java.io.tmpdir";

    private BindingLibrary() {}

    /** {@code linux-x86_64} and the like, as JCuda names platforms. */
    static String platform() {
        return LibUtils.createPlatformLibraryName("").substring(1);
    }

    /** Whether a library for this platform is on the class path. */
    static boolean present() {
        return BindingLibrary.class.getResource(resource()) != null;
    }

    /**
     * Loads JCuda's driver class and its library.
     *
     * @throws IOException the library cannot be unpacked
     * @throws LinkageError it cannot be loaded; the class then stays unusable for the rest of the process
     */
    static void load() throws IOException {
        Path folder = Files.createTempDirectory("oinfo-jcuda-");
        Path file = folder.resolve(fileName());
        try {
            try (InputStream in = BindingLibrary.class.getResourceAsStream(resource())) {
                if (in == null) {
                    throw new IOException("no " + resource() + " on the class path");
                }
                Files.copy(in, file);
            }
            String shared = System.setProperty(TEMPORARY_FOLDER, folder.toString());
            try {
                JCudaDriver.setExceptionsEnabled(false);
            } finally {
                restore(shared);
            }
        } finally {
            remove(file);
            remove(folder);
        }
    }

    private static void restore(@Nullable String shared) {
        if (shared == null) {
            System.clearProperty(TEMPORARY_FOLDER);
        } else {
            System.setProperty(TEMPORARY_FOLDER, shared);
        }
    }

    /** Linux removes a library that is in use; Windows refuses, and it stays in the user's own folder for temporary files. */
    private static boolean remove(Path path) {
        return path.toFile().delete();
    }

    private static String resource() {
        return "/lib/" + fileName();
    }

    private static String fileName() {
        return LibUtils.createLibraryFileName(LibUtils.createPlatformLibraryName("JCudaDriver-" + JCudaVersion.get()));
    }
}
