package org.oinfo.model;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Optional;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Checksum;
import org.oinfo.discrete.DiscreteSamples;
import org.oinfo.estimate.CorrelationEstimate;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.ScanSettings;
import org.oinfo.scan.LatticeScan;
import org.oinfo.scan.ScanForecast;
import org.oinfo.scan.Scorer;

/**
 * Correlations, on a backend.
 *
 * @param samples number of samples T they come from; 0 when unknown
 * @param biasSamples T where bias is subtracted, else 0
 */
public record GaussianModel(CorrelationEstimate estimate, Backend backend, int samples, int biasSamples)
        implements Model {
    @Override
    public Scorer scorer() {
        return Scorer.gaussian(backend, estimate.matrix());
    }

    @Override
    public String backendName() {
        return backend.name();
    }

    @Override
    public String device() {
        return backend.description();
    }

    @Override
    public Optional<DiscreteSamples> symbols() {
        return Optional.empty();
    }

    @Override
    public Model on(Backend other) {
        return new GaussianModel(estimate, other, samples, biasSamples);
    }

    @Override
    public void checkSamples(int order) {
        if (samples > 0 && samples <= order) {
            throw new BadInputException("there must be more samples than the order, or every n-plet is singular: T="
                    + samples + ", order=" + order + "; choose a smaller order or give more samples");
        }
    }

    @Override
    public boolean constantsAreSingular() {
        return true;
    }

    @Override
    public boolean walks() {
        return true;
    }

    @Override
    public LatticeScan walk(List<ScanSettings> orders) {
        return new LatticeScan(backend, estimate.matrix(), orders);
    }

    @Override
    public String checksum() {
        return Checksum.of(MemorySegment.ofArray(estimate.matrix().array()));
    }

    @Override
    public List<ScanForecast> forecastWalk(List<ScanSettings> orders, int threads) {
        return ScanForecast.measure(backend, estimate.matrix(), orders, threads);
    }
}
