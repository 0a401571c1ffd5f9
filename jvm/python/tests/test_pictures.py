"""Pictures hold the numbers of their results, say what is on their axes, and draw where they are told to."""

import io
import subprocess
import sys
import unittest

import numpy as np
import oracle

import oinfo

try:
    import matplotlib
except ImportError:
    matplotlib = None
else:
    matplotlib.use("Agg")
    from matplotlib import pyplot
    from matplotlib.colors import to_hex

BLUE, RED = "#2166ac", "#b2182b"


def words(ax):
    return ax.get_title(loc="left"), ax.get_xlabel(), ax.get_ylabel()


def labels(axis):
    return [one.get_text() for one in axis.get_ticklabels()]


@unittest.skipIf(matplotlib is None, "matplotlib is not installed")
class Pictures(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.x = oracle.samples()
        cls.result = oinfo.scan(cls.x, (3, 4), level="full", top=4, no_screen=True)

    def tearDown(self):
        # What cannot be drawn fails here, not when it was asked for.
        for number in pyplot.get_fignums():
            pyplot.figure(number).savefig(io.BytesIO())
        pyplot.close("all")

    def test_a_landscape_is_the_histogram(self):
        ax = self.result.plot(order=3)
        bars = [bar for bars in ax.containers for bar in bars]
        self.assertAlmostEqual(sum(bar.get_height() * bar.get_width() for bar in bars), 0.01 * 20, delta=1e-12)
        values = np.array([o for o, _ in oracle.ranked(oracle.copula(self.x), 3)])
        for bar in bars:
            inside = ((values > bar.get_x()) & (values < bar.get_x() + bar.get_width())).sum()
            self.assertAlmostEqual(bar.get_height() * bar.get_width() / 0.01, inside, delta=1e-9)
            self.assertEqual(to_hex(bar.get_facecolor()), BLUE if bar.get_x() + bar.get_width() <= 1e-15 else RED)
        self.assertEqual(words(ax), ("All 20 n-plets of order 3", "O-information Ω (nats)", "n-plets per 0.01 nats"))
        self.assertEqual(ax.get_yscale(), "log")
        self.assertEqual(oinfo.plot.landscape(self.result, 3, log=False).get_yscale(), "linear")

    def test_landscapes_of_several_orders_are_outlines(self):
        ax = self.result.plot()
        self.assertEqual([one.get_text() for one in ax.get_legend().get_texts()], ["order 3", "order 4"])
        for outline, total in zip(ax.patches, (20, 15), strict=True):
            heights, edges, _ = outline.get_data()
            self.assertAlmostEqual(float(heights @ np.diff(edges)), 0.01 * total, delta=1e-12)

    def test_bars_of_the_extremes(self):
        ax = self.result.plot("extremes", order=4, top=2)
        rows = self.result.table
        lengths = sorted(bar.get_width() for bar in ax.patches)
        own = rows[rows["order"] == 4].drop_duplicates("o")["o"]
        np.testing.assert_allclose(lengths, [*own.nsmallest(2), *own.nlargest(2)[::-1]])
        self.assertEqual(words(ax), ("The 4 most extreme n-plets of order 4", "O-information Ω (nats)", "n-plet"))
        self.assertIn("0, 1, 2", labels(self.result.plot("extremes").yaxis))

    def test_means_of_variables(self):
        ax = self.result.plot("variables", order=3)
        expected = self.result.per_variable[self.result.per_variable["order"] == 3]["mean_o"]
        self.assertEqual(sorted(bar.get_height() for bar in ax.patches), sorted(expected))
        self.assertEqual(int(labels(ax.xaxis)[-1]), expected.idxmin())
        self.assertIn("the 2 of 6 furthest from 0", self.result.plot("variables", top=2).get_title(loc="left"))

    def test_a_network_joins_each_nplet_with_its_members(self):
        ax = self.result.plot("network", order=3, top=2)
        self.assertEqual(len(ax.lines), 4 * 3)
        members = {one.get_text() for one in ax.texts}
        extremes = self.result.table[self.result.table["order"] == 3]
        best = [*extremes.nsmallest(2, "o")["nplet"], *extremes.nlargest(2, "o")["nplet"]]
        self.assertEqual(members, {str(column) for nplet in best for column in nplet})
        places = np.array([one.xy for one in ax.texts])
        apart = np.linalg.norm(places[:, None] - places[None], axis=2) + 9 * np.eye(len(places))
        self.assertGreater(apart.min(), 0.2)
        again = self.result.plot("network", order=3, top=2)
        np.testing.assert_array_equal([one.xy for one in again.texts], places)

    def test_a_null_distribution_and_what_was_observed(self):
        found = oinfo.null(self.x, surrogates=39, top=2)
        ax = found.plot()
        heights = [sum(bar.get_height() for bar in bars) for bars in ax.containers]
        self.assertEqual(heights, [39, 39])
        observed = [segment[0][0] for one in ax.collections for segment in one.get_segments()]
        self.assertEqual(sorted(observed), sorted(found.table["o"]))
        compared = oinfo.compare(self.x[:200], self.x[200:], permutations=39, top=1).plot()
        self.assertEqual(compared.get_xlabel(), "difference of Ω (nats)")

    def test_a_curve(self):
        found = oinfo.curve(self.x, sizes=[50, 200], repeats=3, unit="bits")
        ax = found.plot()
        np.testing.assert_array_equal(ax.lines[0].get_ydata(), found.table["max_o"])
        np.testing.assert_array_equal(ax.lines[1].get_ydata(), found.table["max_o_corrected"])
        self.assertEqual(words(ax), ("n-plets of order 3", "samples", "O-information Ω (bits)"))
        self.assertEqual(labels(ax.xaxis), ["50", "200"])

    def test_the_path_of_a_search(self):
        found = oinfo.search(self.x, starts=2, max_order=5, paths="all")
        ax = found.plot()
        first = found.table[(found.table["end"] == "synergistic") & (found.table["start"] == 1)]
        np.testing.assert_array_equal(ax.lines[0].get_ydata(), first["o"])
        own = oinfo.search(self.x, rank_by=lambda tc, dtc, o, s: o / s, starts=1, max_order=4)
        self.assertEqual(own.plot().get_ylabel(), "own")

    def test_intervals_samples_windows_and_any_listing(self):
        ax = oinfo.bootstrap(self.x, [[0, 1, 2], [3, 4]], resamples=39).plot()
        self.assertEqual(sorted(labels(ax.yaxis)), ["0, 1, 2", "3, 4"])
        found = oinfo.local(self.x, [[0, 1, 2], [3, 4, 5]])
        np.testing.assert_array_equal(found.plot(of="tc").lines[1].get_ydata(), found.values[:, 1, 0])
        windows = oinfo.scan(self.x, window=100, step=100, top=1)
        ax = oinfo.plot.windows(windows)
        np.testing.assert_array_equal(ax.lines[2].get_ydata(), [one.orders[0]["o"]["min"] for one in windows])
        self.assertEqual(list(ax.lines[0].get_xdata()), [49.5, 149.5, 249.5, 349.5])
        for result in (
            oinfo.measures(self.x, [[0, 1, 2]]),
            oinfo.gradients(self.x, [[0, 1, 2]]),
            oinfo.subsets(self.x),
            oinfo.dynamic(self.x, order=2, top=1),
            oinfo.scan(self.x, rank_by="tc", top=1),
        ):
            self.assertTrue(result.plot().patches)

    def test_axes_that_are_given_are_drawn_into_and_names_are_not_formulas(self):
        import pandas

        figure, both = pyplot.subplots(1, 2)
        named = oinfo.scan(pandas.DataFrame(self.x, columns=["$a", "b_$1", "c^2", "d" * 80, "ü", "<f>"]), top=9, no_screen=True)
        self.assertIs(named.plot("extremes", ax=both[0]), both[0])
        self.assertIs(named.plot("network", ax=both[1]), both[1])
        self.assertEqual(len(pyplot.get_fignums()), 1)
        self.assertLess(max(map(len, labels(both[0].yaxis))), 60)

    def test_what_cannot_be_drawn_is_refused_in_one_line(self):
        plain = oinfo.scan(self.x, no_screen=True)
        for call, message in (
            (lambda: plain.plot("landscape"), "a landscape must have its histogram: the scan has none; scan with level='full'"),
            (lambda: plain.plot("variables"), "means of variables must be in the result: the scan has none"),
            (lambda: plain.plot("pie"), "a picture must be one of landscape, extremes, .*: found 'pie'"),
            (lambda: plain.plot("curve"), "the picture must be of a result with curve: it has orders"),
            (lambda: plain.plot("null"), "a null distribution must be in the result"),
            (lambda: plain.plot(order=7), "order must be one of 3: found 7"),
            (lambda: plain.plot(top=0), "top must be 1 or more: found 0"),
            (lambda: plain.plot(ax=3), "ax must be Axes of matplotlib: found int"),
            (lambda: oinfo.plot.windows(plain), "the picture must be of the list of results"),
        ):
            with self.subTest(message), self.assertRaisesRegex(oinfo.InputError, message) as caught:
                call()
            self.assertNotIn("\n", str(caught.exception))

    def test_matplotlib_is_imported_on_use_and_missed_by_name(self):
        script = (
            "import sys, oinfo\n"
            "assert 'matplotlib' not in sys.modules and 'tqdm' not in sys.modules\n"
            "sys.modules['matplotlib'] = sys.modules['matplotlib.pyplot'] = None\n"
            "oinfo.Result({'run': {}, 'variables': [], 'measures': [{'nplet': [0, 1], 'o': 0.0}]}).plot()\n"
        )
        ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=120)
        self.assertIn("InputError: pictures must have matplotlib: ", ran.stderr.splitlines()[-1])


if __name__ == "__main__":
    unittest.main()
