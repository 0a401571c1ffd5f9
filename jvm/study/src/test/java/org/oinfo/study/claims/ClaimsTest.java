package org.oinfo.study.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.oinfo.study.page.InventedStudy;
import org.oinfo.study.result.Claim;
import org.oinfo.study.result.Claim.Verdict;
import org.oinfo.study.result.Difference;
import org.oinfo.study.result.Importance;
import org.oinfo.study.result.LayerLandscape;
import org.oinfo.study.result.LayerLandscape.Activation;
import org.oinfo.study.result.LayerLandscape.Condition;
import org.oinfo.study.result.LayerLandscape.Order;
import org.oinfo.study.result.LayerLandscape.Subsets;
import org.oinfo.study.result.Spectrum;
import org.oinfo.study.result.Spectrum.Extremes;
import org.oinfo.study.result.Spectrum.Matched;

/** Verdicts on numbers whose verdict is plain. */
class ClaimsTest {
    /** Deviations that sum to 0: s = 0.01, so the interval over three networks is +- 0.02484 = 4.3027 x 0.01 / sqrt(3). */
    private static final double[] NOISE = {-0.01, 0, 0.01};

    private static final double MARGIN = 0.05;

    private static LayerLandscape layer(long seed, String name, Condition condition, double mean, double redundant) {
        Activation activation = name.equals("output") ? Activation.LOGITS : Activation.POST;
        long count = Math.round(1000 * redundant);
        Order order = new Order(
                3, 1000, count, 1000 - count, 0, 0, mean, 0.2, null, mean - 1, mean + 1, List.of(), List.of(), null, 0);
        List<Subsets> subsets = List.of(new Subsets(3, 10, 100, mean - 0.5, 0, mean, 0, mean + 0.5, 0));
        return new LayerLandscape(
                seed,
                name,
                activation,
                condition,
                "average",
                20,
                5000,
                List.of(),
                0,
                0,
                List.of(order),
                subsets,
                null,
                null,
                null);
    }

    private static List<LayerLandscape> networks(
            int networks, String name, Condition condition, double mean, double redundant) {
        List<LayerLandscape> landscapes = new ArrayList<>();
        for (int i = 0; i < networks; i++) {
            landscapes.add(layer(i + 1, name, condition, mean + NOISE[i], redundant + NOISE[i]));
        }
        return landscapes;
    }

    @SafeVarargs
    private static List<Claim> of(List<LayerLandscape>... parts) {
        List<LayerLandscape> all = new ArrayList<>();
        for (List<LayerLandscape> part : parts) {
            all.addAll(part);
        }
        return Claims.of(List.of(), all, List.of(), List.of(), List.of(), List.of(), MARGIN);
    }

    private static List<Claim> of(List<Difference> differences) {
        return Claims.of(List.of(), List.of(), List.of(), List.of(), List.of(), differences, MARGIN);
    }

    private static Claim claim(List<Claim> claims, String start) {
        return claims.stream()
                .filter(each -> each.claim().startsWith(start))
                .findFirst()
                .orElseThrow();
    }

    private static Verdict verdict(List<Claim> claims, String start) {
        return claim(claims, start).verdict();
    }

    private static Difference difference(String choice, String against, int size, double mean, double half) {
        Double rank = against.equals("random") ? 0.25 : null;
        return new Difference("hidden", size, "retrained", choice, against, 5, mean, mean - half, mean + half, rank);
    }

    @Test
    void aLayerIsDominatedWhereMeanAndShareBothSaySo() {
        List<Claim> claims = of(
                networks(3, "layer1", Condition.TRAINED, 0.05, 0.8),
                networks(3, "layer2", Condition.TRAINED, 0.05, 0.8),
                networks(3, "output", Condition.TRAINED, -0.05, 0.2));
        assertThat(claim(claims, "The first layer is dominated by redundancy"))
                .isEqualTo(new Claim(
                        "The first layer is dominated by redundancy",
                        Verdict.HELD,
                        "Omega/S 0.25 [0.13, 0.37], layer1, order 3",
                        List.of(
                                "Order 3: mean Omega 0.050 [0.025, 0.075] nats, Omega/S 0.25 [0.13, 0.37]; 80.0 [77.5, 82.5] % of all n-plets of 20"
                                        + " neurons are redundancy-dominated (3 networks, T = 5,000).",
                                "2 intervals of 95 % were judged here, not corrected for their number.")));
        assertThat(verdict(claims, "The last hidden layer is dominated by synergy"))
                .isEqualTo(Verdict.FAILED);
        assertThat(verdict(claims, "The output layer (logits) is dominated by synergy"))
                .isEqualTo(Verdict.HELD);
    }

    @Test
    void aLayerWhoseMeanAndShareDisagreeIsUndecided() {
        Claim claim = claim(of(networks(3, "layer1", Condition.TRAINED, 0.05, 0.2)), "The first layer");
        assertThat(claim.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(claim.evidence().getFirst())
                .contains("synergy-dominated")
                .endsWith("Mean and share disagree: most n-plets lie on one side, the mean on the other.");
    }

    @Test
    void aMeanWithinItsIntervalOfZeroIsUndecided() {
        assertThat(verdict(of(networks(3, "layer1", Condition.TRAINED, 0.02, 0.8)), "The first layer"))
                .isEqualTo(Verdict.UNDECIDED);
    }

    @Test
    void oneNetworkDecidesNothing() {
        List<Claim> claims =
                of(networks(1, "layer1", Condition.TRAINED, 5, 0.9), networks(1, "layer2", Condition.TRAINED, -5, 0.1));
        assertThat(claims).isNotEmpty().allMatch(claim -> claim.verdict() == Verdict.UNDECIDED);
        assertThat(claims.getFirst().evidence())
                .containsExactly(
                        "Order 3: mean Omega 4.99 nats, Omega/S 25.0; 89 % of all n-plets of 20 neurons are redundancy-dominated"
                                + " (one network, T = 5,000).");
        assertThat(InventedStudy.of(1).claims()).isNotEmpty().allMatch(claim -> claim.verdict() == Verdict.UNDECIDED);
    }

    @Test
    void theSpreadIsOneFactJudgedOnRandomSubsetsOfPairedNetworks() {
        List<Claim> claims = of(
                networks(3, "layer1", Condition.TRAINED, 0.004, 0.8),
                wider(networks(3, "layer2", Condition.TRAINED, 0.001, 0.8), 0.1));
        Claim grows = claim(
                claims, "The spread of Omega, largest less smallest, grows from the first hidden layer to the last");
        assertThat(grows.verdict()).isEqualTo(Verdict.HELD);
        assertThat(grows.evidence())
                .containsExactly(
                        "Order 3, random subsets: the spread goes from 1 by 0.200 [0.200, 0.200] nats; the"
                                + " smallest Omega by -0.103 [-0.103, -0.103], the largest by 0.0970 [0.0970, 0.0970] (3 networks).");
        assertThat(claims)
                .extracting(Claim::claim)
                .noneMatch(claim -> claim.startsWith("Redundancy falls") || claim.startsWith("Synergy grows"));
    }

    /** Extremes that lie further out by as much on both sides. */
    private static List<LayerLandscape> wider(List<LayerLandscape> landscapes, double by) {
        return landscapes.stream()
                .map(each -> {
                    Subsets s = each.subsets().getFirst();
                    return with(
                            each,
                            List.of(new Subsets(3, 10, 100, s.min() - by, 0, s.mean(), 0, s.max() + by, 0)),
                            each.spectrum());
                })
                .toList();
    }

    private static LayerLandscape with(LayerLandscape each, List<Subsets> subsets, @Nullable Spectrum spectrum) {
        return new LayerLandscape(
                each.seed(),
                each.layer(),
                each.activation(),
                each.condition(),
                each.ties(),
                each.width(),
                each.samples(),
                each.dead(),
                0,
                0,
                each.orders(),
                subsets,
                spectrum,
                null,
                null);
    }

    /** Twenty matrices whose spread is about so wide, and an effective dimension. */
    private static List<LayerLandscape> matched(List<LayerLandscape> landscapes, double spread, double dimension) {
        List<Extremes> draws = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            draws.add(new Extremes(-spread / 2, 0, spread / 2 + 0.001 * i));
        }
        Spectrum spectrum = new Spectrum(dimension, List.of(new Matched(3, draws, draws)));
        return landscapes.stream()
                .map(each -> with(each, each.subsets(), spectrum))
                .toList();
    }

    @Test
    void aSpreadIsHeldAgainstThatOfMatricesWithTheSameEigenvalues() {
        List<LayerLandscape> first = matched(networks(3, "layer1", Condition.TRAINED, 0, 0.5), 0.5, 9);
        List<LayerLandscape> last = networks(3, "layer2", Condition.TRAINED, 0, 0.5);
        String outside = "Which neurons go together matters";
        String growth = "The spread grows from the first hidden layer to the last by more than the eigenvalues";
        // Spreads: 1 and 1.2 of the data; 0.5 and 0.9 of the matrices in the last layer, which grow more.
        List<Claim> more = of(first, matched(wider(last, 0.1), 0.9, 6));
        assertThat(verdict(more, outside)).isEqualTo(Verdict.HELD);
        assertThat(verdict(more, growth)).isEqualTo(Verdict.FAILED);
        assertThat(verdict(of(first, matched(wider(last, 0.1), 0.5, 6)), growth))
                .isEqualTo(Verdict.HELD);
        assertThat(verdict(of(matched(first, 2, 9), matched(last, 2, 6)), outside))
                .isEqualTo(Verdict.FAILED);
    }

    @Test
    void trainingThatLowersTheDimensionIsSeen() {
        List<Claim> claims = of(
                matched(networks(3, "layer1", Condition.TRAINED, 0, 0.5), 1, 9),
                matched(networks(3, "layer1", Condition.UNTRAINED, 0, 0.5), 1, 17));
        Claim claim = claim(claims, "Training lowers the effective dimension");
        assertThat(claim.verdict()).isEqualTo(Verdict.HELD);
        assertThat(claim.figure()).isEqualTo("dimension changes by -8 [-8, -8], layer1");
    }

    @Test
    void aSignWithoutSizeIsOnNoSide() {
        // 0.001 of 0.2 nats and 99 % of the n-plets: sure, and of no size.
        List<LayerLandscape> small = networks(3, "layer1", Condition.TRAINED, 0, 0.9).stream()
                .map(each -> layer(each.seed(), "layer1", Condition.TRAINED, 0.001 + 1e-6 * each.seed(), 0.99))
                .toList();
        assertThat(verdict(of(small), "The first layer")).isEqualTo(Verdict.NO_SIDE);
    }

    @Test
    void layersOfUnequalSamplesAreNotCompared() {
        List<LayerLandscape> fewer = networks(3, "layer2", Condition.TRAINED, 0.001, 0.8).stream()
                .map(each -> new LayerLandscape(
                        each.seed(),
                        each.layer(),
                        each.activation(),
                        each.condition(),
                        each.ties(),
                        each.width(),
                        4000,
                        each.dead(),
                        0,
                        0,
                        each.orders(),
                        each.subsets(),
                        null,
                        null,
                        null))
                .toList();
        Claim claim = claim(of(networks(3, "layer1", Condition.TRAINED, 0.004, 0.8), fewer), "The spread of Omega");
        assertThat(claim.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(claim.evidence())
                .containsExactly("Order 3: the two layers were not scored with equal subsets and samples.");
    }

    @Test
    void aPatternThatTheUntrainedNetworkShowsIsNotOfTraining() {
        List<LayerLandscape> trained = networks(3, "layer1", Condition.TRAINED, 0.05, 0.8);
        String start = "The mean Omega of the first layer comes with training";
        Claim same = claim(of(trained, networks(3, "layer1", Condition.UNTRAINED, 0.06, 0.9)), start);
        assertThat(same.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(same.evidence().getFirst())
                .endsWith(
                        ": the untrained network shows the same, so here the claim is about architecture and data, not"
                                + " about training.");
        assertThat(verdict(of(trained, networks(3, "layer1", Condition.UNTRAINED, -0.06, 0.1)), start))
                .isEqualTo(Verdict.HELD);
        // A bias towards redundancy that is sure but tiny is not the pattern.
        List<LayerLandscape> tiny = trained.stream()
                .map(each -> layer(each.seed(), "layer1", Condition.SHUFFLED, 1e-7, 0.9))
                .toList();
        assertThat(verdict(of(trained, tiny), "What is seen needs")).isEqualTo(Verdict.HELD);
    }

    @Test
    void whatIsNotSureInTheTrainedNetworkCannotBeAbsentFromAControl() {
        List<Claim> claims = of(
                networks(3, "layer1", Condition.TRAINED, 0.02, 0.8),
                networks(3, "layer1", Condition.UNTRAINED, -0.06, 0.1));
        assertThat(claims)
                .extracting(Claim::claim)
                .noneMatch(claim -> claim.contains("comes with training") || claim.startsWith("What is seen needs"));
    }

    @Test
    void littleLossIsJudgedAgainstTheMargin() {
        String start = "A synergistic sub-network can be re-trained with little loss: at most 2 points";
        List<Difference> little = List.of(difference("synergistic", "whole", 20, -0.015, 0.004));
        assertThat(verdict(of(little), start)).isEqualTo(Verdict.HELD);
        assertThat(verdict(of(List.of(difference("synergistic", "whole", 20, -0.03, 0.004))), start))
                .isEqualTo(Verdict.FAILED);
        assertThat(verdict(of(List.of(difference("synergistic", "whole", 20, -0.018, 0.004))), start))
                .isEqualTo(Verdict.UNDECIDED);
    }

    @Test
    void theFigureOfAClaimIsOfTheCaseNearestToItsThreshold() {
        // 0.3, 3 and 1.25 half widths above -2 points.
        List<Difference> differences = List.of(
                difference("synergistic", "whole", 5, -0.005, 0.05),
                difference("synergistic", "whole", 10, -0.008, 0.004),
                difference("synergistic", "whole", 20, -0.015, 0.004));
        String start = "A synergistic sub-network can be re-trained with little loss: at most 2 points";
        assertThat(claim(of(differences), start).figure()).isEqualTo("-0.5 [-5.5, 4.5] points of accuracy, 5 neurons");
        assertThat(claim(of(differences.subList(1, 3)), start).figure())
                .isEqualTo("-1.50 [-1.90, -1.10] points of accuracy, 20 neurons");
    }

    @Test
    void aClaimWhoseSizesDisagreeIsUndecidedAndSaysWhere() {
        Claim claim = claim(
                of(List.of(
                        difference("synergistic", "random", 5, -0.02, 0.01),
                        difference("synergistic", "random", 20, 0.02, 0.01))),
                "Synergistic sub-networks do better than random");
        assertThat(claim.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(claim.figure()).isEqualTo("-2.0 [-3.0, -1.0] points of accuracy, 5 neurons");
        assertThat(claim.evidence())
                .containsExactly(
                        "The cases differ. Held: 20 neurons. Failed: 5 neurons.",
                        "Re-trained, synergistic less random, points of accuracy: size 5: -2.0 [-3.0, -1.0] (25.0 % of the"
                                + " random draws did at least as well); size 20: 2.0 [1.0, 3.0] (25.0 % of the random draws"
                                + " did at least as well) (5 networks).",
                        "2 intervals of 95 % were judged here, not corrected for their number.");
    }

    @Test
    void scoresAgreeWhereTheirCorrelationIsOnOneSideInEveryLayer() {
        List<Importance> importance = new ArrayList<>();
        for (int i = 0; i < NOISE.length; i++) {
            importance.add(new Importance(
                    i,
                    "layer1",
                    3,
                    10,
                    10,
                    List.of(),
                    List.of(
                            new Importance.Agreement("ablationLoss", "meanO", -0.3 + NOISE[i]),
                            new Importance.Agreement("meanO", "information", null))));
        }
        Claim claim = Claims.of(List.of(), List.of(), importance, List.of(), List.of(), List.of(), MARGIN)
                .getFirst();
        assertThat(claim.verdict()).isEqualTo(Verdict.HELD);
        assertThat(claim.evidence())
                .containsExactly(
                        "layer1: Spearman's correlation of mean Omega (order 3) with ablation loss -0.300 [-0.325,"
                                + " -0.275], with mutual information about the class -, with variance - (3 networks).");
    }
}
