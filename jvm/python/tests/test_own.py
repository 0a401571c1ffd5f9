"""Measures of one's own against brute force by numpy."""

import os
import signal
import threading
import unittest
from itertools import combinations
from unittest import mock

import numpy as np
import oracle

import oinfo
from oinfo import _own_scan, _process


def share(tc, dtc, o, s):
    """Not a sum of TC and DTC: the engine does not know it."""
    return dtc / s


def brute(correlations, columns, order, function):
    """Value and n-plet of every n-plet of some columns, smallest first, ties by columns."""
    every = []
    for nplet in combinations(columns, order):
        tc, dtc, o, s = oracle.measures(correlations, nplet)
        every.append((float(function(tc, dtc, o, s)), nplet))
    return sorted(every)


def nplets(table):
    return [tuple(map(int, nplet)) for nplet in table["nplet"]]


class Scan(unittest.TestCase):
    def setUp(self):
        self.x = oracle.samples()
        self.correlations = oracle.copula(self.x)

    def assert_ends(self, result, order, expected, top, name):
        for table, best in ((result.smallest, expected[:top]), (result.largest, expected[::-1][:top])):
            own = [n for n, k in enumerate(table["order"]) if k == order]
            self.assertEqual([nplets(table)[n] for n in own], [nplet for _, nplet in best])
            np.testing.assert_allclose(np.asarray(table[name], dtype=float)[own], [value for value, _ in best], atol=1e-10)

    def test_the_ends_are_those_of_brute_force(self):
        result = oinfo.scan(self.x, (3, 5), rank_by=share, top=4)
        for order in (3, 4, 5):
            self.assert_ends(result, order, brute(self.correlations, range(6), order, share), 4, "share")
        with self.assertRaisesRegex(oinfo.InputError, "ranked by share; see .smallest"):
            _ = result.synergistic
        counted = oinfo.scan(self.x, (3, 5))
        self.assertEqual(result.summary.to_string(), counted.summary.to_string())

    def test_blocks_of_any_size_give_the_same(self):
        whole = oinfo.scan(self.x, 4, rank_by=share, top=3).table
        size = _own_scan.BLOCK
        try:
            for _own_scan.BLOCK in (4, 15):
                told = []
                blocks = oinfo.scan(self.x, 4, rank_by=share, top=3, progress=told.append).table
                self.assertEqual(blocks.to_string(), whole.to_string())
                self.assertEqual((told[-1]["done"], told[-1]["total"], told[-1]["order"]), (15, 15, 4))
                self.assertEqual(tuple(told[-1]["best"]["lowest"]["nplet"]), nplets(whole)[0])
        finally:
            _own_scan.BLOCK = size

    def test_ties_go_by_columns_at_both_ends(self):
        result = oinfo.scan(self.x, 3, rank_by=lambda tc, dtc, o, s: np.sign(o) + 1e-13 * s, top=5)
        values = brute(self.correlations, range(6), 3, lambda tc, dtc, o, s: np.sign(o))
        for table, sign in ((result.smallest, 1), (result.largest, -1)):
            expected = sorted((sign * value, nplet) for value, nplet in values)[:5]
            self.assertEqual(nplets(table), [nplet for _, nplet in expected])

    def test_what_the_engine_knows_is_the_same_there(self):
        rng = np.random.default_rng(2)
        x = np.column_stack([rng.normal(size=(90, 9)), np.ones(90)])
        for text, function in (("0.5*tc-2*dtc", lambda tc, dtc, o, s: 0.5 * tc - 2 * dtc), ("s", lambda tc, dtc, o, s: s)):
            for options in ({}, {"bias_correct": True, "unit": "bits"}, {"columns": [8, 1, 4, 6, 2]}, {"estimator": "gaussian", "rows": "0..59"}):
                with self.assertWarns(oinfo.OinfoWarning) as caught:
                    engine = oinfo.scan(x, 4, rank_by=text, top=7, **options) if "columns" not in options else None
                    own = oinfo.scan(x, 4, rank_by=function, top=7, **options)
                    if engine is None:
                        engine = oinfo.scan(x, 4, rank_by=text, top=7, **options)
                        oinfo.scan(x)
                self.assertEqual(caught.filename, __file__)
                self.assertEqual(nplets(own.table), nplets(engine.table))
                np.testing.assert_allclose(own.table["own"], engine.table[engine.orders[0]["rank_by"]], atol=1e-11)

    def test_singular_nplets_are_left_out_and_names_travel_along(self):
        import pandas

        x = np.column_stack([self.x[:, :4], self.x[:, 0]])
        result = oinfo.scan(pandas.DataFrame(x, columns=list("abcde")), 3, rank_by=share, top=20, no_screen=True)
        self.assertEqual((len(result.smallest), result.orders[0]["singular"]), (7, 3))
        self.assertFalse([one for one in result.smallest["names"] if {"a", "e"} <= set(one)])

    def test_one_end_and_an_own_name(self):
        result = oinfo.scan(self.x, rank_by=share, ends="smallest", top=2)
        self.assertEqual((len(result.smallest), len(result.largest)), (2, 0))

    def test_what_cannot_be_ranked_is_refused_in_one_line(self):
        def tc(tc, dtc, o, s):
            return tc

        for function, message in (
            (lambda tc, dtc, o, s: np.log(o), r"own must be finite for every n-plet: found nan for \[\d, \d, \d\] \(tc="),
            (lambda tc, dtc, o, s: o[:2], r"own must give a value for each n-plet, shape \(20,\): found shape \(2,\)"),
            (lambda tc, dtc, o, s: 1.0, r"own must give a value for each n-plet, shape \(20,\): found shape \(\)"),
            (lambda tc, dtc: tc, "own must take tc, dtc, o, s, four arrays"),
            (lambda tc, dtc, o, s: o + 1j, "own must give real numbers: found dtype complex128"),
            (lambda tc, dtc, o, s: ["x"] * len(o), "own must give real numbers: found dtype <U1"),
            (tc, "a measure of one's own must have a name of its own: found tc"),
        ):
            with self.subTest(message), self.assertRaisesRegex(oinfo.InputError, message) as caught, np.errstate(invalid="ignore"):
                oinfo.scan(self.x, rank_by=function)
            self.assertNotIn("\n", str(caught.exception))
        for options in ({"groups": "0-2;3-5"}, {"window": 50}, {"out": "r.json"}, {"top": "all"}):
            with self.subTest(options), self.assertRaisesRegex(oinfo.InputError, f"{next(iter(options))} must .*rank_by is a function"):
                oinfo.scan(self.x, rank_by=share, **options)
        with self.assertRaisesRegex(oinfo.InputError, "several data sets"):
            oinfo.scan([self.x, self.x], rank_by=share)
        with self.assertRaises(ZeroDivisionError):
            oinfo.scan(self.x, rank_by=lambda tc, dtc, o, s: 1 / 0)

    def test_ctrl_c_returns_what_is_finished_where_asked(self):
        def interrupted(told):
            if told["done"] == 8:
                signal.raise_signal(signal.SIGINT)

        size, _own_scan.BLOCK = _own_scan.BLOCK, 4
        try:
            with self.assertRaises(KeyboardInterrupt):
                oinfo.scan(self.x, (3, 4), rank_by=share, progress=interrupted)
            part = oinfo.scan(self.x, (3, 4), rank_by=share, top=3, progress=interrupted, on_interrupt="return")
        finally:
            _own_scan.BLOCK = size
        self.assertTrue(part.partial)
        self.assertEqual([(one["order"], one["fraction"]) for one in part.orders], [(3, 8 / 20)])
        first = list(combinations(range(6), 3))[:8]
        expected = sorted((share(*oracle.measures(self.correlations, nplet)), nplet) for nplet in first)[:3]
        self.assertEqual(nplets(part.smallest), [nplet for _, nplet in expected])


    def test_ctrl_c_that_comes_when_the_engine_has_counted_all(self):
        receive, came = _process.Process.receive, []

        def late(process):
            while not process.answers:
                receive(process)
            if not came:
                came.append(True)
                raise KeyboardInterrupt
            return None

        for call in (oinfo.scan, oinfo.search):
            came.clear()
            with mock.patch.object(_process.Process, "receive", late):
                part = call(self.x, rank_by=share, on_interrupt="return")
            self.assertTrue(part.partial and came)
            self.assertEqual(len(part.table), 0)

    def test_ctrl_c_while_the_engine_counts(self):
        timer = threading.Timer(0.7, os.kill, (os.getpid(), signal.SIGINT))
        timer.start()
        x = np.random.default_rng(4).normal(size=(200, 40))
        part = oinfo.scan(x, 9, rank_by=share, threads=1, bias_correct=True, on_interrupt="return")
        self.assertTrue(part.partial)
        self.assertEqual((len(part.table), part.orders[0]["fraction"]), (0, 0))


class Measures(unittest.TestCase):
    def test_functions_are_columns(self):
        x = np.column_stack([oracle.samples(), oracle.samples()[:, 0]])
        given = [[0, 1, 2], [0, 6, 3], [3, 4, 5]]
        for also in (share, {"share": share}, [share, "delta3"]):
            table = oinfo.measures(x, given, also=also, estimator="gaussian").table
            expected = [share(*oracle.measures(np.corrcoef(x, rowvar=False), given[n])) for n in (0, 2)]
            np.testing.assert_allclose(np.asarray(table["share"], dtype=float)[[0, 2]], expected, atol=1e-10)
            self.assertTrue(np.isnan(np.asarray(table["share"], dtype=float)[1]))
        self.assertIn("delta3", table)
        many = np.array(given[:1] + given[2:] * 11_000)
        table = oinfo.measures(x, many, also=share, estimator="gaussian").table
        np.testing.assert_allclose(np.asarray(table["share"], dtype=float)[[0, 1, -1]], [expected[0], expected[1], expected[1]], atol=1e-10)
        with self.assertRaisesRegex(oinfo.InputError, "out must not be given where also is a function"):
            oinfo.measures(x, given, also=share, out="m.json")


class Search(unittest.TestCase):
    def setUp(self):
        self.x = np.random.default_rng(8).normal(size=(120, 9))
        self.x[:, 4:] += self.x[:, :5]

    def test_by_o_information_it_is_the_engine_s(self):
        for options in ({"starts": 3, "max_order": 7, "paths": "all"}, {"starts": 2, "beam": 4, "max_order": 6}, {"start_order": 4, "starts": 1}):
            own = oinfo.search(self.x, rank_by=lambda tc, dtc, o, s: o, **options)
            engine = oinfo.search(self.x, **options)
            self.assertEqual(own.figures["max_order"], engine.figures["max_order"])
            self.assertEqual(nplets(own.table), nplets(engine.table))
            for column in ("start", "order", "best", "added"):
                self.assertEqual(list(own.table[column]), list(engine.table[column]), column)
            np.testing.assert_allclose(own.table["own"], engine.table["o"], atol=1e-11)

    def test_a_step_is_the_best_of_all_columns(self):
        correlations = oracle.copula(self.x)
        found = oinfo.search(self.x, rank_by=share, starts=1, max_order=5, ends="largest", paths="all")
        nplet = brute(correlations, range(9), 3, share)[-1][1]
        path = [nplet]
        while len(nplet) < 5:
            grown = [tuple(sorted((*nplet, column))) for column in range(9) if column not in nplet]
            nplet = max(grown, key=lambda one: share(*oracle.measures(correlations, one)))
            path.append(nplet)
        self.assertEqual(nplets(found.table), path)
        self.assertEqual(set(found.table["end"]), {"largest"})
        self.assertEqual(found.figures["largest_best_nplet"], list(max(path, key=lambda one: share(*oracle.measures(correlations, one)))))

    def test_what_it_cannot_do_is_refused(self):
        for options, message in (
            ({"method": "anneal"}, "method must be greedy where rank_by is a function: found 'anneal'"),
            ({"starts": 0}, "starts must be a whole number, 1 or more: found 0"),
            ({"beam": 1.5}, "beam must be a whole number"),
            ({"paths": "some"}, "paths must be best or all"),
            ({"ends": "up"}, "ends"),
            ({"chains": 3}, "found chains"),
        ):
            with self.subTest(message), self.assertRaisesRegex(oinfo.InputError, message):
                oinfo.search(self.x, rank_by=share, **options)


if __name__ == "__main__":
    unittest.main()
