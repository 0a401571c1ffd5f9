package org.oinfo.data.hdf5;

import io.jhdf.exceptions.HdfFilterException;
import io.jhdf.filter.Filter;
import java.util.Arrays;

/**
 * Checks and takes off the checksum behind a chunk that was written with fletcher32. The library's own filter leaves its 4 bytes there,
 * and the next filter takes them for data: values that were shuffled come out wrong without a word.
 */
final class ChecksumFilter implements Filter {
    private static final int FLETCHER_32 = 3;
    private static final int MODULUS = 0xFFFF;

    @Override
    public int getId() {
        return FLETCHER_32;
    }

    @Override
    public String getName() {
        return "fletcher32";
    }

    @Override
    public byte[] decode(byte[] chunk, int[] settings) {
        int length = chunk.length - Integer.BYTES;
        if (length < 0 || !isSum(chunk, length)) {
            throw new HdfFilterException("the checksum of a chunk does not fit its bytes");
        }
        return Arrays.copyOf(chunk, length);
    }

    /** Sums of big-endian numbers of 16 bits, and sums of these sums; both modulo 65535, which may be written as 0. */
    private static boolean isSum(byte[] chunk, int length) {
        long first = 0;
        long second = 0;
        for (int i = 0; i < length; i += Short.BYTES) {
            int low = i + 1 < length ? Byte.toUnsignedInt(chunk[i + 1]) : 0;
            first = (first + (Byte.toUnsignedInt(chunk[i]) << Byte.SIZE) + low) % MODULUS;
            second = (second + first) % MODULUS;
        }
        return first == number(chunk, length) % MODULUS && second == number(chunk, length + Short.BYTES) % MODULUS;
    }

    private static int number(byte[] bytes, int at) {
        return Byte.toUnsignedInt(bytes[at]) | (Byte.toUnsignedInt(bytes[at + 1]) << Byte.SIZE);
    }
}
