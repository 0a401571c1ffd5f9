package org.oinfo.data.files;

import java.io.InputStream;
import java.util.List;
import org.oinfo.data.BadInputException;
import org.oinfo.data.InputFile;
import org.oinfo.data.Warning;
import org.oinfo.data.array.ArrayEntry;
import org.oinfo.data.array.ArrayFile;
import org.oinfo.data.array.MappedFile;
import org.oinfo.data.array.NumericArray;
import org.oinfo.data.options.ReadOptions;

/**
 * The arrays of a file, of any shape: .npy, .npz, safetensors, HDF5 or MATLAB, or columns of Parquet or Arrow. What they mean is
 * the caller's business.
 */
public final class OpenArrays implements AutoCloseable {
    private final MappedFile file;
    private final ArrayFile arrays;

    private OpenArrays(MappedFile file, ArrayFile arrays) {
        this.file = file;
        this.arrays = arrays;
    }

    /**
     * Opens a file.
     *
     * @throws BadInputException it is no file of arrays, or is damaged
     */
    public static OpenArrays open(String path) {
        InputFile input = InputFile.open(path, InputStream.nullInputStream());
        MappedFile mapped = null;
        boolean opened = false;
        try {
            ReadOptions options = ReadOptions.defaults();
            BinaryFormat format = BinaryFormat.of(input, options);
            if (format == null) {
                throw new BadInputException(
                        "arrays must be a .npy, .npz, .safetensors, HDF5, MATLAB, Parquet or Arrow file: "
                                + input.source() + " is none; save them with numpy.save, or numpy.savez for several");
            }
            mapped = MappedFile.open(input);
            OpenArrays arrays = new OpenArrays(mapped, format.arrays(mapped, options));
            opened = true;
            return arrays;
        } finally {
            if (!opened && mapped != null) {
                mapped.close();
            } else if (!opened) {
                input.close();
            }
        }
    }

    /** What messages call the file. */
    public String source() {
        return file.source();
    }

    /** What it holds; the array of a .npy file has an empty name. */
    public List<ArrayEntry> entries() {
        return arrays.entries();
    }

    /**
     * The numbers of an array; valid until this is closed.
     *
     * @param entry one of {@link #entries} that is numeric
     * @throws BadInputException it is damaged
     */
    public NumericArray read(ArrayEntry entry) {
        return arrays.read(entry);
    }

    /** What there is to know of how they lie in the file, such as columns that are none. */
    public List<Warning> warnings() {
        return arrays.warnings();
    }

    /** Refuses a file that has been written to since it was opened. */
    public void requireUnchanged() {
        file.requireUnchanged();
    }

    @Override
    public void close() {
        file.close();
    }
}
