package org.oinfo.study.capture;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Excerpt;
import org.oinfo.data.PendingFile;
import org.oinfo.study.result.LayerLandscape.Activation;

/** {@code index.csv}, the list of a capture's layers: a folder without it is no finished capture. */
final class CaptureIndex {
    static final String FILE = "index.csv";

    private static final List<String> HEADER = List.of("file", "layer", "activation", "width", "description");
    private static final String AGAIN = "; capture again";

    private CaptureIndex() {}

    /** An activation as the index and file names have it. */
    static String text(Activation activation) {
        return activation.name().toLowerCase(Locale.ROOT);
    }

    /** Writes the list; it appears under its name when it is complete. */
    static void write(Path folder, List<CapturedLayer> layers) throws IOException {
        Path target = folder.resolve(FILE);
        try (PendingFile pending = PendingFile.open(target)) {
            CsvWriter csv = CsvWriter.builder().build(Channels.newWriter(pending.channel(), StandardCharsets.UTF_8));
            csv.writeRecord(HEADER);
            for (CapturedLayer layer : layers) {
                csv.writeRecord(
                        layer.file(),
                        layer.layer(),
                        text(layer.activation()),
                        Integer.toString(layer.width()),
                        layer.description());
            }
            csv.flush();
            pending.commit();
        } catch (IOException e) {
            throw new IOException(target + " cannot be written", e);
        }
    }

    /**
     * Reads the list.
     *
     * @throws BadInputException there is none, or it is not as {@link #write} writes it
     */
    static List<CapturedLayer> read(Path folder) {
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            throw new BadInputException("a capture must be complete: " + folder + " has no " + FILE
                    + ", which is written last; capture again, or check the path");
        }
        List<CapturedLayer> layers = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        boolean header = true;
        for (CsvRecord line : lines(file)) {
            if (header && !line.getFields().equals(HEADER)) {
                throw refused(
                        file,
                        line,
                        "the first line must be " + String.join(",", HEADER),
                        String.join(",", line.getFields()));
            }
            if (!header) {
                CapturedLayer layer = layer(folder, file, line);
                if (!seen.add(layer.layer() + ' ' + layer.activation())) {
                    throw refused(file, line, "a layer's activation must be listed once", layer.layer());
                }
                layers.add(layer);
            }
            header = false;
        }
        if (layers.isEmpty()) {
            throw new BadInputException("a capture must have layers: " + file + " lists none" + AGAIN);
        }
        return List.copyOf(layers);
    }

    private static List<CsvRecord> lines(Path file) {
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(file)) {
            return reader.stream().toList();
        } catch (CsvParseException e) {
            throw new BadInputException("an index must be text of lines with commas: " + file + " is not" + AGAIN);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static CapturedLayer layer(Path folder, Path file, CsvRecord line) {
        if (line.getFieldCount() != HEADER.size()) {
            throw refused(
                    file, line, "a line must have " + HEADER.size() + " fields", String.join(",", line.getFields()));
        }
        String name = line.getField(0);
        // A name of a file in this folder, not a way out of it.
        if (name.isEmpty()
                || name.indexOf('/') >= 0
                || name.indexOf('\\') >= 0
                || !Files.isRegularFile(folder.resolve(name))) {
            throw refused(file, line, "a layer must be in a file of the folder", name);
        }
        if (line.getField(1).isBlank()) {
            throw refused(file, line, "a layer must have a name", line.getField(1));
        }
        return new CapturedLayer(name, line.getField(1), activation(file, line), width(file, line), line.getField(4));
    }

    private static Activation activation(Path file, CsvRecord line) {
        return Arrays.stream(Activation.values())
                .filter(activation -> text(activation).equals(line.getField(2)))
                .findFirst()
                .orElseThrow(() -> refused(
                        file,
                        line,
                        "an activation must be one of "
                                + Arrays.stream(Activation.values())
                                        .map(CaptureIndex::text)
                                        .collect(Collectors.joining(", ")),
                        line.getField(2)));
    }

    private static int width(Path file, CsvRecord line) {
        String text = line.getField(3);
        if (text.matches("[1-9][0-9]{0,8}")) {
            return Integer.parseInt(text);
        }
        throw refused(file, line, "a width must be a number from 1", text);
    }

    private static BadInputException refused(Path file, CsvRecord line, String must, String found) {
        return new BadInputException(
                must + ": " + file + " has " + Excerpt.of(found) + " at line " + line.getStartingLineNumber() + AGAIN);
    }
}
