package org.oinfo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.Backends;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.Landscape;
import org.oinfo.kernels.LatticeKernel;
import org.oinfo.kernels.MeasuresKernel;
import org.oinfo.kernels.ScanKernel;
import org.oinfo.kernels.ScanSettings;
import org.oinfo.kernels.posterior.PosteriorKernel;
import org.oinfo.kernels.posterior.PosteriorSamples;

/** The scalar backend, which knows what of it is open, and fails when it is told to. */
public final class CountingBackend implements Backend {
    /** The message of what it throws. */
    public static final String FAILURE = "this kernel fails";

    private static final int NEVER = Integer.MAX_VALUE;

    private final Backend scalar = Backends.open("scalar");
    private final int failingOpening;
    private final int failingCall;
    private final AtomicInteger openings = new AtomicInteger();
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();

    private CountingBackend(int failingOpening, int failingCall) {
        this.failingOpening = failingOpening;
        this.failingCall = failingCall;
    }

    /** Never fails. */
    public static CountingBackend sound() {
        return new CountingBackend(NEVER, NEVER);
    }

    /** No kernel can be opened from the {@code number}-th on, counted from 1. */
    public static CountingBackend failingToOpen(int number) {
        return new CountingBackend(number, NEVER);
    }

    /** The {@code number}-th call of all kernels and those after it fail, counted from 1. */
    public static CountingBackend failingAtCall(int number) {
        return new CountingBackend(NEVER, number);
    }

    /** Kernels that were opened. */
    public int opened() {
        return openings.get();
    }

    /** Kernels that are open. */
    public int open() {
        return open.get();
    }

    private static IllegalStateException failure() {
        return new IllegalStateException(FAILURE);
    }

    /** One kernel. */
    private final class Counted {
        private final AtomicBoolean closed = new AtomicBoolean();

        Counted() {
            if (openings.incrementAndGet() >= failingOpening) {
                throw failure();
            }
            open.incrementAndGet();
        }

        void call() {
            assertThat(closed).as("a kernel is not used after its end").isFalse();
            if (calls.incrementAndGet() >= failingCall) {
                throw failure();
            }
        }

        void close() {
            assertThat(closed.getAndSet(true)).as("a kernel is closed once").isFalse();
            open.decrementAndGet();
        }
    }

    @Override
    public String name() {
        return "counting";
    }

    @Override
    public String description() {
        return "scalar, counted";
    }

    @Override
    public MeasuresKernel measures(CorrelationMatrix r) {
        Counted counted = new Counted();
        MeasuresKernel kernel = scalar.measures(r);
        return new MeasuresKernel() {
            @Override
            public void measures(int[] nplets, int count, int order, double[] out) {
                counted.call();
                kernel.measures(nplets, count, order, out);
            }

            @Override
            public void close() {
                counted.close();
            }
        };
    }

    @Override
    public PosteriorKernel posterior(PosteriorSamples samples) {
        Counted counted = new Counted();
        PosteriorKernel kernel = scalar.posterior(samples);
        return new PosteriorKernel() {
            @Override
            public double sum(
                    int[] nplets, int offset, int order, double[] classes, int count, int own, int from, int to) {
                counted.call();
                return kernel.sum(nplets, offset, order, classes, count, own, from, to);
            }

            @Override
            public void close() {
                counted.close();
            }
        };
    }

    @Override
    public ScanKernel scan(CorrelationMatrix r, ScanSettings settings) {
        Counted counted = new Counted();
        ScanKernel kernel = scalar.scan(r, settings);
        return new ScanKernel() {
            @Override
            public void scan(long from, long to, Landscape into) {
                counted.call();
                kernel.scan(from, to, into);
            }

            @Override
            public void close() {
                counted.close();
            }
        };
    }

    @Override
    public LatticeKernel lattice(CorrelationMatrix r, List<ScanSettings> settings) {
        Counted counted = new Counted();
        LatticeKernel kernel = scalar.lattice(r, settings);
        return new LatticeKernel() {
            @Override
            public void scan(long from, long to, Landscape[] into) {
                counted.call();
                kernel.scan(from, to, into);
            }

            @Override
            public void close() {
                counted.close();
            }
        };
    }
}
