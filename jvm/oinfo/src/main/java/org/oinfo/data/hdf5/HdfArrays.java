package org.oinfo.data.hdf5;

import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Link;
import io.jhdf.api.Node;
import io.jhdf.exceptions.HdfException;
import io.jhdf.filter.FilterManager;
import io.jhdf.object.datatype.FixedPoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Excerpt;
import org.oinfo.data.Warning;
import org.oinfo.data.array.ArrayEntry;
import org.oinfo.data.array.ArrayFile;
import org.oinfo.data.array.MappedFile;
import org.oinfo.data.array.NumericArray;

/** The datasets of an HDF5 file, named by their paths. Links are listed and not followed. */
public final class HdfArrays implements ArrayFile {
    /** Groups within groups: no file of data is deeper, one whose groups hold each other would be. */
    private static final int DEEPEST = 32;

    static {
        FilterManager.addFilter(new ChecksumFilter());
    }

    private final MappedFile file;
    private final boolean matlab;
    private final Map<ArrayEntry, Dataset> datasets = new LinkedHashMap<>();
    private final List<ArrayEntry> others = new ArrayList<>();
    private final Set<Long> seen = new HashSet<>();
    private List<Warning> warnings = List.of();

    /**
     * Finds the datasets.
     *
     * @throws BadInputException it is damaged
     */
    public HdfArrays(MappedFile file) {
        this.file = file;
        this.matlab = HdfSignature.isMatlab(file.bytes());
        sound(() -> {
            // In memory it takes parts of the mapping; from a file it would make as much memory as a damaged one asks
            // for.
            HdfFile hdf = file.bytes().byteSize() <= Integer.MAX_VALUE
                    ? HdfFile.fromByteBuffer(file.bytes().asByteBuffer())
                    : new HdfFile(file.path());
            file.closesToo(hdf::close);
            add(hdf, 0);
            return true;
        });
    }

    /** What the library does not understand is a file that is damaged, or uses what it does not know. */
    private <R> R sound(Supplier<R> reading) {
        try {
            return reading.get();
        } catch (BadInputException e) {
            throw e;
        } catch (RuntimeException e) {
            Throwable cause = e;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            throw new BadInputException(
                    "an HDF5 file must be whole, of a kind that can be read, and hold its data itself: "
                            + file.source() + " cannot be read (" + Excerpt.oneLine(String.valueOf(cause.getMessage()))
                            + "); copy it again, or save the array with numpy.save");
        }
    }

    private void add(Group group, int depth) {
        if (depth > DEEPEST || !seen.add(group.getAddress())) {
            return;
        }
        for (Node node : group.getChildren().values()) {
            if (node instanceof Link) {
                others.add(new ArrayEntry(name(node), List.of(), "a link, which is not followed", false));
            } else if (node instanceof Dataset dataset) {
                add(dataset);
            } else if (node instanceof Group inner && !inner.getName().startsWith("#")) {
                add(inner, depth + 1);
            }
        }
    }

    private void add(Dataset dataset) {
        if (isPlaceholder(dataset)) {
            return;
        }
        List<Long> shape = new ArrayList<>();
        try {
            Arrays.stream(dataset.getDimensionsAsLong()).forEach(shape::add);
            String refusal = HdfValues.refusal(dataset);
            if (refusal == null && matlab && isText(dataset)) {
                refusal = "text";
            }
            if (matlab && dataset.getAttributes().containsKey("MATLAB_empty")) {
                // Its numbers are the lengths of its axes.
                refusal = "empty";
            } else if (refusal == null && isUnsigned(dataset)) {
                refusal = "signed integers that stand for unsigned ones (_Unsigned)";
            }
            if (matlab) {
                shape = shape.reversed();
            }
            ArrayEntry entry = new ArrayEntry(
                    name(dataset), shape, refusal == null ? HdfValues.type(dataset) : refusal, refusal == null);
            datasets.put(entry, dataset);
        } catch (HdfException e) {
            // A kind of dataset that the library does not know is no reason to refuse the others.
            others.add(new ArrayEntry(name(dataset), shape, "unknown (" + e.getMessage() + ")", false));
        }
    }

    private String name(Node node) {
        return matlab && node.getPath().startsWith("/") ? node.getPath().substring(1) : node.getPath();
    }

    /** NetCDF writes a dataset of nothing for each dimension that has no coordinates. */
    private static boolean isPlaceholder(Dataset dataset) {
        return text(dataset, "NAME").startsWith("This is a netCDF dimension but not a netCDF variable");
    }

    private static boolean isText(Dataset dataset) {
        return text(dataset, "MATLAB_class").equals("char");
    }

    /** NetCDF's way to keep unsigned numbers where its older form has signed ones only. */
    private static boolean isUnsigned(Dataset dataset) {
        return text(dataset, "_Unsigned").equalsIgnoreCase("true")
                && dataset.getDataType() instanceof FixedPoint integer
                && integer.isSigned();
    }

    private static String text(Node node, String name) {
        Attribute attribute = node.getAttributes().get(name);
        Object value = attribute == null ? null : attribute.getData();
        return value instanceof String text ? text : "";
    }

    @Override
    public List<ArrayEntry> entries() {
        List<ArrayEntry> all = new ArrayList<>(datasets.keySet());
        all.addAll(others);
        return all;
    }

    @Override
    public NumericArray read(ArrayEntry entry) {
        @Nullable Dataset dataset = datasets.get(entry);
        if (dataset == null) {
            throw new IllegalArgumentException("there is no dataset " + entry.name());
        }
        NumericArray array = sound(() -> HdfValues.read(file, dataset, entry.name()));
        if (!matlab || array.shape().size() < 2) {
            return array;
        }
        NumericArray undone = array.transposed();
        warnings = List.of(Warning.of(
                Warning.Name.HOW_READ,
                "the axes of " + Excerpt.of(entry.name())
                        + ", which MATLAB 7.3 writes in reverse, are read as in MATLAB: "
                        + NumericArray.shown(undone.shape()) + ", rows are samples",
                "shape",
                undone.shape()));
        return undone;
    }

    @Override
    public List<Warning> warnings() {
        return warnings;
    }
}
