package org.oinfo.study.claims;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.commons.statistics.descriptive.Quantile;
import org.jspecify.annotations.Nullable;
import org.oinfo.study.result.LayerLandscape;
import org.oinfo.study.result.Spectrum;
import org.oinfo.study.result.Spectrum.Extremes;

/** Values of the random matrices with the eigenvalues of a layer, for each network: over the same random subsets as the data's. */
public final class Matched {
    private static final double LOW = 0.025;
    private static final double HIGH = 0.975;

    private Matched() {}

    /** Effective dimension of a layer. */
    public static PerNetwork dimensions(List<LayerLandscape> landscapes) {
        return Layers.each(
                landscapes,
                each -> each.spectrum() == null ? null : each.spectrum().dimension());
    }

    /** Mean over the matrices. */
    public static PerNetwork means(List<LayerLandscape> landscapes, int order, ToDoubleFunction<Extremes> value) {
        return Layers.each(landscapes, each -> {
            double[] values = values(each, order, value);
            return values == null ? null : Arrays.stream(values).average().orElseThrow();
        });
    }

    /** What 2.5 % of the matrices lie below. */
    public static PerNetwork lows(List<LayerLandscape> landscapes, int order, ToDoubleFunction<Extremes> value) {
        return quantile(landscapes, order, value, LOW);
    }

    /** What 97.5 % of the matrices lie below. */
    public static PerNetwork highs(List<LayerLandscape> landscapes, int order, ToDoubleFunction<Extremes> value) {
        return quantile(landscapes, order, value, HIGH);
    }

    private static PerNetwork quantile(
            List<LayerLandscape> landscapes, int order, ToDoubleFunction<Extremes> value, double share) {
        return Layers.each(landscapes, each -> {
            double[] values = values(each, order, value);
            return values == null ? null : Quantile.withDefaults().evaluate(values, share);
        });
    }

    private static double @Nullable [] values(LayerLandscape landscape, int order, ToDoubleFunction<Extremes> value) {
        Spectrum spectrum = landscape.spectrum();
        return spectrum == null
                ? null
                : spectrum.matched().stream()
                        .filter(each -> each.order() == order && !each.subsets().isEmpty())
                        .findFirst()
                        .map(each -> each.subsets().stream().mapToDouble(value).toArray())
                        .orElse(null);
    }
}
