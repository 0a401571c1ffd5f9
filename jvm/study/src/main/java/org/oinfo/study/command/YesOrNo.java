package org.oinfo.study.command;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A decision as people write it. */
final class YesOrNo implements ITypeConverter<Boolean> {
    @Override
    public Boolean convert(String value) {
        return switch (value) {
            case "yes" -> true;
            case "no" -> false;
            default -> throw new TypeConversionException("must be yes or no: found \"" + value + "\"");
        };
    }
}
