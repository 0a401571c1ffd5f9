package org.oinfo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.oinfo.data.Variables;
import org.oinfo.estimate.Measures;
import org.oinfo.kernels.MeasuresKernel;

/**
 * Of given n-plets, what can be scored: those whose columns all vary. Correlations with a constant column do not exist, so the
 * n-plet is singular; to counted states it adds nothing, and the rest of the n-plet is scored.
 *
 * @param positions what is scored, in the order of the n-plets
 * @param places of each n-plet among the positions [n], or one of the constants
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record VaryingParts(List<int[]> positions, int[] places) {
    private static final int SINGULAR = -1;
    /** Fewer than two columns vary: they share nothing. */
    private static final int NOTHING = -2;

    private static final Measures UNDEFINED = new Measures(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    private static final Measures ZERO = new Measures(0, 0, 0, 0);

    /**
     * The parts of n-plets.
     *
     * @param nplets columns, ascending, some of them perhaps constant
     */
    static VaryingParts of(List<int[]> nplets, OInformation info) {
        Variables variables = info.variables();
        List<int[]> varying = new ArrayList<>(nplets.size());
        int[] places = new int[nplets.size()];
        for (int i = 0; i < places.length; i++) {
            int[] columns = nplets.get(i);
            int[] part = Arrays.stream(columns)
                    .filter(column -> !variables.isConstant(column))
                    .toArray();
            if (part.length < columns.length && info.model().constantsAreSingular()) {
                places[i] = SINGULAR;
            } else if (part.length < 2) {
                places[i] = NOTHING;
            } else {
                places[i] = varying.size();
                varying.add(part);
            }
        }
        return new VaryingParts(NpletAnalysis.positions(varying, info), places);
    }

    /** How many n-plets at the beginning of the list are known when so many positions are scored. */
    int finished(int scored) {
        int finished = 0;
        while (finished < places.length && places[finished] < scored) {
            finished++;
        }
        return finished;
    }

    /** Raw measures of an n-plet. */
    Measures measures(int nplet, double[] scored) {
        return switch (places[nplet]) {
            case SINGULAR -> UNDEFINED;
            case NOTHING -> ZERO;
            default -> Measures.of(scored, places[nplet] * MeasuresKernel.VALUES);
        };
    }
}
