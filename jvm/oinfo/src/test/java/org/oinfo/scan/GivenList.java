package org.oinfo.scan;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.oinfo.kernels.MeasuresKernel;
import org.oinfo.parallel.Monitor;
import org.oinfo.parallel.Watch;

/** N-plets of positions, all of which are scored, and their measures in one array. */
public record GivenList(List<int[]> nplets) implements GivenNplets.Source {
    /** TC, DTC, Omega and S of each; of the first ones where the monitor stops it. */
    public static double[] measures(Scorer scorer, List<int[]> nplets, int threads, Monitor monitor) {
        Watch watch = new Watch(monitor);
        nplets.forEach(nplet -> watch.expect(nplet.length, 1));
        DoubleStream.Builder all = DoubleStream.builder();
        GivenNplets.score(
                scorer,
                new GivenList(nplets),
                threads,
                watch,
                (first, values, count) ->
                        Arrays.stream(values, 0, count * MeasuresKernel.VALUES).forEach(all));
        return all.build().toArray();
    }

    @Override
    public int size() {
        return nplets.size();
    }

    @Override
    public int largest() {
        return nplets.stream().mapToInt(nplet -> nplet.length).max().orElse(0);
    }

    @Override
    public int order(int nplet) {
        return nplets.get(nplet).length;
    }

    @Override
    public void positions(int nplet, int[] out, int at) {
        System.arraycopy(nplets.get(nplet), 0, out, at, order(nplet));
    }
}
