package org.oinfo;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.oinfo.data.BadInputException;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.Landscape;
import org.oinfo.kernels.ScanSettings;
import org.oinfo.model.GroupedModel;
import org.oinfo.model.Model;
import org.oinfo.scan.BlockLedger;
import org.oinfo.scan.GaussianScorer;
import org.oinfo.scan.RankedLandscape;
import org.oinfo.scan.verify.Verification;
import org.oinfo.scan.verify.Verifier;
import org.oinfo.scan.verify.Verify;

/** Which scans are verified, and what of them cannot be. */
record ScanProof(Model model, OInformationOptions options) {
    /**
     * Refuses to verify what has no determinants, or does not sum them.
     *
     * @param order of the scan
     * @throws BadInputException that was asked for
     */
    void check(int order) {
        if (options.verify() != Verify.ALWAYS) {
            return;
        }
        if (!(model.scorer() instanceof GaussianScorer scorer)) {
            String found = model instanceof GroupedModel
                    ? "groups"
                    : "the estimator " + options.estimate().estimator().name().toLowerCase(Locale.ROOT);
            throw new BadInputException(
                    "a scan is verified by the determinants of correlations of all its n-plets: found " + found
                            + "; leave verification out");
        }
        Backend backend = scorer.backend();
        if (options.level().counts() && !backend.sumsDeterminants(new ScanSettings(order, options.level(), 1))) {
            throw new BadInputException(
                    "a scan that counts is verified where its kernels sum determinants: those of the"
                            + " backend " + backend.name() + " do up to order 8, found order " + order
                            + "; choose another backend, the level extremes, or leave verification out");
        }
    }

    /** Verifies a scan that is done, where that is wanted; null where it is not. */
    @Nullable
    Verification of(WholeScan scan, List<RankedLandscape> found) {
        BlockLedger ledger = scan.ledger();
        if (ledger == null || !(model.scorer() instanceof GaussianScorer scorer)) {
            return null;
        }
        Landscape landscape = found.getFirst().landscape();
        boolean wanted = options.verify() == Verify.ALWAYS
                || (options.verify() == Verify.BY_DEFAULT
                        && Verifier.byDefault(
                                landscape.settings().order(), options.level().counts(), ledger.blocks()));
        if (!wanted) {
            return null;
        }
        ledger.elsewhere(landscape);
        return new Verifier(scorer, ledger).verify(landscape);
    }
}
