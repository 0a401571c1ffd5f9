package org.oinfo.model;

import java.security.MessageDigest;
import java.util.Optional;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Checksum;
import org.oinfo.discrete.DiscreteSamples;
import org.oinfo.discrete.DiscreteScorer;
import org.oinfo.kernels.Backend;
import org.oinfo.scan.Scorer;

/** Counts of joint states, in plain Java; corrected n-plet by n-plet where that is asked for. */
public record DiscreteModel(DiscreteScorer states) implements CountedModel {
    @Override
    public String estimator() {
        return "discrete";
    }

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
    public Optional<DiscreteSamples> symbols() {
        return Optional.of(states.samples());
    }

    @Override
    public Model on(Backend backend) {
        throw new BadInputException("the discrete estimator counts in plain Java: found the backend " + backend.name()
                + "; choose another estimator, or leave the backend out");
    }

    @Override
    public String checksum() {
        MessageDigest digest = Checksum.digest();
        for (int variable = 0; variable < states.variables(); variable++) {
            digest.update(states.samples().column(variable));
        }
        return Checksum.hex(digest);
    }
}
