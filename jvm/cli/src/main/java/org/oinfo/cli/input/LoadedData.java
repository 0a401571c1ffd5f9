package org.oinfo.cli.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.oinfo.OInformation;
import org.oinfo.OInformationOptions;
import org.oinfo.cli.process.Version;
import org.oinfo.data.Variables;
import org.oinfo.discrete.DiscreteSamples;
import org.oinfo.estimate.BiasCorrection;
import org.oinfo.estimate.Collinear;
import org.oinfo.estimate.EstimateOptions;
import org.oinfo.estimate.Estimator;
import org.oinfo.estimate.Shrinkage;
import org.oinfo.report.Provenance;
import org.oinfo.report.Unit;

/**
 * Data that has been read, and what there is to say about it.
 *
 * @param info the correlations, ready to score n-plets
 * @param variables all columns of the data
 * @param origin where the data came from
 */
public record LoadedData(OInformation info, Variables variables, DataOrigin origin) {
    private static final int NAMED = 5;
    /** A bias of Omega that is worth a word, nats. */
    private static final double NOTICEABLE_BIAS = 1e-3;

    /** Number of samples whose Gaussian bias is to be subtracted; 0 for raw values, and for counts: their scores are corrected. */
    public int biasSamples() {
        return info.options().biasCorrect() && info.symbols().isEmpty() ? info.samples() : 0;
    }

    /** Number of samples that every order must stay below; 0 where there is no such bound: unknown, or states are counted. */
    public int samplesAboveOrders() {
        return info.symbols().isEmpty() ? info.samples() : 0;
    }

    /** Sentences that a user should know before reading the results. */
    public List<String> warnings(List<Integer> orders) {
        List<String> warnings = new ArrayList<>();
        int[] dead = variables.dead();
        if (dead.length > 0) {
            warnings.add(count(dead.length, "constant column") + " left out: " + variables.described(dead));
        }
        if (origin.droppedRows() > 0) {
            warnings.add(count(origin.droppedRows(), "row") + " with missing values left out");
        }
        if (!origin.covariance() && variables.originals() > origin.rows()) {
            warnings.add("more columns (" + variables.originals() + ") than rows (" + origin.rows()
                    + "): rows are taken as samples; transpose the data if it is the other way round");
        }
        collinear(warnings);
        for (int order : orders) {
            fewSamples(order, warnings);
        }
        return warnings;
    }

    private void collinear(List<String> warnings) {
        List<Collinear> pairs = info.collinear();
        pairs.stream()
                .limit(NAMED)
                .map(pair -> variables.described(pair.first()) + " and " + variables.described(pair.second())
                        + " determine each other: every n-plet with both is singular")
                .forEach(warnings::add);
        if (pairs.size() > NAMED) {
            warnings.add((pairs.size() - NAMED) + " more pairs of columns determine each other");
        }
    }

    private void fewSamples(int order, List<String> warnings) {
        int samples = info.samples();
        OInformationOptions options = info.options();
        if (info.symbols().isPresent()) {
            fewSamplesForStates(order, info.symbols().get(), warnings);
            return;
        }
        // The formula, and so the correction the warning points to, holds for the plain correlation matrix only.
        if (samples <= order || options.biasCorrect() || options.estimate().shrinkage() != Shrinkage.NONE) {
            return;
        }
        double bias = new BiasCorrection(order, samples).o();
        if (Math.abs(bias) >= NOTICEABLE_BIAS) {
            warnings.add(String.format(
                    Locale.ROOT,
                    "few samples for order %d: with T=%d the O-information of Gaussian variables comes out %.2g nats too %s;"
                            + " see --bias-correct",
                    order,
                    samples,
                    Math.abs(bias),
                    bias < 0 ? "low" : "high"));
        }
    }

    private void fewSamplesForStates(int order, DiscreteSamples symbols, List<String> warnings) {
        double states = symbols.mostStates(order);
        if (states > symbols.samples()) {
            warnings.add(String.format(
                    Locale.ROOT,
                    "few samples for order %d: T=%d for up to %.0f joint states of an n-plet, so entropies come out too low; use"
                            + " more samples, fewer values (--bins) or%s",
                    order,
                    symbols.samples(),
                    states,
                    info.options().biasCorrect() ? " smaller orders" : " --bias-correct"));
        }
    }

    private static String count(int n, String noun) {
        return n + " " + noun + (n == 1 ? "" : "s");
    }

    /** How the result is made, as far as it is known before the work. */
    public Provenance provenance(String command, Unit unit) {
        OInformationOptions options = info.options();
        EstimateOptions how = options.estimate();
        boolean covariance = origin.covariance();
        boolean ranks = !covariance && how.estimator() == Estimator.COPULA;
        DiscreteSamples symbols = info.symbols().orElse(null);
        double intensity = symbols == null ? info.estimate().shrinkageIntensity() : Double.NaN;
        return new Provenance()
                .put("version", Version.text())
                .put("command", command)
                .put("input", origin.source())
                .put("checksum", origin.checksum().isEmpty() ? null : "sha256:" + origin.checksum())
                .put("covariance", covariance)
                .put("samples", info.samples() == 0 ? null : info.samples())
                .put("variables", variables.count())
                .put("dropped_rows", origin.droppedRows())
                .put("estimator", covariance ? null : LowerCaseEnum.text(how.estimator()))
                .put("ties", ranks ? LowerCaseEnum.text(how.ties()) : null)
                .put("tied_values", ranks ? info.estimate().tiedValues() : null)
                .put("bins", how.bins() == 0 ? null : how.bins())
                .put("most_symbols", symbols == null ? null : symbols.mostSymbols())
                .put("seed", how.seed())
                .put("shrinkage", covariance || symbols != null ? null : LowerCaseEnum.text(how.shrinkage()))
                .put("shrinkage_intensity", Double.isNaN(intensity) ? null : intensity)
                .put("bias_corrected", options.biasCorrect())
                .put("correction", options.biasCorrect() ? correction(symbols) : null)
                .put("unit", unit.text())
                .put("backend", info.backendName())
                .put("device", info.device())
                .put("threads", options.threads())
                .put("java", Runtime.version().toString());
    }

    private static String correction(@Nullable DiscreteSamples symbols) {
        return symbols == null ? "gaussian" : "miller-madow";
    }
}
