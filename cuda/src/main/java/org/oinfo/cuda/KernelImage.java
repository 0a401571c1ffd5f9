package org.oinfo.cuda;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The device code that ships with this module: PTX, which the driver compiles for the device it finds.
 *
 * @param ptx the text, ASCII
 * @param driver the oldest version of the driver's interface that reads it, as {@code CudaDriver.version}
 * @param capability the oldest compute capability that it is for, ten times major plus minor
 */
record KernelImage(byte[] ptx, int driver, int capability) {
    private static final String RESOURCE = "oinfo.ptx";

    /** {@code .version 9.0} and {@code .target sm_75}, which every PTX begins with. */
    private static final Pattern HEADER = Pattern.compile("\\.version\\s+(\\d+)\\.\\d+\\s+\\.target\\s+sm_(\\d+)");

    /** Enough of the text to hold its header. */
    private static final int HEAD = 4096;

    /** The device code of this jar, or nothing where it was built without. */
    static Optional<KernelImage> shipped() {
        try (InputStream in = KernelImage.class.getResourceAsStream(RESOURCE)) {
            return in == null ? Optional.empty() : Optional.of(of(in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE + " cannot be read", e);
        }
    }

    /** Reads the header of some PTX. */
    static KernelImage of(byte[] ptx) {
        String head = new String(ptx, 0, Math.min(ptx.length, HEAD), StandardCharsets.US_ASCII);
        Matcher header = HEADER.matcher(head);
        if (!header.find()) {
            throw new IllegalArgumentException("PTX must begin with its version and target: " + RESOURCE);
        }
        // PTX 7 came with CUDA 11.0, 8 with 12.0 and 9 with 13.0; within one of them, the driver itself refuses what it
        // cannot.
        int driver = (Integer.parseInt(header.group(1)) + 4) * 1000;
        return new KernelImage(ptx, driver, Integer.parseInt(header.group(2)));
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
