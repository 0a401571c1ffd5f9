package org.oinfo.cli.target;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oinfo.cli.typed.Orders;
import org.oinfo.targets.TargetScan;
import picocli.CommandLine.Option;

/** Numbers of sources, for commands about targets. */
public final class SourceOrders {
    @Option(
            names = "--order",
            paramLabel = "ORDERS",
            description = "numbers of sources: 3, 2..5, 2,4, 3..N or all, which is 3..N (default: 2..3)")
    private @Nullable Orders orders;

    /** The orders, ascending; refuses those that so many sources do not have. */
    public List<Integer> of(int sources) {
        List<Integer> wanted = orders == null ? usual(sources) : orders.resolve(sources);
        wanted.forEach(order -> TargetScan.total(sources, order));
        return wanted;
    }

    /** Two sources have no third order, which nobody asked for. */
    private static List<Integer> usual(int sources) {
        return Orders.of(sources == 2 ? "2" : "2..3").resolve(sources);
    }
}
