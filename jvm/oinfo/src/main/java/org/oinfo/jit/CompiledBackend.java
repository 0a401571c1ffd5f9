package org.oinfo.jit;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.GrowthKernel;
import org.oinfo.kernels.Landscape;
import org.oinfo.kernels.LatticeBlocks;
import org.oinfo.kernels.LatticeKernel;
import org.oinfo.kernels.MeasuresKernel;
import org.oinfo.kernels.ScanKernel;
import org.oinfo.kernels.ScanSettings;

/**
 * A backend whose loops are watched while they work ({@link BoxedLoops}). Where the JVM has compiled some of them badly, which it never
 * mends, the classes are loaded anew and every kernel goes on with the new ones from its next call on: results have the same bits.
 */
public final class CompiledBackend implements Backend {
    /** Batches of fewer n-plets take microseconds, not much more than looking at them would. */
    private static final int SMALL = 512;

    private final Generations generations;
    private final Meter meter;

    CompiledBackend(Generations generations, Meter meter) {
        this.generations = generations;
        this.meter = meter;
    }

    /** The backend, watched where it depends on the JVM's compiler and can be watched here. */
    public static Backend of(Backend backend) {
        Optional<Meter> meter = backend.dependsOnCompiler() ? Meter.ofThisJvm() : Optional.empty();
        Class<? extends Backend> type = backend.getClass();
        return meter.<Backend>map(m -> new CompiledBackend(new Generations(backend, () -> FreshClasses.load(type)), m))
                .orElse(backend);
    }

    @Override
    public String name() {
        return generations.current().backend().name();
    }

    /** Tells what happened, too. */
    @Override
    public String description() {
        return generations.current().backend().description() + generations.told();
    }

    @Override
    public int vectorBits() {
        return generations.current().backend().vectorBits();
    }

    @Override
    public boolean dependsOnCompiler() {
        return true;
    }

    private <K> Renewed<K> renewed(Function<Backend, K> maker, Consumer<K> closer) {
        return new Renewed<>(generations, meter, maker, closer);
    }

    @Override
    public MeasuresKernel measures(CorrelationMatrix r) {
        Renewed<MeasuresKernel> kernel = renewed(backend -> backend.measures(r), MeasuresKernel::close);
        return new MeasuresKernel() {
            @Override
            public void measures(int[] nplets, int count, int order, double[] out) {
                if (count < SMALL) {
                    kernel.get().measures(nplets, count, order, out);
                } else {
                    kernel.begin().measures(nplets, count, order, out);
                    kernel.end(count);
                }
            }

            @Override
            public void close() {
                kernel.close();
            }
        };
    }

    @Override
    public ScanKernel scan(CorrelationMatrix r, ScanSettings settings) {
        Renewed<ScanKernel> kernel = renewed(backend -> backend.scan(r, settings), ScanKernel::close);
        return new ScanKernel() {
            @Override
            public void scan(long from, long to, Landscape into) {
                kernel.begin().scan(from, to, into);
                kernel.end(to - from);
            }

            @Override
            public void close() {
                kernel.close();
            }
        };
    }

    @Override
    public LatticeKernel lattice(CorrelationMatrix r, List<ScanSettings> settings) {
        Renewed<LatticeKernel> kernel = renewed(backend -> backend.lattice(r, settings), LatticeKernel::close);
        long subsets = new LatticeBlocks(r.variables()).subsets();
        return new LatticeKernel() {
            @Override
            public void scan(long from, long to, Landscape[] into) {
                kernel.begin().scan(from, to, into);
                kernel.end((to - from) * subsets);
            }

            @Override
            public void close() {
                kernel.close();
            }
        };
    }

    @Override
    public GrowthKernel growth(CorrelationMatrix r, boolean redundant, int largest) {
        Renewed<GrowthKernel> kernel = renewed(backend -> backend.growth(r, redundant, largest), GrowthKernel::close);
        return new GrowthKernel() {
            @Override
            public int grow(int[] path, int order) {
                int reached = kernel.begin().grow(path, order);
                kernel.end((long) r.variables() * Math.max(1, reached - 2));
                return reached;
            }

            @Override
            public double omega(int order) {
                return kernel.get().omega(order);
            }

            @Override
            public void close() {
                kernel.close();
            }
        };
    }

    @Override
    public long leastScan(int variables, ScanSettings settings) {
        return generations.current().backend().leastScan(variables, settings);
    }

    @Override
    public int scanWorkers(ScanSettings settings, int threads) {
        return generations.current().backend().scanWorkers(settings, threads);
    }
}
