"""The examples in docstrings and on pages run as they are printed; results show themselves."""

import doctest
import pathlib
import re
import tempfile
import unittest

import oracle

import oinfo
import oinfo._calls

REPOSITORY = pathlib.Path(__file__).resolve().parents[3]


def load_tests(loader, tests, pattern):
    tests.addTests(doctest.DocTestSuite(oinfo._calls))
    return tests


class Pages(unittest.TestCase):
    def test_python_on_pages_runs(self):
        for page, least in (("README.md", 1), ("docs/python.md", 3), ("docs/from-thoi.md", 1), ("docs/from-hoi.md", 1)):
            text = (REPOSITORY / page).read_text(encoding="utf-8")
            blocks = re.findall(r"^```python\n(.*?)^```", text, re.DOTALL | re.MULTILINE)
            self.assertGreaterEqual(len(blocks), least, page)
            for block in blocks:
                with self.subTest(page, block=block), tempfile.TemporaryDirectory() as folder:
                    code = block.replace('"examples/', f'"{REPOSITORY}/examples/').replace('"r.json"', f'"{folder}/r.json"')
                    exec(compile(code, page, "exec"), {})


class Shown(unittest.TestCase):
    def test_a_result_shows_itself(self):
        result = oinfo.scan(oracle.samples(), top=2)
        self.assertEqual(
            repr(result),
            "<oinfo result: the O-information of every group of columns (n-plet) of each order; 6 variables, 4 rows>",
        )
        page = result._repr_html_()
        self.assertIn("<td>0;1;2</td>", page)
        self.assertEqual(page.count("<tr>"), 5)
        self.assertEqual(result.to_json().count('"most_synergistic"'), 1)
        with tempfile.TemporaryDirectory() as folder:
            report = pathlib.Path(folder, "r.html")
            result.report(report)
            self.assertTrue(report.read_text(encoding="utf-8").startswith("<!DOCTYPE html>"))


if __name__ == "__main__":
    unittest.main()
