package org.oinfo.study.importance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.oinfo.study.result.Importance;
import org.oinfo.study.result.Importance.Neuron;

class ImportanceCsvTest {
    @Test
    void eachNeuronIsALineAndWhatDoesNotExistIsEmpty() throws IOException {
        Neuron alive = new Neuron(0, false, -0.1, 0.25, 0.0, 1.0 / 3, 2.0, 1.5, 1e-9, 0.5, 3.0);
        Neuron dead = new Neuron(1, true, null, null, null, null, 0, null, null, null, null);
        StringWriter out = new StringWriter();
        ImportanceCsv.write(
                List.of(
                        new Importance(1, "layer1", 3, 10, 50, List.of(alive, dead), List.of()),
                        new Importance(1, "conv, 2", 3, 10, 50, List.of(dead), List.of())),
                out);
        assertThat(out).hasToString("""
                        network,layer,neuron,dead,mean_o,synergistic_share,redundant_share,information,variance,weight,ablation_loss,taylor,wanda
                        1,layer1,0,false,-0.1,0.25,0.0,0.3333333333333333,2.0,1.5,1.0E-9,0.5,3.0
                        1,layer1,1,true,,,,,0.0,,,,
                        1,"conv, 2",1,true,,,,,0.0,,,,
                        """);
    }
}
