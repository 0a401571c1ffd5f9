package org.oinfo.cli.typed;

import java.math.BigDecimal;
import java.math.BigInteger;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/** Numbers and switches as users type them: {@code 1000}, {@code 1e3}, {@code 0.95}. */
public final class TypedNumber {
    private TypedNumber() {}

    /** Makes a command read its numbers so. */
    public static void register(CommandLine command) {
        command.registerConverter(int.class, TypedNumber::toInt);
        command.registerConverter(Integer.class, TypedNumber::toInt);
        command.registerConverter(long.class, TypedNumber::toLong);
        command.registerConverter(Long.class, TypedNumber::toLong);
        command.registerConverter(double.class, TypedNumber::toDouble);
        command.registerConverter(Double.class, TypedNumber::toDouble);
        command.registerConverter(boolean.class, TypedNumber::toSwitch);
        command.registerConverter(Boolean.class, TypedNumber::toSwitch);
    }

    private static int toInt(String value) {
        return (int) whole(value, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    private static long toLong(String value) {
        return whole(value, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    private static long whole(String value, long least, long most) {
        BigDecimal number;
        try {
            number = new BigDecimal(value.strip());
        } catch (NumberFormatException e) {
            throw new TypeConversionException("must be a whole number: found \"" + value + "\"");
        }
        // Before any digits are written out: 1e999999999 has a billion.
        if (number.compareTo(BigDecimal.valueOf(least)) < 0 || number.compareTo(BigDecimal.valueOf(most)) > 0) {
            throw new TypeConversionException(
                    "must be a whole number from " + least + " to " + most + ": found \"" + value + "\"");
        }
        if (number.scale() > 0 && number.stripTrailingZeros().scale() > 0) {
            throw new TypeConversionException("must be a whole number: found \"" + value + "\"");
        }
        BigInteger digits = number.toBigInteger();
        return digits.longValueExact();
    }

    private static double toDouble(String value) {
        try {
            return Double.parseDouble(value.strip());
        } catch (NumberFormatException e) {
            throw new TypeConversionException("must be a number: found \"" + value + "\"");
        }
    }

    private static boolean toSwitch(String value) {
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new TypeConversionException("takes no value: found \"" + value + "\"; leave that out");
        };
    }
}
