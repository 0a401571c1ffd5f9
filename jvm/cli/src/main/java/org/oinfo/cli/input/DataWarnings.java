package org.oinfo.cli.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.oinfo.OInformation;
import org.oinfo.OInformationOptions;
import org.oinfo.data.Variables;
import org.oinfo.data.Warning;
import org.oinfo.discrete.DiscreteSamples;
import org.oinfo.estimate.BiasCorrection;
import org.oinfo.estimate.Collinear;
import org.oinfo.estimate.options.Estimator;
import org.oinfo.estimate.options.Shrinkage;

/** Collects what a user should know of data before reading a result. */
final class DataWarnings {
    /** With 50 samples 58 % of the quintuplets of 14 independent columns have Omega below 0, with 20 84 %, with 100 51 %. */
    private static final int ENOUGH_FOR_NEIGHBOURS = 100;

    private static final int NAMED = 5;
    /** A bias of Omega that is worth a word, nats. */
    private static final double NOTICEABLE_BIAS = 1e-3;

    private final OInformation info;
    private final Variables variables;
    private final DataOrigin origin;
    private final List<Warning> warnings = new ArrayList<>();

    private DataWarnings(LoadedData data) {
        this.info = data.info();
        this.variables = info.variables();
        this.origin = data.origin();
        warnings.addAll(origin.warnings());
        info.warnings().forEach(warning -> warnings.add(spelt(warning)));
    }

    /** The warnings of data whose n-plets of some orders are to be scored. */
    static List<Warning> of(LoadedData data, List<Integer> orders) {
        DataWarnings found = new DataWarnings(data);
        found.constant();
        found.transposed();
        found.collinear();
        orders.forEach(found::fewSamples);
        if (data.origin().hasSamples() && data.info().options().estimate().estimator() == Estimator.COPULA) {
            found.warnings.addAll(CopulaWarnings.of(data.info(), orders));
        }
        return List.copyOf(found.warnings);
    }

    /** A warning of the library, with the option that answers it. */
    private static Warning spelt(Warning warning) {
        return warning.name() == Warning.Name.SYMMETRIC_SAMPLES
                ? new Warning(warning.name(), warning.message() + " with --covariance", warning.data())
                : warning;
    }

    private void constant() {
        int[] dead = variables.dead();
        if (dead.length > 0) {
            add(
                    Warning.Name.CONSTANT_COLUMNS,
                    count(dead.length, "constant column") + " left out: " + variables.described(dead),
                    Map.of("columns", IntStream.of(dead).boxed().toList()));
        }
    }

    private void transposed() {
        if (!origin.covariance() && variables.originals() > origin.rows()) {
            add(
                    Warning.Name.MORE_COLUMNS_THAN_ROWS,
                    "more columns (" + variables.originals() + ") than rows (" + origin.rows()
                            + "): rows are taken as samples; transpose the data if it is the other way round",
                    Map.of("columns", variables.originals(), "rows", origin.rows()));
        }
    }

    private void collinear() {
        List<Collinear> pairs = info.collinear();
        for (Collinear pair : pairs.subList(0, Math.min(NAMED, pairs.size()))) {
            add(
                    Warning.Name.DETERMINED_PAIR,
                    variables.described(pair.first()) + " and " + variables.described(pair.second())
                            + " determine each other: every n-plet with both is singular",
                    Map.of("columns", List.of(pair.first(), pair.second())));
        }
        int more = pairs.size() - NAMED;
        if (more > 0) {
            add(
                    Warning.Name.DETERMINED_PAIR,
                    more + (more == 1 ? " more pair of columns determines" : " more pairs of columns determine")
                            + " each other",
                    Map.of("pairs", more));
        }
    }

    private void fewSamples(int order) {
        int samples = info.samples();
        OInformationOptions options = info.options();
        if (info.symbols().isPresent()) {
            fewSamplesForStates(order, info.symbols().get());
            return;
        }
        if (!options.estimate().estimator().correlates()) {
            fewSamplesForNeighbours();
            return;
        }
        // The formula, and so the correction the warning points to, holds for the plain correlation matrix only.
        if (samples <= order || options.biasCorrect() || options.estimate().shrinkage() != Shrinkage.NONE) {
            return;
        }
        double bias = new BiasCorrection(order, samples).o();
        if (Math.abs(bias) >= NOTICEABLE_BIAS) {
            String message = String.format(
                    Locale.ROOT,
                    "few samples for order %d: with T=%d the O-information of Gaussian variables comes out %.2g nats too %s;"
                            + " see --bias-correct",
                    order,
                    samples,
                    Math.abs(bias),
                    bias < 0 ? "low" : "high");
            add(Warning.Name.FEW_SAMPLES, message, Map.of("order", order, "samples", samples, "bias_o", bias));
        }
    }

    /** Once, whatever the orders. */
    private void fewSamplesForNeighbours() {
        int samples = info.samples();
        boolean told = warnings.stream().anyMatch(warning -> warning.name() == Warning.Name.FEW_SAMPLES);
        if (samples < ENOUGH_FOR_NEIGHBOURS && !told) {
            add(
                    Warning.Name.FEW_SAMPLES,
                    "few samples for nearest neighbours: with T=" + samples
                            + " the O-information of independent columns comes out too low, the more the higher the order; they"
                            + " want hundreds",
                    Map.of("samples", samples));
        }
    }

    private void fewSamplesForStates(int order, DiscreteSamples symbols) {
        double states = symbols.mostStates(order);
        if (states > symbols.samples()) {
            String message = String.format(
                    Locale.ROOT,
                    "few samples for order %d: T=%d for up to %.0f joint states of an n-plet, so entropies come out too low; use"
                            + " more samples, fewer values (--bins) or%s",
                    order,
                    symbols.samples(),
                    states,
                    info.options().biasCorrect() ? " smaller orders" : " --bias-correct");
            add(
                    Warning.Name.FEW_SAMPLES,
                    message,
                    Map.of("order", order, "samples", symbols.samples(), "states", states));
        }
    }

    private void add(Warning.Name name, String message, Map<String, Object> data) {
        warnings.add(new Warning(name, message, data));
    }

    private static String count(int n, String noun) {
        return n + " " + noun + (n == 1 ? "" : "s");
    }
}
