package org.oinfo.cli.process;

import java.io.PrintWriter;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.oinfo.parallel.Keeper;
import org.oinfo.parallel.Monitor;
import org.oinfo.parallel.Progress;
import org.oinfo.parallel.ProgressSteps;

/** Watches long work: a progress bar with rate and time left where it can be seen, and the user's wish to stop. */
public final class ProgressLine implements Monitor, AutoCloseable {
    private static final int WIDTH = 79;
    private static final int MILLIS = 200;

    private final Interruption interruption;
    private final ProgressSteps steps = new ProgressSteps();
    private final AtomicLong done = new AtomicLong();
    private final @Nullable ProgressBar bar;
    private final ProgressSink.Part part;
    private final Keeper keeper;

    /**
     * A bar that stays away where nobody would see it.
     *
     * @param total what the units of all orders and runs add up to in the end
     */
    public ProgressLine(Streams streams, boolean quiet, String name, long total) {
        this(streams, quiet, name, total, Keeper.NONE);
    }

    /** The same, of work that keeps what is finished. */
    ProgressLine(Streams streams, boolean quiet, String name, long total, Keeper keeper) {
        this.keeper = keeper;
        this.interruption = streams.interruption();
        this.bar = quiet || !streams.terminal() ? null : bar(streams.err(), name, total);
        this.part = streams.progress().begin(name, total);
    }

    private static ProgressBar bar(PrintWriter err, String name, long total) {
        boolean millions = total >= 10_000_000;
        return new ProgressBarBuilder()
                .setTaskName(name)
                .setInitialMax(total)
                .setUnit(millions ? " M" : "", millions ? 1_000_000 : 1)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(MILLIS)
                .showSpeed(new DecimalFormat(
                        millions ? "#,##0.0" : "#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT)))
                .setConsumer(new Line(err))
                .clearDisplayOnFinish()
                .build();
    }

    @Override
    public boolean goOn(Progress progress) {
        long step = steps.since(progress);
        if (bar != null) {
            bar.stepBy(step);
        }
        part.reached(done.addAndGet(step), progress);
        return !interruption.requested();
    }

    @Override
    public Keeper keeper() {
        return keeper;
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }

    /** One line that is written over and over, and wiped at the end. */
    private static final class Line implements ProgressBarConsumer {
        private final PrintWriter err;

        Line(PrintWriter err) {
            this.err = err;
        }

        @Override
        public int getMaxRenderedLength() {
            return WIDTH;
        }

        @Override
        public void accept(String text) {
            err.print('\r' + text);
            err.flush();
        }

        @Override
        public void clear() {
            err.print('\r' + " ".repeat(WIDTH) + '\r');
            err.flush();
        }

        @Override
        public void close() {
            err.flush();
        }
    }
}
