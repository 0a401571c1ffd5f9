package org.oinfo.cli.command;

import org.oinfo.cli.typed.OptionGroup;
import org.oinfo.data.BadInputException;
import org.oinfo.scan.verify.Verify;
import picocli.CommandLine.Option;

/** {@code --verify} and {@code --no-verify}: a scan that proves itself complete. */
@OptionGroup(OptionGroup.RUN)
final class VerifyOption {
    @Option(
            names = "--verify",
            description =
                    "prove that every n-plet was scored once, from the right correlations: the determinants of all n-plets"
                            + " must add up to what the correlations alone say; at level extremes a sample of blocks is done"
                            + " again (default for large scans of order 4 and more there). A scan that is found wrong ends"
                            + " with exit code 1")
    private boolean verify;

    @Option(names = "--no-verify", description = "do not verify the scan")
    private boolean noVerify;

    Verify wanted() {
        if (verify && noVerify) {
            throw new BadInputException(
                    "--verify and --no-verify exclude each other: found both; leave one of them out");
        }
        return verify ? Verify.ALWAYS : noVerify ? Verify.NEVER : Verify.BY_DEFAULT;
    }

    /** Refuses what is not verified. */
    void check(boolean dryRun) {
        if (verify && dryRun) {
            throw new BadInputException("--verify is for a scan: found --dry-run with it; leave one of the two out");
        }
    }
}
