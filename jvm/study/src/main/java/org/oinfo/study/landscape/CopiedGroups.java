package org.oinfo.study.landscape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.oinfo.OInformation;
import org.oinfo.OInformationOptions;
import org.oinfo.data.Samples;
import org.oinfo.data.Variables;
import org.oinfo.estimate.Measures;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.study.capture.Capture;
import org.oinfo.study.network.Copies;
import org.oinfo.study.network.LayerShape;
import org.oinfo.study.result.Copied;
import org.oinfo.study.result.LayerLandscape.Activation;

/** Every triplet that holds a neuron and its copy, in each hidden layer, after the ReLU. */
public final class CopiedGroups {
    private final Variables variables;
    private final List<int[]> pairs = new ArrayList<>();

    private CopiedGroups(Variables variables, Copies copies, int layer) {
        this.variables = variables;
        int[] copied = copies.copied(layer);
        for (int i = 0; i < copied.length; i++) {
            int copy = copies.units(layer) + i;
            if (variables.position(copied[i]) >= 0 && variables.position(copy) >= 0) {
                pairs.add(new int[] {copied[i], copy});
            }
        }
    }

    /** Of a network; layers without a living pair and a third neuron are left out. */
    public static List<Copied> of(Capture capture, Copies copies, long seed, OInformationOptions options) {
        List<Copied> found = new ArrayList<>();
        List<LayerShape> hidden = copies.architecture().hidden();
        for (int l = 0; l < hidden.size(); l++) {
            if (copies.copied(l).length == 0) {
                continue;
            }
            String name = hidden.get(l).name();
            try (Samples samples = capture.samples(capture.layer(name, Activation.POST))) {
                OInformation info = OInformation.ofSamples(samples, options);
                CopiedGroups groups = new CopiedGroups(info.variables(), copies, l);
                List<int[]> triplets = groups.triplets();
                if (!triplets.isEmpty()) {
                    found.add(groups.summed(info, triplets, seed, name));
                }
            }
        }
        return found;
    }

    /** Ascending, each once. */
    private List<int[]> triplets() {
        List<int[]> triplets = new ArrayList<>();
        for (int[] pair : pairs) {
            Arrays.stream(variables.columns())
                    .filter(third -> third != pair[0] && third != pair[1])
                    .mapToObj(third ->
                            IntStream.of(pair[0], pair[1], third).sorted().toArray())
                    .forEach(triplets::add);
        }
        return triplets;
    }

    private Copied summed(OInformation info, List<int[]> triplets, long seed, String name) {
        double[] sums = new double[2];
        long redundant = 0;
        long regular = 0;
        for (var scored : info.measures(triplets)) {
            Measures measures = scored.measures();
            if (!measures.singular()) {
                regular++;
                redundant += measures.o() > 0 ? 1 : 0;
                sums[0] += measures.o();
                sums[1] += measures.s();
            }
        }
        return new Copied(
                seed,
                name,
                pairs.size(),
                correlation(info.estimate().matrix()),
                regular,
                triplets.size() - regular,
                (double) redundant / regular,
                sums[0] / regular,
                sums[1] / regular);
    }

    private double correlation(CorrelationMatrix matrix) {
        return pairs.stream()
                .mapToDouble(pair -> matrix.get(variables.position(pair[0]), variables.position(pair[1])))
                .average()
                .orElse(Double.NaN);
    }
}
