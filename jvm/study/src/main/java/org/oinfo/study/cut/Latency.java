package org.oinfo.study.cut;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.oinfo.study.capture.Examples;
import org.oinfo.study.capture.OnnxModel;

/**
 * How long the runtime takes for some examples, on one thread.
 *
 * @param batch how many examples
 * @param median of each model, nanoseconds
 * @param runs of each model; models take turns, so that what else the processor does meets all alike
 */
public record Latency(int batch, List<Long> median, int runs) {
    private static final int WARM_UP = 5;
    private static final int MOST = 101;
    /** Nanoseconds that all runs of a size may take. */
    private static final long ROOM = 1_000_000_000;

    private static final int LARGER = 64;

    /** Times models, for one example and for 64; for the number they take, where that is a certain one. */
    public static List<Latency> of(Path path, List<byte[]> models, Examples examples) {
        List<OnnxModel> open = new ArrayList<>();
        try {
            models.forEach(model -> open.add(OnnxModel.open(path, model, examples)));
            int fixed = open.getFirst().batch();
            List<Integer> batches = fixed > 0 ? List.of(fixed) : List.of(1, LARGER);
            return batches.stream().map(batch -> of(open, batch)).toList();
        } finally {
            open.forEach(OnnxModel::close);
        }
    }

    private static Latency of(List<OnnxModel> models, int batch) {
        long[][] times = new long[models.size()][MOST];
        int runs = 0;
        long spent = 0;
        for (int run = -WARM_UP; run < MOST && (runs < 3 || spent < ROOM); run++) {
            for (int m = 0; m < times.length; m++) {
                long nanos = models.get(m).nanos(batch);
                spent += nanos;
                times[m][Math.max(0, run)] = nanos;
            }
            runs = Math.max(0, run + 1);
        }
        int timed = runs;
        List<Long> medians = Arrays.stream(times)
                .map(each -> Arrays.stream(each, 0, timed).sorted().toArray()[timed / 2])
                .toList();
        return new Latency(batch, medians, timed);
    }
}
