package org.oinfo.data.damaged;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Damages bytes, in the ways that storage, transfer, editors and bad will do. */
public final class Mutation {
    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9][0-9.eE+-]*");

    private static final List<String> NUMBERS = List.of(
            "0",
            "-0",
            "-1",
            "1e400",
            "-1e400",
            "1e-400",
            "4.9e-324",
            "1.7976931348623157e308",
            "1.7976931348623159e308",
            "9007199254740993",
            "123456789012345678901234567890",
            "2147483647",
            "2147483648",
            "-2147483649",
            "4294967296",
            "9223372036854775807",
            "9223372036854775808",
            "18446744073709551615",
            "1e999999999999",
            "0x1p3",
            "1f",
            "1_000",
            "1,5",
            "1.034,5",
            "1 000",
            ".",
            "-",
            "e5",
            "NaN",
            "nan",
            "inf",
            "-Infinity",
            "NA",
            "",
            "\u0661",
            "\uff11",
            "0000000000000000000000000000000000001",
            "1." + "0".repeat(400) + "1");

    private static final List<String> TEXTS = List.of(
            ",",
            ";",
            "\t",
            "\n",
            "\r",
            "\r\n",
            "\"",
            "\"\"",
            "'",
            " ",
            "#",
            "%",
            "\0",
            "\u001b[31m",
            "\u202e",
            "\ufeff",
            "\u00e9",
            "\u2028",
            "sep=;\n",
            "Unnamed: 0",
            "NA",
            "a,b,c\n",
            "(",
            ")",
            "{",
            "}",
            "True",
            "None",
            "'descr': '>f4', ",
            "'shape': (9,), ",
            "\ud83d\ude00");

    private static final long[] EXTREMES = {
        0,
        1,
        -1,
        2,
        3,
        0x7f,
        0x80,
        0xff,
        0x7fff,
        0x8000,
        0xffff,
        Integer.MAX_VALUE,
        Integer.MIN_VALUE,
        0xffff_ffffL,
        1L << 32,
        1L << 40,
        1L << 59,
        Long.MAX_VALUE,
        Long.MIN_VALUE,
        Double.doubleToLongBits(Double.NaN),
        Double.doubleToLongBits(Double.POSITIVE_INFINITY)
    };

    private static final byte[] CUTS = {'\n', ',', ';', '\t', ' ', '"', 0};

    /** Descriptions lie in the first or in the last bytes of a file, most often. */
    private static final int EDGE = 160;

    private final SplittableRandom random;

    public Mutation(SplittableRandom random) {
        this.random = random;
    }

    /**
     * Damages a file, once to four times.
     *
     * @param sound the file
     * @param other another file of which pieces are taken
     */
    public byte[] of(byte[] sound, byte[] other) {
        byte[] bytes = sound;
        int atMost = 1 + random.nextInt(4);
        for (int times = 1 + random.nextInt(atMost); times > 0; times--) {
            bytes = once(bytes, other);
        }
        return bytes;
    }

    private byte[] once(byte[] bytes, byte[] other) {
        if (bytes.length == 0) {
            return text();
        }
        int at = place(bytes.length);
        int length = 1
                + random.nextInt(
                        random.nextInt(3) == 0 ? Math.max(1, bytes.length - at) : Math.min(16, bytes.length - at));
        return switch (random.nextInt(13)) {
            case 0, 1 -> flipped(bytes, at);
            case 2 -> spliced(bytes, at, 0, randomBytes(length));
            case 3 -> spliced(bytes, at, Math.min(length, bytes.length - at), new byte[0]);
            case 4 -> spliced(bytes, at, 0, Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + length)));
            case 5 -> Arrays.copyOf(bytes, at);
            case 6 -> spliced(bytes, at, 0, text());
            case 7 -> spliced(bytes, at, bytes.length - at, tail(other));
            case 8, 9 -> number(bytes, at);
            case 10, 11 -> extreme(bytes, at);
            default -> pieces(bytes);
        };
    }

    private int place(int length) {
        return switch (random.nextInt(4)) {
            case 0 -> random.nextInt(Math.min(EDGE, length));
            case 1 -> length - 1 - random.nextInt(Math.min(EDGE, length));
            default -> random.nextInt(length);
        };
    }

    private byte[] flipped(byte[] bytes, int at) {
        byte[] flipped = bytes.clone();
        flipped[at] ^= (byte) (1 << random.nextInt(8));
        return flipped;
    }

    private byte[] randomBytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private byte[] text() {
        return TEXTS.get(random.nextInt(TEXTS.size())).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] tail(byte[] other) {
        return Arrays.copyOfRange(other, random.nextInt(other.length), other.length);
    }

    private static byte[] spliced(byte[] bytes, int at, int removed, byte[] put) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length + put.length);
        out.write(bytes, 0, at);
        out.writeBytes(put);
        out.write(bytes, at + removed, bytes.length - at - removed);
        return out.toByteArray();
    }

    /** Another number in the place of the next one that is written in digits. */
    private byte[] number(byte[] bytes, int at) {
        Matcher number = NUMBER.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
        if (!number.find(at) && !number.find(0)) {
            return extreme(bytes, at);
        }
        byte[] put = NUMBERS.get(random.nextInt(NUMBERS.size())).getBytes(StandardCharsets.UTF_8);
        return spliced(bytes, number.start(), number.end() - number.start(), put);
    }

    /** An extreme binary number of 1 to 8 bytes, or one about as large as the file. */
    private byte[] extreme(byte[] bytes, int at) {
        long value = random.nextInt(4) == 0
                ? bytes.length - 8 + random.nextInt(16)
                : EXTREMES[random.nextInt(EXTREMES.length)];
        int width = Math.min(1 << random.nextInt(4), bytes.length - at);
        ByteBuffer number = ByteBuffer.allocate(8);
        boolean big = random.nextBoolean();
        number.order(big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN).putLong(0, value);
        byte[] edited = bytes.clone();
        System.arraycopy(number.array(), big ? 8 - width : 0, edited, at, width);
        return edited;
    }

    /** Lines or fields twice, left out or swapped. */
    private byte[] pieces(byte[] bytes) {
        byte cut = CUTS[random.nextInt(CUTS.length)];
        List<byte[]> pieces = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == cut) {
                pieces.add(Arrays.copyOfRange(bytes, start, i + 1));
                start = i + 1;
            }
        }
        pieces.add(Arrays.copyOfRange(bytes, start, bytes.length));
        int one = random.nextInt(pieces.size());
        switch (random.nextInt(3)) {
            case 0 -> pieces.add(one, pieces.get(one));
            case 1 -> pieces.remove(one);
            default -> Collections.swap(pieces, one, random.nextInt(pieces.size()));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        pieces.forEach(out::writeBytes);
        return out.toByteArray();
    }
}
