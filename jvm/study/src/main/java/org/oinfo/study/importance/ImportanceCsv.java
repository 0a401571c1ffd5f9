package org.oinfo.study.importance;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oinfo.study.result.Importance;
import org.oinfo.study.result.Importance.Neuron;

/** Scores of neurons as comma-separated values, a line for each neuron. */
public final class ImportanceCsv {
    private static final String[] HEADER = {
        "network",
        "layer",
        "neuron",
        "dead",
        "mean_o",
        "synergistic_share",
        "redundant_share",
        "information",
        "variance",
        "weight",
        "ablation_loss",
        "taylor",
        "wanda"
    };

    private ImportanceCsv() {}

    /**
     * Writes layers one after the other; {@code network} is the seed of a layer's network. Fields as in {@link Neuron}, in nats and to the last bit; what does not exist is empty.
     *
     * @param out is flushed and stays open
     */
    public static void write(List<Importance> layers, Writer out) throws IOException {
        // Not closed: the writer belongs to the caller.
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
        csv.writeRecord(HEADER);
        for (Importance layer : layers) {
            for (Neuron neuron : layer.neurons()) {
                csv.writeRecord(
                        Long.toString(layer.seed()),
                        layer.layer(),
                        Integer.toString(neuron.neuron()),
                        Boolean.toString(neuron.dead()),
                        field(neuron.meanO()),
                        field(neuron.synergisticShare()),
                        field(neuron.redundantShare()),
                        field(neuron.information()),
                        field(neuron.variance()),
                        field(neuron.weight()),
                        field(neuron.ablationLoss()),
                        field(neuron.taylor()),
                        field(neuron.wanda()));
            }
        }
        csv.flush();
    }

    private static String field(@Nullable Double value) {
        return value == null ? "" : value.toString();
    }
}
