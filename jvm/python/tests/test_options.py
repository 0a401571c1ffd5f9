"""Every option of every command is reached by its name, and is named where a caller looks for it."""

import inspect
import pathlib
import re
import unittest

import numpy as np
import oracle

import oinfo
from oinfo._engine import ENGINE

REPOSITORY = pathlib.Path(__file__).resolve().parents[3]
CALLS = (
    oinfo.scan, oinfo.measures, oinfo.search, oinfo.target, oinfo.dynamic, oinfo.null, oinfo.compare, oinfo.bootstrap,
    oinfo.resample, oinfo.curve, oinfo.gradients, oinfo.subsets, oinfo.local, oinfo.simulate,
)  # fmt: skip
NOT_IN_PYTHON = {"format", "dry-run", "arrays", "master"}
"""Results are objects; a cluster is for the command line."""


def names():
    """All options that the command line has anywhere."""
    found = set()
    for source in (REPOSITORY / "jvm/cli/src/main/java").rglob("*.java"):
        found.update(re.findall(r'"--([a-z]+(?:-[a-z]+)*)"', source.read_text(encoding="utf-8")))
    return found


def has(method, *options):
    """Whether the engine's command has all these options: null is as if one was not given, where there is such a one."""
    try:
        ENGINE.call(method, {option.replace("_", "-"): None for option in options})
    except oinfo.OinfoError as e:
        return "every parameter must be one of" not in str(e)
    return True


def said(text):
    return set(re.findall(r"``([a-z_]+)(?:=[^`]*)?``", text))


class Options(unittest.TestCase):
    def setUp(self):
        self.every = {name.replace("-", "_") for name in names() - NOT_IN_PYTHON}
        self.common = said(oinfo.__doc__)
        self.assertGreater(len(self.every), 60)

    def test_all_are_named_in_the_help(self):
        for call in CALLS:
            shared = self.common if call is not oinfo.simulate else {"out", "quiet", "strict"}
            unsaid = self.every - shared - said(call.__doc__) - set(inspect.signature(call).parameters)
            self.assertEqual({option for option in unsaid if has(call.__name__, option)}, set(), call.__name__)

    def test_what_the_help_names_is_there(self):
        self.assertGreater(len(self.common & self.every), 25)
        for call in CALLS:
            shared = self.common & self.every if call is not oinfo.simulate else set()
            self.assertTrue(has(call.__name__, *shared, *(said(call.__doc__) & self.every)), call.__name__)

    def test_a_wrong_name_names_the_nearest(self):
        x = oracle.samples()
        for call, wrong, near in (
            (lambda **o: oinfo.scan(x, **o), "estimater", "estimator"),
            (lambda **o: oinfo.search(x, **o), "chians", "chains"),
            (lambda **o: oinfo.measures(x, [[0, 1, 2]], **o), "shrinkag", "shrinkage"),
            (lambda **o: oinfo.simulate("chain", **o), "strenght", "strength"),
        ):
            with self.assertRaisesRegex(oinfo.InputError, f"found {wrong}; perhaps {near} is meant"):
                call(**{wrong: 1})

    def test_groups_may_be_lists(self):
        x = oracle.samples()
        by_text = oinfo.scan(x, groups="0-2;3-5", mix="one-each", order=2)
        by_lists = oinfo.scan(x, groups=[range(3), np.array([3, 4, 5])], mix="one-each", order=2)
        self.assertEqual(by_lists.orders, by_text.orders)
        with self.assertRaisesRegex(oinfo.InputError, "groups must be a list of lists"):
            oinfo.scan(x, groups=[0, 1])


class Simulate(unittest.TestCase):
    def test_samples_are_an_array_and_the_truth_a_table(self):
        samples, truth = oinfo.simulate("mixed", variables=8, samples=4000, strength=0.6, seed=3)
        self.assertEqual((samples.shape, samples.dtype), ((4000, 8), np.float64))
        self.assertEqual(list(truth.table["kind"]), ["redundant", "synergistic"])
        correlations = np.corrcoef(samples, rowvar=False)
        for nplet, o in zip(truth.table["nplet"], truth.table["o"], strict=True):
            self.assertAlmostEqual(oracle.measures(correlations, nplet)[2], o, delta=0.05)
        again, _ = oinfo.simulate("mixed", variables=8, samples=4000, strength=0.6, seed=3)
        self.assertTrue(np.array_equal(samples, again))
        bits, _ = oinfo.simulate("xor", variables=3, samples=50, strength=1)
        self.assertTrue(np.array_equal((bits[:, 0] + bits[:, 1]) % 2, bits[:, 2]))

    def test_what_cannot_be_simulated_is_refused(self):
        for options, message in (
            ({"structure": "synergy"}, "must be one of independent, pairs"),
            ({"structure": "chain", "strength": 2}, "strength"),
            ({"structure": "chain", "out": "x.npy"}, "out must not be given here"),
            ({"structure": "chain", "format": "csv"}, "format must not be given here"),
        ):
            with self.subTest(message), self.assertRaisesRegex(oinfo.InputError, message):
                oinfo.simulate(**options)


if __name__ == "__main__":
    unittest.main()
