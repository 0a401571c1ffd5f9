package org.oinfo.cli.input;

import java.util.List;
import org.oinfo.OInformation;
import org.oinfo.cli.typed.Orders;
import org.oinfo.scan.BlockGrid;
import picocli.CommandLine.Option;

/** Sizes of n-plets, for commands that score every n-plet of them. */
public final class OrderOption {
    @Option(
            names = "--order",
            paramLabel = "ORDERS",
            description = "sizes of the n-plets: 3, 3..5, 3,5, N (all columns together), 3..N or all, which is 3..N"
                    + " (default: ${DEFAULT-VALUE})")
    private Orders orders = Orders.of("3");

    /** The orders, ascending; refuses those that these variables and samples do not have. */
    public List<Integer> of(OInformation info) {
        List<Integer> wanted = orders.resolve(info.variables().count());
        wanted.forEach(info.scans()::checkOrder);
        return wanted;
    }

    /** The orders, ascending, of so many variables; refuses those that they do not have. */
    public List<Integer> of(int variables) {
        List<Integer> wanted = orders.resolve(variables);
        wanted.forEach(order -> BlockGrid.total(variables, order));
        return wanted;
    }
}
