package org.oinfo.cli.input;

import java.util.List;
import org.oinfo.targets.TargetScan;
import picocli.CommandLine.Option;

/** Numbers of sources, for commands about targets. */
public final class SourceOrders {
    @Option(
            names = "--order",
            paramLabel = "ORDERS",
            description = "numbers of sources: 3, 2..5, 2,4, 3..N or all, which is 3..N (default: ${DEFAULT-VALUE})")
    private Orders orders = Orders.of("2..3");

    /** The orders, ascending; refuses those that so many sources do not have. */
    public List<Integer> of(int sources) {
        List<Integer> wanted = orders.resolve(sources);
        wanted.forEach(order -> TargetScan.total(sources, order));
        return wanted;
    }
}
