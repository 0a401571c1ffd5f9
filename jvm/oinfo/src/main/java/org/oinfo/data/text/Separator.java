package org.oinfo.data.text;

/** What separates the fields of a line: one byte, or any run of spaces and tabs. */
record Separator(byte sign) {
    static final Separator COMMA = new Separator((byte) ',');
    static final Separator SEMICOLON = new Separator((byte) ';');
    static final Separator TAB = new Separator((byte) '\t');
    static final Separator BLANKS = new Separator((byte) ' ');

    /** Whether a run of spaces and tabs separates, and those at the ends of a line mean nothing. */
    boolean blanks() {
        return sign == ' ';
    }

    /** Whether a byte ends a field within a line. */
    boolean ends(byte c) {
        return c == sign || (blanks() && c == '\t');
    }

    /** Whether a byte beside a field means nothing. */
    boolean pads(byte c) {
        return c == ' ' || (c == '\t' && sign != '\t');
    }

    /** Decimal signs that numbers may have: a comma, too, where it does not separate. */
    boolean allowsDecimalComma() {
        return sign != ',';
    }

    /** Its name in messages. */
    String named() {
        return switch (sign) {
            case ',' -> "comma";
            case ';' -> "semicolon";
            case '\t' -> "tab";
            case ' ' -> "blanks";
            default -> Character.toString(sign);
        };
    }
}
