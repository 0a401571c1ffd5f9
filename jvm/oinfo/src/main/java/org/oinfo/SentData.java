package org.oinfo;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Variables;
import org.oinfo.estimate.CorrelationEstimate;
import org.oinfo.estimate.SampleScores;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.model.GaussianModel;
import org.oinfo.model.Model;
import org.oinfo.scan.OwnMeasure;
import org.oinfo.spread.SentBackend;

/**
 * Data as they are sent to other machines: nothing is estimated again there.
 *
 * @param backend that all compute on
 * @param originals number of columns of the original data
 * @param kept columns that take part, ascending
 * @param dead columns left out because they are constant, ascending
 * @param correlations [N*N] row-major
 * @param samples number of samples T; 0 when unknown
 * @param biasSamples T where bias is subtracted, else 0
 * @param scores of all samples; null where the analysis does not look at them
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record SentData(
        SentBackend backend,
        int originals,
        int[] kept,
        int[] dead,
        double[] correlations,
        int samples,
        int biasSamples,
        @Nullable SampleScores scores,
        OInformationOptions options)
        implements Serializable {
    /**
     * The data of an instance.
     *
     * @throws BadInputException they are no correlations on processors, or a measure is a function
     */
    static SentData of(OInformation info, @Nullable SampleScores scores) {
        GaussianModel model = correlations(info.model(), info.options(), "an analysis");
        Variables variables = info.variables();
        return new SentData(
                SentBackend.of(model.backend()),
                variables.originals(),
                variables.columns(),
                variables.dead(),
                model.estimate().matrix().array(),
                info.samples(),
                model.biasSamples(),
                scores,
                info.options());
    }

    /**
     * The correlations of a model.
     *
     * @param what is to be done with them, for the refusal
     * @throws BadInputException there are none, or they are not on processors, or ranked by a function
     */
    static GaussianModel correlations(Model model, OInformationOptions options, String what) {
        if (!(model instanceof GaussianModel gaussian) || model.backendName().equals("cuda")) {
            throw new BadInputException(what + " on a cluster must be of correlations, on processors: found "
                    + (model instanceof GaussianModel ? "the backend cuda" : "another estimator, or groups")
                    + "; run it on this machine alone");
        }
        if (options.rankBy() instanceof OwnMeasure own) {
            throw new BadInputException(what + " on a cluster must be ranked by a measure with a formula: found "
                    + own.text() + ", a function; choose another, or run it on this machine alone");
        }
        return gaussian;
    }

    /**
     * The same data on this machine.
     *
     * @throws BadInputException the backend is not there, or computes with other vectors
     */
    Opened open() {
        return new Opened(this, backend.open());
    }

    /** Data that were sent here. */
    record Opened(SentData data, Backend backend) {
        OInformation info(int threads) {
            return data.info(backend, threads);
        }
    }

    /** The same data beside others that were opened here. */
    OInformation beside(OInformation other) {
        return info(other.backend(), other.options().threads());
    }

    private OInformation info(Backend opened, int threads) {
        CorrelationMatrix r = CorrelationMatrix.wrap(kept.length, correlations);
        CorrelationEstimate estimate =
                new CorrelationEstimate(r, kept, dead, samples, 0, Double.NaN, List.of(), List.of());
        return OInformation.sent(
                new Prepared(
                        new GaussianModel(estimate, opened, samples, biasSamples),
                        new Variables(originals, List.of(), kept, dead),
                        List.of(),
                        List.of()),
                scores,
                options.withThreads(threads),
                samples);
    }
}
