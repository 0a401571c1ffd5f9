package org.oinfo.cli.search;

import org.oinfo.search.anneal.AnnealSettings;
import picocli.CommandLine.Option;

/** Options of {@code oinfo search --method anneal} that no other method takes. */
final class AnnealOptions {
    @Option(
            names = "--top",
            paramLabel = "n",
            defaultValue = "20",
            description = "anneal: how many of the best n-plets to print at each end (default: 20)")
    private int top = 20;

    @Option(
            names = "--chains",
            paramLabel = "n",
            defaultValue = "256",
            description = "anneal: how many chains run at each end; more find more different n-plets (default: 256)")
    private int chains = 256;

    @Option(
            names = "--sweeps",
            paramLabel = "n",
            defaultValue = "30",
            description =
                    "anneal: how long a chain runs; in one sweep every swap of a member for another column is proposed"
                            + " once on average (default: 30)")
    private int sweeps = 30;

    @Option(
            names = "--restarts",
            paramLabel = "n",
            defaultValue = "0",
            description = "anneal: how often each chain begins anew at a random n-plet (default: 0)")
    private int restarts;

    /** These options on top of other settings. */
    AnnealSettings settings(AnnealSettings others) {
        return others.withTop(top).withChains(chains, sweeps, restarts);
    }
}
