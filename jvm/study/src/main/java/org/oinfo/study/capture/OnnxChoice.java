package org.oinfo.study.capture;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Excerpt;

/** Which tensors of a model are captured. */
final class OnnxChoice {
    /** As many names as a sentence lists. */
    private static final int LISTED = 5;

    private final Path path;
    private final Map<String, OnnxLayer> found;
    private final OnnxRoles roles;
    private final Positions positions;
    /** Positions that all captured tensors must have, where each is a sample; 0 where it does not matter. */
    private final int common;

    OnnxChoice(Path path, Map<String, OnnxLayer> found, OnnxRoles roles, Positions positions) {
        this.path = path;
        this.found = found;
        this.roles = roles;
        this.positions = positions;
        this.common = positions.kind() == Positions.Kind.ALL ? commonest() : 0;
    }

    /** The number of positions that most tensors have, of equally many the larger one. */
    private int commonest() {
        Map<Integer, Long> counts = found.values().stream()
                .filter(layer -> layer.reason().isEmpty() && roles.within(layer.tensor()) == null)
                .collect(Collectors.groupingBy(OnnxLayer::positions, Collectors.counting()));
        return counts.entrySet().stream()
                .max(Map.Entry.<Integer, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(0);
    }

    /**
     * All that can be captured and do more than give values another place.
     *
     * @throws BadInputException there is none
     */
    List<OnnxLayer> all() {
        List<OnnxLayer> layers =
                found.values().stream().filter(layer -> reason(layer) == null).toList();
        if (layers.isEmpty()) {
            throw new BadInputException("a model must have tensors that can be captured: " + path + " has none"
                    + leftOut().stream().findFirst().map(first -> "; " + first).orElse("")
                    + "; export it with its layers inside");
        }
        return layers;
    }

    /**
     * All of them, which were named.
     *
     * @throws BadInputException one cannot be captured
     */
    List<OnnxLayer> named() {
        for (OnnxLayer layer : found.values()) {
            String reason = reasonOfShape(layer);
            if (!reason.isEmpty()) {
                throw new BadInputException("a tensor must hold at least 2 neurons for each example: "
                        + Excerpt.of(layer.tensor()) + " of " + path + " " + reason + "; choose another");
            }
        }
        return List.copyOf(found.values());
    }

    /** A sentence for each reason for which tensors are left out where none is named. */
    List<String> leftOut() {
        Map<String, List<String>> reasons = new LinkedHashMap<>();
        for (OnnxLayer layer : found.values()) {
            String reason = reason(layer);
            if (reason != null) {
                reasons.computeIfAbsent(reason, r -> new ArrayList<>()).add(layer.tensor());
            }
        }
        List<String> sentences = new ArrayList<>();
        reasons.forEach((reason, tensors) -> sentences.add(
                listed(tensors) + (tensors.size() == 1 ? " is left out: it " : " are left out: each ") + reason));
        return sentences;
    }

    private static String listed(List<String> tensors) {
        String some = tensors.stream().limit(LISTED).map(Excerpt::of).collect(Collectors.joining(", "));
        int more = tensors.size() - LISTED;
        return (tensors.size() == 1 ? "tensor " : "tensors ") + some + (more > 0 ? " and " + more + " more" : "");
    }

    private @Nullable String reason(OnnxLayer layer) {
        String shape = reasonOfShape(layer);
        if (!shape.isEmpty()) {
            return shape;
        }
        String within = roles.within(layer.tensor());
        if (within != null) {
            return within;
        }
        return isElsewhere(layer.tensor())
                ? "holds the values of another tensor, or some of them, in another place"
                : null;
    }

    /** Whether a tensor only gives another place to values that another layer, or what the model is shown, has. */
    private boolean isElsewhere(String tensor) {
        Set<String> passed = new HashSet<>();
        String at = roles.rearranged(tensor);
        while (at != null && passed.add(at)) {
            OnnxLayer before = found.get(at);
            if (before == null || reasonOfShape(before).isEmpty()) {
                return true;
            }
            at = roles.rearranged(at);
        }
        return false;
    }

    /** Why a tensor is no layer, or an empty text. */
    private String reasonOfShape(OnnxLayer layer) {
        if (!layer.reason().isEmpty()) {
            return layer.reason();
        }
        if (common > 0 && layer.positions() != common) {
            return "has " + layer.positions() + " positions, most have " + common;
        }
        return positions.isIn(layer.positions())
                ? ""
                : "has no position " + positions.index() + ", only " + layer.positions() + " of them";
    }
}
