package org.oinfo.bench;

import java.util.concurrent.TimeUnit;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.CompilerControl;
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
 * How many fused multiply-adds can one core of this machine do in a second, in double and in single precision?
 *
 * <p>Vectors of the preferred width. Twelve independent accumulators: two units with a latency of four cycles need eight,
 * and twelve with the two factors fit sixteen registers. Measured on a Zen 3 core: 4 accumulators half the rate; 6, 0.74 of
 * it; 8, 0.95; 10, 12 and 14 within 2 % of each other; 16 spill and lose a tenth.
 *
 * <p>Each accumulator is the <em>addend</em>: {@code a = x y + a} is one instruction that overwrites a. The other way
 * round, {@code a = a x + y}, the compiler copies y before every multiply-add and spills the accumulators: 0.65 to 0.95 of
 * the rate, another one in each run. Inlined into JMH's loop either form ran at 0.45 of it: hence compiled by itself. A C program
 * with the same instructions in inline assembly reached 6.3 G vectors a second where this reached 6.2. {@code bench/code-check}
 * asserts that the loop holds nothing but these instructions. Every other rate is a fraction of this one.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
public class PeakBenchmark {
    static final int ACCUMULATORS = 12;
    static final int STEPS = 10_000;
    /** Each step adds 2^-20, which is exact in both precisions as long as values stay below 16. */
    static final float FACTOR = 0x1p-10f;

    private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Float> SINGLES = FloatVector.SPECIES_PREFERRED;

    /** Counts floating-point operations, two for each lane of a multiply-add. */
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    @State(Scope.Thread)
    public static class Flops {
        /** Operations of this iteration. */
        public long flops;

        /** Says which vectors run. */
        @Setup
        public void print() {
            Ran.print("peak", DOUBLES.length() + " lanes of 64 bits, " + SINGLES.length() + " lanes of 32 bits");
        }
    }

    /** Runs 12 x 10,000 multiply-adds of vectors of doubles; the sum of every lane of every accumulator. */
    @Benchmark
    @OperationsPerInvocation(ACCUMULATORS * STEPS)
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public double doubles(Flops counter) {
        DoubleVector x = DoubleVector.broadcast(DOUBLES, FACTOR);
        DoubleVector y = DoubleVector.broadcast(DOUBLES, FACTOR);
        // Different starts, so that no two accumulators are the same expression.
        DoubleVector a0 = DoubleVector.broadcast(DOUBLES, 0);
        DoubleVector a1 = DoubleVector.broadcast(DOUBLES, 1);
        DoubleVector a2 = DoubleVector.broadcast(DOUBLES, 2);
        DoubleVector a3 = DoubleVector.broadcast(DOUBLES, 3);
        DoubleVector a4 = DoubleVector.broadcast(DOUBLES, 4);
        DoubleVector a5 = DoubleVector.broadcast(DOUBLES, 5);
        DoubleVector a6 = DoubleVector.broadcast(DOUBLES, 6);
        DoubleVector a7 = DoubleVector.broadcast(DOUBLES, 7);
        DoubleVector a8 = DoubleVector.broadcast(DOUBLES, 8);
        DoubleVector a9 = DoubleVector.broadcast(DOUBLES, 9);
        DoubleVector a10 = DoubleVector.broadcast(DOUBLES, 10);
        DoubleVector a11 = DoubleVector.broadcast(DOUBLES, 11);
        for (int i = 0; i < STEPS; i++) {
            a0 = x.fma(y, a0);
            a1 = x.fma(y, a1);
            a2 = x.fma(y, a2);
            a3 = x.fma(y, a3);
            a4 = x.fma(y, a4);
            a5 = x.fma(y, a5);
            a6 = x.fma(y, a6);
            a7 = x.fma(y, a7);
            a8 = x.fma(y, a8);
            a9 = x.fma(y, a9);
            a10 = x.fma(y, a10);
            a11 = x.fma(y, a11);
        }
        counter.flops += 2L * ACCUMULATORS * STEPS * DOUBLES.length();
        DoubleVector sum = a0.add(a1).add(a2).add(a3).add(a4).add(a5);
        return sum.add(a6).add(a7).add(a8).add(a9).add(a10).add(a11).reduceLanes(VectorOperators.ADD);
    }

    /** The same in single precision. */
    @Benchmark
    @OperationsPerInvocation(ACCUMULATORS * STEPS)
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public double singles(Flops counter) {
        FloatVector x = FloatVector.broadcast(SINGLES, FACTOR);
        FloatVector y = FloatVector.broadcast(SINGLES, FACTOR);
        // Different starts, so that no two accumulators are the same expression.
        FloatVector a0 = FloatVector.broadcast(SINGLES, 0);
        FloatVector a1 = FloatVector.broadcast(SINGLES, 1);
        FloatVector a2 = FloatVector.broadcast(SINGLES, 2);
        FloatVector a3 = FloatVector.broadcast(SINGLES, 3);
        FloatVector a4 = FloatVector.broadcast(SINGLES, 4);
        FloatVector a5 = FloatVector.broadcast(SINGLES, 5);
        FloatVector a6 = FloatVector.broadcast(SINGLES, 6);
        FloatVector a7 = FloatVector.broadcast(SINGLES, 7);
        FloatVector a8 = FloatVector.broadcast(SINGLES, 8);
        FloatVector a9 = FloatVector.broadcast(SINGLES, 9);
        FloatVector a10 = FloatVector.broadcast(SINGLES, 10);
        FloatVector a11 = FloatVector.broadcast(SINGLES, 11);
        for (int i = 0; i < STEPS; i++) {
            a0 = x.fma(y, a0);
            a1 = x.fma(y, a1);
            a2 = x.fma(y, a2);
            a3 = x.fma(y, a3);
            a4 = x.fma(y, a4);
            a5 = x.fma(y, a5);
            a6 = x.fma(y, a6);
            a7 = x.fma(y, a7);
            a8 = x.fma(y, a8);
            a9 = x.fma(y, a9);
            a10 = x.fma(y, a10);
            a11 = x.fma(y, a11);
        }
        counter.flops += 2L * ACCUMULATORS * STEPS * SINGLES.length();
        FloatVector sum = a0.add(a1).add(a2).add(a3).add(a4).add(a5);
        return sum.add(a6).add(a7).add(a8).add(a9).add(a10).add(a11).reduceLanes(VectorOperators.ADD);
    }

    /** The value that both return with vectors of {@code lanes}, in closed form; single precision rounds the last sum only. */
    static double expected(int lanes) {
        double sum = 0;
        for (int start = 0; start < ACCUMULATORS; start++) {
            sum += start + STEPS * (double) FACTOR * FACTOR;
        }
        return lanes * sum;
    }
}
