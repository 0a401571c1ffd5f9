package org.oinfo.cli.input;

import org.oinfo.kernels.Ends;
import org.oinfo.scan.Measure;
import org.oinfo.scan.RankBy;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Names of the ends of a ranking: synergy is the small end of O-information, redundancy the large one. */
public final class EndsName implements ITypeConverter<Ends> {
    @Override
    public Ends convert(String value) {
        return switch (value) {
            case "both" -> Ends.BOTH;
            case "synergistic", "smallest" -> Ends.SYNERGISTIC;
            case "redundant", "largest" -> Ends.REDUNDANT;
            default ->
                throw new TypeConversionException(
                        "must be one of both, synergistic, redundant, smallest, largest: found \"" + value + "\"");
        };
    }

    /** The name of an end where n-plets are ranked by this measure. */
    public static String text(Ends ends, RankBy rankBy) {
        if (rankBy == Measure.O || ends == Ends.BOTH) {
            return LowerCaseEnum.text(ends);
        }
        return ends == Ends.SYNERGISTIC ? "smallest" : "largest";
    }
}
