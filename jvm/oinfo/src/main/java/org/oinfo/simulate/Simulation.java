package org.oinfo.simulate;

import java.io.IOException;
import java.util.List;
import org.oinfo.parallel.RandomStreams;

/**
 * Samples of a system whose measures are known. Sample t is the same however many follow it, and depends on the settings and the seed alone.
 */
public final class Simulation {
    private final SimulationSettings settings;
    private final SimulatedSystem system;

    /** A simulation with these settings. */
    public Simulation(SimulationSettings settings) {
        this.settings = settings;
        this.system = settings.structure().system(settings);
    }

    /** The groups of variables that depend on each other, with their exact measures; none where all are independent. */
    public List<PlantedGroup> groups() {
        return system.groups();
    }

    /** What takes samples. */
    @FunctionalInterface
    public interface Sink {
        /**
         * Takes a sample.
         *
         * @param row its values [N], overwritten by the next
         */
        void take(double[] row) throws IOException;
    }

    /** Draws all samples, first to last, the same ones each time. */
    public void run(Sink sink) throws IOException {
        SimulatedSystem.Draws draws = system.draws(RandomStreams.of(settings.seed(), 0));
        double[] row = new double[settings.variables()];
        for (int t = 0; t < settings.samples(); t++) {
            draws.next(row);
            sink.take(row);
        }
    }
}
