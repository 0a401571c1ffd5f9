package org.oinfo.report;

import java.util.Formatter;
import org.oinfo.data.Excerpt;
import org.oinfo.scan.Measure;

/** The first lines of a table: how it was made. */
final class TableHeading {
    private TableHeading() {}

    static void write(Provenance run, Unit unit, Formatter lines) {
        lines.format("oinfo %s: %s%s\n", run.text("version"), run.text("input"), dataset(run));
        String samples = run.text("samples").equals(Provenance.NONE) ? "unknown" : run.text("samples");
        lines.format("variables: %s, samples: %s%s, %s\n", run.text("variables"), samples, rows(run), method(run));
        String computed = run.text("computed");
        boolean told = !computed.equals(Provenance.NONE);
        if (told) {
            lines.format("computed: %s; values in %s\n", computed, unit.text());
        }
        lines.format("%s, threads: %s, seconds: %s", run.text("device"), run.text("threads"), run.text("seconds"));
        lines.format(told ? "\n" : "; values in " + unit.text() + "\n");
        if (!run.text("level").equals(Provenance.NONE)) {
            lines.format("level: %s, ends: %s", run.text("level"), run.text("ends"));
            String rankBy = run.text("rank_by");
            if (!rankBy.equals(Provenance.NONE) && !rankBy.equals(Measure.O.text())) {
                lines.format(", ranked by: %s", rankBy);
            }
            lines.format("\n");
        }
        if (!run.text("groups").equals(Provenance.NONE)) {
            lines.format(
                    "only n-plets that mix groups by %s: %s\n", run.text("mix"), Excerpt.oneLine(run.text("groups")));
        }
    }

    private static String dataset(Provenance run) {
        String dataset = run.text("dataset");
        return dataset.equals(Provenance.NONE) ? "" : ", " + Excerpt.oneLine(dataset);
    }

    private static String rows(Provenance run) {
        String rows = run.text("rows");
        return rows.equals(Provenance.NONE) ? "" : " (rows " + Excerpt.oneLine(rows) + ")";
    }

    private static String method(Provenance run) {
        if (!run.entries().containsKey("estimator")) {
            return "exact measures";
        }
        StringBuilder method = new StringBuilder();
        if (run.text("covariance").equals("true")) {
            method.append("given covariance");
        } else {
            method.append(estimator(run));
        }
        if (!run.text("ties").equals(Provenance.NONE)) {
            method.append(", ").append(run.text("ties")).append(" ties").append(tied(run.text("tied_values")));
        }
        if (!run.text("shrinkage_intensity").equals(Provenance.NONE)) {
            method.append(", ").append(run.text("shrinkage")).append(" shrinkage ");
            method.append(run.text("shrinkage_intensity"));
        }
        boolean corrected = run.text("bias_corrected").equals("true");
        String correction =
                run.text("correction").equals("miller-madow") ? ", Miller-Madow correction" : ", bias-corrected";
        String raw = switch (run.text("entropy")) {
            case "grassberger" -> ", Grassberger's entropies";
            case "chao-shen" -> ", entropies of Chao and Shen";
            default -> ", no bias correction";
        };
        return method.append(corrected ? correction : raw).toString();
    }

    private static String scale(String scale) {
        return switch (scale) {
            case "scores" -> "normal scores";
            case "standard" -> "standardised values";
            default -> "values as they are";
        };
    }

    private static String tied(String values) {
        return switch (values) {
            case Provenance.NONE -> "";
            case "1" -> " (1 value tied)";
            default -> " (" + values + " values tied)";
        };
    }

    private static String estimator(Provenance run) {
        return switch (run.text("estimator")) {
            case "copula" -> "Gaussian copula";
            case "discrete" ->
                "counts of joint states (at most " + run.text("most_symbols") + " values a variable"
                        + (run.text("bins").equals(Provenance.NONE)
                                ? ""
                                : ", " + run.text("bins") + " bins"
                                        + (run.text("binning").equals("width") ? " of equal width" : ""))
                        + ")";
            case "knn" -> run.text("neighbours") + " nearest neighbours by " + scale(run.text("knn_scale"));
            default -> "plain Gaussian";
        };
    }
}
