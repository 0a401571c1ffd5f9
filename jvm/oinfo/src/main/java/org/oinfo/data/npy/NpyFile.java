package org.oinfo.data.npy;

import java.util.List;
import org.oinfo.data.Warning;
import org.oinfo.data.array.ArrayEntry;
import org.oinfo.data.array.ArrayFile;
import org.oinfo.data.array.MappedFile;
import org.oinfo.data.array.NumericArray;

/** An .npy file: one array without a name. */
public final class NpyFile implements ArrayFile {
    private final MappedFile file;
    private final NpyHeader header;

    /**
     * Reads the header.
     *
     * @throws org.oinfo.data.BadInputException it is no array of real numbers, or is damaged
     */
    public NpyFile(MappedFile file) {
        this.file = file;
        this.header = NpyHeader.read(file.bytes(), file.source());
    }

    @Override
    public List<ArrayEntry> entries() {
        return List.of(ArrayEntry.of("", header.shape(), header.type()));
    }

    @Override
    public NumericArray read(ArrayEntry entry) {
        return header.array(file.bytes());
    }

    @Override
    public List<Warning> warnings() {
        return header.warnings(file.source());
    }
}
