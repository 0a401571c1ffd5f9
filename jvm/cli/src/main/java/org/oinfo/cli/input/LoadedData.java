package org.oinfo.cli.input;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oinfo.OInformation;
import org.oinfo.OInformationOptions;
import org.oinfo.cli.process.Version;
import org.oinfo.cli.typed.LowerCaseEnum;
import org.oinfo.data.Warning;
import org.oinfo.discrete.DiscreteSamples;
import org.oinfo.estimate.options.Entropy;
import org.oinfo.estimate.options.EstimateOptions;
import org.oinfo.estimate.options.Estimator;
import org.oinfo.estimate.options.KnnScale;
import org.oinfo.report.Provenance;
import org.oinfo.report.Unit;

/**
 * Data that has been read, and what there is to say about it.
 *
 * @param info the correlations, ready to score n-plets
 * @param origin where the data came from
 */
public record LoadedData(OInformation info, DataOrigin origin) {
    /** What a user should know before reading scores of some orders. */
    public List<Warning> warnings(List<Integer> orders) {
        return DataWarnings.of(this, orders);
    }

    /** How the result is made, as far as it is known before the work. */
    public Provenance provenance(String command, Unit unit) {
        OInformationOptions options = info.options();
        EstimateOptions how = options.estimate();
        boolean covariance = origin.covariance();
        boolean correlates = covariance || how.estimator().correlates();
        boolean neighbours = !covariance && how.estimator() == Estimator.KNN;
        boolean ranks = !covariance && how.estimator() == Estimator.COPULA;
        DiscreteSamples symbols = info.symbols().orElse(null);
        double intensity = correlates ? info.estimate().shrinkageIntensity() : Double.NaN;
        return new Provenance()
                .put("version", Version.text())
                .put("command", command)
                .put("input", origin.source())
                .put("dataset", origin.dataset().isEmpty() ? null : origin.dataset())
                .put("checksum", origin.checksum().isEmpty() ? null : "sha256:" + origin.checksum())
                .put("covariance", covariance)
                .put("samples", info.samples() == 0 ? null : info.samples())
                .put("variables", info.variables().count())
                .put("dropped_rows", origin.droppedRows())
                .put("estimator", covariance ? null : LowerCaseEnum.text(how.estimator()))
                .put("ties", ranks || scores(how) ? LowerCaseEnum.text(how.ties()) : null)
                .put("tied_values", ranks ? info.estimate().tiedValues() : null)
                .put("bins", how.bins() == 0 ? null : how.bins())
                .put(
                        "binning",
                        how.bins() == 0
                                ? null
                                : LowerCaseEnum.text(how.discrete().binning()))
                .put("entropy", symbols == null ? null : LowerCaseEnum.text(entropy(options)))
                .put("most_symbols", symbols == null ? null : symbols.mostSymbols())
                .put("neighbours", neighbours ? how.knn().neighbours() : null)
                .put("knn_scale", neighbours ? LowerCaseEnum.text(how.knn().scale()) : null)
                .put("seed", how.seed())
                .put("shrinkage", covariance || !correlates ? null : LowerCaseEnum.text(how.shrinkage()))
                .put("shrinkage_intensity", Double.isNaN(intensity) ? null : intensity)
                .put("bias_corrected", options.biasCorrect())
                .put("correction", options.biasCorrect() ? correction(symbols) : null)
                .put("unit", unit.text())
                .put("backend", info.backendName())
                .put("device", info.device())
                .put("threads", options.threads())
                .put("java", Runtime.version().toString());
    }

    private static Entropy entropy(OInformationOptions options) {
        return options.biasCorrect()
                ? Entropy.MILLER_MADOW
                : options.estimate().discrete().entropy();
    }

    /** Whether neighbours are found by normal scores of ranks. */
    private static boolean scores(EstimateOptions how) {
        return how.estimator() == Estimator.KNN && how.knn().scale() == KnnScale.SCORES;
    }

    private static String correction(@Nullable DiscreteSamples symbols) {
        return symbols == null ? "gaussian" : "miller-madow";
    }
}
