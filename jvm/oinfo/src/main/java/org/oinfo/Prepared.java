package org.oinfo;

import java.util.List;
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
import org.oinfo.estimate.Estimator;
import org.oinfo.jit.CompiledBackend;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.Backends;
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
    /** Correlations or symbols of samples. */
    static Prepared of(Samples samples, OInformationOptions options, Monitor monitor) {
        return options.estimate().estimator() == Estimator.DISCRETE
                ? states(samples, options, monitor)
                : correlations(samples, options, monitor);
    }

    private static Prepared states(Samples samples, OInformationOptions options, Monitor monitor) {
        if (!options.backend().equals(Backends.AUTO)) {
            throw new BadInputException("the discrete estimator counts in plain Java, the backend must be "
                    + Backends.AUTO + ": backend=" + options.backend() + "; leave it out");
        }
        DiscreteSamples symbols = DiscreteSamples.of(samples, options.estimate().bins(), options.threads(), monitor);
        Model model = new DiscreteModel(new DiscreteScorer(symbols, options.biasCorrect()));
        return new Prepared(model, Variables.of(samples, symbols.live(), symbols.dead()), List.of(), List.of());
    }

    private static Prepared correlations(Samples samples, OInformationOptions options, Monitor monitor) {
        Backend backend = open(options.backend());
        CorrelationEstimate estimate =
                CorrelationEstimator.fromSamples(samples, options.estimate().withThreads(options.threads()), monitor);
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
        if (options.estimate().estimator() == Estimator.DISCRETE) {
            throw new BadInputException(
                    "the discrete estimator counts samples: found a covariance; give the samples, or choose another estimator");
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
