package org.oinfo.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.oinfo.data.damaged.Mutation;

/** What was kept of fuzzing is read again, and for what no other test damages, some mutants of what it begins with. */
class KeptInputsTest {
    private static final long SEED = Long.getLong("oinfo.damage.seed", 20264);
    /** Of each target; formats of data have 20,000 of their own. */
    private static final int MUTANTS = 60;

    static Set<String> targets() {
        return Targets.names();
    }

    @ParameterizedTest
    @MethodSource("targets")
    @Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void isReadOrRefused(String name) throws IOException {
        Target target = Targets.of(name);
        List<byte[]> seeds = target.seeds();
        assertThat(seeds).isNotEmpty();
        long understood = 0;
        for (byte[] seed : seeds) {
            understood += isRead(name, "a seed", target, seed) ? 1 : 0;
        }
        assertThat(understood).as("sound inputs").isEqualTo(seeds.size());
        for (Map<String, byte[]> inputs : List.of(Corpus.kept(name), Corpus.found(name))) {
            for (Map.Entry<String, byte[]> input : inputs.entrySet()) {
                isRead(name, input.getKey(), target, input.getValue());
            }
        }
        if (!(target instanceof FormatTarget)) {
            mutants(name, target, seeds);
        }
    }

    private static void mutants(String name, Target target, List<byte[]> seeds) throws IOException {
        SplittableRandom random = new SplittableRandom(SEED);
        Mutation mutation = new Mutation(random);
        for (int i = 0; i < MUTANTS; i++) {
            byte[] seed = seeds.get(random.nextInt(seeds.size()));
            byte[] other = seeds.get(random.nextInt(seeds.size()));
            isRead(name, "seed " + SEED + ", mutant " + i, target, mutation.of(seed, other));
        }
    }

    private static boolean isRead(String name, String which, Target target, byte[] input) throws IOException {
        try {
            return target.readSurely(input);
        } catch (IOException | RuntimeException | AssertionError e) {
            throw new AssertionError(name + ", " + which + ": " + HexFormat.of().formatHex(input), e);
        }
    }
}
