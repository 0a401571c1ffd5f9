package org.oinfo;

import java.nio.file.Path;
import java.util.List;
import org.oinfo.data.BadInputException;
import org.oinfo.data.RowWindow;
import org.oinfo.data.Samples;
import org.oinfo.journal.WorkJournal;

/**
 * Windows of a series: stretches of W successive samples, each S after the one before, each data of its own. What is computed of a
 * window has the bits of the same rows alone.
 *
 * <pre>{@code
 * Windows windows = Windows.of(samples, 200, 50);
 * for (int i = 0; i < windows.count(); i++) {
 *     try (OInformation info = windows.open(i, options)) {
 *         System.out.println(windows.first(i) + " " + info.scan(3).landscape().mean());
 *     }
 * }
 * }</pre>
 *
 * <p>Windows that overlap share samples, and the samples of a series depend on each other: differences between windows need a test that
 * knows that. Thread-safe.
 */
public final class Windows {
    private static final int SHORTEST = 3;

    private final Samples samples;
    private final int length;
    private final int step;

    private Windows(Samples samples, int length, int step) {
        this.samples = samples;
        this.length = length;
        this.step = step;
    }

    /**
     * Windows of some samples, which must stay open while they are used.
     *
     * @param length number of samples W of each, 3 to T
     * @param step from the first sample of a window to that of the next S, at least 1
     * @throws BadInputException a window is too short or too long, or the step is below 1
     */
    public static Windows of(Samples samples, int length, int step) {
        if (length < SHORTEST || length > samples.samples()) {
            throw new BadInputException("a window must have " + SHORTEST + " to T samples: W=" + length + ", T="
                    + samples.samples() + "; choose another length");
        }
        if (step < 1) {
            throw new BadInputException("windows must begin at least 1 sample apart: S=" + step);
        }
        return new Windows(samples, length, step);
    }

    /** Number of windows, 1 + (T - W) / S rounded down. */
    public int count() {
        return 1 + (samples.samples() - length) / step;
    }

    /** Number of samples W of each. */
    public int length() {
        return length;
    }

    /** The first sample of a window, from 0. */
    public int first(int window) {
        return window * step;
    }

    /** The last sample of a window, from 0. */
    public int last(int window) {
        return first(window) + length - 1;
    }

    /** Number of samples behind the last window. */
    public int behind() {
        return samples.samples() - 1 - last(count() - 1);
    }

    /**
     * A journal of analyses of windows, as {@link OInformation#resumable} has it: of all windows, one after the other.
     *
     * @param journal the file; it is made where there is none
     */
    public ResumableRun resumable(Path journal, OInformationOptions options) {
        List<String> lines = RunIdentity.ofOptions(options);
        lines.add("windows: " + count() + " of " + length + ", step " + step);
        lines.add(RunIdentity.ofSamples(samples));
        return new ResumableRun(WorkJournal.open(journal, lines));
    }

    /** The samples of a window; closing them does nothing. */
    public Samples samples(int window) {
        return RowWindow.of(samples, first(window), length);
    }

    /**
     * The window as data of its own: columns that are constant in it are left out.
     *
     * @throws BadInputException fewer than two columns vary in it
     */
    public OInformation open(int window, OInformationOptions options) {
        return OInformation.ofSamples(samples(window), options);
    }
}
