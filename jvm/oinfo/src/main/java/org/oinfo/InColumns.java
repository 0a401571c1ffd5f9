package org.oinfo;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.oinfo.data.Variables;
import org.oinfo.parallel.BestSoFar;
import org.oinfo.parallel.Monitor;
import org.oinfo.parallel.Progress;
import org.oinfo.search.FoundNplet;
import org.oinfo.search.RandomResult;
import org.oinfo.search.anneal.AnnealResult;
import org.oinfo.search.anneal.Descent;
import org.oinfo.search.anneal.DescentResult;
import org.oinfo.search.anneal.Optimum;
import org.oinfo.search.greedy.EveryPairEnd;
import org.oinfo.search.greedy.EveryPairResult;
import org.oinfo.search.greedy.GreedyPath;
import org.oinfo.search.greedy.GreedyResult;
import org.oinfo.search.greedy.GreedyStarts;
import org.oinfo.search.greedy.GreedyStep;
import org.oinfo.search.greedy.GrownNplet;
import org.oinfo.statistics.comparison.ComparedNplet;
import org.oinfo.statistics.comparison.ComparisonResult;
import org.oinfo.statistics.interval.BootstrapResult;
import org.oinfo.statistics.interval.NpletIntervals;
import org.oinfo.statistics.surrogate.NullResult;
import org.oinfo.statistics.surrogate.TestedNplet;
import org.oinfo.targets.TargetNplet;

/**
 * Results in columns of the data. Inside, variables have positions 0..N-1 among those that take part; callers know them by
 * their columns.
 *
 * @param column of a position; ascending
 */
record InColumns(IntUnaryOperator column) {
    InColumns(Variables variables) {
        this(variables::column);
    }

    /** A caller's monitor, which is told of columns. */
    Monitor watched(Monitor monitor) {
        Monitor watching = monitor.watching();
        Monitor told = watching.equals(Monitor.NONE)
                ? watching
                : progress -> watching.goOn(new Progress(
                        progress.order(),
                        progress.done(),
                        progress.total(),
                        of(progress.lowest()),
                        of(progress.highest())));
        return told.keeping(monitor.keeper());
    }

    private @Nullable BestSoFar of(@Nullable BestSoFar best) {
        return best == null ? null : new BestSoFar(of(best.nplet()), best.value());
    }

    int[] of(int... positions) {
        return Arrays.stream(positions).map(column).toArray();
    }

    private List<int[]> of(List<int[]> nplets) {
        return nplets.stream().map(this::of).toList();
    }

    FoundNplet of(FoundNplet found) {
        return new FoundNplet(of(found.nplet()), found.measures());
    }

    GreedyResult of(GreedyResult result) {
        GreedyStarts starts = result.starts();
        return new GreedyResult(
                new GreedyStarts(of(starts.synergistic()), of(starts.redundant()), starts.partial(), starts.seconds()),
                result.paths().stream().map(this::of).toList(),
                result.partial(),
                result.seconds());
    }

    private GreedyPath of(GreedyPath path) {
        return new GreedyPath(
                path.end(),
                path.start(),
                path.steps().stream().map(this::of).toList(),
                path.singular(),
                of(path.singularVariables()));
    }

    private GreedyStep of(GreedyStep step) {
        return new GreedyStep(step.added() < 0 ? step.added() : column.applyAsInt(step.added()), of(step.found()));
    }

    EveryPairResult of(EveryPairResult result) {
        return new EveryPairResult(result.ends().stream().map(this::of).toList(), result.partial(), result.seconds());
    }

    private EveryPairEnd of(EveryPairEnd end) {
        List<GrownNplet> nplets = end.nplets().stream()
                .map(one -> new GrownNplet(of(one.found()), one.pairs()))
                .toList();
        return new EveryPairEnd(end.end(), nplets, end.pairs(), end.singularPairs(), end.last());
    }

    AnnealResult of(AnnealResult result) {
        return new AnnealResult(
                result.synergistic().stream().map(this::of).toList(),
                result.redundant().stream().map(this::of).toList(),
                result.temperature(),
                result.scored(),
                result.descentScored(),
                result.singular(),
                result.runs(),
                result.planned(),
                result.frozen(),
                result.startless(),
                result.partial());
    }

    private Optimum of(Optimum one) {
        return new Optimum(of(one.nplet()), one.measures(), one.runs(), one.certified());
    }

    DescentResult of(DescentResult result) {
        return new DescentResult(
                result.synergistic().stream().map(this::of).toList(),
                result.redundant().stream().map(this::of).toList(),
                result.scored(),
                result.partial());
    }

    private Descent of(Descent one) {
        return new Descent(of(one.start()), of(one.nplet()), one.measures(), one.steps(), one.certified());
    }

    RandomResult of(RandomResult result) {
        return new RandomResult(
                result.nplets().stream().map(this::of).toList(),
                result.singular(),
                result.mean(),
                result.deviation(),
                result.min(),
                result.max(),
                result.partial());
    }

    NullResult of(NullResult result) {
        return new NullResult(
                result.settings(),
                result.partial(),
                result.extremes(),
                result.nplets().stream().map(this::of).toList());
    }

    ComparisonResult of(ComparisonResult result) {
        return new ComparisonResult(
                result.settings(),
                result.firstSamples(),
                result.secondSamples(),
                result.differences(),
                result.bias(),
                result.extremes(),
                result.nplets().stream().map(this::of).toList(),
                result.partial());
    }

    private ComparedNplet of(ComparedNplet one) {
        return new ComparedNplet(of(one.variables()), one.below(), one.first(), one.second(), one.pFamily());
    }

    private TestedNplet of(TestedNplet one) {
        return new TestedNplet(
                of(one.variables()), one.synergy(), one.o(), one.pFamily(), one.p(), one.q(), one.gain(), one.pCarry());
    }

    BootstrapResult of(BootstrapResult result) {
        return new BootstrapResult(
                result.nplets().stream().map(this::of).toList(),
                result.groups(),
                result.singleSamples(),
                result.partial());
    }

    private NpletIntervals of(NpletIntervals one) {
        return new NpletIntervals(
                of(one.nplet()), one.tc(), one.dtc(), one.o(), one.s(), one.resamples(), one.singular());
    }

    TargetNplet of(TargetNplet one) {
        return one.named(of(one.sources()));
    }
}
