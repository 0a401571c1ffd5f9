package org.oinfo.data.matlab;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Excerpt;
import org.oinfo.data.array.ArrayEntry;
import org.oinfo.data.array.ArrayFile;
import org.oinfo.data.array.MappedFile;
import org.oinfo.data.array.NumberType;
import org.oinfo.data.array.NumericArray;
import us.hebi.matlab.mat.format.BufferAllocator;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.format.Mat5Reader;
import us.hebi.matlab.mat.format.Mat5Reader.EntryHeader;
import us.hebi.matlab.mat.types.MatFile;
import us.hebi.matlab.mat.types.MatlabType;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Source;
import us.hebi.matlab.mat.types.Sources;

/** The variables of a .mat file of version 5 to 7. Their axes are as in MATLAB: rows are samples. */
public final class MatFile5 implements ArrayFile {
    private static final int VERSION = 124;
    /** No deflated byte stands for more than so many. */
    private static final long MOST_DEFLATED = 1032;

    private final MappedFile file;
    private final List<ArrayEntry> entries = new ArrayList<>();

    /** Whether a file that begins so is one. */
    public static boolean isMatFile5(byte[] head) {
        if (head.length < VERSION + 4) {
            return false;
        }
        String mark = new String(head, VERSION, 4, StandardCharsets.ISO_8859_1);
        return mark.equals("\0\1IM") || mark.equals("\1\0MI");
    }

    /**
     * Reads what it holds, but no values.
     *
     * @throws BadInputException it is damaged
     */
    public MatFile5(MappedFile file) {
        this.file = file;
        read(header -> {
            entries.add(entry(header));
            return false;
        });
    }

    private static ArrayEntry entry(EntryHeader header) {
        boolean numeric = isNumber(header.getType()) && !header.isComplex();
        String type = header.isComplex() ? "complex numbers" : header.isLogical() ? "logical" : header.getType().toString();
        return new ArrayEntry(header.getName(), NumericArray.shape(header.getDimensions()), type, numeric);
    }

    private static boolean isNumber(MatlabType type) {
        return switch (type) {
            case Double, Single, Int8, UInt8, Int16, UInt16, Int32, UInt32, Int64, UInt64 -> true;
            default -> false;
        };
    }

    @Override
    public List<ArrayEntry> entries() {
        return List.copyOf(entries);
    }

    @Override
    public NumericArray read(ArrayEntry entry) {
        int wanted = entries.indexOf(entry);
        int[] at = {0};
        // Told apart by place: a file may hold two variables of one name.
        MatFile mat = read(header -> at[0]++ == wanted);
        long elements = NumericArray.elements(entry.shape());
        for (MatFile.Entry one : mat.getEntries()) {
            if (one.getValue() instanceof Matrix matrix && matrix.getNumElements() == elements) {
                return new NumericArray(
                        values(matrix), NumberType.F8, ByteOrder.nativeOrder(), entry.shape(), true);
            }
        }
        throw damaged("has no values for " + Excerpt.of(entry.name()));
    }

    private MemorySegment values(Matrix matrix) {
        int count = matrix.getNumElements();
        MemorySegment values = file.arena().allocate((long) count * Double.BYTES, Double.BYTES);
        try {
            for (int i = 0; i < count; i++) {
                values.setAtIndex(ValueLayout.JAVA_DOUBLE, i, matrix.getDouble(i));
            }
        } catch (IndexOutOfBoundsException e) {
            throw damaged("has fewer values than its sizes say");
        }
        return values;
    }

    private MatFile read(Mat5Reader.EntryFilter filter) {
        try (Source source = Sources.openFile(file.path().toFile())) {
            return Mat5.newReader(source)
                    .setEntryFilter(filter)
                    .setBufferAllocator(new BoundedMemory())
                    .disableSubsystemProcessing()
                    .readMat();
        } catch (BadInputException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // The library says by any of them that the file is not as it should be.
            throw damaged("cannot be read (" + Excerpt.oneLine(String.valueOf(e.getMessage())) + ")");
        }
    }

    private BadInputException damaged(String found) {
        return new BadInputException("a .mat file must be whole: " + file.source() + ' ' + found
                + "; the file is cut short or damaged, copy or save it again");
    }

    /** Memory for values, no more than the file can stand for. */
    private final class BoundedMemory implements BufferAllocator {
        private long left = MOST_DEFLATED * file.bytes().byteSize();

        @Override
        public ByteBuffer allocate(int bytes) {
            left -= bytes;
            if (bytes < 0 || left < 0) {
                throw damaged("speaks of more values than a file of " + file.bytes().byteSize() + " bytes can hold");
            }
            return ByteBuffer.allocate(bytes);
        }

        @Override
        public void release(ByteBuffer buffer) {
            left += buffer.capacity();
        }
    }
}
