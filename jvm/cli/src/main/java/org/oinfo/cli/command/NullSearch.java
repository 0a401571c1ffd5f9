package org.oinfo.cli.command;

import org.jspecify.annotations.Nullable;
import org.oinfo.data.BadInputException;
import org.oinfo.search.greedy.GreedySettings;
import org.oinfo.statistics.surrogate.NullSettings.Family;
import picocli.CommandLine.Option;

/** The greedy search that {@code oinfo null --family search} runs on the data and on every surrogate. */
final class NullSearch {
    private static final GreedySettings USUAL = GreedySettings.upTo(GreedySettings.USUAL_MAX_ORDER);

    @Option(
            names = "--start-order",
            paramLabel = "K",
            description = "--family search: size of the n-plets to start from (default: 3)")
    private @Nullable Integer startOrder;

    @Option(
            names = "--starts",
            paramLabel = "R",
            description = "--family search: how many of the most extreme ones to start from at each end (default: 10)")
    private @Nullable Integer starts;

    @Option(
            names = "--beam",
            paramLabel = "W",
            description = "--family search: how many n-plets each start keeps at every step (default: 1)")
    private @Nullable Integer beam;

    /** Refuses settings of a search where there is none. */
    void requireFamily(Family family) {
        if (family != Family.SEARCH && (startOrder != null || starts != null || beam != null)) {
            String given = startOrder != null ? "--start-order" : starts != null ? "--starts" : "--beam";
            throw new BadInputException(
                    given + " must not be given without a search: add --family search, or leave it out");
        }
    }

    GreedySettings settings(int order) {
        int from = startOrder == null ? USUAL.startOrder() : startOrder;
        GreedySettings settings = new GreedySettings(from, USUAL.starts(), USUAL.beam(), order, USUAL.ends(), 0);
        settings = starts == null ? settings : settings.withStarts(starts);
        return beam == null ? settings : settings.withBeam(beam);
    }
}
