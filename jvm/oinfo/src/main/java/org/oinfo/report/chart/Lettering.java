package org.oinfo.report.chart;

/**
 * Texts in drawings: how wide they are, shortened to what there is room for, and escaped. Widths are those of the widest of the common
 * fonts without serifs (DejaVu Sans), told by the kind of letter, so that a drawing does not depend on the machine that makes it.
 */
public final class Lettering {
    private static final String NARROW = "ijltfrI.,;:'|!()[] -/\\";
    private static final String WIDE = "mwMW@%";
    private static final String SIGNS = "<>=+~#^";
    private static final int FIRST_FULL_WIDTH = 0x1100;

    /** Pixels of a name among others. */
    private static final double NAME = 120;

    private Lettering() {}

    /** Pixels that a text takes at most. */
    static double width(String text) {
        return text.codePoints().mapToDouble(Lettering::width).sum();
    }

    private static double width(int letter) {
        if (letter >= FIRST_FULL_WIDTH) {
            return letter < 0x2000 || letter > 0x2fff ? Svg.LETTER * 1.2 : Svg.LETTER;
        }
        if (NARROW.indexOf(letter) >= 0) {
            return 0.41 * Svg.LETTER;
        }
        if (WIDE.indexOf(letter) >= 0) {
            return Svg.LETTER;
        }
        if (SIGNS.indexOf(letter) >= 0) {
            return 0.84 * Svg.LETTER;
        }
        return (Character.isUpperCase(letter) ? 0.79 : 0.635) * Svg.LETTER;
    }

    /** A name that leaves room for others. */
    public static String shortened(String name) {
        return fitted(name, NAME);
    }

    /** A text that is no wider, without its middle where it has to be: names often differ at their ends. */
    static String fitted(String text, double room) {
        String shown = shown(text);
        if (width(shown) <= room) {
            return shown;
        }
        int[] letters = shown.codePoints().toArray();
        int head = 0;
        int tail = 0;
        double left = room - width("…");
        while (head + tail < letters.length) {
            int next = head <= tail ? letters[head] : letters[letters.length - 1 - tail];
            left -= width(next);
            if (left < 0) {
                break;
            }
            if (head <= tail) {
                head++;
            } else {
                tail++;
            }
        }
        return new String(letters, 0, head) + '…' + new String(letters, letters.length - tail, tail);
    }

    /** A text for XML and HTML. */
    static String escaped(String text) {
        return shown(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /**
     * A text without what cannot be seen or stand in XML: control characters, halves of characters, and marks that would turn the
     * letters beside it around. Each becomes the sign for such a letter.
     */
    public static String shown(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(letter -> clean.appendCodePoint(isShown(letter) ? letter : 0xfffd));
        return clean.toString();
    }

    private static boolean isShown(int letter) {
        boolean turns = letter >= 0x202a && letter <= 0x202e;
        boolean half = letter >= Character.MIN_SURROGATE && letter <= Character.MAX_SURROGATE;
        return !Character.isISOControl(letter) && !turns && !half && (letter & 0xfffe) != 0xfffe;
    }
}
