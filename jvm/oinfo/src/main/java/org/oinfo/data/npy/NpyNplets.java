package org.oinfo.data.npy;

import java.util.List;
import org.oinfo.data.BadInputException;
import org.oinfo.data.InputFile;
import org.oinfo.data.NpletTable;
import org.oinfo.data.Variables;
import org.oinfo.data.array.MappedFile;
import org.oinfo.data.array.NumberType;
import org.oinfo.data.array.NumericArray;

/** Reads n-plets from an .npy of whole numbers [n-plets, order]: a row for each, 0-based columns. */
public final class NpyNplets {
    /** Numbers that are converted at a time. */
    private static final int CHUNK = 1 << 13;
    /** The longest array; analyses that keep the four measures of all n-plets keep them in one. */
    private static final int MOST = Integer.MAX_VALUE - 8;

    private NpyNplets() {}

    /**
     * Reads all n-plets.
     *
     * @param constants whether they may hold constant columns
     * @return columns of the original data, each n-plet ascending, in the order of the rows
     * @throws BadInputException a row cannot be used; the message names it, counted from 0 as numpy does
     */
    public static NpletTable read(InputFile input, Variables variables, boolean constants) {
        try (MappedFile file = MappedFile.open(input)) {
            String source = file.source();
            NpyHeader header = NpyHeader.read(file.bytes(), source);
            requireTable(header, source);
            int order = header.columns();
            int[] members = members(header.array(file.bytes()), header.rows(), order, variables, source);
            file.requireUnchanged();
            return NpletTable.checked(order, members, variables, constants, row -> nplet(source, row));
        }
    }

    private static String nplet(String source, long row) {
        return source + " row " + row + " (from 0): an n-plet";
    }

    private static void requireTable(NpyHeader header, String source) {
        List<Long> shape = header.shape();
        if (header.type().isFloating() || header.type() == NumberType.B1) {
            throw new BadInputException("n-plets must be whole numbers (i1 to i8, u1 to u8): " + source + " holds type "
                    + header.type().code() + "; save it with x.astype(\"i4\")");
        }
        if (shape.size() != 2 || shape.contains(0L)) {
            throw new BadInputException("n-plets must be an array of 2 dimensions, n-plets by members: " + source
                    + " has shape " + NumericArray.shown(shape) + "; a row is an n-plet");
        }
        long most = Math.min(MOST / 4, MOST / shape.getLast());
        if (shape.getFirst() > most) {
            throw new BadInputException("n-plets of order " + shape.getLast() + " must be at most " + most
                    + " at a time: " + source + " has " + shape.getFirst() + "; split it");
        }
    }

    private static int[] members(NumericArray array, int rows, int order, Variables variables, String source) {
        int[] members = new int[rows * order];
        // Element e is member e / rows of row e % rows where the first axis runs fastest.
        boolean transposed = array.fortranOrder();
        double[] chunk = new double[Math.min(CHUNK, members.length)];
        for (int from = 0; from < members.length; from += chunk.length) {
            int count = Math.min(chunk.length, members.length - from);
            array.decode(from, chunk, 0, count);
            for (int i = 0; i < count; i++) {
                int element = from + i;
                int at = transposed ? element % rows * order + element / rows : element;
                int column = (int) chunk[i];
                if (column != chunk[i]) {
                    throw new BadInputException(nplet(source, at / order) + " must hold columns 0 to "
                            + (variables.originals() - 1) + ": found " + String.format("%.0f", chunk[i]));
                }
                members[at] = column;
            }
        }
        return members;
    }
}
