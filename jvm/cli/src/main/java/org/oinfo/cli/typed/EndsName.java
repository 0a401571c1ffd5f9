package org.oinfo.cli.typed;

import java.util.Iterator;
import java.util.List;
import org.oinfo.kernels.Ends;
import org.oinfo.scan.Measure;
import org.oinfo.scan.RankBy;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Names of the ends of a ranking: synergy is the small end of O-information, redundancy the large one. */
public final class EndsName implements ITypeConverter<Ends>, Iterable<String> {
    private static final List<String> NAMES = List.of("both", "synergistic", "redundant", "smallest", "largest");

    /** All names that are read. */
    @Override
    public Iterator<String> iterator() {
        return NAMES.iterator();
    }

    @Override
    public Ends convert(String value) {
        return switch (value) {
            case "both" -> Ends.BOTH;
            case "synergistic", "smallest" -> Ends.SYNERGISTIC;
            case "redundant", "largest" -> Ends.REDUNDANT;
            default ->
                throw new TypeConversionException(
                        "must be one of " + String.join(", ", NAMES) + ": found \"" + value + "\"");
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
