package org.oinfo.fuzz;

import java.util.Arrays;

/** Inputs whose first byte chooses how the rest is read. */
public final class Inputs {
    private Inputs() {}

    /** An input. */
    public static byte[] of(int choice, byte[] rest) {
        byte[] input = new byte[1 + rest.length];
        input[0] = (byte) choice;
        System.arraycopy(rest, 0, input, 1, rest.length);
        return input;
    }

    /** All but the first byte. */
    public static byte[] tail(byte[] input) {
        return Arrays.copyOfRange(input, 1, input.length);
    }
}
