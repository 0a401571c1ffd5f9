package org.oinfo.cli.search;

import java.util.List;
import org.oinfo.OInformation;
import org.oinfo.cli.analysis.Outcome;
import org.oinfo.cli.analysis.ReportHead;
import org.oinfo.cli.input.LoadedData;
import org.oinfo.parallel.Monitor;
import org.oinfo.report.Listing;
import org.oinfo.report.Provenance;
import org.oinfo.report.Quantity;
import org.oinfo.search.FoundNplet;
import org.oinfo.search.RandomNplets;
import org.oinfo.search.RandomResult;

/** {@code oinfo search --method random}. */
final class RandomSearchRun implements Search {
    private final OInformation info;
    private final RandomNplets nplets;

    RandomSearchRun(SearchOptions options, LoadedData data, long seed) {
        this.info = data.info();
        this.nplets = new RandomNplets(options.order(info.variables().count()), options.count(), seed, 0);
        nplets.check(info.variables().count(), info.samplesAboveOrders());
    }

    @Override
    public List<Integer> orders() {
        return List.of(nplets.order());
    }

    @Override
    public long work() {
        return nplets.count();
    }

    @Override
    public Outcome run(Monitor monitor) {
        return new Drawn(info.search().random(nplets.order(), nplets.count(), nplets.seed(), monitor));
    }

    private final class Drawn implements Outcome {
        private final RandomResult result;

        Drawn(RandomResult result) {
            this.result = result;
        }

        @Override
        public boolean partial() {
            return result.partial();
        }

        @Override
        public void describe(Provenance run) {
            run.put("order", nplets.order()).put("count", nplets.count()).put("replacement", true);
        }

        @Override
        public Listing report(ReportHead head) {
            Listing listing = head.listing("nplets")
                    .column("order", Quantity.COUNT)
                    .measures()
                    .column("nplet", Quantity.NPLET)
                    .figure("order", Quantity.COUNT, nplets.order())
                    .figure("drawn", Quantity.COUNT, result.nplets().size())
                    .figure("partial", Quantity.TEXT, result.partial())
                    .figure("seed", Quantity.COUNT, nplets.seed())
                    .figure("singular", Quantity.COUNT, result.singular())
                    .figure("mean_o", Quantity.INFORMATION, result.mean())
                    .figure("deviation_o", Quantity.INFORMATION, result.deviation())
                    .figure("min_o", Quantity.INFORMATION, result.min())
                    .figure("max_o", Quantity.INFORMATION, result.max());
            for (FoundNplet each : result.nplets()) {
                listing.row(each.order(), each.tc(), each.dtc(), each.o(), each.s(), each.nplet());
            }
            return listing;
        }
    }
}
