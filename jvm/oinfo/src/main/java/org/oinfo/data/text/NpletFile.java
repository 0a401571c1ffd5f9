package org.oinfo.data.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Excerpt;
import org.oinfo.data.InputFile;
import org.oinfo.data.Variables;

/**
 * Reads n-plets, one a line: 0-based columns or names separated by {@code ,} or {@code ;}. Blank lines and lines that begin
 * with # are skipped. Any csv that oinfo writes is accepted too: its column {@code nplet} is taken.
 */
public final class NpletFile {
    private static final String CSV_COLUMN = "nplet";
    /** Columns that the header of every csv with n-plets has. */
    private static final List<String> CSV_COLUMNS = List.of("o", CSV_COLUMN);

    private final Variables variables;
    private final String source;
    /** Whether n-plets may hold constant columns. */
    private final boolean constants;

    private final Map<String, Integer> columns = new HashMap<>();

    private NpletFile(Variables variables, String source, boolean constants) {
        this.variables = variables;
        this.source = source;
        this.constants = constants;
        for (int i = 0; i < variables.names().size(); i++) {
            columns.putIfAbsent(variables.names().get(i), i);
        }
    }

    /**
     * Reads all n-plets.
     *
     * @param input the text
     * @param variables the variables that may appear
     * @return columns of the original data, each n-plet ascending, in the order of the lines
     * @throws BadInputException a line cannot be used; the message names it, counted from 1
     */
    public static List<int[]> read(InputFile input, Variables variables) throws IOException {
        try (BufferedReader reader = TextStream.reader(input)) {
            return read(reader, input.source(), variables);
        }
    }

    /** As {@link #read}, but n-plets may hold constant columns. */
    public static List<int[]> readWithConstants(InputFile input, Variables variables) throws IOException {
        try (BufferedReader reader = TextStream.reader(input)) {
            return new NpletFile(variables, input.source(), true).parse(reader);
        }
    }

    /**
     * As {@link #read(InputFile, Variables)}, of text at hand.
     *
     * @param reader the text
     * @param source what messages call it
     */
    static List<int[]> read(BufferedReader reader, String source, Variables variables) throws IOException {
        return new NpletFile(variables, source, false).parse(reader);
    }

    private List<int[]> parse(BufferedReader reader) throws IOException {
        List<int[]> nplets = new ArrayList<>();
        List<String> header = List.of();
        int number = 0;
        int extra = 0;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            number += 1 + extra;
            extra = 0;
            // In a csv of ours the names of an n-plet may have line breaks, in quotes.
            while (!header.isEmpty() && isOpen(line)) {
                String next = reader.readLine();
                if (next == null) {
                    break;
                }
                line += '\n' + next;
                extra++;
            }
            String text = (number == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line).strip();
            if (text.isEmpty() || text.startsWith("#")) {
                continue;
            }
            if (nplets.isEmpty() && header.isEmpty() && isHeader(text)) {
                List<String> names = List.of(text.split(",", -1));
                header = names.subList(0, names.indexOf(CSV_COLUMN) + 1);
            } else {
                nplets.add(nplet(header.isEmpty() ? text : csvField(text, header, number), number));
            }
        }
        if (nplets.isEmpty()) {
            throw new BadInputException(source + " must hold at least one n-plet: found none in " + number + " lines");
        }
        return nplets;
    }

    /** Whether a quote is open at the end. */
    private static boolean isOpen(String line) {
        return line.chars().filter(c -> c == '"').count() % 2 == 1;
    }

    /** Whether this is the header of a csv, and no n-plet of variables with such names. */
    private boolean isHeader(String text) {
        List<String> names = Arrays.asList(text.split(",", -1));
        return names.containsAll(CSV_COLUMNS) && !columns.keySet().containsAll(names);
    }

    /** The field nplet; those before it are numbers and words, never quoted. */
    private String csvField(String text, List<String> header, int line) {
        String[] fields = text.split(",", header.size() + 1);
        if (fields.length < header.size()) {
            throw refuse(
                    line,
                    "must have the columns " + Excerpt.oneLine(String.join(",", header)) + ": found " + fields.length
                            + " columns");
        }
        return fields[header.size() - 1];
    }

    private int[] nplet(String text, int line) {
        String[] tokens = text.split("[,;]", -1);
        int[] nplet = new int[tokens.length];
        for (int i = 0; i < tokens.length; i++) {
            nplet[i] = column(tokens[i].strip(), line);
        }
        Arrays.sort(nplet);
        String refusal = constants ? variables.refusalUnlessConstant(nplet) : variables.refusal(nplet);
        if (refusal != null) {
            throw refuse(line, refusal);
        }
        return nplet;
    }

    private int column(String token, int line) {
        if (!token.isEmpty() && token.chars().allMatch(c -> c >= '0' && c <= '9')) {
            try {
                return Integer.parseInt(token);
            } catch (NumberFormatException e) {
                throw refuse(line, "must hold columns 0 to " + (variables.originals() - 1) + ": found " + token);
            }
        }
        Integer column = columns.get(token);
        if (column == null) {
            String known = variables.named() ? " or names of variables" : "; the variables have no names";
            throw refuse(
                    line,
                    "must hold 0-based columns" + known + ": found " + Excerpt.of(token)
                            + (token.chars().anyMatch(NumberField::isBlank) ? "; put commas between them" : ""));
        }
        return column;
    }

    private BadInputException refuse(int line, String problem) {
        return new BadInputException(source + " line " + line + " (from 1): an n-plet " + problem);
    }
}
