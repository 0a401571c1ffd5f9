package org.oinfo.cli;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import org.oinfo.search.ScanForecast;

/** What a scan would take. */
final class DryRun {
    private static final double MINUTE = 60;
    private static final double HOUR = 3600;
    private static final double DAY = 86_400;

    private DryRun() {}

    static void print(Input data, List<Integer> orders, Writer out) throws IOException {
        line(out, "dry run, nothing is scanned: %d variables, %s, %d threads",
                data.variables().count(), data.info().backend().description(), data.info().options().threads());
        line(out, "%5s  %26s  %12s  %10s  %14s  %s", "order", "n-plets", "blocks", "memory", "n-plets/s", "predicted time");
        double seconds = 0;
        for (int order : orders) {
            ScanForecast forecast = data.info().forecast(order);
            seconds += forecast.seconds();
            line(out, "%5d  %,26d  %,12d  %7.1f MB  %,14.0f  %s", order, forecast.nplets(), forecast.blocks(),
                    forecast.bytes() / 1e6, forecast.rate(), duration(forecast.seconds()));
        }
        line(out, "predicted time of all orders: %s", duration(seconds));
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

    private static void line(Writer out, String format, Object... values) throws IOException {
        out.write(String.format(Locale.ROOT, format, values) + '\n');
    }
}
