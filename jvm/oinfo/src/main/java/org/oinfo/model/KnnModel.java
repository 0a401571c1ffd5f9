package org.oinfo.model;

import java.util.Optional;
import org.oinfo.discrete.DiscreteSamples;
import org.oinfo.kernels.Backend;
import org.oinfo.knn.KnnScorer;
import org.oinfo.scan.Scorer;

/** Counts of nearest neighbours, on a backend. */
public record KnnModel(KnnScorer neighbours) implements CountedModel {
    @Override
    public String estimator() {
        return "knn";
    }

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
    public Optional<DiscreteSamples> symbols() {
        return Optional.empty();
    }

    @Override
    public Model on(Backend other) {
        return new KnnModel(neighbours.on(other));
    }

    @Override
    public String checksum() {
        return neighbours.checksum();
    }
}
