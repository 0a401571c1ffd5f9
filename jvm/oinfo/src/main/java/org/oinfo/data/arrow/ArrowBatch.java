package org.oinfo.data.arrow;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import org.apache.arrow.flatbuf.Buffer;
import org.apache.arrow.flatbuf.FieldNode;
import org.apache.arrow.flatbuf.RecordBatch;

/**
 * Some rows of a table.
 *
 * @param described where its buffers lie
 * @param body the buffers
 */
record ArrowBatch(RecordBatch described, MemorySegment body) {
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    /** Of lists: validity, then offsets; of numbers: validity, then values. */
    private static final int VALUES = 1;

    /**
     * Checks that a batch has the parts of its schema.
     *
     * @throws RuntimeException it has not
     * @throws PackedBuffers its buffers are compressed
     */
    static ArrowBatch of(RecordBatch described, MemorySegment body, ArrowFields.All fields) {
        if (described.compression() != null) {
            throw new PackedBuffers();
        }
        Damage.require(described.length() >= 0, "it has a negative number of rows");
        Damage.require(described.nodesLength() == fields.nodes(), "rows have not the columns of the schema");
        Damage.require(
                described.variadicBufferCountsLength() == fields.views(), "rows have not the views of the schema");
        return new ArrowBatch(described, body);
    }

    /** What says that buffers are compressed, which is no damage. */
    static final class PackedBuffers extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    long rows() {
        return described.length();
    }

    /** Whether values of a field are missing. */
    boolean hasNulls(ArrowField field) {
        return node(field).nullCount() != 0 && buffer(field, 0).byteSize() > 0;
    }

    /** Number of values, or lists, of a field. */
    long length(ArrowField field) {
        return node(field).length();
    }

    private FieldNode node(ArrowField field) {
        FieldNode node = described.nodes(field.node());
        if (node == null || node.length() < 0) {
            throw new IllegalStateException("a column has a negative length");
        }
        return node;
    }

    /** One bit for each value: whether it is there. */
    MemorySegment validity(ArrowField field) {
        return buffer(field, 0);
    }

    /** The numbers of a field. */
    MemorySegment values(ArrowField field) {
        return buffer(field, VALUES);
    }

    /** Where a list begins among the elements; that of the next number ends it. */
    long offset(ArrowField lists, long list) {
        if (lists.layout() == ArrowField.Layout.FIXED_LIST) {
            return Math.multiplyExact(list, (long) lists.size());
        }
        MemorySegment offsets = buffer(lists, VALUES);
        return lists.layout() == ArrowField.Layout.LIST
                ? offsets.get(INT, list * Integer.BYTES)
                : offsets.get(LONG, list * Long.BYTES);
    }

    private MemorySegment buffer(ArrowField field, int which) {
        long number = (long) field.buffer() + which;
        for (int i = 0; i < field.views(); i++) {
            number += described.variadicBufferCounts(i);
        }
        Damage.require(number >= 0 && number < described.buffersLength(), "a buffer is missing");
        Buffer buffer = described.buffers((int) number);
        return body.asSlice(buffer.offset(), buffer.length());
    }
}
