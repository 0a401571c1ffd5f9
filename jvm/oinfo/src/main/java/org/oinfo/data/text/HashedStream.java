package org.oinfo.data.text;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import org.oinfo.data.Checksum;

/**
 * Bytes whose SHA-256 is taken by another thread while they are read: where the processor has no instructions for it, it takes as
 * long as the reading. One thread reads.
 */
final class HashedStream extends InputStream {
    private final InputStream bytes;
    private final MessageDigest digest = Checksum.digest();

    /** Copies of what was read last and before, each free again when its part is done. */
    private final byte[][] copies = {{}, {}};

    private final CompletableFuture<?>[] parts = {done(), done()};
    private int next;

    HashedStream(InputStream bytes) {
        this.bytes = bytes;
    }

    private static CompletableFuture<?> done() {
        return CompletableFuture.allOf();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] out, int from, int length) throws IOException {
        int count = bytes.read(out, from, length);
        if (count > 0) {
            hash(out, from, count);
        }
        return count;
    }

    private void hash(byte[] read, int from, int count) {
        parts[next].join();
        byte[] copy = copies[next].length < count ? new byte[count] : copies[next];
        System.arraycopy(read, from, copy, 0, count);
        copies[next] = copy;
        // One after the other, in the order of the bytes.
        parts[next] = parts[1 - next].thenRunAsync(() -> digest.update(copy, 0, count));
        next = 1 - next;
    }

    /** The checksum of all that was read; nothing may be read afterwards. */
    String checksum() {
        Arrays.stream(parts).forEach(CompletableFuture::join);
        return Checksum.hex(digest);
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
