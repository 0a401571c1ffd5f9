package org.oinfo.data.arrow;

import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Excerpt;
import org.oinfo.data.array.MappedFile;
import org.oinfo.data.array.NumericArray;
import org.oinfo.data.table.PandasNote;
import org.oinfo.data.table.Table;
import org.oinfo.data.table.TableColumn;

/** The columns of an Arrow file or stream; nulls are missing values. */
public final class ArrowTable implements Table {
    private final MappedFile file;
    private final ArrowMessages messages;
    private final List<TableColumn> columns;
    private final int rows;

    /**
     * Reads the description of every batch; closes with the file.
     *
     * @throws BadInputException it is damaged, compressed, or has no rows
     */
    public ArrowTable(MappedFile file) {
        this.file = file;
        this.messages = whole(() -> new ArrowMessages(file.bytes()));
        this.rows = whole(this::countRows);
        if (rows == 0) {
            throw new BadInputException("the input must hold data: " + file.source() + " has no rows");
        }
        this.columns = whole(() -> messages.fields().fields().stream()
                .map(field -> ArrowColumn.described(field, messages.batches()))
                .toList());
    }

    private int countRows() {
        long sum = 0;
        for (ArrowBatch batch : messages.batches()) {
            sum = Math.addExact(sum, batch.rows());
        }
        Damage.require(sum <= Integer.MAX_VALUE, "it speaks of " + sum + " rows");
        return (int) sum;
    }

    private <T> T whole(Supplier<T> work) {
        try {
            return work.get();
        } catch (BadInputException e) {
            throw e;
        } catch (ArrowBatch.PackedBuffers e) {
            throw new BadInputException("an Arrow file must be written without compression: " + file.source()
                    + " is compressed; write it again: python -c \"import pyarrow.feather as f;"
                    + " f.write_feather(f.read_table('" + file.source()
                    + "'), 'plain.arrow', compression='uncompressed')\"");
        } catch (RuntimeException | AssertionError e) {
            // Offsets that lead out of a message are found by the library that follows them.
            throw new BadInputException("an Arrow file must be whole: " + file.source() + " cannot be read ("
                    + Excerpt.oneLine(String.valueOf(e.getMessage())) + "); copy it again, or save it as Parquet");
        }
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public List<TableColumn> columns() {
        return columns;
    }

    @Override
    public Set<String> rowLabels() {
        List<String> names = columns.stream().map(TableColumn::name).toList();
        return PandasNote.rowLabels(whole(() -> messages.note(PandasNote.KEY)), names);
    }

    @Override
    public void check(int column) {
        whole(() -> {
            // Truth values take a bit, everything else more.
            long most = Byte.SIZE * file.bytes().byteSize();
            long width = columns.get(column).width();
            Damage.require(width >= 0 && width <= most / rows, "it speaks of more values than it can hold");
            return column;
        });
    }

    @Override
    public NumericArray read(int column, Arena arena) {
        return whole(() -> {
            TableColumn described = columns.get(column);
            List<Long> shape = new ArrayList<>(List.of((long) rows));
            shape.addAll(described.shape());
            ArrowColumn read =
                    new ArrowColumn(file.source(), messages.fields().fields().get(column), messages.batches());
            return read.read(shape, arena);
        });
    }
}
