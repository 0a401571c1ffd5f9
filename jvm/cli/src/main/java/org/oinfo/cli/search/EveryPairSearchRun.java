package org.oinfo.cli.search;

import java.util.List;
import org.oinfo.OInformation;
import org.oinfo.cli.analysis.Outcome;
import org.oinfo.cli.analysis.ReportHead;
import org.oinfo.cli.input.LoadedData;
import org.oinfo.cli.process.Seconds;
import org.oinfo.cli.typed.LowerCaseEnum;
import org.oinfo.parallel.Monitor;
import org.oinfo.report.Listing;
import org.oinfo.report.Provenance;
import org.oinfo.report.Quantity;
import org.oinfo.search.FoundNplet;
import org.oinfo.search.greedy.EveryPairEnd;
import org.oinfo.search.greedy.EveryPairResult;
import org.oinfo.search.greedy.EveryPairSearch;
import org.oinfo.search.greedy.EveryPairSettings;
import org.oinfo.search.greedy.GreedySettings;
import org.oinfo.search.greedy.GrownNplet;

/** {@code oinfo search --method greedy --seeds pairs}. */
final class EveryPairSearchRun implements Search {
    private final OInformation info;
    private final EveryPairSettings settings;

    EveryPairSearchRun(SearchOptions options, LoadedData data) {
        this.info = data.info();
        int variables = info.variables().count();
        int samples = info.samplesAboveOrders();
        Integer most = options.maxOrder();
        this.settings = new EveryPairSettings(
                most == null
                        ? GreedySettings.usualMaxOrder(GreedySettings.USUAL_START_ORDER, variables, samples)
                        : most,
                options.top(),
                options.ends(),
                0);
        settings.check(variables, samples);
    }

    @Override
    public List<Integer> orders() {
        return List.of(settings.maxOrder());
    }

    @Override
    public long work() {
        return new EveryPairSearch(info.scorer(), settings).work();
    }

    @Override
    public Outcome run(Monitor monitor) {
        return new Grown(info.search().everyPair(settings, monitor));
    }

    private final class Grown implements Outcome {
        private final EveryPairResult result;

        Grown(EveryPairResult result) {
            this.result = result;
        }

        @Override
        public boolean partial() {
            return result.partial();
        }

        @Override
        public void describe(Provenance run) {
            run.put("seeds", LowerCaseEnum.text(SearchSeeds.PAIRS))
                    .put("max_order", settings.maxOrder())
                    .put("ends", LowerCaseEnum.text(settings.ends()))
                    .put("top", settings.top())
                    .put("growth_seconds", Seconds.rounded(result.seconds()));
        }

        @Override
        public Listing report(ReportHead head) {
            Listing listing = head.listing("grown")
                    .column("end", Quantity.TEXT)
                    .column("order", Quantity.COUNT)
                    .measures()
                    .column("pairs", Quantity.COUNT)
                    .column("nplet", Quantity.NPLET)
                    .figure("max_order", Quantity.COUNT, settings.maxOrder());
            result.ends().forEach(end -> figures(end, listing));
            listing.figure("partial", Quantity.TEXT, result.partial());
            for (EveryPairEnd end : result.ends()) {
                end.nplets().forEach(one -> row(end, one, listing));
            }
            return listing;
        }

        private void figures(EveryPairEnd end, Listing listing) {
            String name = LowerCaseEnum.text(end.end());
            end.best()
                    .map(GrownNplet::found)
                    .ifPresent(best -> listing.figure(name + "_best_order", Quantity.COUNT, best.order())
                            .figure(name + "_best_o", Quantity.INFORMATION, best.o())
                            .figure(name + "_best_nplet", Quantity.NPLET, best.nplet()));
            listing.figure(name + "_pairs", Quantity.COUNT, end.pairs())
                    .figure(name + "_singular_pairs", Quantity.COUNT, end.singularPairs())
                    .figure(name + "_last_nplets", Quantity.COUNT, end.last());
        }

        private void row(EveryPairEnd end, GrownNplet one, Listing listing) {
            FoundNplet found = one.found();
            listing.row(
                    LowerCaseEnum.text(end.end()),
                    found.order(),
                    found.tc(),
                    found.dtc(),
                    found.o(),
                    found.s(),
                    one.pairs(),
                    found.nplet());
        }
    }
}
