package org.oinfo.bench;

import java.util.concurrent.TimeUnit;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How many fused multiply-adds of doubles can one core of this machine do in a second?
 *
 * <p>Vectors of the preferred width. Twelve independent accumulators: two units with a latency of four cycles need eight,
 * and twelve with the two factors still fit sixteen registers. Every other rate is a fraction of this one.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
public class PeakBenchmark {
    static final int ACCUMULATORS = 12;
    static final int STEPS = 10_000;
    /** Each step maps a to FACTOR a + SHIFT, whose fixed point is 1: values neither overflow nor become denormal. */
    static final double FACTOR = 1 - 0x1p-20;

    static final double SHIFT = 0x1p-20;

    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;

    /** Counts floating-point operations, two for each lane of a multiply-add. */
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    @State(Scope.Thread)
    public static class Flops {
        /** Operations of this iteration. */
        public long flops;

        /** Says which vectors run. */
        @Setup
        public void print() {
            Ran.print("peak", SPECIES.length() + " lanes of 64 bits");
        }
    }

    /** Runs 12 x 10,000 vector multiply-adds; the sum of every lane of every accumulator. */
    @Benchmark
    @OperationsPerInvocation(ACCUMULATORS * STEPS)
    public double fma(Flops counter) {
        DoubleVector x = DoubleVector.broadcast(SPECIES, FACTOR);
        DoubleVector y = DoubleVector.broadcast(SPECIES, SHIFT);
        // Different starts, so that no two accumulators are the same expression.
        DoubleVector a0 = start(0);
        DoubleVector a1 = start(1);
        DoubleVector a2 = start(2);
        DoubleVector a3 = start(3);
        DoubleVector a4 = start(4);
        DoubleVector a5 = start(5);
        DoubleVector a6 = start(6);
        DoubleVector a7 = start(7);
        DoubleVector a8 = start(8);
        DoubleVector a9 = start(9);
        DoubleVector a10 = start(10);
        DoubleVector a11 = start(11);
        for (int i = 0; i < STEPS; i++) {
            a0 = a0.fma(x, y);
            a1 = a1.fma(x, y);
            a2 = a2.fma(x, y);
            a3 = a3.fma(x, y);
            a4 = a4.fma(x, y);
            a5 = a5.fma(x, y);
            a6 = a6.fma(x, y);
            a7 = a7.fma(x, y);
            a8 = a8.fma(x, y);
            a9 = a9.fma(x, y);
            a10 = a10.fma(x, y);
            a11 = a11.fma(x, y);
        }
        counter.flops += 2L * ACCUMULATORS * STEPS * SPECIES.length();
        DoubleVector sum = a0.add(a1).add(a2).add(a3).add(a4).add(a5);
        return sum.add(a6).add(a7).add(a8).add(a9).add(a10).add(a11).reduceLanes(VectorOperators.ADD);
    }

    /** What {@link #fma} returns, in closed form: a - 1 shrinks by FACTOR each step. */
    static double expected() {
        double shrink = Math.exp(STEPS * Math.log1p(-SHIFT));
        double sum = 0;
        for (int i = 0; i < ACCUMULATORS; i++) {
            sum += SPECIES.length() * (1 + (start(i).lane(0) - 1) * shrink);
        }
        return sum;
    }

    private static DoubleVector start(int accumulator) {
        return DoubleVector.broadcast(SPECIES, accumulator);
    }
}
