package org.oinfo.cli.command;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.oinfo.data.Samples;
import org.oinfo.data.files.DataFiles;
import org.oinfo.data.options.ReadOptions;

/**
 * A layer of the network that ships with the project.
 *
 * @param file its activations, [samples, neurons], beside the index
 * @param name its name
 * @param description what its values are
 */
record DemoLayer(String file, String name, String description) {
    private static final String FOLDER = "/org/oinfo/cli/digits/";

    /** The layers that the index lists, from input to output. */
    static List<DemoLayer> all() throws IOException {
        try (Reader text = new InputStreamReader(resource("index.csv"), StandardCharsets.UTF_8);
                CsvReader<NamedCsvRecord> index = CsvReader.builder().ofNamedCsvRecord(text)) {
            return index.stream()
                    .map(row -> new DemoLayer(row.getField("file"), row.getField("layer"), row.getField("description")))
                    .toList();
        }
    }

    Samples open() throws IOException {
        try (InputStream values = resource(file)) {
            return DataFiles.open("-", ReadOptions.defaults(), values);
        }
    }

    private static InputStream resource(String name) throws IOException {
        InputStream found = DemoLayer.class.getResourceAsStream(FOLDER + name);
        if (found == null) {
            throw new FileNotFoundException("the example is not in this build: " + FOLDER + name + " is missing");
        }
        return found;
    }
}
