package org.oinfo.report;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Formatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.oinfo.data.Excerpt;

/** A listing as aligned text for people: how it was made, the figures a line each, then the rows. */
final class ListingTable {
    private final Writer out;
    private final Listing listing;

    ListingTable(Writer out, Listing listing) {
        this.out = out;
        this.listing = listing;
    }

    void write() throws IOException {
        StringBuilder text = new StringBuilder();
        TableHeading.write(listing.run(), listing.unit(), new Formatter(text, Locale.ROOT));
        out.append(text);
        figures();
        rows();
        for (Listing.Figure figure : listing.figures()) {
            if (isConclusion(figure)) {
                out.append('\n').append(text(figure.column(), figure.value())).append('\n');
            }
        }
    }

    private void figures() throws IOException {
        List<Listing.Figure> shown = listing.figures().stream()
                .filter(figure -> !(figure.value() instanceof double[]) && !isConclusion(figure))
                .toList();
        int width = shown.stream()
                .mapToInt(figure -> figure.column().name().length())
                .max()
                .orElse(0);
        if (!shown.isEmpty()) {
            out.append('\n');
        }
        for (Listing.Figure figure : shown) {
            String name = figure.column().name();
            out.append("  ").append(words(name)).append(" ".repeat(width - name.length()));
            out.append("  ").append(text(figure.column(), figure.value())).append('\n');
        }
    }

    private static boolean isConclusion(Listing.Figure figure) {
        return figure.column().name().equals(Listing.CONCLUSION);
    }

    private void rows() throws IOException {
        List<Listing.Column> columns = listing.columns();
        List<String[]> cells = new ArrayList<>(listing.rows().size() + 1);
        cells.add(columns.stream().map(column -> words(column.name())).toArray(String[]::new));
        for (@Nullable Object[] row : listing.rows()) {
            String[] texts = new String[row.length];
            Arrays.setAll(texts, i -> text(columns.get(i), row[i]));
            cells.add(texts);
        }
        int[] widths = new int[columns.size()];
        for (String[] row : cells) {
            Arrays.setAll(widths, i -> Math.max(widths[i], row[i].length()));
        }
        out.append('\n');
        for (String[] row : cells) {
            out.append(line(row, widths)).append('\n');
        }
    }

    /** Numbers end below each other, words begin below each other. */
    private String line(String[] cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.length; i++) {
            Quantity quantity = listing.columns().get(i).quantity();
            boolean left = quantity == Quantity.TEXT || quantity == Quantity.NPLET;
            String room = " ".repeat(widths[i] - cells[i].length());
            line.append("  ").append(left ? cells[i] + room : room + cells[i]);
        }
        return line.toString().stripTrailing();
    }

    private static String words(String name) {
        return name.replace('_', ' ');
    }

    private String text(Listing.Column column, @Nullable Object value) {
        if (value == null) {
            return Provenance.NONE;
        }
        return switch (column.quantity()) {
            case TEXT -> Excerpt.oneLine(value.toString());
            case COUNT -> String.format(Locale.ROOT, "%,d", ((Number) value).longValue());
            case NPLET -> nplet((int[]) value);
            case NUMBER -> NumberText.of(((Number) value).doubleValue());
            case INFORMATION -> NumberText.of(listing.unit().of(((Number) value).doubleValue()));
        };
    }

    private String nplet(int[] columns) {
        String numbers = Arrays.stream(columns).mapToObj(Integer::toString).collect(Collectors.joining(";"));
        return listing.variables().named()
                ? numbers
                        + Arrays.stream(columns)
                                .mapToObj(column ->
                                        Excerpt.oneLine(listing.variables().label(column)))
                                .collect(Collectors.joining(", ", "  ", ""))
                : numbers;
    }
}
