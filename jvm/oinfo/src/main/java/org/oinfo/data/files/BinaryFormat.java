package org.oinfo.data.files;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.oinfo.data.ColumnChoice;
import org.oinfo.data.InputFile;
import org.oinfo.data.Samples;
import org.oinfo.data.array.ArrayFile;
import org.oinfo.data.array.MappedFile;
import org.oinfo.data.array.NumericSamples;
import org.oinfo.data.arrow.ArrowSignature;
import org.oinfo.data.arrow.ArrowTable;
import org.oinfo.data.hdf5.HdfArrays;
import org.oinfo.data.hdf5.HdfSignature;
import org.oinfo.data.matlab.MatFile5;
import org.oinfo.data.npy.NpyFile;
import org.oinfo.data.npy.NpyHeader;
import org.oinfo.data.npz.NpzFile;
import org.oinfo.data.options.MissingPolicy;
import org.oinfo.data.options.ReadOptions;
import org.oinfo.data.parquet.ParquetTable;
import org.oinfo.data.raw.RawFile;
import org.oinfo.data.safetensors.SafetensorsFile;
import org.oinfo.data.table.Table;
import org.oinfo.data.table.TableArrays;
import org.oinfo.data.table.TableSamples;

/** The formats of numbers that are no text. The libraries of one are loaded when a file of it is met. */
enum BinaryFormat {
    NPY("NumPy"),
    NPZ("NumPy, with several arrays"),
    SAFETENSORS("safetensors"),
    MATLAB_5("MATLAB"),
    HDF5("HDF5"),
    PARQUET("Parquet"),
    ARROW("Arrow"),
    RAW("raw numbers");

    /** As much of a file as its format is told from. */
    private static final int HEAD = 4096;

    private final String text;

    BinaryFormat(String text) {
        this.text = text;
    }

    /** As messages call it. */
    String text() {
        return text;
    }

    /** The format of a file, or null if it may be text. */
    static @Nullable BinaryFormat of(InputFile input, ReadOptions options) {
        if (options.raw() != null) {
            return RAW;
        }
        byte[] head = input.head(HEAD);
        ForeignFormat.refuse(head, input.source());
        if (NpyHeader.isNpy(head) || input.source().toLowerCase(Locale.ROOT).endsWith(".npy")) {
            return NPY;
        }
        if (NpzFile.isZip(head)) {
            return NPZ;
        }
        if (isSafetensors(head)) {
            return SAFETENSORS;
        }
        if (HdfSignature.isHdf(head)) {
            return HDF5;
        }
        if (MatFile5.isMatFile5(head)) {
            return MATLAB_5;
        }
        if (ArrowSignature.isArrow(head)) {
            return ARROW;
        }
        return isParquet(head) ? PARQUET : null;
    }

    /** A length below 2^32, and an object of JSON. The reader is not asked, so that its library is not loaded. */
    private static boolean isSafetensors(byte[] head) {
        return head.length > 8 && head[4] == 0 && head[5] == 0 && head[6] == 0 && head[7] == 0 && head[8] == '{';
    }

    private static boolean isParquet(byte[] head) {
        return head.length > 3 && head[0] == 'P' && head[1] == 'A' && head[2] == 'R' && head[3] == '1';
    }

    /** Opens samples; closing them closes the file. */
    Samples open(MappedFile file, ReadOptions options, MissingPolicy policy, ColumnChoice choice) {
        return isTable()
                ? TableSamples.open(file, table(file), options, policy, choice)
                : NumericSamples.open(file, arrays(file, options), options, policy, choice);
    }

    /** Whether a file of it has named columns, and no arrays that could be chosen. */
    boolean isTable() {
        return this == PARQUET || this == ARROW;
    }

    private Table table(MappedFile file) {
        return this == PARQUET ? ParquetTable.of(file) : new ArrowTable(file);
    }

    /** The arrays of a file of this format. */
    ArrayFile arrays(MappedFile file, ReadOptions options) {
        return switch (this) {
            case NPY -> new NpyFile(file);
            case NPZ -> new NpzFile(file);
            case SAFETENSORS -> new SafetensorsFile(file);
            case MATLAB_5 -> new MatFile5(file);
            case HDF5 -> new HdfArrays(file);
            case RAW -> new RawFile(file, Objects.requireNonNull(options.raw()));
            case PARQUET, ARROW -> new TableArrays(file, table(file));
        };
    }
}
