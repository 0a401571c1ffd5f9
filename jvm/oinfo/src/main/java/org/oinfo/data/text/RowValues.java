package org.oinfo.data.text;

import java.util.Arrays;

/** The chosen values of a row, and what is wrong with it: text, missing values. Reads fields that are no plain numbers. */
final class RowValues {
    static final int NONE = -1;

    /** A longer text is hardly a mark. */
    private static final int LONGEST_MARK = 16;

    private final MissingMarks marks;
    private final WordColumn words;
    private final boolean commaAllowed;
    private final boolean label;
    private final DecimalBytes number = new DecimalBytes();

    /** Chosen columns, ascending. */
    private final int[] columns;

    /** [columns + 1]: the last is the row's label. */
    private final double[] values;

    /** Places of missing values. */
    private final int[] missing;

    private int missingCount;
    private String missingText = "";
    private int textPlace;
    private int textCount;
    private String badText = "";
    private boolean pointSeen;
    private boolean commaSure;

    /**
     * Values of some columns.
     *
     * @param label whether rows begin with a number that counts them
     */
    RowValues(int[] columns, boolean label, Separator separator, MissingMarks marks, WordColumn words) {
        this.columns = columns;
        this.label = label;
        this.commaAllowed = separator.allowsDecimalComma();
        this.marks = marks;
        this.words = words;
        this.values = new double[columns.length + 1];
        this.missing = new int[columns.length];
    }

    DecimalBytes number() {
        return number;
    }

    boolean hasLabel() {
        return label;
    }

    /** The chosen column that may hold words, or NONE. */
    int wordColumn() {
        return Arrays.stream(columns).filter(words::is).findFirst().orElse(NONE);
    }

    /** Forgets the row before. */
    void begin() {
        missingCount = 0;
        textPlace = NONE;
        textCount = 0;
    }

    void value(int place, double value) {
        values[place] = value;
    }

    /** Reads a field that is no plain number. */
    void text(int place, FieldReader field) {
        String text = NumberField.strip(field.text());
        if (place == columns.length) {
            values[place] = NumberField.parse(text);
            return;
        }
        double value = parse(text);
        boolean word = words.is(columns[place]);
        if (word) {
            value = words.read(columns[place], text, value, marks);
        }
        if (word ? marks.hasWord(text) : marks.has(text)) {
            values[place] = Double.NaN;
            missingText = missingCount == 0 ? field.text() : missingText;
            missing[missingCount++] = place;
        } else if (Double.isFinite(value)) {
            values[place] = value;
        } else {
            textCount++;
            if (textPlace == NONE) {
                textPlace = place;
                badText = field.text();
            }
        }
    }

    /** A number with the decimal sign of those before; where there was none, that may be a comma. */
    private double parse(String text) {
        double value = NumberField.parse(text, (char) number.decimal());
        if (Double.isFinite(value)) {
            pointSeen |= number.decimal() == '.' && text.indexOf('.') >= 0;
            return value;
        }
        if (!commaAllowed || number.decimal() == ',' || pointSeen || number.decimalSeen()) {
            return value;
        }
        double withComma = NumberField.parse(text, ',');
        if (Double.isFinite(withComma)) {
            number.decimal((byte) ',');
            commaSure = !NumberField.hasThousands(text);
        }
        return withComma;
    }

    /** Whether commas were read as decimal signs though every one could as well separate thousands. */
    boolean isCommaDoubtful() {
        return number.decimal() == ',' && !commaSure && !number.thousandsExcluded();
    }

    /** The values [columns], and after them the label; overwritten by the next row. */
    double[] values() {
        return values;
    }

    double labelValue() {
        return values[columns.length];
    }

    /** Whether a field is neither a number nor a missing value. */
    boolean hasText() {
        return textPlace != NONE;
    }

    int textColumn() {
        return columns[textPlace];
    }

    String badText() {
        return badText;
    }

    /** Whether no field holds a number, such as units or names do. */
    boolean isOfWords() {
        return textCount + missingCount == columns.length && badText.chars().noneMatch(Character::isDigit);
    }

    /** Whether the text may be a mark of missing values that is not known: one short word. */
    boolean mayBeMark() {
        return textCount == 1
                && badText.length() <= LONGEST_MARK
                && badText.chars().noneMatch(c -> Character.isDigit(c) || Character.isISOControl(c));
    }

    /** What to do about the text. */
    String remedy() {
        if (NumberField.hasThousands(badText)) {
            return "remove the thousands separators";
        }
        char other = number.decimal() == ',' ? '.' : ',';
        if (!Double.isFinite(NumberField.parse(badText, other))) {
            return "correct it, or leave that column out";
        }
        return number.decimal() == ',' || (pointSeen && commaAllowed) || (number.decimalSeen() && commaAllowed)
                ? "write the same decimal sign in all numbers"
                : "write a decimal point instead of the comma";
    }

    /** Number of values that are missing or infinite. */
    int missingCount() {
        return missingCount;
    }

    /** Places of those values among the chosen ones, the first of them [missingCount]. */
    int[] missing() {
        return missing;
    }

    int missingColumn() {
        return columns[missing[0]];
    }

    String missingText() {
        return missingText;
    }
}
