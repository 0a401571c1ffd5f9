package org.oinfo;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Variables;
import org.oinfo.estimate.SampleScores;
import org.oinfo.model.GroupedModel;
import org.oinfo.parallel.Keeper;
import org.oinfo.parallel.Monitor;
import org.oinfo.statistics.comparison.Comparison;
import org.oinfo.statistics.comparison.ComparisonResult;
import org.oinfo.statistics.comparison.ComparisonSettings;

/**
 * Two data sets of the same columns, perhaps with unequal numbers of samples: {@code a.against(b).test(ComparisonSettings.of(3))}.
 * Which n-plets differ most, and is that more than chance? See {@link Comparison} for the hypothesis.
 *
 * <p>Both look at the samples again: the data they were estimated from must still be open, and a covariance is refused by name. N-plets
 * are 0-based columns of the data, ascending; columns that are constant in one of the data sets are left out. Values are in nats, less
 * their bias where {@link OInformationOptions#biasCorrect} asks for it. Thread-safe.
 */
public final class Comparisons {
    private final OInformation first;
    private final OInformation second;
    private final int[] columns;

    /**
     * Of two data sets.
     *
     * @throws BadInputException their columns are not the same, they were estimated in different ways, or their n-plets must mix groups
     */
    Comparisons(OInformation first, OInformation second) {
        GroupedModel.refuse(first.model());
        GroupedModel.refuse(second.model());
        this.first = first;
        this.second = second;
        requireSameColumns(first.variables(), second.variables());
        if (!sameEstimate(first, second)
                || first.options().biasCorrect() != second.options().biasCorrect()) {
            throw new BadInputException("data sets that are compared must be estimated in the same way: found "
                    + first.options().estimate() + " and " + second.options().estimate()
                    + "; give both the same options");
        }
        this.columns = Arrays.stream(first.variables().columns())
                .filter(column -> second.variables().position(column) >= 0)
                .toArray();
        if (columns.length < 2) {
            throw new BadInputException("at least 2 variables must vary in both data sets: found " + columns.length
                    + "; give data with more variables that change");
        }
    }

    private static void requireSameColumns(Variables first, Variables second) {
        if (first.originals() != second.originals() || !Arrays.equals(first.notChosen(), second.notChosen())) {
            throw new BadInputException("data sets that are compared must have the same columns: the first has "
                    + first.originals() + ", the second " + second.originals() + "; give data that belong together");
        }
        List<String> names = first.names();
        List<String> others = second.names();
        if (names.isEmpty() || others.isEmpty() || names.equals(others)) {
            return;
        }
        int at = IntStream.range(0, first.originals())
                .filter(c -> !first.label(c).equals(second.label(c)))
                .findFirst()
                .orElse(0);
        throw new BadInputException("data sets that are compared must have the same columns: the first has "
                + first.described(at) + ", the second " + second.described(at)
                + "; give the columns the same names in the same order");
    }

    private static boolean sameEstimate(OInformation first, OInformation second) {
        return first.options()
                .estimate()
                .withThreads(1)
                .equals(second.options().estimate().withThreads(1));
    }

    /** Columns that vary in both data sets [N], ascending. */
    public int[] columns() {
        return columns.clone();
    }

    /**
     * Scores every n-plet of the order in both, {@link OInformationOptions#top} at each end, and tests the differences.
     *
     * @throws BadInputException the settings do not fit the samples, or the estimate has shrinkage, ties that are not averaged or no
     *     correlations
     */
    public ComparisonResult test(ComparisonSettings settings) {
        return test(settings, Monitor.NONE);
    }

    /**
     * As {@link #test(ComparisonSettings)}, watched: told the permutations that are done; what is finished is the result. The {@link
     * OInformation#withCluster cluster} of the first data set does it, where there is one.
     */
    public ComparisonResult test(ComparisonSettings settings, Monitor monitor) {
        // Whoever keeps pieces is to know both: the checksum of the samples takes a while.
        boolean kept = !monitor.keeper().equals(Keeper.NONE);
        return test(settings, kept ? second.identity() : List.of(), monitor);
    }

    /** The same. What the second data set is in words is told: other machines have its scores, and not its samples. */
    private ComparisonResult test(ComparisonSettings settings, List<String> other, Monitor monitor) {
        SampleScores one = first.source().scores(Needs.COMPARISON);
        SampleScores two = second.source().scores(Needs.COMPARISON);
        ComparisonSettings asked = settings.withBiasCorrect(first.options().biasCorrect());
        AnalysisWords words = new AnalysisWords("compare").with(other).with(asked);
        Monitor begun = begun(monitor, words, one, two, settings, other);
        Comparison comparison = new Comparison(
                first.backend(),
                one,
                positions(first),
                two,
                positions(second),
                first.options().estimate().estimator(),
                first.options().threads());
        InColumns inColumns = new InColumns(position -> columns[position]);
        return inColumns.of(comparison.run(first.options().top(), asked, inColumns.watched(begun)));
    }

    private Monitor begun(
            Monitor monitor,
            AnalysisWords words,
            SampleScores one,
            SampleScores two,
            ComparisonSettings settings,
            List<String> other) {
        if (!first.spreads()) {
            words.begin(monitor);
            return monitor;
        }
        SentData sent = SentData.of(second, two);
        return first.begun(
                monitor, words, one, (on, again) -> on.against(sent.beside(on)).test(settings, other, again));
    }

    private int[] positions(OInformation info) {
        return Arrays.stream(columns).map(info.variables()::position).toArray();
    }
}
