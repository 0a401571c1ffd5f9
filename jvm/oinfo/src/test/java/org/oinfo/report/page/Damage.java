package org.oinfo.report.page;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Random damage to JSON: to its bytes, as a broken copy has it, or to its values, as an editor makes it. */
final class Damage {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "0",
            "-1",
            "1",
            "0.5",
            "1e400",
            "-1e-400",
            "3000000000",
            "99999999999999999999",
            "\"\"",
            "\"x\"",
            "\"\\u001b[31m\\u202e\"",
            "[]",
            "{}",
            "[null]",
            "[[0]]",
            "{\"\":0}",
            "\"nats\"",
            "\"oinfo/1\"");
    private static final List<String> NAMES =
            List.of("", "x", "orders", "measures", "figures", "variables", "nplet", "o");

    private final Random random;

    Damage(Random random) {
        this.random = random;
    }

    /** A bit turned, a piece cut out, doubled or moved, or the end missing. */
    byte[] ofText(byte[] good) {
        byte[] bad = good.clone();
        int at = random.nextInt(bad.length);
        int length = Math.min(random.nextInt(40), bad.length - at);
        return switch (random.nextInt(4)) {
            case 0 -> {
                bad[at] ^= (byte) (1 << random.nextInt(8));
                yield bad;
            }
            case 1 -> Arrays.copyOf(bad, at);
            case 2 -> joined(bad, at, at + length);
            default -> joined(bad, at + length, at);
        };
    }

    private static byte[] joined(byte[] bytes, int first, int second) {
        byte[] joined = Arrays.copyOf(bytes, first + bytes.length - second);
        System.arraycopy(bytes, second, joined, first, bytes.length - second);
        return joined;
    }

    /** A value replaced, removed, doubled or renamed. */
    byte[] ofValues(byte[] good) {
        JsonNode tree = MAPPER.readTree(good);
        List<JsonNode> containers = new ArrayList<>();
        gather(tree, containers);
        // An object of the top as often as one of the many below.
        JsonNode place = random.nextInt(4) == 0 ? tree : containers.get(random.nextInt(containers.size()));
        if (place instanceof ObjectNode object && !object.isEmpty()) {
            damage(object);
        } else if (place instanceof ArrayNode array && !array.isEmpty()) {
            damage(array);
        }
        return tree.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void gather(JsonNode node, List<JsonNode> containers) {
        if (node.isContainer()) {
            containers.add(node);
            node.forEach(each -> gather(each, containers));
        }
    }

    private void damage(ObjectNode object) {
        String name = any(List.copyOf(object.propertyNames()));
        switch (random.nextInt(3)) {
            case 0 -> object.remove(name);
            case 1 -> object.set(any(NAMES), object.remove(name));
            default -> object.set(name, value());
        }
    }

    private void damage(ArrayNode array) {
        int at = random.nextInt(array.size());
        switch (random.nextInt(3)) {
            case 0 -> array.remove(at);
            case 1 -> array.add(array.get(at).deepCopy());
            default -> array.set(at, value());
        }
    }

    private JsonNode value() {
        return MAPPER.readTree(any(VALUES));
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
