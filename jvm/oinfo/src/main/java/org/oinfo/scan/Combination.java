package org.oinfo.scan;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.oinfo.data.BadInputException;

/**
 * A measure a TC + b DTC, such as Delta^m = S - m TC = (1-m) TC + DTC, in nats.
 *
 * <p>Delta^m is above 0 where interactions of more than m variables dominate, below 0 where those of fewer do: Delta^0 = S, Delta^1 =
 * DTC, Delta^2 = -Omega. Source: Varley 2026 (arXiv 2601.08030).
 *
 * @param text its name: as a user writes it
 * @param a factor of TC
 * @param b factor of DTC; of the two factors neither is beyond 1000, and one is 0.001 at least
 */
public record Combination(String text, double a, double b) implements RankBy {
    private static final double LARGEST = 1000;
    private static final double SMALLEST = 0.001;

    private static final String EXPECTED =
            "o, tc, dtc, s, delta0 to delta99, or a sum such as 0.5*tc-2*dtc (factors up to 1000)";
    private static final Pattern TERM = Pattern.compile(
            "(?<sign>[+-]?)(?:(?<factor>\\d{1,4}(?:\\.\\d{0,12})?|\\.\\d{1,12})\\*)?(?<name>tc|dtc|o|s|delta(?<m>\\d{1,2}))");

    /** Checks the factors. */
    public Combination {
        double most = Math.max(Math.abs(a), Math.abs(b));
        // Not true of NaN either.
        if (!(most <= LARGEST && most >= SMALLEST)) {
            throw new BadInputException("must have a larger factor of TC and DTC from 0.001 to 1000: found " + a
                    + " tc and " + b + " dtc in " + text + "; scale the measure");
        }
    }

    /** Delta^m = S - m TC, m from 0 on. */
    public static Combination delta(int m) {
        return new Combination("delta" + m, 1.0 - m, 1);
    }

    /**
     * A measure as users write it: {@code tc}, {@code delta3}, {@code 0.5*tc-2*dtc}, {@code s-3*tc}.
     *
     * @throws BadInputException it is none
     */
    public static RankBy parse(String written) {
        String text = written.replace(" ", "").toLowerCase(Locale.ROOT);
        Optional<Measure> one = Arrays.stream(Measure.values())
                .filter(m -> m.text().equals(text))
                .findFirst();
        if (one.isPresent()) {
            return one.get();
        }
        Matcher term = TERM.matcher(text);
        double a = 0;
        double b = 0;
        int at = 0;
        while (at < text.length()) {
            if (!term.region(at, text.length()).lookingAt()
                    || (at > 0 && term.group("sign").isEmpty())) {
                throw new BadInputException("must be " + EXPECTED + ": found \"" + written + "\"");
            }
            double factor = term.group("factor") == null ? 1 : Double.parseDouble(term.group("factor"));
            double signed = term.group("sign").equals("-") ? -factor : factor;
            a += signed * ofTc(term);
            b += signed * ofDtc(term);
            at = term.end();
        }
        if (text.isEmpty()) {
            throw new BadInputException("must be " + EXPECTED + ": found nothing");
        }
        return new Combination(text, a, b);
    }

    private static double ofTc(Matcher term) {
        return switch (term.group("name")) {
            case "tc", "o", "s" -> 1;
            case "dtc" -> 0;
            default -> 1.0 - Integer.parseInt(term.group("m"));
        };
    }

    private static double ofDtc(Matcher term) {
        return switch (term.group("name")) {
            case "tc" -> 0;
            case "o" -> -1;
            default -> 1;
        };
    }

    @Override
    public String title() {
        return text;
    }

    @Override
    public double of(double tc, double dtc, double o, double s) {
        return a * tc + b * dtc;
    }

    @Override
    public double error(double error) {
        // The two products and their sum round by less than what a bound for four logarithms leaves.
        return (Math.abs(a) + Math.abs(b)) * error;
    }
}
