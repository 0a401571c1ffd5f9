package org.oinfo.report;

import org.oinfo.data.Excerpt;

/** Text as a csv may hold it: a terminal shows it and a spreadsheet does not run it. */
final class CellText {
    /** What makes a spreadsheet take a cell for a formula, the blanks that it skips included. */
    private static final String FORMULA = "=+-@\t\r\n";

    private CellText() {}

    /** Text of a cell: line breaks and tabs stay, other control characters become '?', and a ' goes before a formula. */
    static String of(String text) {
        StringBuilder cell = new StringBuilder(text.length() + 1);
        if (!text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0) {
            cell.append('\'');
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean breaks = c == '\n' || c == '\t' || (c == '\r' && text.startsWith("\n", i + 1));
            cell.append(breaks || Excerpt.isShown(c) ? c : '?');
        }
        return cell.toString();
    }
}
