package org.oinfo.data.array;

import java.util.List;
import org.oinfo.data.Warning;

/** A file that holds arrays, opened by the format it is in. Its memory is that of the {@link MappedFile} it was made from. */
public interface ArrayFile {
    /** What it holds, in the order of the file. */
    List<ArrayEntry> entries();

    /**
     * The numbers of an array; valid until the mapped file is closed.
     *
     * @param entry one of {@link #entries} that is numeric
     * @throws org.oinfo.data.BadInputException it is damaged
     */
    NumericArray read(ArrayEntry entry);

    /** What there is to know of how the array that was read lies in the file, such as axes that were undone. */
    default List<Warning> warnings() {
        return List.of();
    }
}
