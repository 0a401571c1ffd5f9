"""The examples in docstrings and on pages run as they are printed; results show themselves."""

import contextlib
import doctest
import importlib.util
import io
import os
import pathlib
import re
import sys
import tempfile
import unittest
from itertools import combinations
from unittest import mock
from xml.etree import ElementTree

import numpy as np
import oracle

import oinfo
import oinfo._calls
import oinfo._simulate

try:
    import pandas
except ImportError:
    pandas = None

REPOSITORY = pathlib.Path(__file__).resolve().parents[3]


def load_tests(loader, tests, pattern):
    for module in (oinfo._calls, oinfo._simulate):
        tests.addTests(doctest.DocTestSuite(module))
    return tests


class Pages(unittest.TestCase):
    def test_python_on_pages_runs(self):
        for page, least in (("README.md", 1), ("docs/python.md", 5), ("docs/from-thoi.md", 1), ("docs/from-hoi.md", 1)):
            text = (REPOSITORY / page).read_text(encoding="utf-8")
            blocks = re.findall(r"^```python\n(.*?)^```", text, re.DOTALL | re.MULTILINE)
            self.assertGreaterEqual(len(blocks), least, page)
            for block in blocks:
                if ".plot(" in block and importlib.util.find_spec("matplotlib") is None:
                    continue
                with self.subTest(page, block=block), tempfile.TemporaryDirectory() as folder:
                    self.run_in(folder, compile(block.replace('"examples/', f'"{REPOSITORY}/examples/'), page, "exec"))

    @staticmethod
    def run_in(folder, code):
        here = os.getcwd()
        os.chdir(folder)
        try:
            with mock.patch.dict(os.environ, {"MPLBACKEND": "Agg"}), contextlib.redirect_stdout(io.StringIO()):
                exec(code, {})
        finally:
            os.chdir(here)
            if "matplotlib.pyplot" in sys.modules:
                sys.modules["matplotlib.pyplot"].close("all")


@unittest.skipIf(pandas is None, "pandas is not installed")
class Shown(unittest.TestCase):
    def test_a_result_shows_itself(self):
        result = oinfo.scan(oracle.samples(), top=2)
        self.assertEqual(
            repr(result),
            "<oinfo result: the O-information of every group of columns (n-plet) of each order; 6 variables, 4 rows>",
        )
        page = result._repr_html_()
        self.assertEqual(self.cells(page)[0][:2], ["order", "total"])
        best = [", ".join(map(str, nplet)) for _, nplet in oracle.ranked(oracle.copula(oracle.samples()), 3)]
        self.assertEqual([row[1] for row in self.cells(page)[3:5]], best[:2])
        self.assertIn("400 samples, 6 variables, Gaussian copula, nats", page)
        self.assertNotIn("warnings", page.split("</style>")[1])
        self.assertEqual(result.to_json().count('"most_synergistic"'), 1)
        with tempfile.TemporaryDirectory() as folder:
            report = pathlib.Path(folder, "r.html")
            result.report(report)
            self.assertTrue(report.read_text(encoding="utf-8").startswith("<!DOCTYPE html>"))

    @staticmethod
    def cells(page):
        """The text of every cell, by rows; the page is sound."""
        root = ElementTree.fromstring(page.replace("&#9888;", ""))
        return [[cell.text or "" for cell in row] for row in root.iter("tr")]

    def test_warnings_stand_before_the_tables_and_nothing_of_the_data_is_markup(self):
        x = np.column_stack([oracle.samples()[:, :4], np.ones(400)])
        table = pandas.DataFrame(x, columns=["<b>a</b>", "b&c", "c", "d", "e"])
        with self.assertWarns(oinfo.OinfoWarning):
            result = oinfo.scan(table, top=1)
        page = result._repr_html_()
        self.assertLess(page.index('role="alert"'), page.index("<table"))
        self.assertIn("1 constant column left out", page)
        self.assertNotIn("<b>a</b>", page)
        self.assertIn("<b>a</b>, b&c, c", [row[1] for row in self.cells(page) if len(row) > 1])

    def test_every_analysis_shows_itself_with_and_without_pandas(self):
        x = oracle.samples()
        results = [
            oinfo.scan(x, rank_by="tc", level="full", top=1),
            oinfo.measures(x, [[0, 1], [1, 2, 3]]),
            oinfo.search(x, starts=1, max_order=4),
            oinfo.null(x, surrogates=39, top=1),
            oinfo.curve(x, sizes=[50], repeats=2),
            oinfo.local(x, [[0, 1]]),
            oinfo.simulate("chain", samples=9)[1],
        ]
        for result in results:
            with_pandas = self.cells(result._repr_html_())
            with mock.patch.dict(sys.modules, {"pandas": None}):
                self.assertEqual(self.cells(result._repr_html_()), with_pandas)
            self.assertGreater(len(with_pandas), 1)
        self.assertIn("Smallest tc", results[0]._repr_html_())
        self.assertIn("Something is there", results[3]._repr_html_())

    def test_long_tables_are_cut_and_a_result_that_was_stopped_says_so(self):
        rng = np.random.default_rng(1)
        page = oinfo.measures(rng.normal(size=(50, 9)), list(combinations(range(9), 3)))._repr_html_()
        self.assertEqual(len(self.cells(page)), 41)
        self.assertIn("44 more rows: .table has all.", page)
        stopped = oinfo.scan(oracle.samples(), top=1)
        stopped.json["run"]["partial"] = True
        self.assertIn("It was stopped: what is here was finished by then.", stopped._repr_html_())


if __name__ == "__main__":
    unittest.main()
