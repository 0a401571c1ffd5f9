package org.oinfo.scan.verify;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.oinfo.kernels.Canonical;
import org.oinfo.kernels.Combinations;
import org.oinfo.kernels.Landscape;
import org.oinfo.kernels.Level;
import org.oinfo.kernels.Ranking;
import org.oinfo.kernels.ScanKernel;
import org.oinfo.kernels.ScanSettings;
import org.oinfo.kernels.Screen;
import org.oinfo.scan.BlockLedger;
import org.oinfo.scan.GaussianScorer;

/**
 * Redoes some blocks of a scan at level extremes, one in {@link #SHARE} and at least one: at level plain, in double precision, with the
 * sum of determinants, which is compared with that of plain elimination; and compares which n-plets of these blocks are in the rankings.
 * Which blocks depends on the number of n-plets alone.
 */
final class SampledCheck {
    /** One block of so many is redone: it costs some ten times what it cost first. */
    static final long SHARE = 1024;

    private static final long DRAWS = 64;

    private final GaussianScorer scores;
    private final BlockLedger ledger;
    private final Landscape found;
    private final int order;
    private final Canonical canonical;
    private final Combinations combinations;

    SampledCheck(GaussianScorer scores, BlockLedger ledger, Landscape found) {
        this.scores = scores;
        this.ledger = ledger;
        this.found = found;
        order = found.settings().order();
        canonical = new Canonical(scores.matrix());
        combinations = new Combinations(scores.variables(), order);
    }

    Verification verify() {
        List<BlockLedger.Ranks> blocks = sample();
        PlainDeterminants plain = new PlainDeterminants(scores.matrix(), order);
        ScanSettings asked = found.settings();
        ScanSettings again =
                new ScanSettings(order, Level.PLAIN, asked.top(), asked.bias(), asked.ends(), Screen.DOUBLE, true);
        double expected = 0;
        double sum = 0;
        double bound = 0;
        try (ScanKernel kernel = scores.backend().onProcessors().scan(scores.matrix(), again)) {
            for (BlockLedger.Ranks block : blocks) {
                Landscape redone = Landscape.empty(scores.variables(), again);
                kernel.scan(block.from(), block.to(), redone);
                double must = plain.sum(block.from(), block.to());
                double own = Verifier.rangeBound(scores.variables(), order, block.count(), must);
                if (redone.total() != block.count() || !(Math.abs(redone.determinants() - must) <= own)) {
                    throw wrong(
                            block,
                            String.format(
                                    Locale.ROOT,
                                    "done again, their determinants must add up to %.9g and add up to %.9g: bound %.1e",
                                    must,
                                    redone.determinants(),
                                    own));
                }
                compare(block, redone.mostSynergistic(), found.mostSynergistic(), 1);
                compare(block, redone.mostRedundant(), found.mostRedundant(), -1);
                expected += must;
                sum += redone.determinants();
                bound += own;
            }
        }
        return new Verification(
                Verification.Outcome.SAMPLED, expected, sum, bound, Double.NaN, blocks.size(), ledger.blocks());
    }

    /** Blocks that are not empty, each once, by rank. */
    private List<BlockLedger.Ranks> sample() {
        long wanted = Math.max(1, ledger.blocks() / SHARE);
        return new SplittableRandom(ledger.total())
                // Most blocks of a grid hold n-plets; the draws end where nearly none does.
                .longs(DRAWS * wanted, 0, ledger.blocks())
                .filter(block -> ledger.start(block) < ledger.start(block + 1))
                .distinct()
                .limit(wanted)
                .sorted()
                .mapToObj(block -> new BlockLedger.Ranks(ledger.start(block), ledger.start(block + 1)))
                .toList();
    }

    /** What of a block is ranked must be what the scan ranks of it, as far as its rankings reach. */
    private void compare(BlockLedger.Ranks block, Ranking redone, Ranking ranked, int sign) {
        long[] inBlock = Arrays.stream(ranked.sortedRanks())
                .filter(rank -> rank >= block.from() && rank < block.to())
                .toArray();
        long[] winners =
                Arrays.stream(redone.sortedRanks()).limit(inBlock.length).toArray();
        long next = redone.size() > inBlock.length ? redone.sortedRanks()[inBlock.length] : -1;
        if (!Arrays.equals(inBlock, winners) || (next >= 0 && enters(next, ranked, sign))) {
            throw wrong(
                    block,
                    String.format(
                            Locale.ROOT,
                            "%d of their n-plets are ranked at the %s end, but others when they are done again",
                            inBlock.length,
                            sign > 0 ? "smallest" : "largest"));
        }
    }

    /** Whether an n-plet beats the last of a ranking, or there is room. */
    private boolean enters(long rank, Ranking ranked, int sign) {
        if (ranked.size() < ranked.capacity()) {
            return true;
        }
        int[] nplet = new int[order];
        combinations.unrank(rank, nplet);
        canonical.score(nplet, 0, order);
        long[] ranks = ranked.sortedRanks();
        long key = Ranking.key(sign * canonical.o());
        long worst = ranked.worstKey();
        return key < worst || (key == worst && rank < ranks[ranks.length - 1]);
    }

    private VerificationFailedException wrong(BlockLedger.Ranks block, String how) {
        return new VerificationFailedException(
                Verifier.begin(found) + "ranks " + Verifier.text(block) + ": " + how + Verifier.END);
    }
}
