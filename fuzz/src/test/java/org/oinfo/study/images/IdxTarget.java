package org.oinfo.study.images;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.oinfo.data.damaged.Contract;
import org.oinfo.fuzz.Inputs;
import org.oinfo.fuzz.Scratch;
import org.oinfo.fuzz.Target;
import org.oinfo.study.images.IdxFile.Content;

/** Files of MNIST. The first byte says whether images or labels are expected, and whether the name ends in .gz. */
public final class IdxTarget implements Target {
    private static final byte[] IMAGES =
            ByteBuffer.allocate(20).putInt(0x803).putInt(2).putInt(1).putInt(2).array();
    private static final byte[] LABELS =
            ByteBuffer.allocate(11).putInt(0x801).putInt(3).array();

    @Override
    public boolean read(byte[] input) throws IOException {
        if (input.length == 0) {
            return false;
        }
        byte[] bytes = Inputs.tail(input);
        Content content = (input[0] & 1) == 0 ? Content.IMAGES : Content.LABELS;
        Path file = Scratch.file((input[0] & 2) == 0 ? "digits" : "digits.gz", bytes);
        try {
            return Contract.isRead(
                    bytes.length,
                    () -> {
                        IdxFile read = IdxFile.read(file, content, IdxFolder.sha256());
                        return (length, random) -> Contract.require(
                                read.values().length == read.count() * read.height() * read.width() && read.count() > 0,
                                "a value for each pixel",
                                read.values().length);
                    },
                    new SplittableRandom(input.length));
        } finally {
            Files.delete(file);
        }
    }

    @Override
    public List<byte[]> seeds() throws IOException {
        return List.of(
                Inputs.of(0, IMAGES), Inputs.of(1, LABELS), Inputs.of(2, packed(IMAGES)), Inputs.of(3, packed(LABELS)));
    }

    private static byte[] packed(byte[] bytes) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(all)) {
            out.write(bytes);
        }
        return all.toByteArray();
    }
}
