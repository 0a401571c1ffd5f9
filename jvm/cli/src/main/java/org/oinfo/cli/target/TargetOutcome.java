package org.oinfo.cli.target;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.oinfo.TargetResult;
import org.oinfo.cli.analysis.Outcome;
import org.oinfo.cli.analysis.ReportHead;
import org.oinfo.cli.typed.LowerCaseEnum;
import org.oinfo.cli.typed.Top;
import org.oinfo.report.Listing;
import org.oinfo.report.Provenance;
import org.oinfo.report.Quantity;
import org.oinfo.report.Report;
import org.oinfo.targets.ClassFit;
import org.oinfo.targets.ClassLabels;
import org.oinfo.targets.TargetKind;
import org.oinfo.targets.TargetLandscape;
import org.oinfo.targets.TargetMeasure;
import org.oinfo.targets.TargetNplet;
import org.oinfo.targets.TargetPermutations;

/** The outcome of {@code oinfo target}: landscapes of all orders and targets, and their extremes. */
final class TargetOutcome implements Outcome {
    private final TargetMeasure rankBy;
    private final Top top;
    private final int permutations;
    private final List<OneTarget> targets;

    /**
     * All of it.
     *
     * @param permutations how many of the target were asked for; 0 for none
     */
    TargetOutcome(TargetMeasure rankBy, Top top, int permutations, List<OneTarget> targets) {
        this.rankBy = rankBy;
        this.top = top;
        this.permutations = permutations;
        this.targets = targets;
    }

    /**
     * What was found about a target.
     *
     * @param name what it is called
     * @param labels its classes; null where it is a variable
     */
    record OneTarget(String name, @Nullable ClassLabels labels, List<OneOrder> orders) {
        TargetKind kind() {
            return labels == null ? TargetKind.CONTINUOUS : TargetKind.CLASSES;
        }
    }

    /**
     * What was found in an order.
     *
     * @param permuted scans of the permuted target; null where none were asked for
     */
    record OneOrder(TargetResult result, @Nullable TargetPermutations permuted) {
        boolean partial() {
            return result.partial() || (permuted != null && permuted.partial());
        }

        String prefix() {
            return "order_" + result.order() + "_";
        }
    }

    private Stream<OneOrder> orders() {
        return targets.stream().flatMap(target -> target.orders().stream());
    }

    private Stream<ClassFit> fits() {
        return orders().map(order -> order.result().classes()).filter(Objects::nonNull);
    }

    /** Whether there are classes that are a mixture of Gaussians. */
    private boolean mixture() {
        return fits().anyMatch(ClassFit::mixture);
    }

    @Override
    public boolean partial() {
        return orders().anyMatch(OneOrder::partial);
    }

    @Override
    public void describe(Provenance run) {
        run.put("rank_by", LowerCaseEnum.text(rankBy)).put("top", top.described());
        if (permutations > 0) {
            run.put("permutations", permutations);
        }
        if (targets.stream().anyMatch(target -> target.labels() != null)) {
            boolean mixture = mixture();
            run.put("class_model", mixture ? "mixture" : "nearest neighbours")
                    .put(
                            "class_shrinkage",
                            mixture ? fits().map(ClassFit::shrinkage).toList() : null)
                    .put(
                            "label_entropy_nats",
                            fits().map(ClassFit::entropy).distinct().toList());
        }
    }

    @Override
    public Report report(ReportHead head) {
        Listing listing = head.listing("nplets");
        for (int i = 0; i < targets.size(); i++) {
            figures(targets.size() == 1 ? "" : "target_" + (i + 1) + "_", targets.get(i), listing);
        }
        if (targets.size() > 1) {
            listing.column("target", Quantity.TEXT);
        }
        TargetListing rows =
                new TargetListing(listing, targets.stream().anyMatch(target -> target.labels() == null), mixture());
        rows.columns();
        if (permutations > 0) {
            listing.column("p_fwer", Quantity.NUMBER);
        }
        int misfits = 0;
        for (OneTarget target : targets) {
            for (OneOrder order : target.orders()) {
                misfits += add(target, order, rows);
            }
        }
        if (misfits > 0) {
            listing.conclusion("the Gaussians of the classes do not fit: i of " + misfits + " listed n-plet"
                    + (misfits == 1 ? " is" : "s is") + " below 0, worse than no model");
        }
        return listing;
    }

    private void figures(String prefix, OneTarget target, Listing listing) {
        listing.figure(prefix + (prefix.isEmpty() ? "target" : "name"), Quantity.TEXT, target.name())
                .figure(
                        prefix + (prefix.isEmpty() ? "target_kind" : "kind"),
                        Quantity.TEXT,
                        LowerCaseEnum.text(target.kind()));
        if (target.labels() != null) {
            listing.figure(prefix + "classes", Quantity.TEXT, target.labels().toString());
        }
        ClassFit first = target.orders().getFirst().result().classes();
        if (first != null) {
            listing.figure(prefix + "label_entropy", Quantity.INFORMATION, first.entropy());
        }
        target.orders().forEach(order -> figures(prefix + order.prefix(), order, listing));
    }

    private static void figures(String prefix, OneOrder order, Listing listing) {
        ClassFit fit = order.result().classes();
        TargetPermutations permuted = order.permuted();
        TargetLandscape found = order.result().landscape();
        listing.figure(prefix + "total", Quantity.COUNT, found.total())
                .figure(prefix + "redundant", Quantity.COUNT, found.redundant())
                .figure(prefix + "synergistic", Quantity.COUNT, found.synergistic())
                .figure(prefix + "balanced", Quantity.COUNT, found.balanced())
                .figure(prefix + "singular", Quantity.COUNT, found.singular())
                .figure(prefix + "mean_domega", Quantity.INFORMATION, found.meanDomega())
                .figure(prefix + "mean_i", Quantity.INFORMATION, found.meanInformation());
        if (fit != null && fit.mixture()) {
            listing.figure(prefix + "shrinkage", Quantity.NUMBER, fit.shrinkage())
                    .figure(
                            prefix + "listed",
                            Quantity.TEXT,
                            fit.proposed()
                                    ? "best among those proposed by the class model, whose counts and means these are"
                                    : "best of all");
        }
        if (permuted != null) {
            listing.figure(prefix + "permutations", Quantity.COUNT, permuted.permutations());
        }
    }

    /** Adds the rows of an order; how many have an information below 0. */
    private int add(OneTarget target, OneOrder order, TargetListing rows) {
        return add(target, order, false, order.result().smallestOnly(), rows)
                + add(target, order, true, order.result().largestOnly(), rows);
    }

    private int add(OneTarget target, OneOrder order, boolean large, List<TargetNplet> nplets, TargetListing rows) {
        TargetPermutations permuted = order.permuted();
        int misfits = 0;
        for (TargetNplet nplet : nplets) {
            double value = nplet.value(rankBy);
            List<Double> after = new ArrayList<>();
            if (permuted != null) {
                after.add(large ? permuted.highest(value) : permuted.lowest(value));
            }
            rows.add(targets.size() > 1 ? List.of(target.name()) : List.of(), rankBy.end(value, large), nplet, after);
            misfits += mixture() && target.labels() != null && nplet.i() < 0 ? 1 : 0;
        }
        return misfits;
    }
}
