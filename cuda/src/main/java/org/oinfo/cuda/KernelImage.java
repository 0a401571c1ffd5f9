package org.oinfo.cuda;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The device code that ships with this module: PTX, which the driver compiles for the device it finds.
 *
 * <p>Kernels are handed out one by one: compiling one takes the driver a fraction of a second, compiling all of them would
 * take it half a minute, and again in every process where it cannot keep the result on disk.
 */
final class KernelImage {
    /** Read once, when a driver wants it. */
    private static final class Shipped {
        static final KernelImage IMAGE = read();
    }

    private static final String RESOURCE = "oinfo.ptx.gz";

    /** {@code .version 9.0} and {@code .target sm_75}, which every PTX begins with. */
    private static final Pattern HEADER = Pattern.compile("\\.version\\s+(\\d+)\\.\\d+\\s+\\.target\\s+sm_(\\d+)");

    /** A kernel begins with this and its name, and ends with the first brace at the beginning of a line. */
    private static final String ENTRY = "\n.visible .entry ";

    private static final String END = "\n}";

    private final int driver;
    private final int capability;
    /** Version, target, and whatever else stands outside of kernels: shared memory, constants, functions. */
    private final String common;

    private final Map<String, String> kernels = new LinkedHashMap<>();

    private KernelImage(String ptx) {
        Matcher header = HEADER.matcher(ptx);
        if (!header.find()) {
            throw new IllegalArgumentException("PTX must begin with its version and target: oinfo.ptx");
        }
        // PTX 7 came with CUDA 11.0, 8 with 12.0 and 9 with 13.0; within one of them, the driver itself refuses what it
        // cannot.
        driver = (Integer.parseInt(header.group(1)) + 4) * 1000;
        capability = Integer.parseInt(header.group(2));
        StringBuilder outside = new StringBuilder();
        int done = 0;
        for (int begin = ptx.indexOf(ENTRY); begin >= 0; begin = ptx.indexOf(ENTRY, done)) {
            int end = ptx.indexOf(END, begin) + END.length();
            outside.append(ptx, done, begin);
            kernels.put(ptx.substring(begin + ENTRY.length(), ptx.indexOf('(', begin)), ptx.substring(begin, end));
            done = end;
        }
        common = outside.append(ptx, done, ptx.length()).toString();
    }

    /** Whether this module was built with device code. */
    static boolean present() {
        return KernelImage.class.getResource(RESOURCE) != null;
    }

    /** The device code of this module, which must be {@link #present}. */
    static KernelImage shipped() {
        return Shipped.IMAGE;
    }

    /** Some PTX as an image. */
    static KernelImage of(String ptx) {
        return new KernelImage(ptx);
    }

    /** The oldest version of the driver's interface that reads it, as {@code CudaDriver.version}. */
    int driver() {
        return driver;
    }

    /** The oldest compute capability that it is for, ten times major plus minor. */
    int capability() {
        return capability;
    }

    /** The names of all kernels. */
    Set<String> kernels() {
        return kernels.keySet();
    }

    /**
     * PTX with one kernel and what it may need.
     *
     * @throws IllegalArgumentException there is none of that name
     */
    byte[] kernel(String name) {
        @Nullable String text = kernels.get(name);
        if (text == null) {
            throw new IllegalArgumentException("a kernel must be one of " + kernels.keySet() + ": name=" + name);
        }
        return (common + text + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    private static KernelImage read() {
        try (InputStream in = KernelImage.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("there must be device code: " + RESOURCE);
            }
            return of(new String(new GZIPInputStream(in).readAllBytes(), StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE + " cannot be read", e);
        }
    }
}
