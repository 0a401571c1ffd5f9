"""The numbers are those of the definitions."""

import unittest
from itertools import combinations

import numpy as np
import oracle

import oinfo

TOLERANCE = 1e-11  # of 1 + S


def close(found, expected):
    return abs(found[2] - expected[2]) <= TOLERANCE * (1 + expected[3]) and np.allclose(found, expected, rtol=1e-10, atol=1e-11)


def rows(table):
    return np.column_stack([np.asarray(table[name], dtype=float) for name in ("tc", "dtc", "o", "s")])


class Values(unittest.TestCase):
    def setUp(self):
        self.x = oracle.samples()

    def test_scan_ranks_every_nplet(self):
        for estimator, correlations in (("copula", oracle.copula(self.x)), ("gaussian", np.corrcoef(self.x, rowvar=False))):
            result = oinfo.scan(self.x, order=(3, 5), top=4, estimator=estimator)
            for order in (3, 4, 5):
                expected = oracle.ranked(correlations, order)
                for table, best in ((result.synergistic, expected[:4]), (result.redundant, expected[::-1][:4])):
                    own = np.asarray(table["order"]) == order
                    found = [tuple(nplet) for nplet in np.asarray(table["nplet"])[own]]
                    self.assertEqual(found, [nplet for _, nplet in best])
                    for row, (_, nplet) in zip(rows(table)[own], best, strict=True):
                        self.assertTrue(close(row, oracle.measures(correlations, nplet)), (estimator, nplet, row))

    def test_a_scan_ranked_by_another_measure_has_its_ends(self):
        correlations = oracle.copula(self.x)
        every = [(oracle.measures(correlations, nplet), nplet) for nplet in combinations(range(6), 3)]
        for name, value in (("tc", lambda m: m[0]), ("0.5*tc-2*dtc", lambda m: 0.5 * m[0] - 2 * m[1])):
            result = oinfo.scan(self.x, rank_by=name, top=3)
            expected = sorted(every, key=lambda one: value(one[0]))
            for table, best in ((result.smallest, expected[:3]), (result.largest, expected[::-1][:3])):
                self.assertEqual([tuple(nplet) for nplet in table["nplet"]], [nplet for _, nplet in best])
            self.assertEqual(len(result.table), 6)
            with self.assertRaisesRegex(oinfo.InputError, "ranked by .*; see .smallest"):
                _ = result.synergistic
        by_o = oinfo.scan(self.x, top=3)
        self.assertEqual(list(by_o.smallest["o"]), list(by_o.synergistic["o"]))

    def test_summary_counts_and_averages(self):
        result = oinfo.scan(self.x, order=3, level="full")
        values = np.array([o for o, _ in oracle.ranked(oracle.copula(self.x), 3)])
        one = result.orders[0]
        self.assertEqual((one["total"], one["redundant"]), (20, int((values > 0).sum())))
        for name, expected in (("mean", values.mean()), ("variance", values.var()), ("min", values[0]), ("max", values[-1])):
            self.assertAlmostEqual(one["o"][name], expected, delta=1e-11)
            self.assertAlmostEqual(float(np.asarray(result.summary[name])[0]), expected, delta=1e-11)
        counts, edges = result.histogram[3]
        self.assertEqual((counts.sum(), len(edges)), (20, len(counts) + 1))
        self.assertTrue(np.array_equal(counts, np.histogram(values, edges)[0]))
        of_two = [o for o, nplet in oracle.ranked(oracle.copula(self.x), 3) if 2 in nplet]
        self.assertAlmostEqual(float(np.asarray(result.per_variable["mean_o"])[2]), np.mean(of_two), delta=1e-11)

    def test_measures_keep_the_order_of_the_list(self):
        correlations = np.corrcoef(self.x, rowvar=False)
        given = [[2, 1, 0], [3, 4, 5, 0], [0, 1]]
        table = oinfo.measures(self.x, given, estimator="gaussian").table
        for row, nplet in zip(rows(table), given, strict=True):
            self.assertTrue(close(row, oracle.measures(correlations, nplet)), nplet)
        array = oinfo.measures(correlations, np.array(given[:1] * 3), covariance=True).table
        self.assertEqual(len(array), 3)
        self.assertTrue(close(rows(array)[2], oracle.measures(correlations, given[0])))

    def test_bits_are_nats_over_ln_2(self):
        nats, bits = (oinfo.measures(self.x, [[0, 1, 2]], unit=unit).table["o"][0] for unit in ("nats", "bits"))
        self.assertAlmostEqual(bits, nats / np.log(2), delta=1e-15)

    def test_gradients_and_local_add_up_to_the_measures(self):
        correlations = oracle.copula(self.x)
        gradients = np.asarray(oinfo.gradients(self.x, [[0, 1, 2, 3]]).table["gradient"])
        whole = oracle.measures(correlations, [0, 1, 2, 3])[2]
        for i in range(4):
            rest = [j for j in range(4) if j != i]
            self.assertAlmostEqual(gradients[i], whole - oracle.measures(correlations, rest)[2], delta=1e-11)
        values = oinfo.local(self.x, [[0, 1, 2], [3, 4, 5]]).values
        for n, nplet in enumerate(([0, 1, 2], [3, 4, 5])):
            np.testing.assert_allclose(values[:, n].mean(axis=0), oracle.measures(correlations, nplet), atol=1e-10)

    def test_several_data_sets_have_a_result_each(self):
        other = oracle.samples(seed=12)
        first, second = oinfo.scan([self.x, other], top=1)
        self.assertEqual(first.synergistic["o"][0], oinfo.scan(self.x, top=1).synergistic["o"][0])
        self.assertEqual(second.synergistic["o"][0], oinfo.scan(other, top=1).synergistic["o"][0])
        stacked = oinfo.scan([self.x, other], top=1, stack=True)
        self.assertEqual(stacked.run["samples"], 800)
        self.assertEqual(stacked.synergistic["o"][0], oinfo.scan(np.vstack([self.x, other]), top=1).synergistic["o"][0])

    def test_a_target_may_be_numbers_words_or_a_column(self):
        y = self.x[:, 0] + self.x[:, 1]
        beside = oinfo.target(self.x, y, order=2, top=1, columns=[0, 1, 5])
        self.assertEqual(tuple(beside.synergistic["nplet"][0]), (0, 1))
        column = oinfo.target(np.column_stack([self.x[:, [0, 1, 5]], y]), 3, order=2, top=1)
        self.assertEqual(column.synergistic["i"][0], beside.synergistic["i"][0])
        words = oinfo.target(self.x, np.where(y > 0, "up", "down"), order=2, top=1)
        numbers = oinfo.target(self.x, (y > 0).astype(int), order=2, top=1, target_kind="classes")
        self.assertIn("up (", words.figures["classes"])
        self.assertAlmostEqual(words.synergistic["i"][0], numbers.synergistic["i"][0], delta=1e-12)

    def test_orders_may_be_written_in_many_ways(self):
        for order, expected in ((3, [3]), ((3, 5), [3, 4, 5]), (range(3, 6), [3, 4, 5]), ([3, 5], [3, 5]), ("3,4", [3, 4])):
            self.assertEqual([one["order"] for one in oinfo.scan(self.x, order).orders], expected)


if __name__ == "__main__":
    unittest.main()
