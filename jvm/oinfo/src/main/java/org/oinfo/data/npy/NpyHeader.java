package org.oinfo.data.npy;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Excerpt;

/**
 * The description that an .npy file gives of its array.
 * Format: <a href="https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html">numpy.lib.format</a>,
 * versions 1.0, 2.0 and 3.0.
 *
 * @param type type of the elements
 * @param order their byte order
 * @param fortranOrder whether rows run fastest (column after column)
 * @param rows number of rows
 * @param columns number of columns
 * @param bytes size of the header: where the elements begin
 */
public record NpyHeader(NpyType type, ByteOrder order, boolean fortranOrder, int rows, int columns, int bytes) {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final String SAVE_AGAIN = "; save it again with numpy.save";
    private static final int LONGEST = 1 << 20;

    private static final ValueLayout.OfShort SHORT =
            ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    /** Whether a file that begins so is an .npy file, sound or not: no text begins with the byte 0x93. */
    public static boolean isNpy(byte[] head) {
        return head.length > 0 && head[0] == MAGIC[0];
    }

    /**
     * Reads and checks the header, and that the file is as long as it says.
     *
     * @param file the whole file
     * @param source what messages call it
     * @throws BadInputException if it is not a 2-D array of real numbers, or is damaged
     */
    static NpyHeader read(MemorySegment file, String source) {
        return read(file, source, false);
    }

    /** As {@link #read}, and an array of 1 dimension is one column. */
    public static NpyHeader readColumn(MemorySegment file, String source) {
        return read(file, source, true);
    }

    private static NpyHeader read(MemorySegment file, String source, boolean column) {
        requireMagic(file, source);
        requireHeader(file, source, 8);
        int major = Byte.toUnsignedInt(file.get(ValueLayout.JAVA_BYTE, 6));
        int minor = Byte.toUnsignedInt(file.get(ValueLayout.JAVA_BYTE, 7));
        if (major < 1 || major > 3 || minor != 0) {
            throw new BadInputException("the .npy version must be 1.0, 2.0 or 3.0: " + source + " has version " + major
                    + '.' + minor + SAVE_AGAIN);
        }
        int prefix = major == 1 ? 10 : 12;
        requireHeader(file, source, prefix);
        long length = major == 1 ? Short.toUnsignedLong(file.get(SHORT, 8)) : Integer.toUnsignedLong(file.get(INT, 8));
        requireHeader(file, source, prefix + length);
        if (length > LONGEST) {
            throw malformed(source, length + " bytes");
        }
        Charset charset = major == 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
        byte[] text = file.asSlice(prefix, length).toArray(ValueLayout.JAVA_BYTE);
        try {
            NpyDictionary dictionary = NpyDictionary.parse(new String(text, charset));
            return of(dictionary, prefix + (int) length, file.byteSize(), source, column);
        } catch (NpyDictionary.Malformed e) {
            throw malformed(source, e.getMessage());
        }
    }

    private static BadInputException malformed(String source, @Nullable String found) {
        return new BadInputException("an .npy header must be a dictionary of descr, fortran_order and shape: that of "
                + source + " has " + found + SAVE_AGAIN);
    }

    private static void requireMagic(MemorySegment file, String source) {
        byte[] head = file.asSlice(0, Math.min(MAGIC.length, file.byteSize())).toArray(ValueLayout.JAVA_BYTE);
        if (!Arrays.equals(head, MAGIC)) {
            HexFormat hex = HexFormat.ofDelimiter(" ").withUpperCase();
            throw new BadInputException("an .npy file must begin with the bytes " + hex.formatHex(MAGIC) + ": " + source
                    + " begins with " + hex.formatHex(head) + SAVE_AGAIN);
        }
    }

    private static void requireHeader(MemorySegment file, String source, long bytes) {
        if (file.byteSize() < bytes) {
            throw new BadInputException("an .npy header must be complete: " + source + " should have at least " + bytes
                    + " bytes, found " + file.byteSize() + "; the file is cut short or damaged, copy or save it again");
        }
    }

    private static NpyHeader of(NpyDictionary dictionary, int bytes, long fileBytes, String source, boolean column) {
        String descr = dictionary.descr();
        ByteOrder order = order(descr);
        NpyType type = NpyType.of(hasOrder(descr) ? descr.substring(1) : descr);
        if (type == null) {
            throw new BadInputException(
                    "values must be real numbers (f2, f4, f8, i1 to i8, u1 to u8 or bool): " + source + " holds "
                            + kind(descr) + " (dtype " + Excerpt.of(descr)
                            + "); save numbers, for instance x.astype(\"f8\")");
        }
        List<Long> shape = dictionary.shape();
        String shown = shape.stream().map(String::valueOf).collect(Collectors.joining(", ", "(", ")"));
        if (shape.size() != 2 && !(column && shape.size() == 1)) {
            throw new BadInputException("the array must have 2 dimensions, samples by variables: " + source + " has "
                    + shape.size() + ", shape " + shown + "; reshape it");
        }
        long rows = shape.getFirst();
        long columns = shape.size() == 1 ? 1 : shape.getLast();
        if (rows == 0 || columns == 0) {
            throw new BadInputException("the array must hold data: " + source + " has shape " + shown
                    + "; check what was meant to write it");
        }
        requireLength(rows, columns, type, bytes, fileBytes, source + " of shape " + shown);
        if (rows > Integer.MAX_VALUE || columns > Integer.MAX_VALUE) {
            throw new BadInputException("the array must have at most 2147483647 rows and columns: " + source
                    + " has shape " + shown + "; take a part of it");
        }
        return new NpyHeader(type, order, dictionary.fortranOrder(), (int) rows, (int) columns, bytes);
    }

    private static void requireLength(
            long rows, long columns, NpyType type, int headerBytes, long fileBytes, String source) {
        boolean fits = columns <= Long.MAX_VALUE / 16 / rows;
        long expected = fits ? headerBytes + rows * columns * type.bytes() : Long.MAX_VALUE;
        if (expected != fileBytes) {
            throw new BadInputException("an .npy file must be as long as its header says: " + source + " and type "
                    + type.code() + " should have " + (fits ? expected : "more than 2^59") + " bytes, found "
                    + fileBytes + "; the file is cut short or damaged, copy or save it again");
        }
    }

    private static boolean hasOrder(String descr) {
        return !descr.isEmpty() && "<>=|".indexOf(descr.charAt(0)) >= 0;
    }

    /** '=', '|' and no sign at all mean the byte order of this machine, as in numpy. */
    private static ByteOrder order(String descr) {
        return descr.startsWith("<")
                ? ByteOrder.LITTLE_ENDIAN
                : descr.startsWith(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.nativeOrder();
    }

    /** The kind of values of a dtype that is no real number. */
    private static String kind(String descr) {
        String code = hasOrder(descr) ? descr.substring(1) : descr;
        return switch (code.isEmpty() ? ' ' : code.charAt(0)) {
            case 'O' -> "Python objects";
            case 'c' -> "complex numbers";
            case 'S', 'U', 'a' -> "strings";
            case 'V' -> "raw bytes or records";
            case '[', '(' -> "records of several fields";
            case 'M', 'm' -> "dates or times";
            case 'f' -> "floating-point numbers of another size";
            default -> "values of an unknown type";
        };
    }
}
