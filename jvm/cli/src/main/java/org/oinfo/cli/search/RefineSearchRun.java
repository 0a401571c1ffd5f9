package org.oinfo.cli.search;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;
import org.oinfo.OInformation;
import org.oinfo.cli.analysis.Outcome;
import org.oinfo.cli.analysis.ReportHead;
import org.oinfo.cli.input.LoadedData;
import org.oinfo.cli.typed.NpletsFile;
import org.oinfo.kernels.Ends;
import org.oinfo.parallel.Monitor;
import org.oinfo.report.Listing;
import org.oinfo.report.Provenance;
import org.oinfo.report.Quantity;
import org.oinfo.search.anneal.Descent;
import org.oinfo.search.anneal.DescentResult;
import org.oinfo.search.anneal.DescentSettings;

/** {@code oinfo search --method refine}. */
final class RefineSearchRun implements Search {
    private final OInformation info;
    private final NpletsFile file;
    private final List<int[]> starts;
    private final DescentSettings settings;
    private final Sought sought;

    RefineSearchRun(SearchOptions options, LoadedData data, InputStream standard) throws IOException {
        this.info = data.info();
        this.sought = new Sought(info.options().rankBy());
        this.file = options.nplets();
        this.starts = info.nplets(file.read(info.variables(), standard)).columns();
        this.settings = DescentSettings.swaps(options.ends());
    }

    @Override
    public List<Integer> orders() {
        return NpletsFile.orders(starts);
    }

    /** Unknown: how many steps there are is what is sought. */
    @Override
    public long work() {
        return -1;
    }

    @Override
    public Outcome run(Monitor monitor) {
        return new Descended(info.search().refine(starts, settings, monitor));
    }

    private final class Descended implements Outcome {
        private final DescentResult result;

        Descended(DescentResult result) {
            this.result = result;
        }

        @Override
        public boolean partial() {
            return result.partial();
        }

        private Stream<Descent> all() {
            return Stream.concat(result.synergistic().stream(), result.redundant().stream());
        }

        @Override
        public void describe(Provenance run) {
            run.put("nplets", file.name()).put("ends", sought.end(settings.ends()));
            sought.describe(run);
        }

        @Override
        public Listing report(ReportHead head) {
            Listing listing = head.listing("descents")
                    .column("end", Quantity.TEXT)
                    .column("start", Quantity.NPLET)
                    .column("steps", Quantity.COUNT);
            sought.columns(listing)
                    .column("certified", Quantity.TEXT)
                    .column("nplet", Quantity.NPLET)
                    .figure("nplets", Quantity.COUNT, starts.size())
                    .figure(
                            "optimal_starts",
                            Quantity.COUNT,
                            all().filter(descent -> descent.certified() && descent.steps() == 0)
                                    .count())
                    .figure(
                            "not_certified",
                            Quantity.COUNT,
                            all().filter(descent -> !descent.certified()).count())
                    .figure("scored", Quantity.COUNT, result.scored())
                    .figure("partial", Quantity.TEXT, partial());
            rows(Ends.SYNERGISTIC, result.synergistic(), listing);
            rows(Ends.REDUNDANT, result.redundant(), listing);
            return listing;
        }

        private void rows(Ends end, List<Descent> descents, Listing listing) {
            for (Descent descent : descents) {
                sought.row(
                        listing,
                        List.of(sought.end(end), descent.start(), descent.steps()),
                        descent,
                        descent.certified(),
                        descent.nplet());
            }
        }
    }
}
