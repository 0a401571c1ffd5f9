package org.oinfo.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;
import org.oinfo.ScoredNplet;
import org.oinfo.data.Variables;
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

    /** Writes the rows of those n-plets that are wanted. */
    void write(List<ScoredNplet> nplets, Predicate<ScoredNplet> wanted, int threads, Writer out) throws IOException {
        try {
            OrderedFold.<String>run(
                    Math.ceilDiv(nplets.size(), BLOCK),
                    threads,
                    new Watch(Monitor.NONE),
                    () -> {
                        StringBuilder text = new StringBuilder(BLOCK * ROW);
                        return number -> block(nplets, wanted, number * BLOCK, text);
                    },
                    (text, number) -> append(out, text));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void append(Writer out, String text) {
        try {
            out.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String block(List<ScoredNplet> nplets, Predicate<ScoredNplet> wanted, int from, StringBuilder text) {
        text.setLength(0);
        int to = Math.min(nplets.size() - from, BLOCK) + from;
        for (ScoredNplet nplet : nplets.subList(from, to)) {
            if (wanted.test(nplet)) {
                row(nplet, text);
            }
        }
        return text.toString();
    }

    private void row(ScoredNplet nplet, StringBuilder text) {
        int[] columns = nplet.variables();
        if (named && !allPlain(columns)) {
            quoted.row(nplet, text);
            return;
        }
        text.append(columns.length).append(',');
        number(nplet.tc(), text);
        number(nplet.dtc(), text);
        number(nplet.o(), text);
        number(nplet.s(), text);
        for (int i = 0; i < columns.length; i++) {
            text.append(i == 0 ? "" : ";").append(columns[i]);
        }
        for (int i = 0; named && i < columns.length; i++) {
            text.append(i == 0 ? ',' : ';').append(variables.label(columns[i]));
        }
        text.append('\n');
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
