package org.oinfo.study.claims;

import java.util.ArrayList;
import java.util.List;
import org.oinfo.study.result.Claim;
import org.oinfo.study.result.Difference;
import org.oinfo.study.result.Importance;
import org.oinfo.study.result.Interaction;
import org.oinfo.study.result.LayerLandscape;
import org.oinfo.study.result.Pruning;
import org.oinfo.study.result.Training;

/**
 * The verdicts on the claims of arXiv 2211.00416: the first layer is redundant, the last one synergistic, and a synergistic
 * sub-network can be re-trained with little loss; with the controls and baselines that they need.
 *
 * <p>A claim is HELD or FAILED only where the Student interval over networks (95 %, n-1 degrees of freedom) of every case of it, an
 * order or a size, lies wholly on one side; with one network all are UNDECIDED. A layer is dominated by redundancy where the mean
 * Omega of all its n-plets of an order is above a margin times their mean S and more than half of them are redundancy-dominated, and by
 * synergy the other way round; where it is surely within the margin, it is on no side. Intervals are not corrected for their number, which each claim states.
 */
public final class Claims {
    private Claims() {}

    /**
     * The claims that these stages bear on; an empty list is a stage that was not done.
     *
     * @param margin of irrelevance: mean Omega over mean S within it is on no side
     */
    public static List<Claim> of(
            List<Training> training,
            List<LayerLandscape> landscapes,
            List<Importance> importance,
            List<Pruning> prunings,
            List<Interaction> interactions,
            List<Difference> differences,
            double margin) {
        Layers layers = new Layers(landscapes);
        PruningClaims pruning = new PruningClaims(training, prunings, differences);
        List<Claim> claims = new ArrayList<>(new LayerClaims(layers, margin).all());
        claims.addAll(new SpectrumClaims(layers).all());
        claims.addAll(new ControlClaims(layers, margin).all());
        claims.addAll(new ClassClaims(layers).all());
        claims.addAll(pruning.all());
        claims.addAll(new ScoreClaims(importance).all());
        claims.addAll(new InteractionClaims(interactions).all());
        claims.addAll(pruning.againstSingle());
        return List.copyOf(claims);
    }
}
