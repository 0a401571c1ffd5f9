package org.oinfo.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.oinfo.BadInputException;
import org.oinfo.Variables;

/**
 * Reads n-plets, one a line: 0-based columns or names separated by {@code ,} or {@code ;}. Blank lines and lines that begin
 * with # are skipped. The csv that oinfo writes is accepted too: its column {@code nplet} is taken.
 */
public final class NpletFile {
    /** How the csv that oinfo writes begins. */
    public static final String CSV_HEADER = "order,tc,dtc,o,s,nplet";

    private static final int CSV_COLUMN = 5;

    private final Variables variables;
    private final String source;
    private final Map<String, Integer> columns = new HashMap<>();

    private NpletFile(Variables variables, String source) {
        this.variables = variables;
        this.source = source;
        for (int i = 0; i < variables.names().size(); i++) {
            columns.putIfAbsent(variables.names().get(i), i);
        }
    }

    /**
     * Reads all n-plets.
     *
     * @param reader the text
     * @param source what messages call it
     * @param variables the variables that may appear
     * @return columns of the original data, each n-plet ascending, in the order of the lines
     * @throws BadInputException a line cannot be used; the message names it, counted from 1
     */
    public static List<int[]> read(BufferedReader reader, String source, Variables variables) throws IOException {
        return new NpletFile(variables, source).parse(reader);
    }

    private List<int[]> parse(BufferedReader reader) throws IOException {
        List<int[]> nplets = new ArrayList<>();
        boolean csv = false;
        int number = 0;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            number++;
            String text = (number == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line).strip();
            if (text.isEmpty() || text.startsWith("#")) {
                continue;
            }
            if (nplets.isEmpty() && !csv && text.startsWith(CSV_HEADER)) {
                csv = true;
            } else {
                nplets.add(nplet(csv ? csvField(text, number) : text, number));
            }
        }
        if (nplets.isEmpty()) {
            throw new BadInputException(source + " must hold at least one n-plet: found none in " + number + " lines");
        }
        return nplets;
    }

    /** The field nplet; the five before it are numbers and never quoted. */
    private String csvField(String text, int line) {
        String[] fields = text.split(",", CSV_COLUMN + 2);
        if (fields.length <= CSV_COLUMN) {
            throw refuse(line, "must have the columns " + CSV_HEADER + ": found " + fields.length + " columns");
        }
        return fields[CSV_COLUMN];
    }

    private int[] nplet(String text, int line) {
        String[] tokens = text.split("[,;]", -1);
        int[] nplet = new int[tokens.length];
        for (int i = 0; i < tokens.length; i++) {
            nplet[i] = column(tokens[i].strip(), line);
        }
        Arrays.sort(nplet);
        String refusal = variables.refusal(nplet);
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
            throw refuse(line, "must hold 0-based columns" + known + ": found \"" + token + "\"");
        }
        return column;
    }

    private BadInputException refuse(int line, String problem) {
        return new BadInputException(source + " line " + line + " (from 1): an n-plet " + problem);
    }
}
