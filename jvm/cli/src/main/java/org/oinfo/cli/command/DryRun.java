package org.oinfo.cli.command;

import java.util.Formatter;
import java.util.List;
import java.util.Locale;
import org.oinfo.OInformation;
import org.oinfo.cli.analysis.WorkForecast;
import org.oinfo.cli.input.DataShape;
import org.oinfo.cli.input.LoadedData;
import org.oinfo.scan.BlockGrid;
import org.oinfo.scan.ScanForecast;

/** Tells what a scan would take. */
final class DryRun {
    private static final double MINUTE = 60;
    private static final double HOUR = 3600;
    private static final double DAY = 86_400;

    private DryRun() {}

    static String text(LoadedData data, List<Integer> orders) {
        StringBuilder text = new StringBuilder();
        Formatter lines = new Formatter(text, Locale.ROOT);
        lines.format(
                "dry run, nothing is scanned: %d variables, %s, threads: %d\n",
                data.info().variables().count(),
                data.info().device(),
                data.info().options().threads());
        lines.format(
                "%5s  %26s  %12s  %10s  %14s  %s\n",
                "order", "n-plets", "blocks", "memory", "n-plets/s", "predicted time");
        double seconds = 0;
        for (ScanForecast forecast : data.info().scans().forecast(orders)) {
            seconds += forecast.seconds();
            lines.format(
                    "%5d  %,26d  %,12d  %7.1f MB  %,14.0f  %s\n",
                    forecast.order(),
                    forecast.nplets(),
                    forecast.blocks(),
                    forecast.bytes() / 1e6,
                    forecast.rate(),
                    duration(forecast.seconds()));
        }
        lines.format(
                "predicted time of all orders%s: %s\n",
                data.info().scans().oneWalk(orders) ? ", in one walk" : "", duration(seconds));
        return text.toString();
    }

    /**
     * As {@link #text(LoadedData, List)} for so many columns that their correlations take room of their own: the rate is measured on
     * the first ones.
     */
    static String text(OInformation first, DataShape whole, List<Integer> orders) {
        int measured = first.variables().count();
        StringBuilder text = new StringBuilder();
        Formatter lines = new Formatter(text, Locale.ROOT);
        lines.format(
                "dry run, nothing is scanned: %d variables, rates measured on %d of them, %s, threads: %d\n",
                whole.variables(), measured, first.device(), first.options().threads());
        lines.format("%5s  %26s  %14s  %s\n", "order", "n-plets", "n-plets/s", "predicted time");
        double seconds = 0;
        long bytes = whole.correlationBytes();
        for (int order : orders) {
            ScanForecast forecast = first.scans().forecast(Math.min(order, measured));
            long nplets = BlockGrid.total(whole.variables(), order);
            seconds += nplets / forecast.rate();
            bytes = Math.max(bytes, whole.correlationBytes() + forecast.bytes());
            lines.format(
                    "%5d  %,26d  %,14.0f  %s\n", order, nplets, forecast.rate(), duration(nplets / forecast.rate()));
        }
        lines.format("predicted time of all orders: %s\n", duration(seconds));
        WorkForecast.memory(bytes, lines);
        return text.toString();
    }

    static String duration(double seconds) {
        if (seconds < MINUTE) {
            return String.format(Locale.ROOT, "%.2f s", seconds);
        }
        if (seconds < HOUR) {
            return String.format(Locale.ROOT, "%.1f min", seconds / MINUTE);
        }
        if (seconds < DAY) {
            return String.format(Locale.ROOT, "%.1f h", seconds / HOUR);
        }
        return String.format(Locale.ROOT, "%,.1f days", seconds / DAY);
    }
}
