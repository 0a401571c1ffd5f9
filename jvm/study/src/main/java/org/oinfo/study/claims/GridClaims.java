package org.oinfo.study.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.oinfo.study.GridCell;
import org.oinfo.study.result.CellResult;
import org.oinfo.study.result.Claim;
import org.oinfo.study.result.Copied;
import org.oinfo.study.result.Interval;
import org.oinfo.study.result.LayerLandscape.Condition;
import org.oinfo.study.result.LayerLandscape.Order;
import org.oinfo.study.result.Training;

/**
 * What a condition of training changes against the usual one, in cells of the same images and networks: the networks of one seed have the
 * same initial weights in both, so differences are paired. Dropout is a positive control: neurons that others must be able to stand in for
 * become redundant; so is learning random labels by heart, which leaves neurons less to share; and copies of neurons are redundant with
 * them. These signs were stated before; where one does not
 * come out, that is told like any other result.
 */
public final class GridClaims {
    private static final String RANDOM = "random-labels";
    private static final int TRIPLETS = 3;

    private final List<CellResult> cells;

    /** Of the cells of a grid. */
    public GridClaims(List<CellResult> cells) {
        this.cells = cells;
    }

    /** What conditions change. */
    public List<Claim> all() {
        List<Claim> claims = new ArrayList<>();
        for (CellResult cell : cells) {
            Optional<CellResult> base = base(cell);
            if (base.isPresent()) {
                LayerClaims.add(claims, isCopied(cell) ? copied(base.get(), cell) : changed(base.get(), cell));
            }
        }
        return claims;
    }

    private Optional<CellResult> base(CellResult cell) {
        return cell.condition().equals(GridCell.BASE)
                ? Optional.empty()
                : cells.stream()
                        .filter(other -> other.data().equals(cell.data())
                                && other.network().equals(cell.network())
                                && other.condition().equals(GridCell.BASE))
                        .findFirst();
    }

    private static Judgement changed(CellResult base, CellResult cell) {
        int side = cell.condition().equals(RANDOM) ? -1 : 1;
        Judgement judgement = new Judgement(cell.condition() + (side > 0 ? " raises" : " lowers")
                + " redundancy in the hidden layers (" + cell.data() + ", " + cell.network() + ")");
        Layers usual = new Layers(base.result().landscapes());
        Layers other = new Layers(cell.result().landscapes());
        double margin = cell.result().margin();
        for (String layer : usual.hidden()) {
            for (int order : usual.orders()) {
                PerNetwork before = Layers.ratios(usual.of(layer, Condition.TRAINED), order);
                PerNetwork after = Layers.ratios(other.of(layer, Condition.TRAINED), order);
                Interval change = after.minus(before).interval();
                if (change.networks() > 0) {
                    String name = layer + ", order " + order;
                    judgement.judgeBeyond(name, change, margin, side);
                    judgement.figure(
                            "Omega/S changes by " + Digits.of(change) + ", " + name,
                            change,
                            Math.copySign(margin, change.mean()));
                    judgement.say(Judgement.capital(name) + ": Omega/S goes from " + Digits.of(before.interval())
                            + " to " + Digits.of(after.interval()) + ", by " + Digits.of(change) + " ("
                            + Digits.networks(change.networks()) + ").");
                }
            }
        }
        if (!judgement.isEmpty()) {
            judgement.say("Accuracy on the test images: " + accuracy(base) + " usually, " + accuracy(cell) + " here.");
        }
        return judgement;
    }

    private static boolean isCopied(CellResult cell) {
        return cell.condition().startsWith(GridCell.DUPLICATES);
    }

    /**
     * Copies of neurons are few among all groups of three, so the groups that hold a neuron and its copy are looked at by themselves,
     * in nats: their S is large whatever the third neuron is.
     */
    private static Judgement copied(CellResult base, CellResult cell) {
        Judgement judgement = new Judgement(cell.condition()
                + " raises redundancy: triplets that hold a neuron and its copy have more Omega than triplets usually have ("
                + cell.data() + ", " + cell.network() + ")");
        Layers usual = new Layers(base.result().landscapes());
        Layers other = new Layers(cell.result().landscapes());
        for (String layer : usual.hidden()) {
            List<Copied> some = cell.result().copied().stream()
                    .filter(each -> each.layer().equals(layer))
                    .toList();
            PerNetwork before = Layers.values(usual.of(layer, Condition.TRAINED), TRIPLETS, Order::mean);
            Interval change = copied(some, Copied::o).minus(before).interval();
            if (change.networks() > 0) {
                judgement.judge(layer, change, 0, 1);
                judgement.figure("Mean Omega larger by " + Digits.of(change) + " nats, " + layer, change, 0);
                judgement.say(Judgement.capital(layer)
                        + ": mean Omega of triplets with a neuron and its copy (correlated to "
                        + Digits.of(copied(some, Copied::correlation).interval()) + ") "
                        + Digits.of(copied(some, Copied::o).interval()) + " nats, of usual triplets "
                        + Digits.of(before.interval()) + ", larger by " + Digits.of(change) + "; "
                        + Digits.percent(
                                copied(some, Copied::redundant).interval().mean())
                        + " of them are redundant. Omega/S of all triplets of the layer goes from "
                        + Digits.of(ratio(usual, layer)) + " to " + Digits.of(ratio(other, layer)) + " ("
                        + Digits.networks(change.networks()) + ").");
            }
        }
        if (!judgement.isEmpty()) {
            judgement.say("Accuracy on the test images: " + accuracy(base) + " usually, " + accuracy(cell) + " here.");
        }
        return judgement;
    }

    private static Interval ratio(Layers layers, String layer) {
        return Layers.ratios(layers.of(layer, Condition.TRAINED), TRIPLETS).interval();
    }

    private static PerNetwork copied(List<Copied> some, ToDoubleFunction<Copied> value) {
        PerNetwork values = PerNetwork.empty();
        some.forEach(each -> values.put(each.seed(), value.applyAsDouble(each)));
        return values;
    }

    /** The mean over the networks of a cell. */
    public static String accuracy(CellResult cell) {
        Interval accuracy = Interval.of(
                cell.result().training().stream().map(Training::testAccuracy).toList());
        return accuracy.networks() == 0 ? "none" : Digits.percent(accuracy.mean());
    }
}
