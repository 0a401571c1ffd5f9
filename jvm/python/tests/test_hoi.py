"""Scripts of HOI with another import: shapes, multiplets and values from the definitions, in bits."""

import unittest
import warnings
from itertools import combinations

import numpy as np
import oracle

import oinfo
from oinfo._peers import said
from oinfo.hoi import metrics
from oinfo.hoi.metrics import DTC, RSI, TC, GradientOinfo, InfoTopo, InfoTot, Oinfo, RedundancyMMI, Sinfo, SynergyMMI
from oinfo.hoi.simulation import simulate_hoi_gauss
from oinfo.hoi.utils import digitize, get_nbest_mult, landscape, normalize

try:
    import matplotlib
except ImportError:
    matplotlib = None


class Entropies:
    """H of columns, bits, as each method defines it."""

    def __init__(self, samples, method="gc", corrected=True):
        self.samples, self.method, self.corrected = samples, method, corrected and method == "gc"
        if method != "binning":
            scores = oracle.scores(samples) if method == "gc" else samples
            self.covariance = np.cov(scores, rowvar=False)

    def __call__(self, columns):
        columns = list(columns)
        if not columns:
            return 0.0
        if self.method == "binning":
            shares = np.unique(self.samples[:, columns], axis=0, return_counts=True)[1] / len(self.samples)
            return float(-(shares * np.log2(shares)).sum())
        k = len(columns)
        nats = 0.5 * np.linalg.slogdet(2 * np.pi * np.e * self.covariance[np.ix_(columns, columns)])[1]
        return (nats - (oracle.entropy_bias(k, len(self.samples)) if self.corrected else 0)) / np.log(2)

    def without(self, group):
        return [[j for j in group if j != i] for i in group]

    def tc(self, group):
        return sum(self([i]) for i in group) - self(group)

    def dtc(self, group):
        return sum(self(rest) for rest in self.without(group)) - (len(group) - 1) * self(group)

    def oinfo(self, group):
        return self.tc(group) - self.dtc(group)

    def sinfo(self, group):
        return self.tc(group) + self.dtc(group)

    def topological(self, group):
        return sum((-1) ** (k - 1) * self(part) for k in range(1, len(group) + 1) for part in combinations(group, k))

    def shared(self, group, targets):
        return self(group) + self(targets) - self([*group, *targets])

    def rsi(self, group, targets):
        return self.shared(group, targets) - sum(self.shared([i], targets) for i in group)

    def redundancy(self, group, targets):
        return min(self.shared([i], targets) for i in group)

    def synergy(self, group, targets):
        return self.shared(group, targets) - max(self.shared(rest, targets) for rest in self.without(group))

    def gradient(self, group, targets):
        return self.oinfo([*group, *targets]) - self.oinfo(group)


NETWORK = {TC: "tc", DTC: "dtc", Oinfo: "oinfo", Sinfo: "sinfo"}
ENCODING = {InfoTot: "shared", RSI: "rsi", RedundancyMMI: "redundancy", SynergyMMI: "synergy", GradientOinfo: "gradient"}


def groups(low, high):
    return [list(group) for k in range(low, high + 1) for group in combinations(range(6), k)]


class Metrics(unittest.TestCase):
    def setUp(self):
        self.x = oracle.samples(t=300)
        rng = np.random.default_rng(8)
        self.y = np.column_stack([self.x[:, 0] + rng.normal(size=300), self.x[:, 3] + rng.normal(size=300)])
        self.x -= self.x.mean(axis=0)
        self.y -= self.y.mean(axis=0)
        self.counts = digitize(np.column_stack([self.x, self.y]), 3)

    def same(self, model, values, definition, multiplets, *rest):
        self.assertEqual([list(one[one >= 0])[: len(group)] for one, group in zip(model.multiplets, multiplets, strict=True)], multiplets)
        self.assertEqual(model.order.tolist(), [len(group) for group in multiplets])
        self.assertEqual(values.shape, (len(multiplets), 1))
        np.testing.assert_allclose(values[:, 0], [definition(group, *rest) for group in multiplets], atol=1e-10)

    def test_groups_of_features(self):
        for method, data in (("gc", self.x), ("gauss", self.x), ("binning", self.counts[:, :6])):
            entropies = Entropies(data, method)
            for metric, name in NETWORK.items():
                model = metric(data)
                self.same(model, model.fit(minsize=2, maxsize=4, method=method), getattr(entropies, name), groups(2, 4))
        model = Oinfo(self.x)
        self.same(model, model.fit(3, biascorrect=False), Entropies(self.x, corrected=False).oinfo, groups(3, 6))
        self.assertTrue((TC(self.x).fit(1, 1) == 0).all())

    def test_targets_belong_to_groups(self):
        both = np.column_stack([self.x, self.y])
        for y, targets in ((self.y[:, 0], [6]), (self.y, [6, 7])):
            entropies = Entropies(np.column_stack([self.x, y]))
            for metric, name in NETWORK.items():
                model = metric(self.x, y)
                with_targets = [[*group, *targets] for group in groups(1, 3)]
                values = model.fit(minsize=1, maxsize=3)
                np.testing.assert_allclose(values[:, 0], [getattr(entropies, name)(group) for group in with_targets], atol=1e-10)
                self.assertEqual([list(one[one >= 0]) for one in model.multiplets], with_targets)
                self.assertEqual(model.order.tolist(), [len(group) for group in groups(1, 3)])
        self.assertEqual(both.shape, (300, 8))

    def test_what_groups_say_about_targets(self):
        for y, targets in ((self.y[:, 0], [6]), (self.y, [6, 7])):
            both = np.column_stack([self.x, y])
            counts = self.counts[:, : both.shape[1]]
            for metric, name in ENCODING.items():
                model = metric(self.x, y)
                self.same(model, model.fit(2, 3), getattr(Entropies(both, corrected=metric is GradientOinfo), name), groups(2, 3), targets)
                self.same(model, model.fit(2, 2, biascorrect=True), getattr(Entropies(both), name), groups(2, 2), targets)
                model = metric(counts[:, :6], counts[:, 6:])
                self.same(model, model.fit(2, 2, method="binning"), getattr(Entropies(counts, "binning"), name), groups(2, 2), targets)
        model = InfoTot(self.x, self.y[:, 0])
        self.same(
            model,
            model.fit(maxsize=2, method="gauss"),
            Entropies(np.column_stack([self.x, self.y[:, 0]]), "gauss").shared,
            groups(1, 2),
            [6],
        )

    def test_topological_information_adds_up_subsets(self):
        for method in ("gc", "gauss"):
            model = InfoTopo(self.x)
            self.same(model, model.fit(maxsize=4, method=method), Entropies(self.x, method).topological, groups(1, 4))

    def test_chosen_multiplets_keep_their_order(self):
        chosen = [[0, 3, 4], [0, 1], [2, 3], [5, 0, 1, 2]]
        model = Oinfo(self.x, multiplets=[tuple(one) for one in chosen])
        self.same(model, model.fit(), Entropies(self.x).oinfo, chosen)
        self.assertEqual(model.multiplets.shape, (4, 4))
        model = RSI(self.x, self.y[:, 0], multiplets=np.array([[3, 4], [0, 1]]))
        self.same(model, model.fit(), Entropies(np.column_stack([self.x, self.y[:, 0]]), corrected=False).rsi, [[3, 4], [0, 1]], [6])

    def test_variables_are_data_sets_of_their_own(self):
        x = np.stack([self.x, self.x[::-1] ** 3, self.x + oracle.samples(t=300, seed=3)], axis=2)
        y = np.stack([self.y, self.y, self.y], axis=2)
        values = GradientOinfo(x, y).fit(3, 3)
        self.assertEqual(values.shape, (20, 3))
        for v in range(3):
            np.testing.assert_allclose(values[:, v], GradientOinfo(x[:, :, v], y[:, :, v]).fit(3, 3)[:, 0], atol=1e-12)
        self.assertEqual((Oinfo(x).n_variables, Oinfo(x).n_features, Oinfo(x).n_samples, Oinfo(x).undersampling), (3, 6, 300, 8.0))

    def test_rows_may_be_chosen(self):
        rows = np.arange(0, 300, 2)
        np.testing.assert_array_equal(Oinfo(self.x).fit(3, 3, samples=rows), Oinfo(self.x[rows]).fit(3, 3))

    def test_what_cannot_be_used_is_refused_in_one_line(self):
        x, y = self.x, self.y
        for message, call in (
            ("method must be gc, gauss or binning: found 'knn'; use oinfo.scan(x, estimator='knn')", lambda: Oinfo(x).fit(method="knn")),
            ("found 'kernel'; say method='gc'", lambda: Oinfo(x).fit(method="kernel")),
            ("found 'histogram'; digitize x", lambda: Oinfo(x).fit(method="histogram")),
            ("found 'gcc'", lambda: Oinfo(x).fit(method="gcc")),
            ("found a function", lambda: Oinfo(x).fit(method=lambda x: 0)),
            ("data of method binning must be whole numbers: found float64", lambda: Oinfo(x).fit(method="binning")),
            ("method gauss must have arguments that it knows: found k", lambda: Oinfo(x).fit(method="gauss", k=3)),
            ("found binning, whose subsets", lambda: InfoTopo(self.counts).fit(method="binning")),
            ("x must have 2 or 3 axes", lambda: Oinfo(x[0])),
            ("y must have as many samples as x: found 299 and 300", lambda: RSI(x, y[1:])),
            ("y must have as many variables as x", lambda: RSI(x, np.zeros((300, 1, 2)))),
            ("RSI must have a target", lambda: RSI(x, None)),
            ("GradientOinfo must have a target", lambda: GradientOinfo(x, None)),
            ("maxsize must be at least minsize: found minsize 4, maxsize 3", lambda: Oinfo(x).fit(4, 3)),
            ("minsize must be at most the number of features: found minsize 7, 6 features", lambda: RSI(x, y).fit(7)),
            ("multiplets must be asked for after fit", lambda: Oinfo(x).order),
            ("found AtomsPhiID; keep HOI's", lambda: metrics.AtomsPhiID),
            ("hoi must be of one variable", lambda: get_nbest_mult(np.zeros((3, 2)))),
            ("model must be given, or orders", lambda: get_nbest_mult(np.zeros(3))),
            ("stat must be one of", lambda: landscape([1.0], [3], stat="sum")),
            ("triplet_character must be", lambda: simulate_hoi_gauss(triplet_character="unique")),
        ):
            with self.subTest(message), self.assertRaises(oinfo.InputError) as caught:
                call()
            self.assertIn(message, str(caught.exception))
            self.assertNotIn("\n", str(caught.exception))

    def test_differences_are_said_once(self):
        said._SAID.clear()
        for name, call in (
            ("products about 0", lambda: Oinfo(self.x + 1).fit(3, 3, method="gauss")),
            ("average rank", lambda: Oinfo(np.round(self.x)).fit(3, 3)),
            ("InfoTopo is of x alone", lambda: InfoTopo(self.x, self.y)),
        ):
            with self.assertWarnsRegex(oinfo.OinfoWarning, name) as caught:
                call()
            self.assertEqual(caught.filename, __file__)
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            Oinfo(self.x + 1).fit(3, 3, method="gauss")


class Afterwards(unittest.TestCase):
    def test_the_first_steps(self):
        np.random.seed(2)
        model = Oinfo(simulate_hoi_gauss(n_samples=1000, triplet_character="synergy"))
        hoi = model.fit(minsize=3, maxsize=3, method="gc")
        self.assertLess(hoi[0, 0], -0.5)
        best = get_nbest_mult(hoi, model=model)
        self.assertEqual((len(best), tuple(best["multiplet"][0])), (1, (0, 1, 2)))
        x, y = simulate_hoi_gauss(200, target=True, triplet_character="redundancy")
        self.assertEqual((x.shape, y.shape), ((200, 3), (200,)))
        self.assertGreater(Oinfo(simulate_hoi_gauss(1000, triplet_character="redundancy")).fit(3, 3)[0, 0], 0.1)

    def test_the_best_multiplets(self):
        values = np.array([0.3, -0.1, np.nan, 0.0, -0.7, 0.9, -0.2, 0.1])
        orders = np.array([2, 2, 2, 2, 3, 3, 3, 3])
        members = np.array([[0, 1, -1]] * 4 + [[0, 1, 2]] * 4)
        best = get_nbest_mult(values[:, np.newaxis], orders=orders, multiplets=members, n_best=2, names=["a", "b", "c"])
        self.assertEqual([int(i) for i in best["index"]], [5, 0, 6, 4])
        self.assertEqual(list(best["names"]), ["a / b / c", "a / b", "a / b / c", "a / b / c"])
        best = get_nbest_mult(values, orders=orders, multiplets=members, minsize=3, maxsize=3, n_best=1)
        self.assertEqual([int(i) for i in best["index"]], [5, 4])
        self.assertEqual([list(one) for one in best["multiplet"]], [[0, 1, 2]] * 2)

    def test_landscapes_are_histograms(self):
        values, sizes = np.array([-1.0, 0.0, 0.9, 1.0, 0.1]), np.array([3, 3, 3, 4, 4])
        found, every, centres = landscape(values, sizes, n_bins=4, stat="count")
        np.testing.assert_array_equal(found, [[1, np.nan], [np.nan, np.nan], [1, 1], [1, 1]])
        self.assertEqual((every.tolist(), centres.tolist()), ([3, 4], [-0.75, -0.25, 0.25, 0.75]))
        sums = {"probability": 1, "percent": 100, "density": 1 / 0.5, "frequency": 3 / 0.5}
        for stat, total in sums.items():
            self.assertAlmostEqual(np.nansum(landscape(values, sizes, n_bins=4, stat=stat)[0][:, 0]), total)
        _, _, centres = landscape(values + 1, sizes, n_bins=4, centered=True)
        self.assertAlmostEqual(centres.sum(), 0)

    def test_bins_and_scales(self):
        x = np.array([[0.0, 5.0], [0.4, 5.0], [1.0, 5.0]])
        self.assertEqual(digitize(x, 2).tolist(), [[0, 0], [0, 0], [1, 0]])
        self.assertEqual(digitize(x.T, 4, axis=1).tolist(), digitize(x, 4).T.tolist())
        np.testing.assert_allclose(normalize([1.0, np.nan, 3.0], -1, 1), [-1, np.nan, 1])

    @unittest.skipIf(matplotlib is None, "matplotlib is not installed")
    def test_pictures(self):
        matplotlib.use("Agg")
        from matplotlib import pyplot

        from oinfo.hoi.plot import plot_landscape

        model = Oinfo(oracle.samples(t=100))
        hoi = model.fit(3, 5)
        axes = plot_landscape(hoi, model=model, kind="scatter", plt_kwargs={"cmap": "turbo"})
        self.assertEqual((axes.get_ylabel(), axes.get_xlabel()), ("O-Information [Bits]", "Order"))
        np.testing.assert_allclose(axes.collections[0].get_offsets()[:, 1], hoi[:, 0])
        self.assertEqual(axes.lines[0].get_xdata()[0], 6)
        pyplot.close("all")
        axes = plot_landscape(hoi, orders=model.order, minsize=3, maxsize=4, hist_kwargs={"n_bins": 10})
        found = landscape(hoi[model.order <= 4], model.order[model.order <= 4], n_bins=10)[0]
        np.testing.assert_array_equal(np.ma.filled(axes.collections[0].get_array(), np.nan).reshape(found.shape), found)
        with self.assertRaisesRegex(oinfo.InputError, "kind must be hist or scatter"):
            plot_landscape(hoi, model, kind="bars")
        pyplot.close("all")


if __name__ == "__main__":
    unittest.main()
