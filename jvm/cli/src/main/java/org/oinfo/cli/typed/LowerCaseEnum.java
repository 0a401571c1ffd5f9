package org.oinfo.cli.typed;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a constant as users type it: {@code ledoit-wolf} for LEDOIT_WOLF. */
public final class LowerCaseEnum<E> implements ITypeConverter<E> {
    private final Class<E> type;

    /**
     * Reads constants of a type.
     *
     * @param type an enumeration
     */
    public LowerCaseEnum(Class<E> type) {
        this.type = type;
    }

    @Override
    public E convert(String value) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> typed(constant).equals(value))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("must be one of "
                        + Arrays.stream(type.getEnumConstants())
                                .map(LowerCaseEnum::typed)
                                .collect(Collectors.joining(", "))
                        + ": found \"" + value + "\""));
    }

    private static String typed(Object constant) {
        return text((Enum<?>) constant);
    }

    /** A constant as users type it. */
    public static String text(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
