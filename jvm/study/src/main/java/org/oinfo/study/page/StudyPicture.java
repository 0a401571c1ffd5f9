package org.oinfo.study.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.oinfo.report.chart.Chart;
import org.oinfo.report.chart.Ink;
import org.oinfo.report.chart.LinesChart;
import org.oinfo.report.chart.Picture;
import org.oinfo.study.result.LayerLandscape;
import org.oinfo.study.result.LayerLandscape.Activation;
import org.oinfo.study.result.LayerLandscape.Condition;
import org.oinfo.study.result.LayerLandscape.Order;
import org.oinfo.study.result.StudyResult;

/** The study as one picture: the extremes and the mean of Omega against the depth of the layer, an order below the other. */
public final class StudyPicture {
    private static final double BOLD = 2.5;
    private static final double THIN = 1;

    private final List<LayerLandscape> landscapes;
    private final List<String> layers;

    private StudyPicture(StudyResult result) {
        landscapes = result.landscapes().stream()
                .filter(one -> one.activation() == Activation.POST || one.activation() == Activation.LOGITS)
                .filter(one -> one.ties().equals("average"))
                .toList();
        layers = landscapes.stream().map(LayerLandscape::layer).distinct().toList();
    }

    /** An SVG file; it says so where there is no landscape yet. */
    public static String of(StudyResult result) {
        StudyPicture picture = new StudyPicture(result);
        int[] orders = picture.landscapes.stream()
                .flatMap(one -> one.orders().stream())
                .mapToInt(Order::order)
                .distinct()
                .sorted()
                .toArray();
        List<Picture.Part> parts = new ArrayList<>();
        for (int order : orders) {
            parts.add(new Picture.Part("Groups of " + order + " neurons", List.of(picture.chart(order))));
        }
        return Picture.file(parts.isEmpty() ? List.of(new Picture.Part("No layer is scored yet", List.of())) : parts);
    }

    private Chart chart(int order) {
        String which = IntStream.range(0, layers.size())
                .mapToObj(i -> (i + 1) + " " + layers.get(i))
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
        return new LinesChart(
                "O-information of all groups by layer (" + which + "): mean and range over the networks",
                "The smallest, the mean and the largest O-information of all groups of " + order
                        + " neurons of each layer.",
                "layer",
                "O-information, nats",
                false,
                List.of(
                        line(order, Condition.UNTRAINED, "before training", Ink.RULE, THIN, Order::min),
                        line(order, Condition.UNTRAINED, "", Ink.RULE, THIN, Order::max),
                        line(order, Condition.TRAINED, "most synergistic", Ink.SYNERGY, BOLD, Order::min),
                        line(order, Condition.TRAINED, "mean", Ink.MIDDLE, BOLD, Order::mean),
                        line(order, Condition.TRAINED, "most redundant", Ink.REDUNDANCY, BOLD, Order::max)));
    }

    private LinesChart.Line line(
            int order,
            Condition condition,
            String name,
            Ink ink,
            double width,
            Function<Order, @Nullable Double> value) {
        List<LinesChart.Point> points = new ArrayList<>();
        for (int i = 0; i < layers.size(); i++) {
            String layer = layers.get(i);
            double[] values = landscapes.stream()
                    .filter(one -> one.condition() == condition && one.layer().equals(layer))
                    .flatMap(one -> one.orders().stream())
                    .filter(one -> one.order() == order)
                    .map(value)
                    .filter(Objects::nonNull)
                    .mapToDouble(Double::doubleValue)
                    .toArray();
            if (values.length > 0) {
                points.add(point(i + 1, layer, values));
            }
        }
        return new LinesChart.Line(name, ink, width, points);
    }

    private static LinesChart.Point point(int number, String layer, double[] values) {
        double mean = DoubleStream.of(values).average().orElseThrow();
        double low = DoubleStream.of(values).min().orElseThrow();
        double high = DoubleStream.of(values).max().orElseThrow();
        return new LinesChart.Point(
                number, mean, low, high, String.format(Locale.ROOT, "%s: %.4f (%.4f to %.4f)", layer, mean, low, high));
    }
}
