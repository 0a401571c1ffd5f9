package org.oinfo.cli.typed;

import org.oinfo.data.BadInputException;
import org.oinfo.scan.Combination;
import org.oinfo.scan.RankBy;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Names of what n-plets are ranked by: {@code tc}, {@code delta3}, {@code 0.5*tc-2*dtc}. */
public final class RankByName implements ITypeConverter<RankBy> {
    @Override
    public RankBy convert(String value) {
        try {
            return Combination.parse(value);
        } catch (BadInputException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
