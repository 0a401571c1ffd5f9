package org.oinfo.data.hdf5;

import io.jhdf.api.Dataset;
import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.api.dataset.ContiguousDataset;
import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.EnumDataType;
import io.jhdf.object.datatype.FixedPoint;
import io.jhdf.object.datatype.FloatingPoint;
import io.jhdf.object.datatype.OrderedDataType;
import io.jhdf.object.datatype.StringData;
import io.jhdf.object.message.DataLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.reflect.Array;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Excerpt;
import org.oinfo.data.array.MappedFile;
import org.oinfo.data.array.NumberType;
import org.oinfo.data.array.NumericArray;

/** The numbers of a dataset. */
final class HdfValues {
    /** No deflated byte stands for more than so many. */
    private static final long MOST_DEFLATED = 1032;
    /** Values taken out of chunks at a time, roughly. */
    private static final long SLICE = 1 << 20;

    private static final String TRUE = "TRUE";

    private HdfValues() {}

    /** Why a dataset is no array of numbers that can be read, or null. */
    static @Nullable String refusal(Dataset dataset) {
        DataType type = dataset.getDataType();
        if (dataset.isCompound()) {
            return "records of several fields";
        }
        if (dataset.isVariableLength() || numberType(type) == null) {
            return type instanceof StringData
                    ? "text"
                    : type.getClass().getSimpleName().toLowerCase(Locale.ROOT) + " of " + type.getSize() + " bytes";
        }
        return null;
    }

    /** The type of a dataset of numbers, as a list shows it. */
    static String type(Dataset dataset) {
        NumberType type = numberType(dataset.getDataType());
        return type == null ? "unknown" : type.name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable NumberType numberType(DataType type) {
        if (type instanceof EnumDataType words) {
            // What h5py makes of bool.
            boolean bool = type.getSize() == 1 && words.getEnumMapping().equals(Map.of(0, "FALSE", 1, TRUE));
            return bool ? NumberType.B1 : null;
        }
        boolean whole = switch (type) {
            case FixedPoint fixed -> fixed.getBitOffset() == 0 && fixed.getBitPrecision() == 8 * type.getSize();
            case FloatingPoint floating ->
                floating.getBitOffset() == 0 && floating.getBitPrecision() == 8 * type.getSize();
            default -> false;
        };
        if (!whole) {
            return null;
        }
        if (type instanceof FloatingPoint floating) {
            boolean brain = type.getSize() == 2 && floating.getExponentSize() == 8;
            return brain ? NumberType.BF16 : NumberType.of("f" + type.getSize());
        }
        return NumberType.of((type instanceof FixedPoint fixed && fixed.isSigned() ? "i" : "u") + type.getSize());
    }

    /**
     * The numbers: where they lie if they lie together, else taken out of their chunks.
     *
     * @param name what messages call the dataset
     * @throws BadInputException the values are not in the file, or are more than it can hold
     */
    static NumericArray read(MappedFile file, Dataset dataset, String name) {
        List<Long> shape = new ArrayList<>();
        for (long length : dataset.getDimensionsAsLong()) {
            shape.add(length);
        }
        NumberType type = numberType(dataset.getDataType());
        long elements = NumericArray.elements(shape);
        if (type == null || dataset.isScalar() || elements <= 0) {
            throw new BadInputException("the array must hold data: " + Excerpt.of(name) + " of " + file.source()
                    + " has shape " + NumericArray.shown(shape) + "; check what was meant to write it");
        }
        if (dataset.isEmpty()) {
            throw notThere(file, name, "was never written");
        }
        HdfFill fill = HdfFill.of(dataset);
        if (dataset instanceof ContiguousDataset contiguous && fill.isNone()) {
            MemorySegment values = contiguous(file, contiguous, elements * type.bytes(), name);
            ByteOrder order = dataset.getDataType() instanceof OrderedDataType ordered
                    ? ordered.getByteOrder()
                    : ByteOrder.nativeOrder();
            return new NumericArray(values, type, order, shape, false);
        }
        if (Math.max(elements, chunk(dataset)) > MOST_DEFLATED * file.bytes().byteSize() / type.bytes()) {
            throw notThere(
                    file,
                    name,
                    "speaks of " + elements + " values, more than a file of "
                            + file.bytes().byteSize() + " bytes can hold");
        }
        MemorySegment values = file.arena().allocate(elements * Double.BYTES, Double.BYTES);
        copy(dataset, values, fill);
        return new NumericArray(values, NumberType.F8, ByteOrder.nativeOrder(), shape, false);
    }

    /** Number of values of a chunk, which is taken out as a whole. */
    private static long chunk(Dataset dataset) {
        return dataset instanceof ChunkedDataset chunked
                ? NumericArray.elements(NumericArray.shape(chunked.getChunkDimensions()))
                : 0;
    }

    private static MemorySegment contiguous(MappedFile file, ContiguousDataset dataset, long bytes, String name) {
        long address = dataset.getDataAddress();
        long at = address + dataset.getHdfFile().getUserBlockSize();
        if (address < 0 || at > file.bytes().byteSize() || bytes > file.bytes().byteSize() - at) {
            throw notThere(
                    file,
                    name,
                    address < 0
                            ? "was never written, or is kept in another file, which is not read"
                            : "ends beyond the end of the file");
        }
        return file.bytes().asSlice(at, bytes);
    }

    private static BadInputException notThere(MappedFile file, String name, String found) {
        return new BadInputException("values must be in the file: " + Excerpt.of(name) + " of " + file.source() + ' '
                + found + "; copy or save it again");
    }

    /** Slices along the first axis, so that no more than some megabytes are in the heap. */
    private static void copy(Dataset dataset, MemorySegment values, HdfFill fill) {
        long[] lengths = dataset.getDimensionsAsLong();
        long inner = 1;
        for (int axis = 1; axis < lengths.length; axis++) {
            inner *= lengths[axis];
        }
        int most = (int) Math.max(1, Math.min(lengths[0], SLICE / inner));
        long[] from = new long[lengths.length];
        int[] size = new int[lengths.length];
        for (int axis = 1; axis < lengths.length; axis++) {
            size[axis] = Math.toIntExact(lengths[axis]);
        }
        Sink sink = new Sink(values, fill);
        if (dataset.getDataLayout() == DataLayout.COMPACT) {
            // Less than 64 KiB, which the library gives as a whole only.
            sink.put(dataset.getData());
            return;
        }
        for (long row = 0; row < lengths[0]; row += most) {
            from[0] = row;
            size[0] = (int) Math.min(most, lengths[0] - row);
            sink.put(dataset.getData(from, size));
        }
        if (dataset instanceof ChunkedDataset chunked) {
            fill.complete(chunked, values);
        }
    }

    /** Takes nested arrays of numbers, the last axis innermost. */
    private static final class Sink {
        private final MemorySegment values;
        private final HdfFill fill;
        private long next;

        Sink(MemorySegment values, HdfFill fill) {
            this.values = values;
            this.fill = fill;
        }

        void put(Object array) {
            switch (array) {
                case double[] numbers -> {
                    for (double number : numbers) {
                        put(number);
                    }
                }
                case float[] numbers -> {
                    for (float number : numbers) {
                        put(number);
                    }
                }
                default -> {
                    for (int i = 0; i < Array.getLength(array); i++) {
                        Object item = Array.get(array, i);
                        if (item instanceof Number number) {
                            put(number.doubleValue());
                        } else if (item instanceof String word) {
                            put(word.equals(TRUE) ? 1 : 0);
                        } else {
                            put(item);
                        }
                    }
                }
            }
        }

        private void put(double value) {
            values.setAtIndex(ValueLayout.JAVA_DOUBLE, next++, fill.value(value));
        }
    }
}
