package org.oinfo.study.claims;

import java.util.List;
import org.oinfo.study.result.Claim.Verdict;
import org.oinfo.study.result.Interval;
import org.oinfo.study.result.LayerLandscape;
import org.oinfo.study.result.LayerLandscape.Order;

/**
 * The domination of a layer at an order: the mean Omega of all n-plets, and the share of them on each side of zero.
 *
 * @param landscapes of the networks
 * @param mean Omega, nats
 * @param relative mean Omega over mean S: its size, -1 to 1
 * @param redundant share of redundancy-dominated n-plets
 * @param synergistic share of synergy-dominated n-plets
 */
public record Domination(
        List<LayerLandscape> landscapes,
        int order,
        Interval mean,
        Interval relative,
        Interval redundant,
        Interval synergistic) {
    private static final double HALF = 0.5;

    /** The balance of an order, over networks. */
    public static Domination of(List<LayerLandscape> landscapes, int order) {
        return new Domination(
                landscapes,
                order,
                Layers.values(landscapes, order, Order::mean).interval(),
                Layers.ratios(landscapes, order).interval(),
                Layers.values(landscapes, order, each -> share(each.redundant(), each))
                        .interval(),
                Layers.values(landscapes, order, each -> share(each.synergistic(), each))
                        .interval());
    }

    /** Share of all n-plets of an order. */
    public static double share(long count, Order order) {
        return (double) count / order.total();
    }

    /** No network has the mean. */
    boolean isEmpty() {
        return mean.networks() == 0;
    }

    /**
     * 1 where redundancy dominates beyond chance and beyond the margin by size, and by the share of n-plets; -1 where synergy does; 0
     * where neither is sure.
     */
    int side(double margin) {
        if (relative.low() > margin && redundant.side(HALF) > 0) {
            return 1;
        }
        return relative.high() < -margin && synergistic.side(HALF) > 0 ? -1 : 0;
    }

    /** Whether a claimed side is what is seen; of no side where Omega/S is surely within the margin. */
    Verdict verdict(double margin, int claimed) {
        Verdict bySize = Judgement.beyond(relative, margin, claimed);
        return bySize == Verdict.NO_SIDE || side(margin) != 0 ? bySize : Verdict.UNDECIDED;
    }

    /** The numbers, and a word where mean and share disagree. */
    String sentence() {
        boolean redundancy = redundant.mean() >= synergistic.mean();
        Interval share = redundancy ? redundant : synergistic;
        String kind = redundancy ? "redundancy-dominated" : "synergy-dominated";
        return "Order " + order + ": mean Omega " + Digits.of(mean) + " nats, Omega/S " + Digits.of(relative) + "; "
                + Digits.of(share.times(100)) + " % of all n-plets of " + Layers.alive(landscapes) + " neurons are "
                + kind
                + " (" + Digits.networks(mean.networks()) + ", " + Layers.samples(landscapes) + ")."
                + (disagree() ? " Mean and share disagree: most n-plets lie on one side, the mean on the other." : "");
    }

    private boolean disagree() {
        return (mean.mean() > 0 && synergistic.mean() > HALF) || (mean.mean() < 0 && redundant.mean() > HALF);
    }
}
