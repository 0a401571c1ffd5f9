package org.oinfo.cli.search;

import java.util.List;
import java.util.stream.Stream;
import org.oinfo.OInformation;
import org.oinfo.cli.analysis.Outcome;
import org.oinfo.cli.analysis.ReportHead;
import org.oinfo.cli.input.LoadedData;
import org.oinfo.kernels.Ends;
import org.oinfo.parallel.Monitor;
import org.oinfo.report.Listing;
import org.oinfo.report.Provenance;
import org.oinfo.report.Quantity;
import org.oinfo.search.anneal.AnnealResult;
import org.oinfo.search.anneal.AnnealSettings;
import org.oinfo.search.anneal.Optimum;

/** {@code oinfo search --method anneal}. */
final class AnnealSearchRun implements Search {
    private final OInformation info;
    private final AnnealSettings settings;
    private final Sought sought;

    AnnealSearchRun(SearchOptions options, LoadedData data, long seed) {
        this.info = data.info();
        this.sought = new Sought(info.options().rankBy());
        int variables = info.variables().count();
        int samples = info.samplesAboveOrders();
        List<Integer> orders = options.orders(AnnealSettings.usualOrder(variables, samples), variables);
        this.settings = options.anneal()
                .settings(AnnealSettings.of(orders.getFirst(), orders.getLast()))
                .withEnds(options.ends())
                .withTop(options.top())
                .withSeed(seed);
        settings.check(variables, samples);
    }

    @Override
    public List<Integer> orders() {
        return Stream.of(settings.smallestOrder(), settings.largestOrder())
                .distinct()
                .toList();
    }

    @Override
    public long work() {
        return settings.proposals(info.variables().count());
    }

    @Override
    public Outcome run(Monitor monitor) {
        return new Annealed(info.search().anneal(settings, monitor));
    }

    private final class Annealed implements Outcome {
        private final AnnealResult result;

        Annealed(AnnealResult result) {
            this.result = result;
        }

        @Override
        public boolean partial() {
            return result.partial();
        }

        @Override
        public void describe(Provenance run) {
            run.put("smallest_order", settings.smallestOrder())
                    .put("largest_order", settings.largestOrder())
                    .put("ends", sought.end(settings.ends()))
                    .put("top", settings.top())
                    .put("chains", settings.chains())
                    .put("sweeps", settings.sweeps())
                    .put("restarts", settings.restarts())
                    .put("cooling", settings.cooling())
                    .put("patience", settings.patience());
            sought.describe(run);
        }

        @Override
        public Listing report(ReportHead head) {
            Listing listing =
                    head.listing("optima").column("end", Quantity.TEXT).column("order", Quantity.COUNT);
            sought.columns(listing)
                    .column("runs", Quantity.COUNT)
                    .column("certified", Quantity.TEXT)
                    .column("nplet", Quantity.NPLET);
            figures(listing);
            end(Ends.SYNERGISTIC, result.synergistic(), listing);
            end(Ends.REDUNDANT, result.redundant(), listing);
            return listing;
        }

        private void figures(Listing listing) {
            listing.figure("smallest_order", Quantity.COUNT, settings.smallestOrder())
                    .figure("largest_order", Quantity.COUNT, settings.largestOrder())
                    .figure("chains", Quantity.COUNT, settings.chains())
                    .figure("sweeps", Quantity.COUNT, settings.sweeps())
                    .figure("restarts", Quantity.COUNT, settings.restarts())
                    .figure("seed", Quantity.COUNT, settings.seed())
                    .figure("first_temperature", Quantity.INFORMATION, result.temperature())
                    .figure("runs", Quantity.COUNT, result.runs())
                    .figure("planned_runs", Quantity.COUNT, result.planned())
                    .figure("frozen_runs", Quantity.COUNT, result.frozen())
                    .figure("scored", Quantity.COUNT, result.scored())
                    .figure("descent_scored", Quantity.COUNT, result.descentScored())
                    .figure("singular_proposals", Quantity.COUNT, result.singular())
                    .figure("partial", Quantity.TEXT, result.partial());
        }

        /** The best n-plet as figures, and a row for each. */
        private void end(Ends end, List<Optimum> optima, Listing listing) {
            String name = sought.end(end);
            optima.stream()
                    .limit(1)
                    .forEach(best -> listing.figure(name + "_best_order", Quantity.COUNT, best.nplet().length)
                            .figure(name + "_best_" + sought.measure().text(), Quantity.INFORMATION, sought.value(best))
                            .figure(name + "_best_nplet", Quantity.NPLET, best.nplet()));
            for (Optimum optimum : optima) {
                sought.row(
                        listing,
                        List.of(name, optimum.nplet().length),
                        optimum,
                        optimum.runs(),
                        optimum.certified(),
                        optimum.nplet());
            }
        }
    }
}
