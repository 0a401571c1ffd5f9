package org.oinfo.cuda.check;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.Combinations;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.Ends;
import org.oinfo.kernels.ForcedScan;
import org.oinfo.kernels.Level;
import org.oinfo.kernels.ScanSettings;
import org.oinfo.kernels.Screen;
import org.oinfo.kernels.Systems;

/** Step "correctness": a device against the kernels of the CPU, and its measures against the canonical routine. */
final class Correctness {
    static final String STEP = "correctness";

    private static final int TOP = 50;
    private static final double MEASURES_TOLERANCE = 1e-12;
    /** Orders whose kernels sum determinants. */
    private static final int SMALLEST_SUMMED = 3;

    private static final int LARGEST_SUMMED = 8;
    /** Of 52: changes a correlation by a millionth of itself. */
    private static final int FLIPPED_BIT = 32;

    private final Backend tested;
    private final Backend trusted;
    private final Records records;
    private final boolean small;
    private boolean right = true;

    Correctness(Backend tested, Backend trusted, Records records, boolean small) {
        this.tested = tested;
        this.trusted = trusted;
        this.records = records;
        this.small = small;
    }

    /** Runs every case; false when one failed. */
    boolean run() {
        measures();
        if (small) {
            wholeOrders(Systems.all(8), 3, 4);
            plantedFault(Systems.samples(12, 36, 5), 4);
            return right;
        }
        for (int order = SMALLEST_SUMMED; order <= LARGEST_SUMMED; order++) {
            plantedFault(Systems.samples(18, 54, 5), order);
        }
        wholeOrders(Systems.all(70), 2, 4);
        wholeOrders(Systems.all(40), 5, 5);
        wholeOrders(Systems.all(18), 3, 8);
        wholeOrders(Systems.all(14), 9, 13);
        wholeOrders(Systems.regular(34), 32, 32);
        ranges(CheckMatrices.factors(1000, 1), 3, 200_000_000L);
        ranges(CheckMatrices.factors(1000, 1), 4, 100_000_000L);
        ranges(CheckMatrices.factors(4000, 2), 4, 50_000_000L);
        return right;
    }

    private void wholeOrders(Stream<Systems.Named> systems, int smallest, int largest) {
        List<Level> levels = small ? List.of(Level.EXTREMES, Level.FULL) : List.of(Level.values());
        systems.forEach(system -> {
            int n = system.r().variables();
            for (int order = smallest; order <= largest; order++) {
                long total = new Combinations(n, order).total();
                for (Level level : levels) {
                    compare(system.name(), system.r(), new ScanSettings(order, level, TOP), 0, total);
                    if (level.counts() && order >= SMALLEST_SUMMED && order <= LARGEST_SUMMED) {
                        ScanSettings summed = new ScanSettings(order, level, TOP).withDeterminants(true);
                        compare(system.name() + " summed", system.r(), summed, 0, total);
                    }
                }
                ScanSettings single = new ScanSettings(order, Level.EXTREMES, TOP, 0, Ends.BOTH, Screen.SINGLE);
                compare(system.name() + " single", system.r(), single, 0, total);
            }
        });
    }

    /** A range from the middle with ragged ends: too many n-plets in all for a CPU. */
    private void ranges(CorrelationMatrix r, int order, long most) {
        long total = new Combinations(r.variables(), order).total();
        long from = total / 3 + 1;
        for (Level level : Level.values()) {
            long to = Math.min(total, from + (level == Level.EXTREMES ? most : most / 4));
            compare("factors", r, new ScanSettings(order, level, TOP).withDeterminants(level.counts()), from, to);
        }
    }

    /**
     * A bit of one correlation in the device's copy: the verified scan of the right ones must differ in nothing, and that of the wrong ones
     * in its sum of determinants.
     */
    private void plantedFault(CorrelationMatrix r, int order) {
        int n = r.variables();
        double[] copy = r.array().clone();
        int at = 3 * n + n - 1;
        copy[at] = Double.longBitsToDouble(Double.doubleToLongBits(copy[at]) ^ 1L << FLIPPED_BIT);
        copy[(n - 1) * n + 3] = copy[at];
        Backend faulty =
                new ForcedScan(tested, (right, settings) -> tested.scan(CorrelationMatrix.wrap(n, copy), settings));
        ScanSettings settings = new ScanSettings(order, Level.PLAIN, TOP).withDeterminants(true);
        long total = new Combinations(n, order).total();
        compare("verified", r, settings, 0, total);
        boolean seen = ScanAgreement.differences(faulty, trusted, r, settings, 0, total).stream()
                .anyMatch(difference -> difference.startsWith(ScanAgreement.DETERMINANTS));
        record(
                "planted fault N=" + n + " k=" + order,
                total,
                seen,
                seen ? "" : "a flipped bit of a correlation is not seen in the sum of determinants");
    }

    private void compare(String name, CorrelationMatrix r, ScanSettings settings, long from, long to) {
        List<String> differences = ScanAgreement.differences(tested, trusted, r, settings, from, to);
        record(
                "scan " + name + " N=" + r.variables() + " k=" + settings.order() + " " + settings.level(),
                to - from,
                differences.isEmpty(),
                String.join("; ", differences.subList(0, Math.min(5, differences.size()))));
    }

    private void measures() {
        int n = small ? 40 : 160;
        int count = small ? 4 : 64;
        CorrelationMatrix regular = CheckMatrices.factors(n, 3);
        int[] orders = small
                ? new int[] {2, 3, 12, 13, 33}
                : IntStream.rangeClosed(2, 130).toArray();
        for (int order : orders) {
            int[] nplets = CheckMatrices.nplets(n, order, count, order);
            double error = ScanAgreement.measuresError(tested, regular, nplets, count, order);
            record("measures factors N=" + n + " k=" + order, count, error <= MEASURES_TOLERANCE, "error " + error);
        }
        CorrelationMatrix singular = Systems.duplicated(20, 3);
        for (int order : small ? new int[] {3} : new int[] {3, 8, 14, 20}) {
            int[] nplets = CheckMatrices.nplets(20, order, count, order);
            double error = ScanAgreement.measuresError(tested, singular, nplets, count, order);
            record("measures duplicated N=20 k=" + order, count, Double.isFinite(error), "error " + error);
        }
    }

    private void record(String what, long nplets, boolean agrees, String detail) {
        right &= agrees;
        records.add(STEP, "case", what, "nplets", nplets, "ok", agrees, "detail", detail);
    }
}
