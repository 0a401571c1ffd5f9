package org.oinfo.data.damaged;

/**
 * A file that can be read, to be damaged.
 *
 * @param name its name, whose ending belongs to the format
 * @param bytes what is in it
 * @param reading how it is read
 */
record SoundFile(String name, byte[] bytes, Reading reading) {
    @Override
    public String toString() {
        return name + " as " + reading;
    }
}
