package org.oinfo.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.oinfo.data.damaged.Reading.OfNplets;
import org.oinfo.data.damaged.SoundFile;
import org.oinfo.data.damaged.SoundFiles;
import org.oinfo.study.capture.OnnxTarget;
import org.oinfo.study.images.IdxTarget;

/** Everything that reads what others wrote. A new format of data is here once it has a sound file with a known ending; others are a line here. */
public final class Targets {
    /** The root of the checkout, where modules keep what their tests read. */
    public static final Path REPOSITORY = Path.of(System.getProperty("oinfo.repository", ".."));

    /** Makes a target, which may have to write files. */
    private interface Maker {
        Target make() throws IOException;
    }

    private static final Map<String, Maker> ALL = makers();

    private Targets() {}

    private static Map<String, Maker> makers() {
        Map<String, Maker> all = new LinkedHashMap<>();
        all.put("npy", () -> files(form -> ending(form, ".npy")));
        all.put("npz", () -> files(form -> ending(form, ".npz")));
        all.put("text", () -> files(form -> ending(form, ".csv", ".txt") && !isNplets(form)));
        all.put("nplets", () -> files(Targets::isNplets));
        all.put("safetensors", () -> files(form -> ending(form, ".safetensors")));
        all.put(
                "matlab",
                () -> files(form -> ending(form, ".mat") && !form.name().contains("73")));
        all.put(
                "hdf5",
                () -> files(form -> ending(form, ".h5", ".nc") || form.name().equals("v73.mat")));
        all.put("parquet", () -> files(form -> ending(form, ".parquet")));
        all.put("arrow", () -> files(form -> ending(form, ".arrow")));
        all.put("raw", () -> files(form -> ending(form, ".raw")));
        all.put("idx", IdxTarget::new);
        all.put("onnx", OnnxTarget::new);
        all.put("report", ReportTarget::new);
        all.put("partial", PartialTarget::new);
        all.put("journal", JournalTarget::new);
        all.put("pieces", PiecesTarget::new);
        all.put("worker", ServerTarget::worker);
        all.put("mcp", ServerTarget::mcp);
        all.put("command", CommandTarget::new);
        return all;
    }

    /** Their names. */
    static Set<String> names() {
        return ALL.keySet();
    }

    /** One of them. */
    static Target of(String name) {
        Maker maker = ALL.get(name);
        if (maker == null) {
            throw new IllegalArgumentException("a target must be one of " + names() + ": found " + name);
        }
        try {
            return maker.make();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isNplets(SoundFile form) {
        return form.reading() instanceof OfNplets && !ending(form, ".npy");
    }

    private static Target files(Predicate<SoundFile> wanted) {
        return new FormatTarget(SoundFiles.all().stream().filter(wanted).toList());
    }

    private static boolean ending(SoundFile form, String... endings) {
        return List.of(endings).stream().anyMatch(form.name()::endsWith);
    }
}
