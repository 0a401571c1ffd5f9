package org.oinfo.study.command;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.oinfo.cli.typed.OptionGroup;
import org.oinfo.cli.typed.Orders;
import org.oinfo.study.landscape.ControlSettings;
import org.oinfo.study.landscape.LandscapeSettings;
import picocli.CommandLine.Option;

/** Which landscapes of layers. */
@OptionGroup("Landscapes and their controls:")
final class LayersOptions {
    /** More neurons than a layer has that is scored exhaustively. */
    private static final int WIDEST = 100;

    /** Beyond this order controls are scored only when asked for: there are five of them. */
    private static final int DEAREST_CONTROL = 4;

    @Option(
            names = "--order",
            paramLabel = "k",
            description = "score every group of these sizes: 3, 3..5 or 3,5 (default: 3..5)")
    private @Nullable Orders orders;

    @Option(
            names = "--control-order",
            paramLabel = "k",
            description =
                    "the same for the controls: the untrained network, shuffled activations, values before the ReLU,"
                            + " other tie rules (default: those of --order up to 4)")
    private @Nullable Orders controlOrders;

    @Option(
            names = "--subsets",
            paramLabel = "n",
            description =
                    "random subsets of 10 neurons, which make layers of different width comparable (default: 100)")
    private @Nullable Integer subsets;

    @Option(
            names = "--spectra",
            paramLabel = "n",
            description =
                    "random matrices with the eigenvalues of each layer, scored beside it; 0 for none (default: 20)")
    private @Nullable Integer spectra;

    @Option(
            names = "--trees",
            paramLabel = "n",
            description =
                    "samples of each layer's tree, to count the synergy beyond it; 19 or more, or 0 (default: 20)")
    private @Nullable Integer trees;

    @Option(
            names = "--triplets",
            paramLabel = "n",
            description = "random triplets of each layer, scored about the class; 0 for none (default: 100)")
    private @Nullable Integer triplets;

    @Option(
            names = "--margin",
            paramLabel = "x",
            description = "mean Omega within x times the mean S is on no side (default: 0.05)")
    private @Nullable Double margin;

    @Option(names = "--top", paramLabel = "n", description = "list n groups at each end (default: 20)")
    private @Nullable Integer top;

    /** Settings with what was typed. */
    LandscapeSettings applied(LandscapeSettings to) {
        LandscapeSettings applied = to;
        if (orders != null) {
            Integer[] chosen = chosen(orders);
            // A control says nothing where there is nothing to compare it with.
            applied = applied.withOrders(chosen)
                    .withControlOrders(
                            Stream.of(chosen).filter(k -> k <= DEAREST_CONTROL).toArray(Integer[]::new));
        }
        if (controlOrders != null) {
            applied = applied.withControlOrders(chosen(controlOrders));
        }
        if (subsets != null) {
            applied = applied.withSubsets(to.subsetSize(), subsets);
        }
        ControlSettings controls = to.controls()
                .withDraws(
                        Objects.requireNonNullElse(spectra, to.controls().matched()),
                        Objects.requireNonNullElse(trees, to.controls().trees()),
                        Objects.requireNonNullElse(triplets, to.controls().triplets()));
        applied = applied.withControls(margin == null ? controls : controls.withMargin(margin));
        return top == null ? applied : applied.withTop(top);
    }

    private static Integer[] chosen(Orders orders) {
        List<Integer> chosen = orders.resolve(WIDEST);
        return chosen.toArray(Integer[]::new);
    }
}
