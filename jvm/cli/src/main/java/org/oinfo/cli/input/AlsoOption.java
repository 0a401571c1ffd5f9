package org.oinfo.cli.input;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.oinfo.cli.typed.RankByName;
import org.oinfo.data.BadInputException;
import org.oinfo.report.Provenance;
import org.oinfo.scan.Measure;
import org.oinfo.scan.RankBy;
import picocli.CommandLine.Option;

/** More measures of every n-plet, each a column. */
public final class AlsoOption {
    @Option(
            names = "--also",
            paramLabel = "MEASURES",
            split = ",",
            converter = RankByName.class,
            description = "columns beside tc, dtc, o and s: delta3 (delta0 to delta99: s - m tc), or sums such as"
                    + " 0.5*tc-2*dtc, separated by commas")
    private List<RankBy> also = new ArrayList<>();

    /** The measures; refuses those that are columns anyway. */
    public List<RankBy> measures() {
        for (int i = 0; i < also.size(); i++) {
            RankBy measure = also.get(i);
            boolean twice =
                    also.subList(0, i).stream().anyMatch(before -> before.text().equals(measure.text()));
            if (measure instanceof Measure || twice) {
                throw new BadInputException("--also must name measures that are no columns yet: found " + measure.text()
                        + (twice ? " twice" : "") + "; leave it out");
            }
        }
        return List.copyOf(also);
    }

    /** Adds them to how a result was made. */
    public void describe(Provenance run) {
        if (!also.isEmpty()) {
            run.put("also", also.stream().map(RankBy::text).collect(Collectors.joining(",")));
        }
    }
}
