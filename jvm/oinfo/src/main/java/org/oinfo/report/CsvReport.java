package org.oinfo.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.oinfo.ScanResult;
import org.oinfo.ScoredNplet;
import org.oinfo.Variables;
import org.oinfo.kernels.Landscape;

/**
 * Comma-separated values: lines that begin with # say how it was made, then {@code order,tc,dtc,o,s,nplet[,names]}. For each
 * order the most synergistic n-plets, best first, then the most redundant, best first, without those already printed. What
 * was not computed is left out.
 */
final class CsvReport {
    private final Writer out;
    private final CsvWriter csv;
    private final Variables variables;
    private final Unit unit;

    CsvReport(Writer out, Variables variables, Unit unit) {
        this.out = out;
        this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
        this.variables = variables;
        this.unit = unit;
    }

    void write(ScanReport report) throws IOException {
        comments(report.run());
        for (ScanResult result : report.orders()) {
            comment("order " + result.order(), landscape(result));
        }
        header();
        for (ScanResult result : report.orders()) {
            rankings(result);
        }
        csv.flush();
    }

    void write(MeasuresReport report) throws IOException {
        comments(report.run());
        header();
        for (ScoredNplet nplet : report.nplets()) {
            row(nplet);
        }
        csv.flush();
    }

    private void rankings(ScanResult result) {
        for (ScoredNplet nplet : result.mostSynergistic()) {
            row(nplet);
        }
        if (result.mostSynergistic().size()
                == result.landscape().total() - result.landscape().singular()) {
            return;
        }
        Set<List<Integer>> printed = new HashSet<>();
        for (ScoredNplet nplet : result.mostSynergistic()) {
            printed.add(columns(nplet));
        }
        for (ScoredNplet nplet : result.mostRedundant()) {
            if (!printed.contains(columns(nplet))) {
                row(nplet);
            }
        }
    }

    private static List<Integer> columns(ScoredNplet nplet) {
        return Arrays.stream(nplet.variables()).boxed().toList();
    }

    private String landscape(ScanResult result) {
        Landscape l = result.landscape();
        String counts = l.settings().level().counts()
                ? " redundant=" + l.redundant() + " synergistic=" + l.synergistic() + " balanced=" + l.balanced()
                        + " singular=" + l.singular() + " mean_o=" + number(l.mean())
                : "";
        return "total=" + l.total() + counts + " partial=" + result.partial() + " fraction=" + result.fraction();
    }

    private void comments(Provenance run) throws IOException {
        for (Map.Entry<String, @Nullable Object> entry : run.entries().entrySet()) {
            Object value = entry.getValue();
            if (value instanceof List<?> list) {
                for (Object item : list) {
                    comment(entry.getKey(), String.valueOf(item));
                }
            } else if (value != null) {
                comment(entry.getKey(), value.toString());
            }
        }
    }

    private void comment(String name, String value) throws IOException {
        out.write("# " + name + ": " + value.replaceAll("\\R", " ") + '\n');
    }

    private void header() {
        List<String> header = new ArrayList<>(List.of("order", "tc", "dtc", "o", "s", "nplet"));
        if (variables.named()) {
            header.add("names");
        }
        csv.writeRecord(header);
    }

    private void row(ScoredNplet nplet) {
        List<String> row = new ArrayList<>(7);
        row.add(Integer.toString(nplet.variables().length));
        row.add(number(nplet.tc()));
        row.add(number(nplet.dtc()));
        row.add(number(nplet.o()));
        row.add(number(nplet.s()));
        row.add(nplet.key());
        if (variables.named()) {
            row.add(Arrays.stream(nplet.variables()).mapToObj(variables::label).collect(Collectors.joining(";")));
        }
        csv.writeRecord(row);
    }

    /** The shortest form that reads back the same; empty when there is no value. */
    private String number(double nats) {
        return Double.isFinite(nats) ? Double.toString(unit.of(nats)) : "";
    }
}
