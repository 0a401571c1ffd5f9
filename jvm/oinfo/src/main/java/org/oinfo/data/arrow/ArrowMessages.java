package org.oinfo.data.arrow;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.arrow.flatbuf.Endianness;
import org.apache.arrow.flatbuf.KeyValue;
import org.apache.arrow.flatbuf.Message;
import org.apache.arrow.flatbuf.MessageHeader;
import org.apache.arrow.flatbuf.RecordBatch;
import org.apache.arrow.flatbuf.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The messages of a stream, which a file holds as well between its magic and its index. Format: <a
 * href="https://arrow.apache.org/docs/format/Columnar.html#serialization-and-interprocess-communication-ipc">specification</a>.
 */
final class ArrowMessages {
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    /** The magic of a file is filled up to it. */
    private static final int FILE_HEAD = 8;

    private final MemorySegment file;
    private final List<ArrowBatch> batches = new ArrayList<>();
    private @Nullable Schema schema;
    private ArrowFields.@Nullable All fields;

    /**
     * Goes through them.
     *
     * @throws RuntimeException they are cut short or not well formed
     */
    ArrowMessages(MemorySegment file) {
        this.file = file;
        byte[] head = file.asSlice(0, Math.min(file.byteSize(), FILE_HEAD)).toArray(ValueLayout.JAVA_BYTE);
        boolean indexed = ArrowSignature.isFile(head);
        if (indexed) {
            int magic = ArrowSignature.MAGIC.length;
            Damage.require(file.byteSize() >= FILE_HEAD + magic, "it is cut short");
            byte[] end = file.asSlice(file.byteSize() - magic).toArray(ValueLayout.JAVA_BYTE);
            Damage.require(Arrays.equals(end, ArrowSignature.MAGIC), "it is cut short");
        }
        long at = indexed ? FILE_HEAD : 0;
        while (at >= 0) {
            at = message(at);
        }
        Damage.require(schema != null, "it has no schema");
    }

    /** Reads a message, and returns where the next one begins, or -1 behind the last. */
    private long message(long from) {
        Damage.require(from <= file.byteSize() - Integer.BYTES, "it is cut short");
        long at = from;
        int length = file.get(INT, at);
        at += Integer.BYTES;
        if (length == ArrowSignature.CONTINUATION) {
            Damage.require(at <= file.byteSize() - Integer.BYTES, "it is cut short");
            length = file.get(INT, at);
            at += Integer.BYTES;
        }
        if (length == 0) {
            return -1;
        }
        Damage.require(length > 0 && length <= file.byteSize() - at, "a message goes beyond the file");
        ByteBuffer bytes = file.asSlice(at, length).asByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
        Message message = Message.getRootAsMessage(bytes);
        long body = at + length;
        Damage.require(
                message.bodyLength() >= 0 && message.bodyLength() <= file.byteSize() - body,
                "a message goes beyond the file");
        take(message, file.asSlice(body, message.bodyLength()));
        return body + message.bodyLength();
    }

    private void take(Message message, MemorySegment body) {
        switch (message.headerType()) {
            case MessageHeader.Schema -> {
                Damage.require(schema == null, "it has two schemas");
                schema = (Schema) header(message.header(new Schema()));
                Damage.require(schema.endianness() == Endianness.Little, "its numbers are big-endian");
                fields = ArrowFields.of(schema);
            }
            case MessageHeader.RecordBatch -> {
                ArrowFields.All all = fields;
                Damage.require(all != null, "rows come before the schema");
                batches.add(ArrowBatch.of((RecordBatch) header(message.header(new RecordBatch())), body, fields()));
            }
            case MessageHeader.DictionaryBatch -> {
                // Words, which are not read.
            }
            default -> Damage.require(false, "it holds something else than rows");
        }
    }

    private static <T> T header(@Nullable T there) {
        if (there == null) {
            throw new IllegalStateException("a message is empty");
        }
        return there;
    }

    /** The schema's fields. */
    ArrowFields.All fields() {
        return header(fields);
    }

    /** The batches of rows, in their order. */
    List<ArrowBatch> batches() {
        return batches;
    }

    /** What the writer says of the table under a key; without it an empty object of JSON. */
    String note(String key) {
        Schema described = header(schema);
        for (int i = 0; i < Math.min(described.customMetadataLength(), Byte.MAX_VALUE); i++) {
            KeyValue entry = described.customMetadata(i);
            String value = key.equals(entry.key()) ? entry.value() : null;
            if (value != null) {
                return value;
            }
        }
        return "{}";
    }
}
