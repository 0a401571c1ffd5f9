package org.oinfo.data.damaged;

import static org.oinfo.data.damaged.Contract.require;

import java.util.List;
import java.util.SplittableRandom;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Excerpt;
import org.oinfo.data.Warning;
import org.oinfo.data.array.ArrayEntry;
import org.oinfo.data.array.NumericArray;
import org.oinfo.data.damaged.Reading.Found;
import org.oinfo.data.files.OpenArrays;

/** Arrays of any shape that were opened in a damaged file: each is as it was described, or refused when it is read. */
record FoundArrays(OpenArrays arrays) implements Found {
    private static final int PART = 1000;

    @Override
    public void check(long bytes, SplittableRandom random) {
        for (Warning warning : arrays.warnings()) {
            require(
                    Excerpt.oneLine(warning.message()).equals(warning.message()),
                    "one line of text",
                    warning.message());
        }
        for (ArrayEntry entry : arrays.entries()) {
            if (entry.numeric()) {
                check(entry, bytes, random);
            }
        }
    }

    private void check(ArrayEntry entry, long bytes, SplittableRandom random) {
        NumericArray array;
        try {
            array = arrays.read(entry);
        } catch (BadInputException e) {
            Contract.requireOneLine(e);
            return;
        }
        require(array.shape().equals(entry.shape()), "of the shape " + entry.shape(), array.shape());
        List<Long> shape = array.shape();
        require(shape.stream().allMatch(length -> length >= 0), "lengths of 0 or more", shape);
        long elements = NumericArray.elements(shape);
        require(elements <= FoundSamples.MOST_VALUES_A_BYTE * bytes, "no more values than the file can hold", elements);
        if (elements > 0) {
            int part = (int) Math.min(PART, elements);
            double[] values = new double[part];
            array.decode(0, values, 0, part);
            array.decode(elements - part, values, 0, part);
            array.decode(random.nextLong(elements), values, 0, 1);
        }
    }

    @Override
    public void close() {
        arrays.close();
    }
}
