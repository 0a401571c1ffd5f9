package org.oinfo.scan.spread;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oinfo.data.BadInputException;
import org.oinfo.jit.CompiledBackend;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.BackendProvider;
import org.oinfo.kernels.Backends;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.Landscape;
import org.oinfo.kernels.ScanSettings;
import org.oinfo.parallel.Monitor;
import org.oinfo.parallel.Progress;
import org.oinfo.scan.ExhaustiveScan;
import org.oinfo.scan.LatticeScan;
import org.oinfo.scan.MeasureScan;
import org.oinfo.scan.PiecePlan;
import org.oinfo.scan.Pieces;
import org.oinfo.scan.RankedLandscape;
import org.oinfo.scan.Scorer;
import org.oinfo.scan.journal.PartialResult;

/** Goes through pieces of a scan that another machine leads. Thread-safe. */
public final class PieceScanner {
    private final Backend backend;
    private final CorrelationMatrix matrix;
    private final List<PartialResult> nothing;

    private PieceScanner(Backend backend, CorrelationMatrix matrix, List<PartialResult> nothing) {
        this.backend = backend;
        this.matrix = matrix;
        this.nothing = nothing;
    }

    /**
     * Makes ready for a scan.
     *
     * @throws BadInputException this machine cannot compute as the scan asks; the message says why, without naming the machine
     */
    public static PieceScanner open(SentScan scan) {
        if (scan.vectorBits() > 0 && System.getProperty(Backends.VECTOR_BITS) == null) {
            // Looked at when the first kernel is loaded.
            System.setProperty(Backends.VECTOR_BITS, Integer.toString(scan.vectorBits()));
        }
        List<String> reasons = Backends.installed().stream()
                .filter(provider -> provider.name().equals(scan.backend()))
                .findFirst()
                .map(BackendProvider::unavailable)
                .orElse(List.of("it is not installed"));
        if (!reasons.isEmpty()) {
            throw new BadInputException("the backend " + scan.backend() + " of " + scan.vectorBits()
                    + " bits is not there: " + String.join("; ", reasons));
        }
        Backend backend = Backends.open(scan.backend());
        if (backend.vectorBits() != scan.vectorBits()) {
            throw new BadInputException("the backend " + scan.backend() + " must have vectors of " + scan.vectorBits()
                    + " bits: found " + backend.vectorBits());
        }
        CorrelationMatrix matrix = CorrelationMatrix.wrap(scan.variables(), scan.correlations());
        return new PieceScanner(CompiledBackend.of(backend), matrix, scan.none());
    }

    /**
     * What some pieces hold; null where the monitor or an interruption stopped it before they were done.
     *
     * @return partial results of the orders, as {@link Gathering#found} takes them
     */
    public byte @Nullable [] scan(Pieces pieces, int threads, Monitor monitor) {
        Stopped stopped = new Stopped(monitor);
        List<RankedLandscape> found = found(pieces, threads, stopped);
        if (stopped.stopped || Thread.currentThread().isInterrupted()) {
            return null;
        }
        PiecePlan plan = nothing.getFirst().plan();
        return SentScan.bytes(found.stream()
                .map(each -> new PartialResult(plan, pieces, each))
                .toList());
    }

    private List<RankedLandscape> found(Pieces pieces, int threads, Monitor monitor) {
        RankedLandscape first = nothing.getFirst().found();
        ScanSettings settings = first.landscape().settings();
        if (nothing.size() > 1) {
            List<ScanSettings> all = nothing.stream()
                    .map(each -> each.found().landscape().settings())
                    .toList();
            LatticeScan walk = new LatticeScan(backend, matrix, all);
            requirePlan(walk.plan());
            List<RankedLandscape> found = new ArrayList<>();
            for (Landscape landscape : walk.run(pieces, threads, monitor)) {
                found.add(RankedLandscape.byOmega(landscape));
            }
            return found;
        }
        Scorer scores = Scorer.gaussian(backend, matrix);
        if (first.ownRankings()) {
            // The landscape itself keeps one n-plet, the rankings as many as were asked for.
            ScanSettings asked = new ScanSettings(
                    settings.order(),
                    settings.level(),
                    first.smallest().capacity(),
                    settings.bias(),
                    settings.ends(),
                    settings.screen(),
                    settings.determinants());
            MeasureScan scan = new MeasureScan(scores, asked, first.measure());
            requirePlan(scan.plan());
            return List.of(scan.run(pieces, threads, monitor));
        }
        ExhaustiveScan scan = new ExhaustiveScan(scores, settings);
        requirePlan(scan.plan());
        return List.of(RankedLandscape.byOmega(scan.run(pieces, threads, monitor)));
    }

    private void requirePlan(PiecePlan here) {
        PiecePlan there = nothing.getFirst().plan();
        if (!here.equals(there)) {
            throw new BadInputException("a scan must be cut into the same pieces everywhere: found " + here
                    + " here and " + there + " where it is led; run the same version of oinfo on all machines");
        }
    }

    /** Remembers whether the monitor said no. */
    private static final class Stopped implements Monitor {
        private final Monitor monitor;
        private volatile boolean stopped;

        Stopped(Monitor monitor) {
            this.monitor = monitor;
        }

        @Override
        public boolean goOn(Progress progress) {
            boolean on = monitor.goOn(progress);
            stopped |= !on;
            return on;
        }
    }
}
