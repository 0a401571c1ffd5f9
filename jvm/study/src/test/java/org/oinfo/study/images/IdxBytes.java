package org.oinfo.study.images;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Files in the layout of MNIST, written byte by byte. */
public final class IdxBytes {
    static final int IMAGES = 0x803;
    static final int LABELS = 0x801;

    private IdxBytes() {}

    /** Big-endian numbers, then bytes. */
    static byte[] of(int[] header, int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(header.length * 4 + values.length);
        for (int number : header) {
            bytes.putInt(number);
        }
        for (int value : values) {
            bytes.put((byte) value);
        }
        return bytes.array();
    }

    static byte[] labels(int... labels) {
        return of(new int[] {LABELS, labels.length}, labels);
    }

    static byte[] packed(byte[] bytes) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(all)) {
            out.write(bytes);
        }
        return all.toByteArray();
    }

    /** Two images of 1 x 2 pixels to train on, one to test with. */
    public static Path folder(Path folder) throws IOException {
        Files.write(folder.resolve("train-images-idx3-ubyte"), of(new int[] {IMAGES, 2, 1, 2}, 0, 51, 255, 102));
        Files.write(folder.resolve("train-labels-idx1-ubyte"), labels(1, 0));
        Files.write(folder.resolve("t10k-images.idx3-ubyte.gz"), packed(of(new int[] {IMAGES, 1, 1, 2}, 204, 153)));
        Files.write(folder.resolve("t10k-labels.idx1-ubyte"), labels(1));
        return folder;
    }
}
