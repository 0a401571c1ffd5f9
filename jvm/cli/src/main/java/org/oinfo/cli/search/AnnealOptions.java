package org.oinfo.cli.search;

import org.oinfo.search.anneal.AnnealSettings;
import picocli.CommandLine.Option;

/** Options of {@code oinfo search --method anneal} that no other method takes. */
final class AnnealOptions {
    private static final AnnealSettings USUAL = AnnealSettings.of(AnnealSettings.USUAL_ORDER);

    @Option(
            names = "--chains",
            paramLabel = "n",
            description =
                    "anneal: how many chains run at each end; more find more different n-plets (default: ${DEFAULT-VALUE})")
    private int chains = USUAL.chains();

    @Option(
            names = "--sweeps",
            paramLabel = "n",
            description =
                    "anneal: how long a chain runs; in one sweep every swap of a member for another column is proposed"
                            + " once on average (default: ${DEFAULT-VALUE})")
    private int sweeps = USUAL.sweeps();

    @Option(
            names = "--restarts",
            paramLabel = "n",
            description = "anneal: how often each chain begins anew at a random n-plet (default: ${DEFAULT-VALUE})")
    private int restarts = USUAL.restarts();

    /** These options on top of other settings. */
    AnnealSettings settings(AnnealSettings others) {
        return others.withChains(chains, sweeps, restarts);
    }
}
