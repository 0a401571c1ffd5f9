package org.oinfo.model;

import java.util.List;
import java.util.Optional;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Setting;
import org.oinfo.discrete.DiscreteSamples;
import org.oinfo.estimate.CorrelationEstimate;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.ScanSettings;
import org.oinfo.knn.KnnScorer;
import org.oinfo.scan.LatticeScan;
import org.oinfo.scan.ScanForecast;
import org.oinfo.scan.Scorer;

/** Counts of nearest neighbours, on a backend. */
public record KnnModel(KnnScorer neighbours) implements Model {
    @Override
    public Scorer scorer() {
        return neighbours;
    }

    @Override
    public String backendName() {
        return neighbours.backend().name();
    }

    @Override
    public String device() {
        return neighbours.backend().description();
    }

    @Override
    public Backend backend() {
        return neighbours.backend();
    }

    @Override
    public CorrelationEstimate estimate() {
        throw correlationsAreNeeded();
    }

    @Override
    public Optional<DiscreteSamples> symbols() {
        return Optional.empty();
    }

    @Override
    public Model on(Backend other) {
        return new KnnModel(neighbours.on(other));
    }

    @Override
    public int biasSamples() {
        return 0;
    }

    /** No n-plet is singular. */
    @Override
    public void checkSamples(int order) {}

    @Override
    public boolean constantsAreSingular() {
        return false;
    }

    @Override
    public boolean walks() {
        return false;
    }

    @Override
    public LatticeScan walk(List<ScanSettings> orders) {
        throw correlationsAreNeeded();
    }

    @Override
    public String checksum() {
        return neighbours.checksum();
    }

    @Override
    public List<ScanForecast> forecastWalk(List<ScanSettings> orders, int threads) {
        throw correlationsAreNeeded();
    }

    private static BadInputException correlationsAreNeeded() {
        return new BadInputException(
                "this needs the estimator copula or gaussian: found knn", "choose another {}", Setting.ESTIMATOR);
    }
}
