package org.oinfo.data.matlab;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.oinfo.data.BadInputException;
import org.oinfo.data.array.ArrayEntry;
import org.oinfo.data.array.NumberType;
import org.oinfo.data.array.NumericArray;

/** A variable: elements of flags, lengths of the axes, the name, and the values, which may be of a smaller type than the variable. */
final class MatVariable {
    private static final int COMPLEX = 0x0800;
    private static final int LOGICAL = 0x0200;
    private static final int INT32 = 5;
    private static final int MOST_AXES = 64;

    private final MemorySegment content;
    private final ByteOrder order;
    private final Supplier<BadInputException> damaged;
    private long at;

    private MatVariable(MemorySegment content, ByteOrder order, Supplier<BadInputException> damaged) {
        this.content = content;
        this.order = order;
        this.damaged = damaged;
    }

    /** What a list shows of a variable; its values need not be there. */
    static ArrayEntry entry(MemorySegment content, ByteOrder order, Supplier<BadInputException> damaged) {
        return new MatVariable(content, order, damaged).entry();
    }

    /** The values of a variable of numbers. */
    static NumericArray values(
            MemorySegment content, ByteOrder order, ArrayEntry entry, Supplier<BadInputException> damaged) {
        MatVariable variable = new MatVariable(content, order, damaged);
        variable.entry();
        MatElement values = variable.next();
        NumberType type = type(values.type());
        long elements = NumericArray.elements(entry.shape());
        if (type == null
                || elements < 0
                || elements * type.bytes() != values.content().byteSize()) {
            throw damaged.get();
        }
        return new NumericArray(values.content(), type, order, entry.shape(), true);
    }

    private MatElement next() {
        MatElement element = MatElement.at(content, at, order, true, damaged);
        at = element.next();
        return element;
    }

    private ArrayEntry entry() {
        int[] flags = integers(next());
        if (flags.length == 0) {
            throw damaged.get();
        }
        MatElement lengthsOrName = next();
        List<Long> shape = new ArrayList<>();
        MatElement name = lengthsOrName;
        if (lengthsOrName.type() == INT32) {
            for (int length : integers(lengthsOrName)) {
                shape.add((long) length);
            }
            name = next();
        }
        if (shape.size() > MOST_AXES || shape.stream().anyMatch(length -> length < 0)) {
            throw damaged.get();
        }
        String text = new String(name.content().toArray(ValueLayout.JAVA_BYTE), StandardCharsets.UTF_8);
        int kind = flags[0] & 0xFF;
        boolean complex = (flags[0] & COMPLEX) != 0;
        String type = complex ? "complex numbers" : (flags[0] & LOGICAL) != 0 ? "logical" : kind(kind);
        return new ArrayEntry(text, shape, type, !complex && kind >= 6 && kind <= 15 && shape.size() >= 2);
    }

    private int[] integers(MatElement element) {
        if (element.content().byteSize() > MOST_AXES * Integer.BYTES) {
            throw damaged.get();
        }
        MemorySegment whole =
                element.content().asSlice(0, element.content().byteSize() / Integer.BYTES * Integer.BYTES);
        return whole.toArray(ValueLayout.JAVA_INT_UNALIGNED.withOrder(order));
    }

    /** The class of a variable, as MATLAB calls it. */
    private static String kind(int kind) {
        return switch (kind) {
            case 1 -> "cell";
            case 2 -> "struct";
            case 3 -> "object";
            case 4 -> "char";
            case 5 -> "sparse";
            case 6 -> "double";
            case 7 -> "single";
            case 8 -> "int8";
            case 9 -> "uint8";
            case 10 -> "int16";
            case 11 -> "uint16";
            case 12 -> "int32";
            case 13 -> "uint32";
            case 14 -> "int64";
            case 15 -> "uint64";
            case 16 -> "function handle";
            default -> "object of a class";
        };
    }

    private static @Nullable NumberType type(int type) {
        return switch (type) {
            case 1 -> NumberType.I1;
            case 2 -> NumberType.U1;
            case 3 -> NumberType.I2;
            case 4 -> NumberType.U2;
            case 5 -> NumberType.I4;
            case 6 -> NumberType.U4;
            case 7 -> NumberType.F4;
            case 9 -> NumberType.F8;
            case 12 -> NumberType.I8;
            case 13 -> NumberType.U8;
            default -> null;
        };
    }
}
