package org.oinfo.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.BitSet;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.oinfo.ScoredNplet;
import org.oinfo.ScoredNplets;
import org.oinfo.data.Variables;
import org.oinfo.kernels.MeasuresKernel;
import org.oinfo.parallel.Monitor;
import org.oinfo.parallel.OrderedFold;
import org.oinfo.parallel.Watch;

/**
 * The csv rows of n-plets, of which there may be millions: blocks of them on several threads, written in order. Numbers and plain
 * names need no quotes; a row with any other name is left to the csv writer.
 */
final class MeasureRows {
    private static final int BLOCK = 2048;
    /** Most rows are shorter. */
    private static final int ROW = 128;

    /** Writes a row whose names may need quotes. */
    @FunctionalInterface
    interface Quoted {
        void row(ScoredNplet nplet, StringBuilder out);
    }

    private final Variables variables;
    private final Unit unit;
    private final boolean named;
    private final Quoted quoted;
    /** Columns whose names may stand as they are. */
    private final BitSet plain = new BitSet();

    /**
     * Rows of n-plets of some variables.
     *
     * @param named whether rows end with names
     */
    MeasureRows(Variables variables, Unit unit, boolean named, Quoted quoted) {
        this.variables = variables;
        this.unit = unit;
        this.named = named;
        this.quoted = quoted;
        for (int column = 0; column < variables.originals(); column++) {
            if (variables.named() && isPlain(variables.label(column))) {
                plain.set(column);
            }
        }
    }

    private static boolean isPlain(String name) {
        return !name.isEmpty()
                && Character.isLetterOrDigit(name.charAt(0))
                && name.chars().allMatch(c -> c > ' ' && c < 127 && c != ',' && c != '"');
    }

    void write(List<ScoredNplet> nplets, int threads, Writer out) throws IOException {
        // Texts that are written are filled again: new ones would cost as much as the numbers in them.
        Queue<StringBuilder> free = new ConcurrentLinkedQueue<>();
        char[] written = new char[BLOCK * ROW];
        try {
            OrderedFold.<StringBuilder>run(
                    Math.ceilDiv(nplets.size(), BLOCK),
                    threads,
                    new Watch(Monitor.NONE),
                    () -> {
                        Block block = new Block(nplets);
                        return number -> {
                            StringBuilder text = free.poll();
                            return block.rows(number * BLOCK, text == null ? new StringBuilder(BLOCK * ROW) : text);
                        };
                    },
                    (text, number) -> {
                        append(text, written, out);
                        text.setLength(0);
                        free.add(text);
                    });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void append(StringBuilder text, char[] chars, Writer out) {
        try {
            for (int from = 0; from < text.length(); from += chars.length) {
                int to = Math.min(text.length() - from, chars.length) + from;
                text.getChars(from, to, chars, 0);
                out.write(chars, 0, to - from);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes the rows of one block after the other. */
    private final class Block {
        private final List<ScoredNplet> nplets;
        private final double[] values = new double[BLOCK * MeasuresKernel.VALUES];

        Block(List<ScoredNplet> nplets) {
            this.nplets = nplets;
        }

        StringBuilder rows(int from, StringBuilder text) {
            int to = Math.min(nplets.size() - from, BLOCK) + from;
            if (nplets instanceof ScoredNplets given) {
                rows(given, from, to, text);
                return text;
            }
            for (ScoredNplet nplet : nplets.subList(from, to)) {
                if (!row(nplet.variables(), nplet.measures().values(), 0, text)) {
                    quoted.row(nplet, text);
                }
            }
            return text;
        }

        /** The same without objects for each n-plet, all values at once. */
        private void rows(ScoredNplets given, int from, int to, StringBuilder text) {
            given.values(from, to, values);
            for (int i = 0; i < to - from; i++) {
                if (!row(given.columns(from + i), values, i * MeasuresKernel.VALUES, text)) {
                    quoted.row(given.get(from + i), text);
                }
            }
        }
    }

    /** Appends the row of columns and values[at .. at+3], TC, DTC, Omega and S; false where a name needs quotes. */
    private boolean row(int[] columns, double[] values, int at, StringBuilder text) {
        if (named && !allPlain(columns)) {
            return false;
        }
        text.append(columns.length).append(',');
        for (int i = 0; i < MeasuresKernel.VALUES; i++) {
            number(values[at + i], text);
        }
        text.append(columns[0]);
        for (int i = 1; i < columns.length; i++) {
            text.append(';').append(columns[i]);
        }
        for (int i = 0; named && i < columns.length; i++) {
            text.append(i == 0 ? ',' : ';').append(variables.label(columns[i]));
        }
        text.append('\n');
        return true;
    }

    private boolean allPlain(int[] columns) {
        for (int column : columns) {
            if (!plain.get(column)) {
                return false;
            }
        }
        return true;
    }

    /** The shortest form that reads back the same; empty when there is no value. */
    private void number(double nats, StringBuilder text) {
        if (Double.isFinite(nats)) {
            text.append(unit.of(nats));
        }
        text.append(',');
    }
}
