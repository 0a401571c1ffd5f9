package org.oinfo.cli.analysis;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.oinfo.OInformationOptions;
import org.oinfo.ScoredNplet;
import org.oinfo.data.Warning;
import org.oinfo.estimate.options.Entropy;
import org.oinfo.kernels.OmegaHistogram;

/** Counts n-plets with measures below 0 among those that are listed: only a correction brings them there. */
public final class BelowZero {
    private long below;
    private long all;

    static BelowZero of(Stream<ScoredNplet> listed) {
        BelowZero count = new BelowZero();
        listed.forEach(nplet -> count.add(nplet.tc(), nplet.dtc()));
        return count;
    }

    /** Counts one, by its TC and DTC in nats. */
    public void add(double tc, double dtc) {
        all++;
        if (Math.min(tc, dtc) < -OmegaHistogram.BALANCED) {
            below++;
        }
    }

    /** What there is to say of them. */
    public List<Warning> warnings(OInformationOptions options) {
        boolean corrected =
                options.biasCorrect() || options.estimate().discrete().entropy() == Entropy.GRASSBERGER;
        if (!corrected || below == 0) {
            return List.of();
        }
        return List.of(new Warning(
                Warning.Name.CORRECTED_BELOW_ZERO,
                "TC or DTC below 0 in " + below + " of " + all
                        + " listed n-plets: the correction takes off what chance adds on average, so that nearly independent"
                        + " columns scatter about 0; read these as 0",
                Map.of("nplets", below, "of", all)));
    }
}
