package org.oinfo.data.damaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Samples;
import org.oinfo.data.files.DataFiles;
import org.oinfo.data.files.Opened;
import org.oinfo.data.options.Missing;
import org.oinfo.data.options.ReadOptions;

/**
 * No text is misread in silence: what a slow reader of a few lines (fields between separators, each a decimal by {@link BigDecimal}) says is
 * exactly what is read, and where it cannot say anything, nothing is read.
 */
class MisreadTest {
    private static final long SEED = Long.getLong("oinfo.damage.seed", 20263);
    private static final long TABLES = Long.getLong("oinfo.damage.mutants", 20_000) / 4;
    private static final int COLUMNS = 3;

    private static final Pattern DECIMAL = Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");
    private static final Pattern MISSING = Pattern.compile(
            "|na|n/a|n\\.a\\.|[+-]?(nan|inf|infinity|1\\.#(ind|qnan|inf))|null|none|nat|missing|<na>|\\.|\\?",
            Pattern.CASE_INSENSITIVE);

    private static final List<String> SEPARATORS = List.of(",", ";", "\t", " ");

    private static final String BYTES = "0123456789.eE+-_xXdDfFaAnN:/\u00e9 ,";

    private final SplittableRandom random = new SplittableRandom(SEED);

    /** What is left of a table that one byte was changed in, by the slow reader. */
    private record Slow(List<double[]> rows, boolean refused, boolean unsure) {}

    @Test
    void oneByteChangedInATable() {
        System.out.printf("changed tables: seed %d, %d of them%n", SEED, TABLES);
        int read = 0;
        int refused = 0;
        for (int i = 0; i < TABLES; i++) {
            String separator = SEPARATORS.get(random.nextInt(SEPARATORS.size()));
            String header = random.nextBoolean() ? String.join(separator, "a", "b", "c") + "\n" : "";
            String body = changed(body(separator));
            Slow slow = slow(body, separator);
            String what = "seed " + SEED + ", table " + i + ":\n" + header + body;
            try (Samples samples = open(header + body)) {
                assertThat(slow.refused()).as("refused: %s", what).isFalse();
                double[] expected =
                        slow.rows().stream().flatMapToDouble(Arrays::stream).toArray();
                assertThat(Opened.all(samples)).as(what).isEqualTo(expected);
                assertThat(samples.samples()).as(what).isEqualTo(slow.rows().size());
                read++;
            } catch (BadInputException e) {
                boolean expected =
                        slow.refused() || slow.unsure() || slow.rows().size() < 3;
                assertThat(expected)
                        .as("read, not '%s': %s", e.getMessage(), what)
                        .isTrue();
                refused++;
            }
        }
        assertThat(read).isGreaterThan((int) TABLES / 4);
        assertThat(refused).isGreaterThan((int) TABLES / 10);
    }

    private static Samples open(String text) {
        ReadOptions options = ReadOptions.defaults().withMissing(Missing.DROP_ROWS);
        return DataFiles.open("-", options, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private String body(String separator) {
        StringBuilder text = new StringBuilder();
        for (int row = 4 + random.nextInt(5); row > 0; row--) {
            for (int column = 0; column < COLUMNS; column++) {
                text.append(column == 0 ? "" : separator).append(number());
            }
            text.append('\n');
        }
        return text.toString();
    }

    /** A number in one of the ways that programs write it; the digits of some lie halfway between two doubles. */
    private String number() {
        double value = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(-5, 20));
        return switch (random.nextInt(8)) {
            case 0 -> Integer.toString(random.nextInt(-1000, 1000));
            case 1 -> Double.toString(value);
            case 2 -> new BigDecimal(value).toPlainString();
            case 3 ->
                new BigDecimal(value).add(new BigDecimal(Math.ulp(value) / 2)).toString();
            case 4 -> "%+.3E".formatted(value).replace(',', '.');
            case 5 -> Double.toString(Double.longBitsToDouble(random.nextLong() & 0x7fdf_ffff_ffff_ffffL));
            case 6 -> Long.toString(random.nextLong());
            default -> Float.toString((float) value);
        };
    }

    private String changed(String body) {
        int at = random.nextInt(body.length());
        char put = BYTES.charAt(random.nextInt(BYTES.length()));
        String rest = body.substring(random.nextInt(3) == 0 ? at : at + 1);
        return body.substring(0, at) + put + rest;
    }

    private static Slow slow(String body, String separator) {
        List<double[]> rows = new ArrayList<>();
        // A decimal comma may be refused, for instance where it could set thousands apart; if it is read, then as one.
        boolean unsure = false;
        for (String line : body.split("\n", -1)) {
            if (line.isBlank()) {
                continue;
            }
            String[] fields = fields(line, separator);
            // A blank among tabs may be a part of a field, or stand for a tab.
            unsure |= separator.equals("\t") && line.indexOf(' ') >= 0;
            double[] row = new double[fields.length];
            for (int i = 0; i < fields.length; i++) {
                unsure |= fields[i].indexOf(',') >= 0;
                row[i] = value(fields[i].strip().replace(',', '.'));
                if (Double.isNaN(row[i])) {
                    return new Slow(rows, true, unsure);
                }
            }
            if (fields.length != COLUMNS) {
                return new Slow(rows, true, unsure);
            }
            if (Arrays.stream(row).allMatch(Double::isFinite)) {
                rows.add(row);
            }
        }
        return new Slow(rows, false, unsure);
    }

    private static String[] fields(String line, String separator) {
        String[] fields = line.split(separator, -1);
        boolean ofTabs = separator.equals("\t")
                && (line.indexOf(' ') < 0
                        || Arrays.stream(fields).noneMatch(field -> Double.isNaN(value(field.strip()))));
        return !separator.isBlank() || ofTabs ? fields : line.strip().split("[ \t]+", -1);
    }

    /** NaN where the field is no number, an infinity where there is none or it is beyond the largest. */
    private static double value(String field) {
        if (DECIMAL.matcher(field).matches()) {
            return decimal(field);
        }
        return MISSING.matcher(field).matches() ? Double.POSITIVE_INFINITY : Double.NaN;
    }

    /** Exponents that BigDecimal does not take are beyond any double. */
    private static double decimal(String field) {
        String[] parts = field.split("[eE]", -1);
        BigDecimal digits = new BigDecimal(parts[0]);
        BigInteger exponent = parts.length == 1 ? BigInteger.ZERO : new BigInteger(parts[1]);
        double sign = parts[0].startsWith("-") ? -1 : 1;
        if (digits.signum() == 0 || exponent.compareTo(BigInteger.valueOf(-100_000)) < 0) {
            return sign * 0.0;
        }
        if (exponent.compareTo(BigInteger.valueOf(100_000)) > 0) {
            return sign * Double.POSITIVE_INFINITY;
        }
        return digits.scaleByPowerOfTen(exponent.intValueExact()).doubleValue();
    }
}
