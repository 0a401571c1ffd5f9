package org.oinfo.data.options;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a file does not say of itself. Immutable: each {@code with...} returns other options.
 *
 * @param missing what to do with samples that hold NaN, an infinity or a missing value
 * @param header whether the first line of a text file names the columns
 * @param marks words of a text file that stand for a missing value, besides those that are always read so; in any case of letters
 * @param dataset name of the array to read from a file that holds several, or null for the only one
 * @param axes what each axis of an array is, or null for rows of samples and columns of variables
 * @param rows the rows that are samples
 * @param raw what the numbers of a file without a header are, or null where the file says so
 */
public record ReadOptions(
        Missing missing,
        Header header,
        List<String> marks,
        @Nullable String dataset,
        @Nullable Axes axes,
        RowChoice rows,
        @Nullable RawNumbers raw) {
    public ReadOptions {
        marks = List.copyOf(marks);
    }

    /** Missing values are refused, a header is told from what stands there, the file holds one array, of which all is read. */
    public static ReadOptions defaults() {
        return new ReadOptions(Missing.REFUSE, Header.AUTO, List.of(), null, null, RowChoice.ALL, null);
    }

    public ReadOptions withMissing(Missing value) {
        return new ReadOptions(value, header, marks, dataset, axes, rows, raw);
    }

    public ReadOptions withHeader(Header value) {
        return new ReadOptions(missing, value, marks, dataset, axes, rows, raw);
    }

    public ReadOptions withMarks(List<String> value) {
        return new ReadOptions(missing, header, value, dataset, axes, rows, raw);
    }

    public ReadOptions withDataset(@Nullable String value) {
        return new ReadOptions(missing, header, marks, value, axes, rows, raw);
    }

    public ReadOptions withAxes(@Nullable Axes value) {
        return new ReadOptions(missing, header, marks, dataset, value, rows, raw);
    }

    public ReadOptions withRows(RowChoice value) {
        return new ReadOptions(missing, header, marks, dataset, axes, value, raw);
    }

    public ReadOptions withRaw(@Nullable RawNumbers value) {
        return new ReadOptions(missing, header, marks, dataset, axes, rows, value);
    }
}
