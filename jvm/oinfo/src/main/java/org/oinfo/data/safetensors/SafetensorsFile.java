package org.oinfo.data.safetensors;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Excerpt;
import org.oinfo.data.array.ArrayEntry;
import org.oinfo.data.array.ArrayFile;
import org.oinfo.data.array.MappedFile;
import org.oinfo.data.array.NumberType;
import org.oinfo.data.array.NumericArray;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The tensors of a safetensors file.
 * Format: <a href="https://github.com/huggingface/safetensors#format">safetensors</a>.
 */
public final class SafetensorsFile implements ArrayFile {
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final int PREFIX = Long.BYTES;
    /** As long a header as the format allows. */
    private static final int LONGEST = 100_000_000;

    private static final String METADATA = "__metadata__";

    private final MappedFile file;
    private final Map<ArrayEntry, Place> places = new LinkedHashMap<>();

    /** Where a tensor lies, in bytes behind the header. */
    private record Place(@Nullable NumberType type, long from, long to) {}

    private final MemorySegment data;

    /**
     * Reads the header.
     *
     * @throws BadInputException it is none, or speaks of more than the file holds
     */
    public SafetensorsFile(MappedFile file) {
        this.file = file;
        MemorySegment bytes = file.bytes();
        long length = bytes.byteSize() < PREFIX ? Long.MAX_VALUE : bytes.get(LONG, 0);
        if (length < 0 || length > bytes.byteSize() - PREFIX || length > LONGEST) {
            throw damaged("has " + bytes.byteSize() + " bytes and a header of " + length);
        }
        this.data = bytes.asSlice(PREFIX + length);
        byte[] text = bytes.asSlice(PREFIX, length).toArray(ValueLayout.JAVA_BYTE);
        try {
            JsonNode header = new JsonMapper().readTree(new String(text, StandardCharsets.UTF_8));
            if (!header.isObject()) {
                throw damaged("has a header that is no JSON object");
            }
            header.properties().forEach(tensor -> {
                if (!tensor.getKey().equals(METADATA)) {
                    add(tensor.getKey(), tensor.getValue());
                }
            });
        } catch (JacksonException e) {
            throw damaged("has a header that is no JSON (" + Excerpt.oneLine(e.getOriginalMessage()) + ")");
        }
    }

    private void add(String name, JsonNode tensor) {
        JsonNode shape = tensor.path("shape");
        JsonNode offsets = tensor.path("data_offsets");
        String dtype = tensor.path("dtype").asString("");
        List<Long> lengths = new ArrayList<>();
        for (JsonNode length : shape) {
            lengths.add(length.asLong(-1));
        }
        long from = offsets.path(0).asLong(-1);
        long to = offsets.path(1).asLong(-1);
        if (!shape.isArray()
                || lengths.stream().anyMatch(length -> length < 0)
                || from < 0
                || to < from
                || to > data.byteSize()) {
            throw damaged("has a tensor " + Excerpt.of(name) + " whose shape or place is damaged");
        }
        NumberType type = type(dtype);
        ArrayEntry entry =
                type == null ? new ArrayEntry(name, lengths, dtype, false) : ArrayEntry.of(name, lengths, type);
        places.put(entry, new Place(type, from, to));
    }

    private static @Nullable NumberType type(String dtype) {
        return switch (dtype) {
            case "F64" -> NumberType.F8;
            case "F32" -> NumberType.F4;
            case "F16" -> NumberType.F2;
            case "BF16" -> NumberType.BF16;
            case "I64" -> NumberType.I8;
            case "I32" -> NumberType.I4;
            case "I16" -> NumberType.I2;
            case "I8" -> NumberType.I1;
            case "U64" -> NumberType.U8;
            case "U32" -> NumberType.U4;
            case "U16" -> NumberType.U2;
            case "U8" -> NumberType.U1;
            case "BOOL" -> NumberType.B1;
            default -> null;
        };
    }

    @Override
    public List<ArrayEntry> entries() {
        return new ArrayList<>(places.keySet());
    }

    @Override
    public NumericArray read(ArrayEntry entry) {
        Place place = places.get(entry);
        if (place == null || place.type == null) {
            throw new IllegalArgumentException("there is no tensor of numbers " + entry.name());
        }
        long elements = NumericArray.elements(entry.shape());
        if (elements < 0 || elements * place.type.bytes() != place.to - place.from) {
            throw damaged("has " + (place.to - place.from) + " bytes for " + Excerpt.of(entry.name()) + " of shape "
                    + NumericArray.shown(entry.shape()));
        }
        MemorySegment values = data.asSlice(place.from, place.to - place.from);
        return new NumericArray(values, place.type, ByteOrder.LITTLE_ENDIAN, entry.shape(), false);
    }

    private BadInputException damaged(String found) {
        return new BadInputException("a safetensors file must hold what its header says: " + file.source() + ' ' + found
                + "; the file is cut short or damaged, copy or save it again");
    }
}
