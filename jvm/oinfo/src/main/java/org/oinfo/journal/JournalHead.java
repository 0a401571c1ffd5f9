package org.oinfo.journal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Excerpt;

/**
 * What a journal begins with: the run that it is of, in words, so that another run is refused with the difference named.
 *
 * @param run lines {@code key: value}, of all that the bits of a result depend on
 * @param place bytes of each of the two places behind it; 0 where records follow
 */
public record JournalHead(List<String> run, long place) {
    static final int VERSION = 1;
    private static final byte[] MAGIC = "oinfojr\n".getBytes(StandardCharsets.US_ASCII);
    private static final int FIXED = MAGIC.length + Integer.BYTES + Long.BYTES + Integer.BYTES;
    /** A run is told in less. */
    private static final int MOST_TEXT = 1 << 20;

    /** As it is written. */
    byte[] bytes() {
        byte[] text = String.join("\n", run).getBytes(StandardCharsets.UTF_8);
        ByteBuffer out =
                ByteBuffer.allocate(FIXED + text.length + Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        out.put(MAGIC).putInt(VERSION).putLong(place).putInt(text.length).put(text);
        out.putInt(Crc.of(out.duplicate().flip()));
        return out.array();
    }

    /**
     * Refuses a file that begins otherwise.
     *
     * @param name of the file
     * @param begin its first bytes, as many as this head has and {@link #MOST_TEXT} more, or all
     */
    void requireSame(String name, byte[] begin) {
        byte[] expected = bytes();
        if (begin.length >= expected.length && Arrays.equals(expected, Arrays.copyOf(begin, expected.length))) {
            return;
        }
        if (begin.length < FIXED || !Arrays.equals(MAGIC, Arrays.copyOf(begin, MAGIC.length))) {
            throw new BadInputException("a journal must be new or one that oinfo wrote: " + name
                    + " is another kind of file; name another");
        }
        ByteBuffer in = ByteBuffer.wrap(begin).order(ByteOrder.LITTLE_ENDIAN).position(MAGIC.length);
        int version = in.getInt();
        if (version != VERSION) {
            throw new BadInputException("a journal must be of version " + VERSION + ": " + name + " is of version "
                    + version + "; go on with the oinfo that wrote it, or name another file");
        }
        in.getLong();
        int length = in.getInt();
        int end = FIXED + length;
        if (length < 0
                || length > begin.length - FIXED - Integer.BYTES
                || Crc.of(in.duplicate().position(0).limit(end)) != in.getInt(end)) {
            throw new BadInputException("a journal must be as it was written: the head of " + name
                    + " is damaged; delete it, and the run begins again");
        }
        throw other(name, List.of(new String(begin, FIXED, length, StandardCharsets.UTF_8).split("\n", -1)));
    }

    private BadInputException other(String name, List<String> found) {
        return difference(name, found, run);
    }

    /** The refusal of a journal of other words: it names the first line that differs. */
    static BadInputException difference(String name, List<String> found, List<String> run) {
        for (int i = 0; i < Math.max(run.size(), found.size()); i++) {
            String here = i < run.size() ? run.get(i) : "nothing more";
            String there = i < found.size() ? found.get(i) : "nothing more";
            if (!here.equals(there)) {
                return new BadInputException("a journal must be of this run: " + name + " has "
                        + Excerpt.oneLine(there) + ", this run has " + Excerpt.oneLine(here)
                        + "; run as it was begun, or name another file");
            }
        }
        return new BadInputException(
                "a journal must be of this run: " + name + " has room of another size; name another file");
    }

    static int mostBytes() {
        return FIXED + MOST_TEXT;
    }
}
