package org.oinfo.study.cut;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.oinfo.study.capture.OnnxGraph;

/**
 * What changed in a model, as PyTorch lays it out: {@code LAYER.weight} [units][inputs] or [channels][inputs][taps..] and {@code
 * LAYER.bias} of each layer that is narrower or fitted, constants in between by their names, and {@code LAYER.kept}, the neurons that stay
 * of the old layer, 0-based.
 *
 * @see <a href="https://huggingface.co/docs/safetensors">safetensors</a>
 */
public final class CutArrays {
    private final Map<String, Weights> arrays = new LinkedHashMap<>();

    CutArrays(EditedModel model, List<OnnxGraph.Node> nodes, Map<Chain, int[]> kept) throws IOException {
        Map<Integer, LinearLayer> layers = new LinkedHashMap<>();
        Set<String> told = new LinkedHashSet<>();
        for (Chain chain : kept.keySet()) {
            layers.put(chain.layer().node(), chain.layer());
            layers.put(chain.into().node(), chain.into());
        }
        for (LinearLayer layer : layers.values()) {
            arrays.put(layer.name() + ".weight", rows(model, layer));
            Weights bias =
                    layer.bias() < 0 ? model.added(layer.node()) : model.constant(layer.bias(), layer.biasSlot());
            if (bias != null) {
                arrays.put(layer.name() + ".bias", bias.with(bias.values(), bias.values().length));
            }
            told.add(model.initializer(layer.node(), LinearLayer.WEIGHT));
            told.add(
                    layer.bias() < 0
                            ? model.nameAdded(layer.node())
                            : model.initializer(layer.bias(), layer.biasSlot()));
        }
        // Exporters give the slopes of nn.PReLU, one for each neuron, more axes and a name that no module has.
        for (Chain chain : kept.keySet()) {
            for (Chain.Edit edit : chain.edits()) {
                String module = LinearLayer.module(model, nodes.get(edit.node()), edit.node());
                if (model.op(edit.node()).equals("PRelu") && !module.isEmpty()) {
                    Weights slopes = Chain.constant(model, edit.node(), edit.slot());
                    arrays.put(module + ".weight", slopes.with(slopes.values(), slopes.values().length));
                    told.add(model.initializer(edit.node(), edit.slot()));
                }
            }
        }
        model.exchanged().forEach((name, weights) -> {
            if (weights.real() && !told.contains(name)) {
                arrays.putIfAbsent(name, weights);
            }
        });
        kept.forEach((chain, units) -> arrays.put(
                chain.layer().name() + ".kept",
                new Weights(
                        new long[] {units.length},
                        Weights.INT64,
                        Arrays.stream(units).asDoubleStream().toArray())));
    }

    /** Weights [units][inputs..], whatever their order in the model. */
    static Weights rows(EditedModel model, LinearLayer layer) throws IOException {
        Weights weights = Chain.constant(model, layer.node(), LinearLayer.WEIGHT);
        if (layer.kind().outAxis() == 0) {
            return weights;
        }
        int inputs = weights.dim(0);
        int units = weights.dim(1);
        double[] turned = new double[inputs * units];
        for (int i = 0; i < turned.length; i++) {
            turned[i] = weights.values()[i % inputs * units + i / inputs];
        }
        return weights.with(turned, units, inputs);
    }

    /** Writes them as safetensors. */
    public void write(OutputStream out) throws IOException {
        JsonObject header = new JsonObject();
        long at = 0;
        for (Map.Entry<String, Weights> array : arrays.entrySet()) {
            JsonObject entry = new JsonObject();
            entry.addProperty("dtype", array.getValue().dtype());
            JsonArray shape = new JsonArray();
            Arrays.stream(array.getValue().dims()).forEach(shape::add);
            entry.add("shape", shape);
            JsonArray offsets = new JsonArray();
            offsets.add(at);
            at += array.getValue().bytes().length;
            offsets.add(at);
            entry.add("data_offsets", offsets);
            header.add(array.getKey(), entry);
        }
        byte[] text = header.toString().getBytes(StandardCharsets.UTF_8);
        // Numbers begin at a multiple of 8.
        byte[] padded = Arrays.copyOf(text, Math.ceilDiv(text.length, Long.BYTES) * Long.BYTES);
        Arrays.fill(padded, text.length, padded.length, (byte) ' ');
        out.write(ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(padded.length)
                .array());
        out.write(padded);
        for (Weights weights : arrays.values()) {
            out.write(weights.bytes());
        }
    }
}
