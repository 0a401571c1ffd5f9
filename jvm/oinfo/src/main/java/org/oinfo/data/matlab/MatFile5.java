package org.oinfo.data.matlab;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import org.oinfo.data.BadInputException;
import org.oinfo.data.array.ArrayEntry;
import org.oinfo.data.array.ArrayFile;
import org.oinfo.data.array.Deflated;
import org.oinfo.data.array.MappedFile;
import org.oinfo.data.array.NumericArray;

/**
 * The variables of a .mat file of version 5 to 7. Their axes are as in MATLAB: rows are samples.
 * Format: <a href="https://www.mathworks.com/help/pdf_doc/matlab/matfile_format.pdf">MAT-File Format</a>, chapter 1.
 */
public final class MatFile5 implements ArrayFile {
    private static final int HEADER = 128;
    private static final int VERSION = 124;
    /** Where the header says where MATLAB's own notes on objects lie, a variable without a name. */
    private static final int NOTES = 116;

    private static final int MATRIX = 14;
    private static final int COMPRESSED = 15;
    /** As much of a variable as holds its name and the lengths of its axes. */
    private static final int HEAD = 1 << 16;

    private final MappedFile file;
    private final ByteOrder order;
    private final Map<ArrayEntry, MatElement> variables = new LinkedHashMap<>();

    /** Whether a file that begins so is one. */
    public static boolean isMatFile5(byte[] head) {
        if (head.length < HEADER) {
            return false;
        }
        String mark = new String(head, VERSION, HEADER - VERSION, StandardCharsets.ISO_8859_1);
        return mark.equals("\0\1IM") || mark.equals("\1\0MI");
    }

    /**
     * Reads what it holds, but no values.
     *
     * @throws BadInputException it is damaged
     */
    public MatFile5(MappedFile file) {
        this.file = file;
        MemorySegment bytes = file.bytes();
        this.order =
                bytes.get(ValueLayout.JAVA_BYTE, HEADER - 1) == 'M' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        long notes = bytes.get(ValueLayout.JAVA_LONG_UNALIGNED.withOrder(order), NOTES);
        for (long at = HEADER; at < bytes.byteSize(); ) {
            MatElement element = MatElement.at(bytes, at, order, false, this::damaged);
            if (at != notes) {
                add(element);
            }
            at = element.next();
        }
    }

    private void add(MatElement element) {
        if (element.type() == MATRIX) {
            variables.put(MatVariable.entry(element.content(), order, this::damaged), element);
        } else if (element.type() == COMPRESSED) {
            MemorySegment head = deflated(element).head(HEAD);
            MatElement inner = MatElement.at(head, 0, order, true, this::damaged);
            if (inner.type() == MATRIX) {
                variables.put(MatVariable.entry(inner.content(), order, this::damaged), element);
            }
        }
    }

    private Deflated deflated(MatElement element) {
        return new Deflated(element.content(), false, this::damaged);
    }

    @Override
    public List<ArrayEntry> entries() {
        return new ArrayList<>(variables.keySet());
    }

    @Override
    public NumericArray read(ArrayEntry entry) {
        MatElement element = variables.get(entry);
        if (element == null) {
            throw new IllegalArgumentException("there is no variable " + entry.name());
        }
        MemorySegment content = element.content();
        if (element.type() == COMPRESSED) {
            Deflated deflated = deflated(element);
            long size = deflated.count(Long.MAX_VALUE - 1, new CRC32());
            MemorySegment all = deflated.all(file.arena(), size);
            content = MatElement.at(all, 0, order, false, this::damaged).content();
        }
        return MatVariable.values(content, order, entry, this::damaged);
    }

    private BadInputException damaged() {
        return new BadInputException("a .mat file must be whole: " + file.source() + " has "
                + file.bytes().byteSize()
                + " bytes, which do not fit together; the file is cut short or damaged, copy or save it again");
    }
}
