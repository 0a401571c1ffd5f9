package org.oinfo.data.npy;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Excerpt;
import org.oinfo.data.Warning;
import org.oinfo.data.array.ArrayEntry;
import org.oinfo.data.array.NumberType;
import org.oinfo.data.array.NumericArray;

/**
 * The description that an .npy file gives of its array.
 * Format: <a href="https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html">numpy.lib.format</a>,
 * versions 1.0, 2.0 and 3.0.
 *
 * @param type type of the elements
 * @param order their byte order
 * @param fortranOrder whether the first axis runs fastest
 * @param shape length of each axis
 * @param bytes size of the header: where the elements begin
 * @param descr numpy's dtype, as written
 */
public record NpyHeader(
        NumberType type, ByteOrder order, boolean fortranOrder, List<Long> shape, int bytes, String descr) {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final String SAVE_AGAIN = "; save it again with numpy.save";
    private static final int LONGEST = 1 << 20;

    /** As much of a file as holds any header. */
    public static final int MOST_BYTES = LONGEST + 12;

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
     * @throws BadInputException if it is no array of real numbers, or is damaged
     */
    public static NpyHeader read(MemorySegment file, String source) {
        NpyHeader header = of(parse(file, source), source);
        header.requireLength(file.byteSize(), source);
        return header;
    }

    /**
     * The header of samples by variables whose file is elsewhere; there may be none of either.
     *
     * @param head the beginning of the file, at most {@link #MOST_BYTES}
     * @param fileBytes size of the file
     * @throws BadInputException as {@link #read}, or it has not 2 dimensions
     */
    public static NpyHeader ofTable(MemorySegment head, long fileBytes, String source) {
        NpyHeader header = of(parse(head, source), source);
        header.requireLength(fileBytes, source);
        if (header.shape.size() != 2) {
            throw wrongDimensions(header.shape, source);
        }
        return header;
    }

    /** As {@link #read}, of samples by variables. */
    static NpyHeader readMatrix(MemorySegment file, String source) {
        return read(file, source).requireTable(false, source);
    }

    /** As {@link #readMatrix}, and an array of 1 dimension is one column. */
    public static NpyHeader readColumn(MemorySegment file, String source) {
        return read(file, source).requireTable(true, source);
    }

    /**
     * An array as a list of several shows it, whatever its type and however long its file is.
     *
     * @param name its name there
     * @param head the beginning of the file, at most {@link #MOST_BYTES}
     */
    public static ArrayEntry entry(String name, MemorySegment head, String source) {
        NpyDictionary dictionary = parse(head, source).dictionary;
        NumberType type = type(dictionary.descr());
        return type == null
                ? new ArrayEntry(name, dictionary.shape(), kind(dictionary.descr()), false)
                : ArrayEntry.of(name, dictionary.shape(), type);
    }

    /** The array behind the header of a file. */
    public NumericArray array(MemorySegment file) {
        return new NumericArray(file.asSlice(bytes), type, order, shape, fortranOrder);
    }

    /** That raw bytes were taken for numbers, if they were. */
    public List<Warning> warnings(String source) {
        return type != NumberType.BF16
                ? List.of()
                : List.of(Warning.of(
                        Warning.Name.HOW_READ,
                        "values of 2 raw bytes (dtype " + descr + ") in " + source
                                + " are read as bfloat16, which numpy has no name for",
                        "type",
                        "bfloat16"));
    }

    /** Number of rows of a table. */
    public int rows() {
        return shape.getFirst().intValue();
    }

    /** Number of columns of a table. */
    public int columns() {
        return shape.size() == 1 ? 1 : shape.getLast().intValue();
    }

    /** A header and its size. */
    private record Parsed(NpyDictionary dictionary, int bytes) {}

    private static Parsed parse(MemorySegment file, String source) {
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
            return new Parsed(NpyDictionary.parse(new String(text, charset)), prefix + (int) length);
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

    private static NpyHeader of(Parsed parsed, String source) {
        NpyDictionary dictionary = parsed.dictionary;
        String descr = dictionary.descr();
        NumberType type = type(descr);
        if (type == null) {
            throw new BadInputException(
                    "values must be real numbers (f2, f4, f8, i1 to i8, u1 to u8 or bool): " + source + " holds "
                            + kind(descr) + " (dtype " + Excerpt.of(descr)
                            + "); save numbers, for instance x.astype(\"f8\")");
        }
        if (dictionary.shape().isEmpty()) {
            throw wrongDimensions(dictionary.shape(), source);
        }
        return new NpyHeader(type, order(descr), dictionary.fortranOrder(), dictionary.shape(), parsed.bytes, descr);
    }

    /** The type of a dtype, or null; raw values of 2 bytes are what bfloat16 comes out as. */
    private static @Nullable NumberType type(String descr) {
        String code = hasOrder(descr) ? descr.substring(1) : descr;
        return code.equals("V2") ? NumberType.BF16 : NumberType.of(code);
    }

    private static BadInputException wrongDimensions(List<Long> shape, String source) {
        return new BadInputException("the array must have 2 dimensions, samples by variables: " + source + " has "
                + shape.size() + ", shape " + NumericArray.shown(shape) + "; reshape it");
    }

    private NpyHeader requireTable(boolean column, String source) {
        if (shape.size() != 2 && !(column && shape.size() == 1)) {
            throw wrongDimensions(shape, source);
        }
        if (shape.contains(0L)) {
            throw new BadInputException("the array must hold data: " + source + " has shape "
                    + NumericArray.shown(shape) + "; check what was meant to write it");
        }
        if (shape.stream().anyMatch(length -> length > Integer.MAX_VALUE)) {
            throw new BadInputException("the array must have at most 2147483647 rows and columns: " + source
                    + " has shape " + NumericArray.shown(shape) + "; take a part of it");
        }
        return this;
    }

    private void requireLength(long fileBytes, String source) {
        long elements = NumericArray.elements(shape);
        long expected = elements < 0 ? Long.MAX_VALUE : bytes + elements * type.bytes();
        if (expected != fileBytes) {
            throw new BadInputException("an .npy file must be as long as its header says: " + source + " of shape "
                    + NumericArray.shown(shape) + " and type " + type.code() + " should have "
                    + (elements < 0 ? "more than 2^59" : expected) + " bytes, found " + fileBytes
                    + "; the file is cut short or damaged, copy or save it again");
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
