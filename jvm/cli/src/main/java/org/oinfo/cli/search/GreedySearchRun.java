package org.oinfo.cli.search;

import java.util.List;
import java.util.stream.Stream;
import org.oinfo.OInformation;
import org.oinfo.cli.analysis.Outcome;
import org.oinfo.cli.analysis.ReportHead;
import org.oinfo.cli.input.LoadedData;
import org.oinfo.cli.process.Seconds;
import org.oinfo.cli.typed.LowerCaseEnum;
import org.oinfo.kernels.Ends;
import org.oinfo.parallel.Monitor;
import org.oinfo.report.Listing;
import org.oinfo.report.Provenance;
import org.oinfo.report.Quantity;
import org.oinfo.search.FoundNplet;
import org.oinfo.search.greedy.GreedyPath;
import org.oinfo.search.greedy.GreedyResult;
import org.oinfo.search.greedy.GreedySearch;
import org.oinfo.search.greedy.GreedySettings;
import org.oinfo.search.greedy.GreedyStep;

/** {@code oinfo search --method greedy}. */
final class GreedySearchRun implements Search {
    private final OInformation info;
    private final GreedySettings settings;
    private final SearchPaths paths;

    GreedySearchRun(SearchOptions options, LoadedData data) {
        this.info = data.info();
        this.paths = options.paths();
        int samples = info.samplesAboveOrders();
        Integer most = options.maxOrder();
        int start = options.startOrder();
        this.settings = new GreedySettings(
                start,
                options.starts(),
                options.beam(),
                most == null
                        ? GreedySettings.usualMaxOrder(start, info.variables().count(), samples)
                        : most,
                options.ends(),
                0);
        settings.check(info.variables().count(), samples);
    }

    @Override
    public List<Integer> orders() {
        return Stream.of(settings.startOrder(), settings.maxOrder()).distinct().toList();
    }

    @Override
    public long work() {
        return new GreedySearch(info.scorer(), settings).work();
    }

    @Override
    public Outcome run(Monitor monitor) {
        return new Grown(info.search().greedy(settings, monitor));
    }

    private final class Grown implements Outcome {
        private final GreedyResult result;

        Grown(GreedyResult result) {
            this.result = result;
        }

        @Override
        public boolean partial() {
            return result.partial();
        }

        @Override
        public void describe(Provenance run) {
            run.put("start_order", settings.startOrder())
                    .put("starts", settings.starts())
                    .put("beam", settings.beam())
                    .put("max_order", settings.maxOrder())
                    .put("ends", LowerCaseEnum.text(settings.ends()))
                    .put("paths", LowerCaseEnum.text(paths))
                    .put("start_scan_seconds", Seconds.rounded(result.starts().seconds()))
                    .put("growth_seconds", Seconds.rounded(result.seconds()));
        }

        @Override
        public Listing report(ReportHead head) {
            Listing listing = head.listing("steps")
                    .column("end", Quantity.TEXT)
                    .column("start", Quantity.COUNT)
                    .column("order", Quantity.COUNT)
                    .column("added", Quantity.NPLET)
                    .measures()
                    .column("best", Quantity.TEXT)
                    .column("nplet", Quantity.NPLET)
                    .figure("start_order", Quantity.COUNT, settings.startOrder())
                    .figure("max_order", Quantity.COUNT, settings.maxOrder())
                    .figure("starts", Quantity.COUNT, settings.starts())
                    .figure("beam", Quantity.COUNT, settings.beam());
            for (Ends end : List.of(Ends.SYNERGISTIC, Ends.REDUNDANT)) {
                result.best(end).ifPresent(path -> figures(path, listing));
            }
            listing.figure("partial", Quantity.TEXT, result.partial())
                    .figure("singular_candidates", Quantity.COUNT, result.singular())
                    .figure("singular_variables", Quantity.NPLET, result.singularVariables());
            for (GreedyPath path : result.paths()) {
                rows(path, listing);
            }
            return listing;
        }

        private void figures(GreedyPath path, Listing listing) {
            String end = LowerCaseEnum.text(path.end());
            FoundNplet best = path.best().found();
            listing.figure(end + "_best_order", Quantity.COUNT, best.order())
                    .figure(end + "_best_o", Quantity.INFORMATION, best.o())
                    .figure(end + "_best_start", Quantity.COUNT, path.start() + 1)
                    .figure(end + "_best_nplet", Quantity.NPLET, best.nplet());
        }

        private void rows(GreedyPath path, Listing listing) {
            GreedyStep best = path.best();
            boolean whole = paths == SearchPaths.ALL
                    || result.best(path.end()).filter(path::equals).isPresent();
            for (GreedyStep step : whole ? path.steps() : List.of(best)) {
                FoundNplet found = step.found();
                listing.row(
                        LowerCaseEnum.text(path.end()),
                        path.start() + 1,
                        found.order(),
                        step.added() < 0 ? null : new int[] {step.added()},
                        found.tc(),
                        found.dtc(),
                        found.o(),
                        found.s(),
                        step.equals(best),
                        found.nplet());
            }
        }
    }
}
