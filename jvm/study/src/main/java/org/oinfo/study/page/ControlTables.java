package org.oinfo.study.page;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.oinfo.report.page.Section;
import org.oinfo.study.claims.ClassClaims;
import org.oinfo.study.claims.Digits;
import org.oinfo.study.claims.Layers;
import org.oinfo.study.claims.Matched;
import org.oinfo.study.claims.PerNetwork;
import org.oinfo.study.result.AboutClass;
import org.oinfo.study.result.AboutClass.Values;
import org.oinfo.study.result.Interval;
import org.oinfo.study.result.LayerLandscape;
import org.oinfo.study.result.LayerLandscape.Activation;
import org.oinfo.study.result.LayerLandscape.Condition;
import org.oinfo.study.result.LayerLandscape.Subsets;
import org.oinfo.study.result.Spectrum.Extremes;
import org.oinfo.study.result.TreeNull;

/** Layers beside what their eigenvalues alone make, beside a tree, and about the class. */
final class ControlTables {
    private static final List<Condition> NETWORKS = List.of(Condition.TRAINED, Condition.UNTRAINED);

    private final Layers layers;

    ControlTables(Layers layers) {
        this.layers = layers;
    }

    Section section() {
        Section section = new Section("What decides: dimensions, trees, the class");
        spectrum(section);
        about(section);
        trees(section);
        if (!section.tables().isEmpty()) {
            section.text()
                    .add(
                            "Effective dimension: the participation ratio (sum l)² / sum l² of the eigenvalues l of a layer's"
                                    + " correlations (Bretherton et al. 1999; Gao et al. 2017), N for independent neurons and 1 for"
                                    + " copies. In brackets: where 95 % of random correlation matrices with the same eigenvalues lie"
                                    + " (Bendel and Mickey 1978), scored as they are. A layer that lies within shows how many"
                                    + " dimensions its neurons have, and nothing about which go together.");
        }
        return section;
    }

    private interface RowMaker {
        void row(Grid table, String layer, String network, List<LayerLandscape> landscapes);
    }

    private void rows(Section section, Grid table, RowMaker maker, boolean folded) {
        for (String layer : layers.names()) {
            for (Condition condition : NETWORKS) {
                boolean pixels = layers.activation(layer) == Activation.PIXELS;
                maker.row(
                        table, layer, pixels ? "images" : LayerSections.lower(condition), layers.of(layer, condition));
            }
        }
        table.addTo(section, folded);
    }

    private void spectrum(Section section) {
        Grid table = new Grid(
                "Random subsets of equal size, nats: mean over networks, and the range of matrices with the layer's eigenvalues",
                List.of("layer", "network", "order", "effective dimension", "mean Omega", "smallest", "largest"));
        rows(section, table, this::spectra, false);
    }

    private void spectra(Grid table, String layer, String network, List<LayerLandscape> landscapes) {
        for (int order : layers.orders()) {
            PerNetwork dimension = Matched.dimensions(landscapes);
            PerNetwork mean = Layers.subsets(landscapes, order, Subsets::mean);
            if (!dimension.isEmpty() && !mean.isEmpty()) {
                table.row(List.of(
                        layer,
                        network,
                        Integer.toString(order),
                        Digits.spread(dimension.interval()),
                        beside(mean, landscapes, order, Extremes::mean),
                        beside(Layers.subsets(landscapes, order, Subsets::min), landscapes, order, Extremes::min),
                        beside(Layers.subsets(landscapes, order, Subsets::max), landscapes, order, Extremes::max)));
            }
        }
    }

    private static String beside(
            PerNetwork data, List<LayerLandscape> landscapes, int order, ToDoubleFunction<Extremes> value) {
        Interval low = Matched.lows(landscapes, order, value).interval();
        Interval high = Matched.highs(landscapes, order, value).interval();
        return Digits.of(data.interval().mean())
                + (low.networks() == 0 ? "" : " [" + Digits.of(low.mean()) + ", " + Digits.of(high.mean()) + "]");
    }

    private void about(Section section) {
        Grid table = new Grid(
                "About the class: means over random triplets, images that the mixture was not fitted to (mean ± standard"
                        + " deviation over networks); r counts what several neurons have alone, v what is lost with one",
                List.of(
                        "layer",
                        "network",
                        "triplets",
                        "I(X;Y) nats",
                        "dOmega nats",
                        "RSI nats",
                        "r",
                        "v",
                        "dOmega, fitted"));
        rows(section, table, ControlTables::classes, false);
    }

    private static void classes(Grid table, String layer, String network, List<LayerLandscape> landscapes) {
        PerNetwork triplets = Layers.each(landscapes, each -> {
            AboutClass about = each.about();
            return about == null ? null : (double) about.triplets();
        });
        if (!triplets.isEmpty()) {
            table.row(List.of(
                    layer,
                    network,
                    Digits.of(triplets.interval().mean()),
                    heldOut(landscapes, Values::information),
                    heldOut(landscapes, Values::domega),
                    heldOut(landscapes, Values::rsi),
                    heldOut(landscapes, Values::redundancy),
                    heldOut(landscapes, Values::vulnerability),
                    Digits.spread(Layers.each(landscapes, each -> {
                                AboutClass about = each.about();
                                return about == null ? null : about.fitted().domega();
                            })
                            .interval())));
        }
    }

    private static String heldOut(List<LayerLandscape> landscapes, ToDoubleFunction<Values> value) {
        return Digits.spread(ClassClaims.heldOut(landscapes, value).interval());
    }

    private void trees(Section section) {
        Grid table = new Grid(
                "N-plets more synergistic than any of the samples of a tree with the layer's strongest correlations (mean ±"
                        + " standard deviation over networks)",
                List.of("layer", "n-plets", "beyond the tree", "share %", "Omega below (nats)"));
        rows(section, table, ControlTables::tree, true);
    }

    private static void tree(Grid table, String layer, String network, List<LayerLandscape> landscapes) {
        PerNetwork share = ClassClaims.beyondTree(landscapes);
        if (!share.isEmpty()) {
            table.row(List.of(
                    layer,
                    value(landscapes, TreeNull::total),
                    value(landscapes, TreeNull::beyond),
                    Digits.spread(share.interval().times(100)),
                    value(landscapes, TreeNull::threshold)));
        }
    }

    private static String value(List<LayerLandscape> landscapes, ToDoubleFunction<TreeNull> value) {
        return Digits.spread(Layers.each(landscapes, each -> {
                    TreeNull tree = each.tree();
                    return tree == null ? null : value.applyAsDouble(tree);
                })
                .interval());
    }
}
