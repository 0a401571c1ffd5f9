package org.oinfo.data.npy;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oinfo.data.Excerpt;

/**
 * The header of an .npy file: a Python dictionary literal with exactly the keys {@code descr}, {@code fortran_order} and
 * {@code shape}, in any order, padded with blanks.
 *
 * @param descr the dtype: the content of the string, or the literal itself where it is a list (a structured dtype)
 * @param fortranOrder whether the first index runs fastest
 * @param shape the dimensions
 */
record NpyDictionary(String descr, boolean fortranOrder, List<Long> shape) {
    /** Where the text stops being such a dictionary. */
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;

        Malformed(String message) {
            super(message);
        }
    }

    /**
     * Parses the literal.
     *
     * @throws Malformed with what was expected and at which character
     */
    static NpyDictionary parse(String text) throws Malformed {
        return new Cursor(text).dictionary();
    }

    private static final class Cursor {
        private final String text;
        private int at;

        Cursor(String text) {
            this.text = text;
        }

        NpyDictionary dictionary() throws Malformed {
            String descr = null;
            Boolean fortranOrder = null;
            List<Long> shape = null;
            expect('{');
            while (!take('}')) {
                String key = string();
                expect(':');
                boolean repeated = switch (key) {
                    case "descr" -> descr != null;
                    case "fortran_order" -> fortranOrder != null;
                    case "shape" -> shape != null;
                    default -> throw new Malformed("the unknown key " + Excerpt.of(key));
                };
                if (repeated) {
                    throw new Malformed("the key " + key + " twice");
                }
                switch (key) {
                    case "descr" -> descr = dtype();
                    case "fortran_order" -> fortranOrder = bool();
                    default -> shape = tuple();
                }
                if (!take(',') && peek() != '}') {
                    throw expected("',' or '}'");
                }
            }
            peek();
            if (at < text.length()) {
                throw expected("the end");
            }
            return complete(descr, fortranOrder, shape);
        }

        private static NpyDictionary complete(
                @Nullable String descr, @Nullable Boolean fortranOrder, @Nullable List<Long> shape) throws Malformed {
            if (descr == null || fortranOrder == null || shape == null) {
                String missing = descr == null ? "descr" : fortranOrder == null ? "fortran_order" : "shape";
                throw new Malformed("no key " + missing);
            }
            return new NpyDictionary(descr, fortranOrder, shape);
        }

        private static final char END = '\0';

        /** The next character that is not blank, or END. */
        private char peek() {
            while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
            return at < text.length() ? text.charAt(at) : END;
        }

        private boolean take(char c) {
            if (peek() != c || at >= text.length()) {
                return false;
            }
            at++;
            return true;
        }

        private void expect(char c) throws Malformed {
            if (!take(c)) {
                throw expected("'" + c + "'");
            }
        }

        private Malformed expected(String what) {
            char found = peek();
            String shown = at >= text.length() ? "the end" : Excerpt.of(String.valueOf(found));
            return new Malformed(shown + " where " + what + " belongs (character " + at + ")");
        }

        private String string() throws Malformed {
            char quote = peek();
            if (quote != '\'' && quote != '"') {
                throw expected("a string");
            }
            int end = text.indexOf(quote, at + 1);
            if (end < 0) {
                throw new Malformed("a string without end (character " + at + ")");
            }
            String content = text.substring(at + 1, end);
            at = end + 1;
            return content;
        }

        /** A string, or a list such as [('x', '<f8')], taken as it stands. */
        private String dtype() throws Malformed {
            if (peek() != '[' && peek() != '(') {
                return string();
            }
            int start = at;
            int depth = 0;
            do {
                switch (peek()) {
                    case '[', '(' -> depth++;
                    case ']', ')' -> depth--;
                    case '\'', '"' -> {
                        string();
                        at--;
                    }
                    default -> {
                        if (at >= text.length()) {
                            throw new Malformed("a list without end (character " + start + ")");
                        }
                    }
                }
                at++;
            } while (depth > 0);
            return text.substring(start, at);
        }

        private boolean bool() throws Malformed {
            peek();
            for (boolean value : new boolean[] {true, false}) {
                String word = value ? "True" : "False";
                if (text.startsWith(word, at)) {
                    at += word.length();
                    return value;
                }
            }
            throw expected("True or False");
        }

        private List<Long> tuple() throws Malformed {
            List<Long> items = new ArrayList<>();
            expect('(');
            while (!take(')')) {
                items.add(integer());
                boolean comma = take(',');
                if (!comma && (items.size() == 1 || peek() != ')')) {
                    throw expected("','");
                }
            }
            return List.copyOf(items);
        }

        private long integer() throws Malformed {
            peek();
            int start = at;
            while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
                at++;
            }
            if (at == start) {
                throw expected("a dimension");
            }
            try {
                long value = Long.parseLong(text, start, at, 10);
                // Python 2 wrote long integers as 3L.
                if (at < text.length() && text.charAt(at) == 'L') {
                    at++;
                }
                return value;
            } catch (NumberFormatException e) {
                throw new Malformed("a dimension beyond 2^63 (character " + start + ")");
            }
        }
    }
}
