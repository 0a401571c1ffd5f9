package org.oinfo.statistics.interval;

import java.nio.ByteBuffer;
import java.util.List;
import org.oinfo.parallel.Bytes;
import org.oinfo.parallel.Form;
import org.oinfo.parallel.Watch;
import org.oinfo.scan.BlockGrid;

/**
 * How scans of one data set are kept.
 *
 * @param orders one scan of each
 * @param variables N
 */
record Summaries(List<Integer> orders, int variables) implements Form<List<ScanSummary>> {
    @Override
    public void write(List<ScanSummary> found, Bytes to) {
        found.forEach(each -> each.write(to));
    }

    @Override
    public List<ScanSummary> read(ByteBuffer from) {
        return orders.stream().map(order -> ScanSummary.read(from)).toList();
    }

    @Override
    public void again(List<ScanSummary> found, Watch watch) {
        orders.forEach(order -> watch.advanced(order, BlockGrid.total(variables, order)));
    }
}
