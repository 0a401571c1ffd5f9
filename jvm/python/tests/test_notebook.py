"""The notebook runs from its first cell to its last, and is kept as it came out of a run."""

import contextlib
import io
import json
import os
import pathlib
import shutil
import tempfile
import unittest
import warnings

import oinfo

try:
    import matplotlib
    import pandas
except ImportError:
    matplotlib = pandas = None

EXAMPLES = pathlib.Path(__file__).resolve().parents[3] / "examples"


@unittest.skipIf(matplotlib is None, "matplotlib or pandas is not installed")
class Notebook(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.notebook = json.loads((EXAMPLES / "oinfo.ipynb").read_text(encoding="utf-8"))
        cls.cells = [cell for cell in cls.notebook["cells"] if cell["cell_type"] == "code"]

    def test_every_cell_runs_and_prints_what_it_printed(self):
        matplotlib.use("Agg")
        names, here = {}, os.getcwd()
        with tempfile.TemporaryDirectory() as folder, warnings.catch_warnings():
            for data in ("activations.npy", "labels.npy", "series.csv"):
                shutil.copy(EXAMPLES / data, folder)
            os.chdir(folder)
            try:
                for n, cell in enumerate(self.cells):
                    printed = io.StringIO()
                    with self.subTest(cell=n), contextlib.redirect_stdout(printed):
                        exec(compile("".join(cell["source"]), f"cell {n}", "exec"), names)
                    kept = ["".join(out["text"]) for out in cell["outputs"] if out["output_type"] == "stream"]
                    self.assertEqual(printed.getvalue(), "".join(kept))
                self.assertLessEqual({"tour.json", "tour.html", "tour.hif.json"}, set(os.listdir()))
            finally:
                os.chdir(here)
                matplotlib.pyplot.close("all")
        self.assertEqual(tuple(names["found"].synergistic["nplet"][0]), tuple(names["truth"].table["nplet"][0]))
        self.assertIsInstance(names["result"], oinfo.Result)

    def test_it_is_kept_with_its_pictures_and_without_traces_of_a_machine(self):
        self.assertEqual([cell["execution_count"] for cell in self.cells], list(range(1, len(self.cells) + 1)))
        outputs = [out for cell in self.cells for out in cell["outputs"]]
        self.assertGreaterEqual(sum("image/png" in out.get("data", {}) for out in outputs), 8)
        self.assertEqual({out["output_type"] for out in outputs}, {"display_data", "execute_result", "stream"})
        self.assertEqual({out["name"] for out in outputs if out["output_type"] == "stream"}, {"stdout"})
        text = json.dumps([[out.get("text"), {k: v for k, v in out.get("data", {}).items() if k != "image/png"}] for out in outputs])
        for trace in ("/home/", "/root", "/tmp", "/dev/shm"):
            self.assertNotIn(trace, text)


if __name__ == "__main__":
    unittest.main()
