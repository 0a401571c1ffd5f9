package org.oinfo.model;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oinfo.data.BadInputException;
import org.oinfo.discrete.DiscreteSamples;
import org.oinfo.estimate.BiasCorrection;
import org.oinfo.estimate.CorrelationEstimate;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.ScanSettings;
import org.oinfo.scan.LatticeScan;
import org.oinfo.scan.ScanForecast;
import org.oinfo.scan.Scorer;

/** Scores n-plets of the variables that take part, and answers for how: by correlations, counted states or nearest neighbours, all n-plets or those that mix groups. */
public sealed interface Model permits GaussianModel, CountedModel, GroupedModel {
    /** Scores n-plets of positions. */
    Scorer scorer();

    /** Name of where it computes. */
    String backendName();

    /** Description of where it computes. */
    String device();

    /**
     * The backend.
     *
     * @throws BadInputException it counts states in plain Java
     */
    Backend backend();

    /**
     * The correlations.
     *
     * @throws BadInputException it has none
     */
    CorrelationEstimate estimate();

    /** The symbols that are counted; none for correlations. */
    Optional<DiscreteSamples> symbols();

    /**
     * The same on another backend.
     *
     * @throws BadInputException it counts states in plain Java
     */
    Model on(Backend backend);

    /** Number of samples whose Gaussian bias is subtracted from measures; 0 where scores are raw, or corrected where they are made. */
    int biasSamples();

    /** Bias of an order that is subtracted from measures; null where there is none. */
    default @Nullable BiasCorrection bias(int order) {
        return biasSamples() == 0 ? null : new BiasCorrection(order, biasSamples());
    }

    /**
     * Refuses an order at which every n-plet is singular.
     *
     * @throws BadInputException there are no more samples than that
     */
    void checkSamples(int order);

    /** Whether an n-plet with a constant column is singular; else that column adds nothing to any measure. */
    boolean constantsAreSingular();

    /** Whether scans of these orders may go through one walk over all subsets. */
    boolean walks();

    /** One walk over all subsets; only where it {@link #walks}. */
    LatticeScan walk(List<ScanSettings> orders);

    /** SHA-256 of what n-plets are scored from, and what else tells it from other models. */
    String checksum();

    /** Duration of one walk, from a short burst; only where it {@link #walks}. */
    List<ScanForecast> forecastWalk(List<ScanSettings> orders, int threads);
}
