package org.oinfo;

import java.util.List;
import java.util.Set;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Samples;
import org.oinfo.data.Setting;
import org.oinfo.data.SquareMatrix;
import org.oinfo.data.SymmetricSamples;
import org.oinfo.data.Variables;
import org.oinfo.data.Warning;
import org.oinfo.discrete.DiscreteSamples;
import org.oinfo.discrete.DiscreteScorer;
import org.oinfo.estimate.Collinear;
import org.oinfo.estimate.CorrelationEstimate;
import org.oinfo.estimate.CorrelationEstimator;
import org.oinfo.estimate.SharedEstimate;
import org.oinfo.estimate.options.DiscreteOptions;
import org.oinfo.estimate.options.Entropy;
import org.oinfo.estimate.options.EstimateOptions;
import org.oinfo.estimate.options.Estimator;
import org.oinfo.jit.CompiledBackend;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.Backends;
import org.oinfo.knn.KnnSamples;
import org.oinfo.knn.KnnScorer;
import org.oinfo.knn.KnnTies;
import org.oinfo.model.DiscreteModel;
import org.oinfo.model.GaussianModel;
import org.oinfo.model.KnnModel;
import org.oinfo.model.Model;
import org.oinfo.parallel.Monitor;

/**
 * Checked input, ready to be scored.
 *
 * @param model scores n-plets of positions
 * @param variables the columns that take part, and those left out
 * @param collinear pairs of columns that determine each other
 * @param warnings what was put right in the input, or looks like another kind of input
 */
record Prepared(Model model, Variables variables, List<Collinear> collinear, List<Warning> warnings) {
    private static final Set<String> NEIGHBOURS = Set.of("native", "scalar");

    /** What the estimator makes of samples. */
    static Prepared of(Samples samples, OInformationOptions options, Monitor monitor) {
        return switch (options.estimate().estimator()) {
            case COPULA, GAUSSIAN -> correlations(samples, options, monitor);
            case DISCRETE -> states(samples, options, monitor);
            case KNN -> neighbours(samples, options, monitor);
        };
    }

    private static Prepared neighbours(Samples samples, OInformationOptions options, Monitor monitor) {
        Backend backend = openForNeighbours(options.backend());
        int neighbours = options.estimate().knn().neighbours();
        EstimateOptions how = options.estimate().withThreads(options.threads());
        KnnSamples scaled = SampleSource.neighbours(samples, how, monitor);
        Variables variables = Variables.of(samples, scaled.live(), scaled.dead());
        Model model = new KnnModel(new KnnScorer(scaled, neighbours, backend));
        return new Prepared(model, variables, List.of(), KnnTies.warnings(scaled, neighbours, variables));
    }

    /** The backends that count neighbours by themselves: the kernels in C, and plain Java. */
    private static Backend openForNeighbours(String name) {
        if (name.equals(Backends.AUTO)) {
            return Backends.installed().stream()
                    .filter(provider -> NEIGHBOURS.contains(provider.name()))
                    .filter(provider -> provider.unavailable().isEmpty())
                    .findFirst()
                    .orElseThrow()
                    .open();
        }
        if (!NEIGHBOURS.contains(name)) {
            throw new BadInputException("the knn estimator counts on the backends native and scalar: backend=" + name
                    + "; choose one of these, or leave it out");
        }
        return open(name);
    }

    private static Prepared states(Samples samples, OInformationOptions options, Monitor monitor) {
        if (!options.backend().equals(Backends.AUTO)) {
            throw new BadInputException("the discrete estimator counts in plain Java, the backend must be "
                    + Backends.AUTO + ": backend=" + options.backend() + "; leave it out");
        }
        DiscreteOptions how = options.estimate().discrete();
        DiscreteSamples symbols = SampleSource.kept(
                samples,
                DiscreteSamples.class,
                options.estimate(),
                SampleSource.values(samples),
                () -> DiscreteSamples.of(samples, how.bins(), how.binning(), options.threads(), monitor));
        Model model = new DiscreteModel(
                new DiscreteScorer(symbols, options.biasCorrect() ? Entropy.MILLER_MADOW : how.entropy()));
        return new Prepared(model, Variables.of(samples, symbols.live(), symbols.dead()), List.of(), List.of());
    }

    private static Prepared correlations(Samples samples, OInformationOptions options, Monitor monitor) {
        Backend backend = open(options.backend());
        EstimateOptions how = options.estimate().withThreads(options.threads());
        CorrelationEstimate estimate = SampleSource.kept(
                samples,
                CorrelationEstimate.class,
                how,
                (long) Double.BYTES * samples.variables() * samples.variables(),
                () -> CorrelationEstimator.fromSamples(samples, how, monitor));
        Variables variables = Variables.of(samples, estimate.variables(), estimate.dead());
        Prepared prepared = gaussian(estimate, backend, samples.columns(), variables, samples.samples(), options);
        List<Warning> symmetric = SymmetricSamples.warnings(samples);
        return new Prepared(prepared.model, variables, prepared.collinear, symmetric);
    }

    /**
     * Correlations of some variables of a covariance.
     *
     * @param columns variables that take part, ascending
     * @param samples number of samples T it comes from; 0 when unknown
     */
    static Prepared of(SquareMatrix covariance, int[] columns, int samples, OInformationOptions options) {
        Estimator estimator = options.estimate().estimator();
        if (!estimator.correlates()) {
            throw new BadInputException("the " + estimator.text()
                    + " estimator counts samples: found a covariance; give the samples, or choose another estimator");
        }
        if (options.biasCorrect() && samples == 0) {
            throw new BadInputException(
                    "bias correction of a covariance needs the number of samples it comes from: found none",
                    "give {}",
                    Setting.SAMPLES);
        }
        Backend backend = open(options.backend());
        CorrelationEstimate estimate = CorrelationEstimator.fromCovariance(covariance, columns);
        Variables variables = Variables.of(covariance, columns, estimate.variables(), estimate.dead());
        return gaussian(estimate, backend, columns, variables, samples, options);
    }

    /** Correlations that were made elsewhere. */
    static Prepared of(SharedEstimate shared, OInformationOptions options) {
        CorrelationEstimate estimate = shared.estimate();
        Backend backend = open(options.backend());
        return gaussian(estimate, backend, shared.columns(), shared.variables(), estimate.samples(), options);
    }

    private static Prepared gaussian(
            CorrelationEstimate estimate,
            Backend backend,
            int[] columns,
            Variables variables,
            int samples,
            OInformationOptions options) {
        List<Collinear> collinear = estimate.collinear().stream()
                .map(pair -> new Collinear(columns[pair.first()], columns[pair.second()], pair.correlation()))
                .toList();
        int biasSamples = options.biasCorrect() ? samples : 0;
        return new Prepared(
                new GaussianModel(estimate, backend, samples, biasSamples), variables, collinear, estimate.warnings());
    }

    private static Backend open(String name) {
        try {
            return CompiledBackend.of(Backends.open(name));
        } catch (IllegalArgumentException e) {
            throw new BadInputException(String.valueOf(e.getMessage()));
        }
    }
}
