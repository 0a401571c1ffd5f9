package org.oinfo.study.page;

import java.util.List;
import java.util.Map;
import org.oinfo.report.page.Section;
import org.oinfo.study.claims.Digits;
import org.oinfo.study.result.Interval;
import org.oinfo.study.result.Training;
import tools.jackson.databind.node.ArrayNode;

/** How well the networks learnt. */
final class TrainingSection {
    private TrainingSection() {}

    static Section of(List<Training> training, Charts charts) {
        Section section = new Section("Training");
        Interval accuracy =
                Interval.of(training.stream().map(Training::testAccuracy).toList());
        section.text()
                .add("Accuracy on the test images after the last epoch: " + Digits.spread(accuracy.times(100))
                        + " % (mean ± standard deviation of " + Digits.networks(accuracy.networks()) + ").");
        ArrayNode rows = Charts.rows();
        Grid table = new Grid(
                "Accuracy on the test images",
                List.of("seed", "before training", "after the last epoch", "epochs", "last loss (nats)"));
        for (Training each : training) {
            each.epochs().forEach(epoch -> point(rows, each, epoch.epoch(), epoch.testAccuracy()));
            table.row(List.of(
                    Long.toString(each.seed()),
                    Digits.percent(each.initialAccuracy()),
                    Digits.percent(each.testAccuracy()),
                    Integer.toString(each.epochs().size()),
                    Digits.of(
                            each.epochs().isEmpty()
                                    ? Double.NaN
                                    : each.epochs().getLast().loss())));
        }
        charts.add(
                section,
                "training",
                "Accuracy on the test images, after each epoch, a line for each network",
                Map.of("rows", rows));
        table.addTo(section, false);
        return section;
    }

    private static void point(ArrayNode rows, Training training, int epoch, double accuracy) {
        rows.addObject()
                .put("network", Long.toString(training.seed()))
                .put("epoch", epoch)
                .put("accuracy", accuracy);
    }
}
