package org.oinfo.study.capture;

import org.oinfo.data.BadInputException;
import org.oinfo.data.Excerpt;

/**
 * What becomes of the positions of a tensor in which an example has several, such as the tokens of a text or the places of a map.
 *
 * @param kind which are taken
 * @param index the one that is taken, where it is {@link Kind#ONE}
 */
public record Positions(Kind kind, int index) {
    /** A neuron answers with its mean over the positions. */
    public static final Positions MEAN = new Positions(Kind.MEAN, 0);

    /** Which positions. */
    public enum Kind {
        /** Their mean. */
        MEAN,
        /** Each is a sample of its own. */
        ALL,
        /** The first. */
        FIRST,
        /** The last. */
        LAST,
        /** The one of an index. */
        ONE
    }

    /**
     * Reads what is typed: mean, all, first, last, or an index from 0.
     *
     * @throws BadInputException it is none of these
     */
    public static Positions parse(String text) {
        return switch (text) {
            case "mean" -> MEAN;
            case "all" -> new Positions(Kind.ALL, 0);
            case "first" -> new Positions(Kind.FIRST, 0);
            case "last" -> new Positions(Kind.LAST, 0);
            default -> {
                if (!text.matches("\\d{1,9}")) {
                    throw new BadInputException(
                            "--positions must be mean, all, first, last or the index of one, from 0:" + " found "
                                    + Excerpt.of(text));
                }
                yield new Positions(Kind.ONE, Integer.parseInt(text));
            }
        };
    }

    /** Whether a tensor has the position that is taken; one without positions has one answer for any. */
    boolean isIn(int positions) {
        return kind != Kind.ONE || positions == 1 || index < positions;
    }

    /** Rows that an example becomes. */
    int rows(int positions) {
        return kind == Kind.ALL ? positions : 1;
    }

    /**
     * Rows that examples become.
     *
     * @throws BadInputException they are more than a capture can have
     */
    int rows(int examples, int positions) {
        long rows = (long) examples * rows(positions);
        if (rows > Integer.MAX_VALUE) {
            throw new BadInputException(
                    "a capture must have at most " + Integer.MAX_VALUE + " samples: found " + examples + " examples of "
                            + positions + " positions each; give fewer examples, or leave --positions all out");
        }
        return (int) rows;
    }

    /** As a description of a tensor says it. */
    String text(int positions) {
        return switch (kind) {
            case MEAN -> "mean over " + positions + " positions";
            case ALL -> positions + " positions, each a sample";
            case FIRST -> "the first of " + positions + " positions";
            case LAST -> "the last of " + positions + " positions";
            case ONE -> "position " + index + " of " + positions;
        };
    }
}
