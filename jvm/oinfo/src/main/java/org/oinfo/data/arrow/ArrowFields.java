package org.oinfo.data.arrow;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.arrow.flatbuf.Field;
import org.apache.arrow.flatbuf.FixedSizeList;
import org.apache.arrow.flatbuf.FloatingPoint;
import org.apache.arrow.flatbuf.Int;
import org.apache.arrow.flatbuf.Precision;
import org.apache.arrow.flatbuf.Schema;
import org.apache.arrow.flatbuf.Type;
import org.apache.arrow.flatbuf.Union;
import org.apache.arrow.flatbuf.UnionMode;
import org.jspecify.annotations.Nullable;
import org.oinfo.data.array.NumberType;

/** Goes through the fields of a schema in the order of their nodes and buffers, and refuses a schema that does not end. */
final class ArrowFields {
    private static final int DEEPEST = 32;

    /** A damaged schema may refer to one field many times. */
    private static final int MOST = 1 << 17;

    private int nodes;
    private int buffers;
    private int views;

    private ArrowFields() {}

    /** A schema: its fields, and how many nodes, buffers and views a batch has. */
    record All(List<ArrowField> fields, int nodes, int buffers, int views) {}

    /**
     * Reads them.
     *
     * @throws RuntimeException the schema is not well formed
     */
    static All of(Schema schema) {
        ArrowFields walk = new ArrowFields();
        List<ArrowField> fields = new ArrayList<>();
        Damage.require(schema.fieldsLength() <= MOST, "a schema has too many fields");
        for (int i = 0; i < schema.fieldsLength(); i++) {
            fields.add(walk.field(schema.fields(i), 0));
        }
        return new All(fields, walk.nodes, walk.buffers, walk.views);
    }

    private ArrowField field(Field field, int depth) {
        Damage.require(depth < DEEPEST && nodes < MOST, "a schema is too deep or too long");
        int node = nodes++;
        int buffer = buffers;
        int before = views;
        byte type = field.typeType();
        boolean words = field.dictionary() != null;
        buffers += words ? 2 : ownBuffers(field, type);
        if (!words && (type == Type.BinaryView || type == Type.Utf8View)) {
            views++;
        }
        List<ArrowField> children = new ArrayList<>();
        Damage.require(field.childrenLength() <= MOST - nodes, "a schema has too many fields");
        for (int i = 0; !words && i < field.childrenLength(); i++) {
            children.add(field(field.children(i), depth + 1));
        }
        NumberType number = words ? null : number(field, type);
        ArrowField.Layout layout = layout(type, words, number, children.size());
        int size = layout == ArrowField.Layout.FIXED_LIST ? size(field) : 0;
        String name = field.name();
        return new ArrowField(
                name == null ? "" : name,
                words ? "dictionary" : text(field, type),
                layout,
                number,
                size,
                node,
                buffer,
                before,
                List.copyOf(children),
                TensorShapes.of(field));
    }

    /** Buffers of a type as the format lays them out: https://arrow.apache.org/docs/format/Columnar.html. */
    private static int ownBuffers(Field field, byte type) {
        return switch (type) {
            case Type.Null, Type.RunEndEncoded -> 0;
            case Type.Struct_, Type.FixedSizeList -> 1;
            case Type.Binary, Type.Utf8, Type.LargeBinary, Type.LargeUtf8, Type.ListView, Type.LargeListView -> 3;
            case Type.Union -> ((Union) table(field.type(new Union()))).mode() == UnionMode.Dense ? 2 : 1;
            default -> 2;
        };
    }

    private static ArrowField.Layout layout(byte type, boolean words, @Nullable NumberType number, int children) {
        if (words) {
            return ArrowField.Layout.OTHER;
        }
        return switch (type) {
            case Type.List -> one(children, ArrowField.Layout.LIST);
            case Type.LargeList -> one(children, ArrowField.Layout.LARGE_LIST);
            case Type.FixedSizeList -> one(children, ArrowField.Layout.FIXED_LIST);
            default -> number == null ? ArrowField.Layout.OTHER : ArrowField.Layout.NUMBERS;
        };
    }

    private static ArrowField.Layout one(int children, ArrowField.Layout layout) {
        Damage.require(children == 1, "a list has not one kind of elements");
        return layout;
    }

    private static int size(Field field) {
        int size = ((FixedSizeList) table(field.type(new FixedSizeList()))).listSize();
        Damage.require(size >= 0, "lists have a negative length");
        return size;
    }

    private static @Nullable NumberType number(Field field, byte type) {
        return switch (type) {
            case Type.Bool -> NumberType.B1;
            case Type.FloatingPoint ->
                switch (((FloatingPoint) table(field.type(new FloatingPoint()))).precision()) {
                    case Precision.HALF -> NumberType.F2;
                    case Precision.SINGLE -> NumberType.F4;
                    default -> NumberType.F8;
                };
            case Type.Int -> {
                Int whole = (Int) table(field.type(new Int()));
                yield NumberType.of((whole.isSigned() ? "i" : "u") + whole.bitWidth() / Byte.SIZE);
            }
            default -> null;
        };
    }

    private static String text(Field field, byte type) {
        NumberType number = number(field, type);
        boolean known = type > 0 && type < Type.names.length;
        return number != null ? number.code() : known ? Type.name(type).toLowerCase(Locale.ROOT) : "unknown";
    }

    /** What the format says is there may be absent in a damaged file. */
    private static <T> T table(@Nullable T there) {
        Damage.require(there != null, "a type is not described");
        return Objects.requireNonNull(there);
    }
}
