package org.oinfo.data.damaged;

import java.util.function.UnaryOperator;

/**
 * A file that can be read, to be damaged.
 *
 * @param name its name, whose ending belongs to the format
 * @param bytes what is in it
 * @param reading how it is read
 * @param packing what is done to the bytes, damaged or not, before they are written
 */
public record SoundFile(String name, byte[] bytes, Reading reading, UnaryOperator<byte[]> packing) {
    /** A file that is damaged as it lies there. */
    SoundFile(String name, byte[] bytes, Reading reading) {
        this(name, bytes, reading, UnaryOperator.identity());
    }

    @Override
    public String toString() {
        return name + " as " + reading;
    }
}
