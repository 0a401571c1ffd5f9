"""What goes in: every kind of array, and what is refused, by one line."""

import datetime
import os
import pathlib
import tempfile
import unittest
import warnings

import numpy as np
import oracle

import oinfo
from oinfo._folder import FOLDER

try:
    import pandas
except ImportError:
    pandas = None


def best(data, **options):
    return oinfo.scan(data, top=1, **options).synergistic["o"][0]


class Arrays(unittest.TestCase):
    def setUp(self):
        self.x = oracle.samples(t=100)

    def test_layouts_and_types_of_the_same_numbers_are_the_same(self):
        expected = best(self.x)
        wide = np.zeros((200, 12))
        wide[::2, ::2] = self.x
        for same in (np.asfortranarray(self.x), wide[::2, ::2], self.x.astype(">f8"), self.x.tolist(), self.x.astype(np.longdouble)):
            self.assertEqual(best(same), expected)
        rounded = np.round(self.x * 4)
        expected = best(rounded)
        for same in (rounded.astype(np.int16), rounded.astype(np.float32), rounded.astype(np.float16)):
            self.assertEqual(best(same), expected)
        self.assertEqual(best(self.x > 0), best((self.x > 0).astype(float)))

    def test_paths_are_looked_up_from_where_python_is(self):
        with tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder, "ä x.npy")
            np.save(file, self.x)
            here = os.getcwd()
            try:
                os.chdir(folder)
                self.assertEqual(best("ä x.npy"), best(self.x))
                out = oinfo.scan(file, out="r.json")
                self.assertEqual(out, {"out": os.path.realpath("r.json")})
                self.assertTrue(pathlib.Path(folder, "r.json").is_file())
            finally:
                os.chdir(here)

    def test_more_axes_are_named(self):
        cube = np.stack([self.x[:50], self.x[50:]])
        self.assertEqual(best(cube, axes="samples,samples,variables"), best(self.x))

    def test_what_cannot_be_used_is_refused_in_one_line(self):
        x = self.x
        refused = {
            "data must be real numbers: found dtype complex128": x + 1j,
            "data must be real numbers: found dtype object": x.astype(object),
            "data must be real numbers: found dtype <U3": np.full((9, 3), "a.b"),
            "data must be real numbers: found dtype datetime64": np.full((9, 3), np.datetime64(datetime.date(2020, 1, 1))),
            "data must not be a masked array; fill it with NaN": np.ma.masked_greater(x, 1),
            "data must have 2 axes, samples x variables: found 0": 3.0,
            "data must have 2 axes, samples x variables: found 1": x[0],
            "data must have 2 axes, samples x variables: found 3, shape (1, 100, 6)": x[None],
            "data must be an array of numbers": [[1, 2], [3]],
            "the input must exist: there is no file /no/such.npy": "/no/such.npy",
        }
        for message, data in refused.items():
            with self.subTest(message), self.assertRaises(oinfo.InputError) as caught:
                oinfo.scan(data)
            self.assertTrue(str(caught.exception).startswith(message), caught.exception)
            self.assertNotIn("\n", str(caught.exception))
        with self.assertRaisesRegex(oinfo.InputError, "NaN"):
            oinfo.scan(np.where(x > 2, np.nan, x))

    def test_options_are_checked_by_the_engine(self):
        for options, message in (
            ({"ordr": 3}, "found ordr; perhaps order is meant"),
            ({"top": 0}, "top= must be"),
            ({"seed": float("nan")}, "finite number"),
            ({"level": "fuller"}, "level= must be"),
            ({"seed": object()}, "every option must be"),
            ({"format": "csv"}, "format must not be given here"),
            ({"on_interrupt": "stop"}, "on_interrupt must be raise or return"),
        ):
            with self.subTest(message), self.assertRaisesRegex(oinfo.InputError, message):
                oinfo.scan(self.x, **options)
        for nplets, message in (
            (np.zeros((2, 3)), "nplets must be whole numbers"),
            ([0, 1, 2], "every n-plet must be a list of columns"),
            ([["a", "b,c"]], "names in n-plets must be without"),
            (np.ones((2, 6), dtype=bool), "nplets must be whole numbers, n-plets x order: found bool"),
            (5, "nplets must be a list of lists of columns, an array or a path: found 5"),
            ([], "nplets must hold an n-plet: found an empty list"),
            (np.ma.masked_less([[0, 1]], 1), "must not be a masked array"),
            ([[0, 77]], "77"),
        ):
            with self.subTest(message), self.assertRaisesRegex(oinfo.InputError, message):
                oinfo.measures(self.x, nplets)
        with self.assertRaisesRegex(oinfo.InputError, "a message must be at most 1048576 bytes long"):
            oinfo.scan(self.x, columns=[1] * 400_000)
        with self.assertRaisesRegex(oinfo.InputError, "target must have 1 axis"):
            oinfo.target(self.x, self.x)
        with self.assertRaisesRegex(oinfo.InputError, "target must not be a masked array"):
            oinfo.target(self.x, np.ma.masked_less(self.x[:, 0], 0))
        self.assertIsInstance(oinfo.InputError("x"), ValueError)

    def test_lists_of_nplets_come_in_many_kinds(self):
        given = [[0, 1], [1, 2, 3]]
        expected = oinfo.measures(self.x, given).json["measures"]
        ragged = np.empty(2, dtype=object)
        ragged[:] = given
        for same in (ragged, tuple(map(np.array, given)), (nplet for nplet in given), oinfo.measures(self.x, given).table["nplet"]):
            self.assertEqual(oinfo.measures(self.x, same).json["measures"], expected)

    def test_nothing_is_left_behind(self):
        oinfo.local(self.x, [[0, 1, 2]])
        with self.assertRaises(oinfo.InputError):
            oinfo.scan(self.x, top=-1)
        for path, _ in FOLDER._paths.values():
            self.assertEqual(os.listdir(path), ["lock"])
            self.assertEqual(os.stat(path).st_mode & 0o777, 0o700)

    def test_warnings_are_warnings_of_python(self):
        with self.assertWarnsRegex(oinfo.OinfoWarning, "column 6") as caught:
            result = oinfo.scan(np.column_stack([self.x, np.ones(100)]))
        self.assertEqual(caught.filename, __file__)
        self.assertEqual([one["name"] for one in result.warnings], ["constant-columns"])
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            oinfo.scan(self.x)


@unittest.skipIf(pandas is None, "pandas is not installed")
class Tables(unittest.TestCase):
    def setUp(self):
        self.x = oracle.samples(t=100)
        self.table = pandas.DataFrame(self.x, columns=["a", "b", "sum", "c;1", "c,2", "alone"])

    def test_names_travel_along(self):
        result = oinfo.scan(self.table, top=1, level="full")
        self.assertEqual(result.synergistic["names"][0], ("a", "b", "sum"))
        self.assertEqual(result.synergistic["o"][0], best(self.x))
        self.assertEqual(list(result.per_variable.index), list(self.table.columns))
        self.assertEqual(result.json["variables"][3]["name"], "c;1")

    def test_names_choose_columns(self):
        chosen = best(self.table, columns=["a", "b", "alone"])
        self.assertEqual(chosen, best(self.x, columns=[0, 1, 5]))
        self.assertEqual(best(self.table, columns="a,b,alone"), chosen)
        self.assertEqual(best(self.table, drop=["sum", "c;1", "c,2"]), chosen)
        table = oinfo.measures(self.table, [["sum", "a", "c,2"]]).table
        self.assertEqual(set(table["names"][0]), {"sum", "a", "c,2"})
        by_name = oinfo.target(self.table, "sum", order=2, top=1, bias_correct=True)
        self.assertEqual(by_name.synergistic["names"][0], ("a", "b"))

    def test_missing_values_and_small_types(self):
        table = self.table.astype({"a": "float32"})
        table["n"] = pandas.array([None if i == 5 else i % 7 for i in range(100)], dtype="Int64")
        with self.assertWarnsRegex(oinfo.OinfoWarning, "1 row with missing values"):
            self.assertEqual(oinfo.scan(table, missing="drop-rows").run["dropped_rows"], 1)

    def test_what_is_no_number_or_twice_there_is_refused(self):
        with self.assertRaisesRegex(oinfo.InputError, "every column must be numbers: word is object"):
            oinfo.scan(self.table.assign(word="x").astype({"word": object}))
        with self.assertRaisesRegex(oinfo.InputError, r"leave it out \(drop=\['word'\]\)"):
            oinfo.scan(self.table.assign(word="x"), drop=["a"])
        double = self.table.rename(columns={"b": "a"})
        with self.assertRaisesRegex(oinfo.InputError, "columns must have different names: a is the name of 2"):
            oinfo.scan(double)

    def test_words_may_stand_where_nobody_looks(self):
        table = self.table.assign(word="x")[["a", "word", "b", "sum", "alone"]]
        self.assertEqual(best(table, drop=["word"]), best(self.x, columns=[0, 1, 2, 5]))
        self.assertEqual(best(table, columns=["a", "b", "alone"]), best(self.x, columns=[0, 1, 5]))
        self.assertEqual(best(table, drop="1"), best(self.x, columns=[0, 1, 2, 5]))
        by_name = oinfo.target(table, "sum", order=2, top=1, drop=["word"])
        self.assertEqual(by_name.synergistic["names"][0], ("a", "b"))

    def test_numbers_that_are_names_of_other_columns_are_refused(self):
        moved = pandas.DataFrame(self.x).drop(columns=[0])
        for nplets in ([[1, 2, 3]], np.array([[1, 2, 3]])):
            with self.assertRaisesRegex(oinfo.InputError, r"found 1, and column 0 \(from 0\) is named 1; write '1'"):
                oinfo.measures(moved, nplets)
        for options in ({"columns": [1, 2, 3]}, {"drop": 4}, {"columns": "0-2"}):
            with self.assertRaisesRegex(oinfo.InputError, "must be given by their names as text"):
                oinfo.scan(moved, **options)
        with self.assertRaisesRegex(oinfo.InputError, "must be given by their names as text"):
            oinfo.target(moved, 1)
        with tempfile.TemporaryDirectory() as folder:
            # A name that begins with a digit is none.
            np.save(os.path.join(folder, "2026.npy"), self.x[:, 0])
            self.assertEqual(oinfo.target(moved, os.path.join(folder, "2026.npy"), order=2).json["run"]["samples"], 100)
        self.assertEqual(oinfo.measures(moved, [["1", "2", "3"]]).table["names"][0], ("1", "2", "3"))
        self.assertEqual(best(pandas.DataFrame(self.x), columns=[0, 1, 5]), best(self.x, columns=[0, 1, 5]))


if __name__ == "__main__":
    unittest.main()
