package org.oinfo.study.cut;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * A protobuf message as the fields it has, in their order: what is not understood stays as it is. Fields are told by their number alone.
 *
 * @see <a href="https://protobuf.dev/programming-guides/encoding">encoding</a>
 */
final class ProtoMessage {
    private static final byte[] NOTHING = {};

    private final List<Field> fields = new ArrayList<>();

    /**
     * A field.
     *
     * @param value of a number, whatever its width
     * @param bytes of what a length precedes, else empty
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    record Field(int number, int wire, long value, byte[] bytes) {
        String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        ProtoMessage message() throws IOException {
            return parse(bytes);
        }
    }

    /**
     * Reads a message.
     *
     * @throws IOException the bytes are none
     */
    static ProtoMessage parse(byte[] bytes) throws IOException {
        ProtoMessage message = new ProtoMessage();
        CodedInputStream in = CodedInputStream.newInstance(bytes);
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            int wire = WireFormat.getTagWireType(tag);
            byte[] content = wire == WireFormat.WIRETYPE_LENGTH_DELIMITED ? in.readByteArray() : NOTHING;
            long value = switch (wire) {
                case WireFormat.WIRETYPE_VARINT -> in.readRawVarint64();
                case WireFormat.WIRETYPE_FIXED64 -> in.readRawLittleEndian64();
                case WireFormat.WIRETYPE_FIXED32 -> in.readRawLittleEndian32();
                case WireFormat.WIRETYPE_LENGTH_DELIMITED -> 0;
                default -> throw new IOException("a field of wire type " + wire);
            };
            message.fields.add(new Field(WireFormat.getTagFieldNumber(tag), wire, value, content));
        }
        return message;
    }

    /** All fields of a number. */
    List<Field> all(int number) {
        return fields.stream().filter(field -> field.number() == number).toList();
    }

    /** The text of the last field of a number, or nothing. */
    String text(int number) {
        List<Field> found = all(number);
        return found.isEmpty() ? "" : found.getLast().text();
    }

    /** The last number of a field, or another one where there is none. */
    long value(int number, long otherwise) {
        List<Field> found = all(number);
        return found.isEmpty() ? otherwise : found.getLast().value();
    }

    /** The bytes of all fields of a number one after the other: by protobuf's rules, the message that they merge to. */
    byte[] joined(int number) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        all(number).forEach(field -> out.writeBytes(field.bytes()));
        return out.toByteArray();
    }

    /** Whole numbers of a repeated field, packed or one by one. */
    long[] values(int number) throws IOException {
        List<Long> values = new ArrayList<>();
        for (Field field : all(number)) {
            if (field.wire() != WireFormat.WIRETYPE_LENGTH_DELIMITED) {
                values.add(field.value());
                continue;
            }
            CodedInputStream in = CodedInputStream.newInstance(field.bytes());
            while (!in.isAtEnd()) {
                values.add(in.readRawVarint64());
            }
        }
        return values.stream().mapToLong(value -> value).toArray();
    }

    /** A copy without some of the fields. */
    ProtoMessage without(Predicate<Field> left) {
        ProtoMessage copy = new ProtoMessage();
        fields.stream().filter(left.negate()).forEach(copy.fields::add);
        return copy;
    }

    /** Adds text, or a message, or bytes. */
    ProtoMessage add(int number, byte[] bytes) {
        fields.add(new Field(number, WireFormat.WIRETYPE_LENGTH_DELIMITED, 0, bytes));
        return this;
    }

    ProtoMessage add(int number, String text) {
        return add(number, text.getBytes(StandardCharsets.UTF_8));
    }

    ProtoMessage add(int number, ProtoMessage message) {
        return add(number, message.bytes());
    }

    /** Adds a whole number. */
    ProtoMessage add(int number, long value) {
        fields.add(new Field(number, WireFormat.WIRETYPE_VARINT, value, NOTHING));
        return this;
    }

    /** The message as bytes. The library's way of writing warns users of Unsafe. */
    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Field field : fields) {
            varint(out, (long) field.number() << 3 | field.wire());
            switch (field.wire()) {
                case WireFormat.WIRETYPE_VARINT -> varint(out, field.value());
                case WireFormat.WIRETYPE_FIXED64 -> fixed(out, field.value(), Long.BYTES);
                case WireFormat.WIRETYPE_FIXED32 -> fixed(out, field.value(), Integer.BYTES);
                default -> {
                    varint(out, field.bytes().length);
                    out.writeBytes(field.bytes());
                }
            }
        }
        return out.toByteArray();
    }

    private static void varint(ByteArrayOutputStream out, long value) {
        long rest = value;
        for (; (rest & ~0x7fL) != 0; rest >>>= 7) {
            out.write((int) (rest & 0x7f) | 0x80);
        }
        out.write((int) rest);
    }

    private static void fixed(ByteArrayOutputStream out, long value, int bytes) {
        for (int i = 0; i < bytes; i++) {
            out.write((int) (value >>> (Byte.SIZE * i)));
        }
    }
}
