package org.oinfo.targets.nearest;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.neighbours.NeighbourKernel;
import org.oinfo.kernels.neighbours.NeighbourSamples;
import org.oinfo.knn.DigammaTable;
import org.oinfo.targets.subsets.SubsetInformation;

/** I(X_A;Y) of subsets A of the sources; the target is the last variable of the samples. Belongs to one thread at a time. */
final class NearestInformation implements SubsetInformation {
    private final NeighbourSamples samples;
    private final DigammaTable psi;
    private final Backend backend;
    private final double ceiling;
    private final long[] sums = new long[NeighbourKernel.SUMS];
    /** By the number of sources: a kernel makes itself ready for an order, and keeps the layout of the subset before. */
    private @Nullable NeighbourKernel[] kernels = new @Nullable NeighbourKernel[0];

    private int[] members = new int[0];

    NearestInformation(NeighbourSamples samples, DigammaTable psi, Backend backend, double ceiling) {
        this.samples = samples;
        this.psi = psi;
        this.backend = backend;
        this.ceiling = ceiling;
    }

    @Override
    public double of(int[] subset, int size) {
        if (members.length <= size) {
            members = new int[size + 1];
        }
        System.arraycopy(subset, 0, members, 0, size);
        members[size] = samples.variables() - 1;
        kernel(size).sums(members, 0, size + 1, sums);
        long sum = psi.ofSamples()
                + sums[NeighbourKernel.JOINT]
                - sums[NeighbourKernel.LAST_OTHERS]
                - sums[NeighbourKernel.LAST_ALONE];
        return Math.min(psi.nats(sum), ceiling);
    }

    private NeighbourKernel kernel(int size) {
        if (kernels.length <= size) {
            kernels = Arrays.copyOf(kernels, size + 1);
        }
        NeighbourKernel known = kernels[size];
        if (known == null) {
            known = backend.neighbours(samples);
            kernels[size] = known;
        }
        return known;
    }

    @Override
    public void close() {
        for (NeighbourKernel kernel : kernels) {
            if (kernel != null) {
                kernel.close();
            }
        }
    }
}
