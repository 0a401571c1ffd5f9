package org.oinfo.model;

import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Checksum;
import org.oinfo.data.Setting;
import org.oinfo.discrete.DiscreteSamples;
import org.oinfo.discrete.DiscreteScorer;
import org.oinfo.estimate.CorrelationEstimate;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.ScanSettings;
import org.oinfo.scan.LatticeScan;
import org.oinfo.scan.ScanForecast;
import org.oinfo.scan.Scorer;

/** Counts of joint states, in plain Java; corrected n-plet by n-plet where that is asked for. */
public record DiscreteModel(DiscreteScorer states) implements Model {
    @Override
    public Scorer scorer() {
        return states;
    }

    @Override
    public String backendName() {
        return "java";
    }

    @Override
    public String device() {
        return "plain Java";
    }

    @Override
    public Backend backend() {
        throw correlationsAreNeeded();
    }

    @Override
    public CorrelationEstimate estimate() {
        throw correlationsAreNeeded();
    }

    @Override
    public Optional<DiscreteSamples> symbols() {
        return Optional.of(states.samples());
    }

    @Override
    public Model on(Backend backend) {
        throw new BadInputException("the discrete estimator counts in plain Java: found the backend " + backend.name()
                + "; choose another estimator, or leave the backend out");
    }

    @Override
    public int biasSamples() {
        return 0;
    }

    /** No n-plet of states is singular. */
    @Override
    public void checkSamples(int order) {}

    @Override
    public boolean constantsAreSingular() {
        return false;
    }

    @Override
    public boolean walks() {
        return false;
    }

    @Override
    public LatticeScan walk(List<ScanSettings> orders) {
        throw correlationsAreNeeded();
    }

    @Override
    public String checksum() {
        MessageDigest digest = Checksum.digest();
        for (int variable = 0; variable < states.variables(); variable++) {
            digest.update(states.samples().column(variable));
        }
        return Checksum.hex(digest);
    }

    @Override
    public List<ScanForecast> forecastWalk(List<ScanSettings> orders, int threads) {
        throw correlationsAreNeeded();
    }

    private static BadInputException correlationsAreNeeded() {
        return new BadInputException(
                "this needs the estimator copula or gaussian: found discrete", "choose another {}", Setting.ESTIMATOR);
    }
}
