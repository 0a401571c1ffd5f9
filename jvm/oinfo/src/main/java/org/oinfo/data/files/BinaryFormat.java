package org.oinfo.data.files;

import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.oinfo.data.ColumnChoice;
import org.oinfo.data.InputFile;
import org.oinfo.data.MissingPolicy;
import org.oinfo.data.ReadOptions;
import org.oinfo.data.Samples;
import org.oinfo.data.array.ArrayFile;
import org.oinfo.data.array.MappedFile;
import org.oinfo.data.array.NumericSamples;
import org.oinfo.data.npy.NpyFile;
import org.oinfo.data.npy.NpyHeader;
import org.oinfo.data.npz.NpzFile;

/** The formats of arrays of numbers. The classes of one are loaded when a file of it is met. */
enum BinaryFormat {
    NPY(NpyFile::new),
    NPZ(NpzFile::new);

    /** As much of a file as its format is told from. */
    private static final int HEAD = 4096;

    @SuppressWarnings("ImmutableEnumChecker") // a constructor, which holds nothing
    private final Function<MappedFile, ArrayFile> reader;

    BinaryFormat(Function<MappedFile, ArrayFile> reader) {
        this.reader = reader;
    }

    /** The format of a file by its first bytes, or null if it may be text. */
    static @Nullable BinaryFormat of(InputFile input, ReadOptions options) {
        byte[] head = input.head(HEAD);
        String name = input.source().toLowerCase(Locale.ROOT);
        if (NpyHeader.isNpy(head) || name.endsWith(".npy")) {
            return NPY;
        }
        if (starts(head, 'P', 'K', 3, 4)) {
            return NPZ;
        }
        return null;
    }

    private static boolean starts(byte[] head, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (i >= head.length || head[i] != (byte) bytes[i]) {
                return false;
            }
        }
        return true;
    }

    /** Opens samples; closing them closes the file. */
    Samples open(MappedFile file, ReadOptions options, MissingPolicy policy, ColumnChoice choice) {
        return NumericSamples.open(file, reader.apply(file), options, policy, choice);
    }
}
