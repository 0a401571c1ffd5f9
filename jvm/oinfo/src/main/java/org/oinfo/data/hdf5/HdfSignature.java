package org.oinfo.data.hdf5;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The bytes that HDF5 files begin with; apart from the reader, so that its library is loaded for such files only. */
public final class HdfSignature {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1A, '\n'};
    private static final String MATLAB = "MATLAB 7.3 MAT-file";
    /** The least that a user's own bytes before the signature take, and that of MATLAB's header; else twice, four times.. as many. */
    private static final int USER_BLOCK = 512;

    private HdfSignature() {}

    /** Whether a file that begins so is one. */
    public static boolean isHdf(byte[] head) {
        for (int at = USER_BLOCK; at < head.length; at *= 2) {
            if (starts(head, at)) {
                return true;
            }
        }
        return starts(head, 0) || isMatlab(head);
    }

    /** Whether MATLAB wrote it. */
    static boolean isMatlab(MemorySegment file) {
        return isMatlab(
                file.asSlice(0, Math.min(MATLAB.length(), file.byteSize())).toArray(ValueLayout.JAVA_BYTE));
    }

    private static boolean starts(byte[] head, int at) {
        return head.length >= at + SIGNATURE.length
                && Arrays.equals(head, at, at + SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length);
    }

    private static boolean isMatlab(byte[] head) {
        return new String(head, 0, Math.min(head.length, MATLAB.length()), StandardCharsets.ISO_8859_1).equals(MATLAB);
    }
}
