package org.oinfo.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Excerpt;
import org.oinfo.study.landscape.LandscapeSettings;

/**
 * One study of a grid: images, networks, and one condition that differs from the usual training.
 *
 * @param data images
 * @param network hidden layers
 * @param condition as it is typed: {@link #BASE}, dropout-P, decay-X, images-N, epochs-N, duplicates-P or random-labels
 * @param settings of the study
 */
public record GridCell(String data, String network, String condition, StudySettings settings) {
    /** The usual training. */
    public static final String BASE = "base";
    /** Neurons are copied after training: {@code duplicates-P}. */
    public static final String DUPLICATES = "duplicates";
    /** A layer that is wider is scored at orders 3 and 4 only: C(250, 5) is 7.8e9, C(800, 5) 2.7e12. */
    private static final int WIDE = 250;

    private static final char SEPARATOR = '_';

    private static final String MUST =
            "a condition must be base, dropout-P, decay-X, images-N, epochs-N, duplicates-P or random-labels: found ";

    /**
     * Every combination, the base of each first.
     *
     * @param networks seeds in each cell
     * @throws BadInputException a condition is none, or given twice
     */
    public static List<GridCell> all(List<String> data, List<String> shapes, List<String> conditions, int networks) {
        requireOnce("--data", data);
        requireOnce("--network", shapes);
        requireOnce("--conditions", conditions);
        List<GridCell> cells = new ArrayList<>();
        for (String images : data) {
            for (String shape : shapes) {
                for (String condition : conditions) {
                    cells.add(of(images, shape, condition, networks));
                }
            }
        }
        return List.copyOf(cells);
    }

    /** This cell studied otherwise. */
    public GridCell with(UnaryOperator<StudySettings> change) {
        return new GridCell(data, network, condition, change.apply(settings));
    }

    /** Cells in the folder of a grid, whatever command they are of, with the settings that they were run with; by name. */
    public static List<GridCell> in(Path grid) throws IOException {
        List<Path> folders;
        try (Stream<Path> inside = Files.list(grid)) {
            folders = inside.filter(Files::isDirectory).sorted().toList();
        }
        List<GridCell> cells = new ArrayList<>();
        for (Path each : folders) {
            String name = each.getFileName().toString();
            StudyFolder.settings(each, StudySettings.class)
                    .map(settings -> new GridCell(
                            settings.train().data(),
                            settings.train().network(),
                            name.substring(name.lastIndexOf(SEPARATOR) + 1),
                            settings))
                    .filter(cell -> cell.folder().equals(name))
                    .ifPresent(cells::add);
        }
        return cells;
    }

    private static void requireOnce(String option, List<String> values) {
        if (values.stream().distinct().count() < values.size()) {
            throw new BadInputException(option + " must name each once: found " + String.join(",", values));
        }
    }

    private static GridCell of(String data, String shape, String condition, int networks) {
        StudySettings usual = StudySettings.usual(data);
        TrainSettings train = usual.train().withNetworks(shape, networks);
        TrainSettings changed = condition.equals(BASE) ? train : changed(train, condition);
        LandscapeSettings layers = usual.layers();
        boolean wide = changed.widest() > WIDE;
        return new GridCell(data, shape, condition, usual.with(changed).with(wide ? layers.withOrders(3, 4) : layers));
    }

    private static TrainSettings changed(TrainSettings train, String condition) {
        // The first: 1e-4 has one, too.
        int cut = condition.indexOf('-');
        String name = cut < 0 ? condition : condition.substring(0, cut);
        String value = condition.substring(cut + 1);
        return switch (name) {
            case "dropout" -> train.withDropout((float) number(condition, value));
            case "decay" -> train.withWeightDecay((float) number(condition, value));
            case DUPLICATES -> train.withDuplicates((float) above0(condition, value));
            case "images" -> train.withImages(whole(condition, value));
            case "epochs" -> train.withEpochs(whole(condition, value));
            case "random" -> {
                if (!value.equals("labels")) {
                    throw new BadInputException(MUST + Excerpt.of(condition));
                }
                yield train.withRandomLabels();
            }
            default -> throw new BadInputException(MUST + Excerpt.of(condition));
        };
    }

    private static double number(String condition, String value) {
        try {
            return Double.parseDouble(value);
        } catch (NumberFormatException e) {
            throw new BadInputException(MUST + Excerpt.of(condition));
        }
    }

    private static double above0(String condition, String value) {
        double number = number(condition, value);
        if (!(number > 0)) {
            throw new BadInputException("the share of neurons that get a copy must be above 0 to 1: " + condition);
        }
        return number;
    }

    private static int whole(String condition, String value) {
        if (!value.matches("[1-9]\\d{0,8}")) {
            throw new BadInputException(MUST + Excerpt.of(condition));
        }
        return Integer.parseInt(value);
    }

    /** The folder of the same images and networks, trained as usual. */
    public String base() {
        return new GridCell(data, network, BASE, settings).folder();
    }

    /** The folder of its study within the grid's. */
    public String folder() {
        String base = data.replaceAll(".*[/\\\\](?=.)", "").replaceAll("[/\\\\]$", "");
        return (base + SEPARATOR + network + SEPARATOR + condition)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9._-]", "-");
    }
}
