package org.oinfo.cli.target;

import org.oinfo.targets.TargetKind;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Names of the kinds of a target: classes in the singular or plural. */
public final class TargetKindName implements ITypeConverter<TargetKind> {
    @Override
    public TargetKind convert(String value) {
        return switch (value) {
            case "auto" -> TargetKind.AUTO;
            case "continuous" -> TargetKind.CONTINUOUS;
            case "class", "classes" -> TargetKind.CLASSES;
            default ->
                throw new TypeConversionException("must be one of auto, continuous, class: found \"" + value + "\"");
        };
    }
}
