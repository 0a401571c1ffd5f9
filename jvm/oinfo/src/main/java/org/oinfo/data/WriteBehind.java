package org.oinfo.data;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * Writes to a file whose bytes go to the disk while more are made. Left to the end, that takes longer than all else: the system
 * keeps a gigabyte in memory until it is told.
 */
final class WriteBehind extends OutputStream {
    /** Small files need no second thread. */
    private static final long PIECE = 1 << 25;

    private final FileChannel channel;
    private long kept;
    private @Nullable FutureTask<@Nullable Void> forcing;

    WriteBehind(FileChannel channel) {
        this.channel = channel;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        ByteBuffer left = ByteBuffer.wrap(bytes, from, length);
        while (left.hasRemaining()) {
            kept += channel.write(left);
        }
        if (kept >= PIECE && (forcing == null || forcing.isDone())) {
            awaitForcing();
            kept = 0;
            forcing = new FutureTask<>(() -> {
                channel.force(false);
                return null;
            });
            Thread.ofPlatform().daemon().start(forcing);
        }
    }

    /** Returns when all bytes are on the disk; fails where some did not get there. */
    void force() throws IOException {
        awaitForcing();
        channel.force(false);
    }

    /** The system tells of a failure once: what the other thread was told fails here. */
    private void awaitForcing() throws IOException {
        if (forcing == null) {
            return;
        }
        try {
            forcing.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClosedByInterruptException();
        } catch (ExecutionException e) {
            throw new IOException("not all bytes reached the disk", e.getCause());
        }
    }
}
