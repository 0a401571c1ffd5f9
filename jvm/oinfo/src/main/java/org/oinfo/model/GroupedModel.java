package org.oinfo.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Variables;
import org.oinfo.discrete.DiscreteSamples;
import org.oinfo.estimate.CorrelationEstimate;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.ScanSettings;
import org.oinfo.scan.LatticeScan;
import org.oinfo.scan.ScanForecast;
import org.oinfo.scan.Scorer;
import org.oinfo.scan.groups.GroupedScorer;
import org.oinfo.scan.groups.Groups;

/** Another model, whose n-plets must mix groups. */
public record GroupedModel(Model all, Groups groups) implements Model {
    /** Refuses groups where an analysis does not know them. */
    public static void refuse(Model model) {
        if (model instanceof GroupedModel) {
            throw new BadInputException(
                    "n-plets that must mix groups can be scanned, searched for and measured, no more;"
                            + " leave the groups out");
        }
    }

    @Override
    public Scorer scorer() {
        return new GroupedScorer(all.scorer(), groups);
    }

    /** Refuses n-plets that are not allowed, by the columns of them that vary. */
    public void check(List<int[]> nplets, Variables variables) {
        for (int i = 0; i < nplets.size(); i++) {
            int[] positions = Arrays.stream(nplets.get(i))
                    .filter(column -> !variables.isConstant(column))
                    .map(variables::position)
                    .toArray();
            if (!groups.allows(positions, 0, positions.length)) {
                throw new BadInputException("n-plet " + i + " (from 0) must mix the groups by "
                        + groups.mix().text() + ": found " + variables.described(nplets.get(i)) + "; leave it out");
            }
        }
    }

    @Override
    public String backendName() {
        return all.backendName();
    }

    @Override
    public String device() {
        return all.device();
    }

    @Override
    public Backend backend() {
        return all.backend();
    }

    @Override
    public CorrelationEstimate estimate() {
        return all.estimate();
    }

    @Override
    public Optional<DiscreteSamples> symbols() {
        return all.symbols();
    }

    @Override
    public Model on(Backend backend) {
        return new GroupedModel(all.on(backend), groups);
    }

    @Override
    public int biasSamples() {
        return all.biasSamples();
    }

    @Override
    public void checkSamples(int order) {
        all.checkSamples(order);
    }

    @Override
    public boolean constantsAreSingular() {
        return all.constantsAreSingular();
    }

    /** A walk over all subsets visits every n-plet. */
    @Override
    public boolean walks() {
        return false;
    }

    @Override
    public LatticeScan walk(List<ScanSettings> orders) {
        throw new IllegalStateException("groups must be scanned order by order");
    }

    @Override
    public String checksum() {
        return all.checksum() + ", groups " + groups;
    }

    @Override
    public List<ScanForecast> forecastWalk(List<ScanSettings> orders, int threads) {
        throw new IllegalStateException("groups must be scanned order by order");
    }
}
