package org.oinfo.study.images;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.oinfo.data.BadInputException;

/**
 * A file of images or of labels in the IDX format of MNIST, packed by gzip or not: big-endian numbers of 32 bits (what the file
 * holds, how many, and for images height and width), then a byte for each pixel or label.
 * Format: <a href="https://yann.lecun.org/exdb/mnist/">The MNIST database</a>.
 *
 * @param path where it was read
 * @param count images or labels
 * @param height pixels; 1 for labels
 * @param width pixels; 1 for labels
 * @param values [count*height*width], unsigned bytes
 */
@SuppressWarnings("ArrayRecordComponent") // files are not compared
record IdxFile(Path path, int count, int height, int width, byte[] values) {
    private static final int GZIP_FIRST = 0x1f;
    private static final int GZIP_SECOND = 0x8b;
    private static final int BUFFER = 1 << 16;
    /** The largest array that every Java machine has room for. */
    private static final int LONGEST = Integer.MAX_VALUE - 8;

    /** The shape of its images. */
    ImageShape shape() {
        return ImageShape.grey(height, width);
    }

    /** The content of a file. */
    enum Content {
        /** Images of one size. */
        IMAGES(0x803, 3),
        /** A class for each image. */
        LABELS(0x801, 1);

        private final int magic;
        private final int axes;

        Content(int magic, int axes) {
            this.magic = magic;
            this.axes = axes;
        }

        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Reads a whole file. Memory is taken for bytes that are there, not for those a header speaks of.
     *
     * @param digest sees every byte of the file as it lies on the disk
     * @throws BadInputException it is no such file, or holds more or less than it says
     */
    static IdxFile read(Path path, Content content, MessageDigest digest) {
        if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
            throw new BadInputException(content.text() + " must be in a file that can be read: " + path
                    + (Files.exists(path) ? " cannot; check its permissions" : " does not exist; check the path"));
        }
        try (InputStream bytes = new DigestInputStream(Files.newInputStream(path), digest);
                PushbackInputStream file = new PushbackInputStream(bytes, 2)) {
            IdxFile read = read(path, content, unpacked(path, content, file));
            file.transferTo(OutputStream.nullOutputStream());
            return read;
        } catch (EOFException e) {
            throw refused(path, content, "its gzip ends too early; the file is cut short, copy it again");
        } catch (ZipException e) {
            throw refused(path, content, "its gzip is damaged (" + e.getMessage() + "); copy it again");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }

    private static InputStream unpacked(Path path, Content content, PushbackInputStream file) throws IOException {
        byte[] start = file.readNBytes(2);
        file.unread(start);
        boolean packed = start.length == 2
                && Byte.toUnsignedInt(start[0]) == GZIP_FIRST
                && Byte.toUnsignedInt(start[1]) == GZIP_SECOND;
        if (!packed && path.toString().endsWith(".gz")) {
            throw refused(
                    path,
                    content,
                    start.length == 0
                            ? "it is empty; copy it again"
                            : "its name ends in .gz but it is not packed by gzip; rename or copy it again");
        }
        return packed ? new GZIPInputStream(file, BUFFER) : file;
    }

    private static IdxFile read(Path path, Content content, InputStream in) throws IOException {
        byte[] head = in.readNBytes(Integer.BYTES * (1 + content.axes));
        ByteBuffer header = ByteBuffer.wrap(head);
        if (head.length >= Integer.BYTES && header.getInt() != content.magic) {
            throw refused(path, content, otherMagic(header.getInt(0), content));
        }
        if (head.length < Integer.BYTES * (1 + content.axes)) {
            throw refused(
                    path,
                    content,
                    head.length == 0
                            ? "it is empty; copy it again"
                            : "its header should have " + Integer.BYTES * (1 + content.axes) + " bytes, found "
                                    + head.length + "; the file is cut short, copy it again");
        }
        long count = Integer.toUnsignedLong(header.getInt());
        long height = content == Content.IMAGES ? Integer.toUnsignedLong(header.getInt()) : 1;
        long width = content == Content.IMAGES ? Integer.toUnsignedLong(header.getInt()) : 1;
        if (count == 0 || height == 0 || width == 0) {
            throw refused(
                    path,
                    content,
                    "its header says " + shape(content, count, height, width) + "; check what was meant to write it");
        }
        // Each is below 2^32, so the product of two fits; the third is compared by division.
        if (height * width > LONGEST || count > LONGEST / (height * width)) {
            throw refused(
                    path,
                    content,
                    "its header says " + shape(content, count, height, width) + ", more than " + LONGEST
                            + " bytes; check what wrote it, or take a part of it");
        }
        int expected = (int) (count * height * width);
        byte[] values = in.readNBytes(expected);
        if (values.length < expected || in.read() >= 0) {
            throw refused(
                    path,
                    content,
                    "its header says " + shape(content, count, height, width) + ", " + expected + " bytes, and "
                            + (values.length < expected ? "only " + values.length + " follow" : "more follow")
                            + "; the file is damaged, copy it again");
        }
        return new IdxFile(path, (int) count, (int) height, (int) width, values);
    }

    private static String otherMagic(int magic, Content content) {
        for (Content other : Content.values()) {
            if (magic == other.magic) {
                return "it holds " + other.text() + "; exchange the two files";
            }
        }
        return String.format(
                Locale.ROOT,
                "it begins with 0x%08x instead of 0x%08x; give a file in the layout of MNIST",
                magic,
                content.magic);
    }

    private static String shape(Content content, long count, long height, long width) {
        return count + " " + content.text()
                + (content == Content.IMAGES ? " of " + height + " x " + width + " pixels" : "");
    }

    private static BadInputException refused(Path path, Content content, String found) {
        return new BadInputException(
                content.text() + " must be in a complete IDX file of bytes: " + path + ": " + found);
    }
}
