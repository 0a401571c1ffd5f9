package org.oinfo.data.arrow;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.arrow.flatbuf.Field;
import org.apache.arrow.flatbuf.KeyValue;
import org.apache.arrow.flatbuf.Message;
import org.apache.arrow.flatbuf.MessageHeader;
import org.apache.arrow.flatbuf.Schema;
import org.oinfo.data.array.NumericArray;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Shapes of the tensors that a row holds, which lie in the file as lists of all their numbers: the canonical extension {@code
 * arrow.fixed_shape_tensor} (<a href="https://arrow.apache.org/docs/format/CanonicalExtensions.html">specification</a>).
 */
public final class TensorShapes {
    private static final String NAME = "ARROW:extension:name";
    private static final String METADATA = "ARROW:extension:metadata";
    private static final String TENSOR = "arrow.fixed_shape_tensor";

    private TensorShapes() {}

    /**
     * Those of a schema that was noted in another file.
     *
     * @param note a schema's message in base64
     * @return shapes of a row by names of columns; empty where the note is none
     */
    public static Map<String, List<Long>> noted(String note) {
        Map<String, List<Long>> shapes = new HashMap<>();
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(note)).order(ByteOrder.LITTLE_ENDIAN);
            bytes.position(bytes.getInt(0) == ArrowSignature.CONTINUATION ? 2 * Integer.BYTES : Integer.BYTES);
            Message message = Message.getRootAsMessage(bytes.slice().order(ByteOrder.LITTLE_ENDIAN));
            Damage.require(message.headerType() == MessageHeader.Schema, "no schema");
            for (ArrowField field :
                    ArrowFields.of((Schema) message.header(new Schema())).fields()) {
                if (!field.tensor().isEmpty()) {
                    shapes.put(field.name(), field.tensor());
                }
            }
            return shapes;
        } catch (RuntimeException e) {
            // It says nothing that the file itself does not say, but for shapes.
            return Map.of();
        }
    }

    /** The shape that a field's note gives, or an empty list. Axes that are permuted are not undone: such a tensor stays a list. */
    static List<Long> of(Field field) {
        if (!TENSOR.equals(value(field, NAME))) {
            return List.of();
        }
        List<Long> shape = new ArrayList<>();
        try {
            JsonNode note = new JsonMapper().readTree(value(field, METADATA));
            for (JsonNode length : note.path("shape")) {
                shape.add(length.asLong(-1));
            }
            int axis = 0;
            for (JsonNode from : note.path("permutation")) {
                if (from.asInt(-1) != axis++) {
                    return List.of();
                }
            }
        } catch (JacksonException e) {
            return List.of();
        }
        boolean whole = shape.stream().allMatch(length -> length > 0) && NumericArray.elements(shape) > 0;
        return whole ? List.copyOf(shape) : List.of();
    }

    private static String value(Field field, String key) {
        for (int i = 0; i < Math.min(field.customMetadataLength(), Byte.MAX_VALUE); i++) {
            KeyValue entry = field.customMetadata(i);
            if (key.equals(entry.key())) {
                String value = entry.value();
                return value == null ? "" : value;
            }
        }
        return "";
    }
}
