package org.oinfo.data.raw;

import java.nio.ByteOrder;
import java.util.List;
import java.util.Locale;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Excerpt;
import org.oinfo.data.Setting;
import org.oinfo.data.array.ArrayEntry;
import org.oinfo.data.array.ArrayFile;
import org.oinfo.data.array.MappedFile;
import org.oinfo.data.array.NumberType;
import org.oinfo.data.array.NumericArray;
import org.oinfo.data.options.RawNumbers;

/** A file of numbers and nothing else: little-endian, the last axis fastest. */
public final class RawFile implements ArrayFile {
    private final MappedFile file;
    private final List<Long> shape;
    private final NumberType type;

    /**
     * Compares the file's length with what was said of it.
     *
     * @throws BadInputException there is no such type, or the file has another length
     */
    public RawFile(MappedFile file, RawNumbers said) {
        this.file = file;
        this.shape = said.shape();
        this.type = type(said.type());
        long elements = NumericArray.elements(shape);
        long expected = elements < 0 ? Long.MAX_VALUE : elements * type.bytes();
        if (expected != file.bytes().byteSize()) {
            throw new BadInputException(
                    "raw numbers must fill the file: shape " + NumericArray.shown(shape) + " of type " + type.code()
                            + " takes " + (elements < 0 ? "more than 2^59" : expected) + " bytes, and " + file.source()
                            + " has " + file.bytes().byteSize(),
                    "give {} and {} as they were when it was written",
                    Setting.SHAPE,
                    Setting.DTYPE);
        }
    }

    private static NumberType type(String text) {
        String word = text.toLowerCase(Locale.ROOT);
        NumberType type = switch (word) {
            case "float16", "half" -> NumberType.F2;
            case "bfloat16" -> NumberType.BF16;
            case "float32", "float", "single" -> NumberType.F4;
            case "float64", "double" -> NumberType.F8;
            case "int8" -> NumberType.I1;
            case "int16" -> NumberType.I2;
            case "int32" -> NumberType.I4;
            case "int64" -> NumberType.I8;
            case "uint8" -> NumberType.U1;
            case "uint16" -> NumberType.U2;
            case "uint32" -> NumberType.U4;
            case "uint64" -> NumberType.U8;
            case "bool" -> NumberType.B1;
            default -> NumberType.of(word.startsWith("<") ? word.substring(1) : word);
        };
        if (type == null) {
            throw new BadInputException(
                    "the type of raw numbers must be float16, bfloat16, float32, float64, int8 to int64, uint8 to uint64 or"
                            + " bool: found " + Excerpt.of(text),
                    "give one of these with {}",
                    Setting.DTYPE);
        }
        return type;
    }

    @Override
    public List<ArrayEntry> entries() {
        return List.of(ArrayEntry.of("", shape, type));
    }

    @Override
    public NumericArray read(ArrayEntry entry) {
        return new NumericArray(file.bytes(), type, ByteOrder.LITTLE_ENDIAN, shape, false);
    }
}
