package org.oinfo.data.parquet;

import dev.hardwood.schema.ColumnSchema;
import dev.hardwood.schema.FileSchema;
import dev.hardwood.schema.SchemaNode;
import java.util.List;
import java.util.Map;
import org.oinfo.data.array.NumberType;
import org.oinfo.data.array.NumericArray;
import org.oinfo.data.arrow.TensorShapes;
import org.oinfo.data.table.TableColumn;

/** What the columns of a Parquet file hold: a value in each row, or lists, or tensors that Arrow noted. */
final class ParquetColumns {
    /** Where Arrow's writers keep their own schema, in base64. */
    private static final String ARROW = "ARROW:schema";

    private final FileSchema schema;
    private final Map<String, List<Long>> tensors;

    ParquetColumns(FileSchema schema, Map<String, String> notes) {
        this.schema = schema;
        String note = notes.get(ARROW);
        this.tensors = note == null ? Map.of() : TensorShapes.noted(note);
    }

    /** Whether a column is all that a field at the top holds: lists of numbers, or lists of such lists. */
    boolean isList(ColumnSchema column) {
        if (column.maxRepetitionLevel() == 0 || ColumnNumbers.kind(column) == TableColumn.Kind.OTHER) {
            return false;
        }
        SchemaNode node = schema.getField(column.fieldPath().topLevelName());
        while (node instanceof SchemaNode.GroupNode group) {
            if (group.children().size() != 1) {
                return false;
            }
            node = group.children().getFirst();
        }
        return true;
    }

    /** A column with a value in each row, or of lists that are not read. */
    TableColumn single(ColumnSchema column) {
        String name = column.fieldPath().toString();
        return column.maxRepetitionLevel() == 0
                ? new TableColumn(name, List.of(), type(column), ColumnNumbers.kind(column))
                : new TableColumn(name, List.of(), "list of " + type(column), TableColumn.Kind.OTHER);
    }

    /**
     * A column of lists.
     *
     * @param lengths of the lists of the first row
     */
    TableColumn lists(ColumnSchema column, List<Long> lengths) {
        String name = column.fieldPath().topLevelName();
        if (lengths.isEmpty() || lengths.contains(0L)) {
            String type = "list of " + type(column) + ", empty in row 0";
            return new TableColumn(name, List.of(), type, TableColumn.Kind.OTHER);
        }
        List<Long> tensor = tensors.getOrDefault(name, lengths);
        boolean fits = lengths.equals(List.of(NumericArray.elements(tensor)));
        return new TableColumn(name, fits ? tensor : lengths, type(column), ColumnNumbers.kind(column));
    }

    /** The lengths of a column's lists; of a tensor there is one list of all its numbers. */
    static List<Long> lengths(TableColumn described, ColumnSchema column) {
        return column.maxRepetitionLevel() == 1 ? List.of(described.width()) : described.shape();
    }

    private static String type(ColumnSchema column) {
        if (ColumnNumbers.kind(column) == TableColumn.Kind.REAL) {
            return switch (column.type()) {
                case FLOAT -> NumberType.F4.code();
                case DOUBLE -> NumberType.F8.code();
                default -> NumberType.F2.code();
            };
        }
        return column.logicalType() == null
                ? column.type().toString()
                : column.logicalType().getClass().getSimpleName().replace("Type", "");
    }
}
