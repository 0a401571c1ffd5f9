package org.oinfo.spread;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.oinfo.data.BadInputException;
import org.oinfo.parallel.Keeper;

/** What pieces of a fold found, as it travels between machines: of each its number, how many bytes there are, and these. Thread-safe. */
final class FoundPieces {
    private static final int HEAD = Long.BYTES + Integer.BYTES;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    synchronized void add(long number, ByteBuffer found) {
        byte[] bytes = new byte[found.remaining()];
        found.duplicate().get(bytes);
        out.writeBytes(
                ByteBuffer.allocate(HEAD).putLong(number).putInt(bytes.length).array());
        out.writeBytes(bytes);
    }

    /** Forgets all. */
    synchronized void clear() {
        out.reset();
    }

    /** How many bytes it takes. */
    synchronized int size() {
        return out.size();
    }

    synchronized byte[] bytes() {
        return out.toByteArray();
    }

    /** Hands over each piece. */
    static void each(byte[] bytes, Keeper.Found taker) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        while (in.hasRemaining()) {
            int length = in.remaining() < HEAD ? -1 : in.getInt(in.position() + Long.BYTES);
            if (length < 0 || length > in.remaining() - HEAD) {
                throw new BadInputException(
                        "what machines found must be whole: found it cut short; look at their logs");
            }
            long number = in.getLong();
            taker.take(number, in.slice(in.position() + Integer.BYTES, length).order(ByteOrder.LITTLE_ENDIAN));
            in.position(in.position() + Integer.BYTES + length);
        }
    }
}
