package org.oinfo.data.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Looks for the first byte that is no part of text in UTF-8, or is NUL. Bytes may come in pieces. */
final class Utf8Check {
    static final int SOUND = Integer.MIN_VALUE;

    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** Bytes of the present character still to come. */
    private int wanted;

    /** Bounds of the next of them: they keep out overlong forms, surrogates and what is beyond Unicode. */
    private int lowest = 0x80;

    private int highest = 0xBF;

    /** The first byte of the present character, and the number of its bytes so far. */
    private int lead;

    private int begun;

    /**
     * Index of the first byte of [from, to) that begins no character, or {@link #SOUND}. It is below {@code from} if that byte
     * came in the piece before.
     */
    int firstWrong(byte[] bytes, int from, int to) {
        for (int at = from; at < to; at++) {
            if (wanted == 0) {
                at = afterAscii(bytes, at, to);
                if (at == to) {
                    return SOUND;
                }
            }
            if (!goesOn(bytes[at] & 0xFF)) {
                return at - begun;
            }
        }
        return SOUND;
    }

    /** The byte at that index. */
    int wrongByte() {
        return lead;
    }

    /** Whether no character is left unfinished. */
    boolean isComplete() {
        return wanted == 0;
    }

    private static int afterAscii(byte[] bytes, int from, int to) {
        int at = from;
        while (at + Long.BYTES <= to) {
            long eight = (long) EIGHT_BYTES.get(bytes, at);
            // A byte of 0 or of 0x80 and more has its highest bit set here, or in the eight bytes themselves.
            if (((eight | (eight - 0x0101010101010101L)) & 0x8080808080808080L) != 0) {
                break;
            }
            at += Long.BYTES;
        }
        while (at < to && bytes[at] > 0) {
            at++;
        }
        return at;
    }

    private boolean goesOn(int c) {
        if (wanted == 0) {
            return begins(c);
        }
        boolean inBounds = c >= lowest && c <= highest;
        lowest = 0x80;
        highest = 0xBF;
        wanted--;
        begun += inBounds ? 1 : 0;
        return inBounds;
    }

    private boolean begins(int c) {
        boolean sound = c >= 0xC2 && c <= 0xF4;
        lead = c;
        begun = sound ? 1 : 0;
        wanted = c < 0xE0 ? 1 : c < 0xF0 ? 2 : 3;
        lowest = c == 0xE0 ? 0xA0 : c == 0xF0 ? 0x90 : 0x80;
        highest = c == 0xED ? 0x9F : c == 0xF4 ? 0x8F : 0xBF;
        return sound;
    }
}
