package org.oinfo.data;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The rows of several data sets with the same columns, one set after another. Read through, not copied. */
public final class StackedSamples implements Samples {
    private final List<Samples> parts;

    /** First row of each part, and behind them the number of all rows. */
    private final int[] starts;

    private StackedSamples(List<Samples> parts) {
        this.parts = parts;
        this.starts = new int[parts.size() + 1];
        for (int i = 0; i < parts.size(); i++) {
            starts[i + 1] = Math.addExact(starts[i], parts.get(i).samples());
        }
    }

    /**
     * All rows of the parts, in their order. Closing them closes the parts.
     *
     * @param parts at least one
     * @throws BadInputException the parts have other columns than the first; all are closed then
     */
    public static Samples of(List<Samples> parts) {
        if (parts.size() == 1) {
            return parts.getFirst();
        }
        boolean same = false;
        try {
            for (Samples part : parts) {
                requireSameColumns(parts.getFirst(), part);
            }
            same = true;
            return new StackedSamples(List.copyOf(parts));
        } finally {
            if (!same) {
                parts.forEach(Samples::close);
            }
        }
    }

    private static void requireSameColumns(Samples first, Samples part) {
        if (part.originals() != first.originals() || !Arrays.equals(part.columns(), first.columns())) {
            throw new BadInputException("data that is stacked must have the same columns: " + first.source() + " has "
                    + first.originals() + ", " + part.source() + " has " + part.originals()
                    + "; stack files that belong together");
        }
        List<String> expected = first.originalNames();
        List<String> names = part.originalNames();
        if (!names.equals(expected)) {
            int at = 0;
            while (at < Math.min(names.size(), expected.size()) && names.get(at).equals(expected.get(at))) {
                at++;
            }
            throw new BadInputException("data that is stacked must have the same columns: " + first.source() + " has "
                    + Variables.described(at, expected) + ", " + part.source() + " has "
                    + Variables.described(at, names)
                    + "; give the columns the same names in the same order");
        }
    }

    @Override
    public int samples() {
        return starts[parts.size()];
    }

    @Override
    public int variables() {
        return parts.getFirst().variables();
    }

    @Override
    public List<String> names() {
        return parts.getFirst().names();
    }

    @Override
    public int[] columns() {
        return parts.getFirst().columns();
    }

    @Override
    public int originals() {
        return parts.getFirst().originals();
    }

    @Override
    public List<String> originalNames() {
        return parts.getFirst().originalNames();
    }

    @Override
    public String source() {
        return parts.stream().map(Samples::source).collect(Collectors.joining(" + "));
    }

    @Override
    public String dataset() {
        return parts.stream().map(Samples::dataset).distinct().collect(Collectors.joining(" + "));
    }

    @Override
    public int droppedRows() {
        return parts.stream().mapToInt(Samples::droppedRows).sum();
    }

    @Override
    public List<Warning> readWarnings() {
        List<Warning> warnings = new ArrayList<>();
        for (Samples part : parts) {
            for (Warning warning : part.readWarnings()) {
                warnings.add(new Warning(warning.name(), part.source() + ": " + warning.message(), warning.data()));
            }
        }
        return List.copyOf(warnings);
    }

    /** SHA-256 of the checksums of the parts, one after another; empty where a part has none. */
    @Override
    public String checksum() {
        MessageDigest digest = Checksum.digest();
        for (Samples part : parts) {
            if (part.checksum().isEmpty()) {
                return "";
            }
            digest.update(part.checksum().getBytes(StandardCharsets.US_ASCII));
        }
        return Checksum.hex(digest);
    }

    @Override
    public void read(int row, int rows, int variable, int variables, double[] out) {
        ReadCheck.check(this, row, rows, variable, variables, out);
        int done = 0;
        for (int part = 0; done < rows; part++) {
            int from = row + done - starts[part];
            int count = Math.min(rows - done, parts.get(part).samples() - from);
            if (count > 0) {
                readPart(parts.get(part), from, count, variable, variables, out, done * variables);
                done += count;
            }
        }
    }

    private static void readPart(Samples part, int row, int rows, int variable, int variables, double[] out, int at) {
        if (at == 0) {
            part.read(row, rows, variable, variables, out);
            return;
        }
        double[] values = new double[rows * variables];
        part.read(row, rows, variable, variables, values);
        System.arraycopy(values, 0, out, at, values.length);
    }

    @Override
    public void requireUnchanged() {
        parts.forEach(Samples::requireUnchanged);
    }

    @Override
    public void close() {
        parts.forEach(Samples::close);
    }
}
