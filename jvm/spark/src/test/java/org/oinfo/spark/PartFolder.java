package org.oinfo.spark;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.oinfo.data.npy.NpyWriter;

/** Writes samples as parts. */
final class PartFolder {
    private PartFolder() {}

    /** Parts that end before these rows, and one with the rest. */
    static Path write(Path folder, double[][] x, int... ends) throws IOException {
        Files.createDirectories(folder);
        int from = 0;
        for (int i = 0; i <= ends.length; i++) {
            int to = i < ends.length ? ends[i] : x.length;
            part(folder.resolve("part-" + (char) ('a' + i) + ".npy"), x, from, to);
            from = to;
        }
        return folder;
    }

    /** Rows as doubles. */
    static void part(Path file, double[][] x, int from, int to) throws IOException {
        try (NpyWriter writer = NpyWriter.open(file, to - from, x[0].length)) {
            for (int t = from; t < to; t++) {
                writer.write(x[t], x[t].length);
            }
            writer.commit();
        }
    }

    /** The same, column by column. */
    static void fortran(Path file, double[][] x, int from, int to) throws IOException {
        int n = x[0].length;
        String header = new String(NpyWriter.header(NpyWriter.Type.F8, to - from, n), StandardCharsets.ISO_8859_1);
        byte[] head = header.replace("False, ", "True,  ").getBytes(StandardCharsets.ISO_8859_1);
        ByteBuffer bytes = ByteBuffer.allocate(head.length + (to - from) * n * Double.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(head);
        for (int v = 0; v < n; v++) {
            for (int t = from; t < to; t++) {
                bytes.putDouble(x[t][v]);
            }
        }
        Files.write(file, bytes.array());
    }
}
