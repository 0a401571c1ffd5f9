import com.sun.management.OperatingSystemMXBean;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;
import org.oinfo.cli.Oinfo;
import org.oinfo.cli.process.Interruption;
import org.oinfo.cli.process.Streams;

/**
 * The command line's work in one JVM that is warm: {@code java -cp oinfo.jar Warm.java RUNS COMMAND...}. Prints the median of the wall
 * times and the mean CPU time of a run, in seconds.
 */
final class Warm {
    private static final double WARM_UP = 3;

    private Warm() {}

    /** Runs the command until it has had its warm-up, then as often as asked. */
    public static void main(String[] args) {
        int runs = Integer.parseInt(args[0]);
        String[] command = Arrays.copyOfRange(args, 1, args.length);
        double spent = 0;
        do {
            spent += run(command);
        } while (spent < WARM_UP);
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        double[] wall = new double[runs];
        long cpu = system.getProcessCpuTime();
        for (int i = 0; i < runs; i++) {
            wall[i] = run(command);
        }
        cpu = system.getProcessCpuTime() - cpu;
        Arrays.sort(wall);
        double median = (wall[(runs - 1) / 2] + wall[runs / 2]) / 2;
        System.out.printf(Locale.ROOT, "{\"wall\": %.9f, \"cpu\": %.9f, \"runs\": %d}%n", median, cpu / 1e9 / runs, runs);
    }

    private static double run(String[] command) {
        var nowhere = new Streams(
                InputStream.nullInputStream(),
                OutputStream.nullOutputStream(),
                new PrintWriter(Writer.nullWriter()),
                false,
                new Interruption());
        long start = System.nanoTime();
        int code = Oinfo.run(command, nowhere);
        double seconds = (System.nanoTime() - start) / 1e9;
        if (code != 0) {
            throw new IllegalStateException(
                    "the command must end well: " + String.join(" ", command) + " ended with " + code);
        }
        return seconds;
    }
}
