"""Scripts of THOI with another import: shapes, columns and values from the definitions."""

import os
import subprocess
import sys
import tempfile
import unittest
import warnings
from functools import partial
from itertools import combinations

import numpy as np
import oracle

import oinfo
from oinfo._peers import said
from oinfo.thoi.collectors import (
    batch_to_csv,
    batch_to_tensor,
    batched_results_to_dataframe,
    concat_and_sort_csv,
    concat_batched_tensors,
    top_k_nplets,
)
from oinfo.thoi.commons import gaussian_copula_covmat
from oinfo.thoi.heuristics import greedy, random_sampler, simulated_annealing
from oinfo.thoi.heuristics.simulated_annealing_multi_order import hot_encode_to_indexes, simulated_annealing_multi_order
from oinfo.thoi.measures.gaussian_copula import multi_order_measures, nplets_measures
from oinfo.thoi.measures.gaussian_copula_hot_encoded import multi_order_measures_hot_encoded, nplets_measures_hot_encoded
from oinfo.thoi.measures.gaussian_copula_local import (
    local_multi_order_measures,
    local_nplets_measures,
    time_averaged_local_measures,
)

NAMES = ["tc", "dtc", "o", "s"]


class Tensor:
    """What a package of tensors hands to numpy."""

    def __init__(self, values):
        self.values = values

    def __array__(self, dtype=None, copy=None):
        return np.asarray(self.values, dtype=dtype)


def defined(correlations, nplet, samples=None):
    """tc, dtc, o, s, less the bias of samples."""
    return oracle.measures(correlations, nplet) - (0 if samples is None else oracle.bias(len(nplet), samples))


def columns(table, names=NAMES):
    return np.column_stack([np.asarray(table[name], dtype=float) for name in names])


class Measures(unittest.TestCase):
    def setUp(self):
        self.x, self.y = oracle.samples(), oracle.samples(t=300, seed=12)

    def test_the_first_steps(self):
        x = np.random.default_rng(3).normal(0, 1, (1000, 10))
        self.assertEqual(nplets_measures(x).shape, (1, 1, 4))
        self.assertEqual(nplets_measures(x, [[0, 1, 3]]).shape, (1, 1, 4))
        self.assertEqual(nplets_measures([x, x], np.empty((0, 3), dtype=int)).shape, (0, 2, 4))
        self.assertEqual(nplets_measures(x, [[0, 1, 3], [3, 7, 4], [2, 6, 3]]).shape, (3, 1, 4))
        self.assertEqual(len(multi_order_measures(x)), sum(1 for k in range(3, 11) for _ in combinations(range(10), k)))
        nplets, scores = greedy(x, 3, 5, repeat=10)
        self.assertEqual((nplets.shape, scores.shape), ((10, 5), (10, 3)))
        nplets, scores = simulated_annealing(x, 5, repeat=10)
        self.assertEqual((nplets.shape, scores.shape), ((10, 5), (10,)))

    def test_given_nplets_of_several_data_sets_have_the_values_of_the_definitions(self):
        groups = [[2, 0, 1], [3, 4, 5], [0, 1]]
        for given in (groups, groups[:2], np.array(groups[:2]), Tensor(groups[:2])):
            values = nplets_measures([self.x, self.y], given)
            self.assertEqual(values.shape, (len(getattr(given, "values", given)), 2, 4))
            for n, nplet in enumerate(getattr(given, "values", given)):
                for d, data in enumerate((self.x, self.y)):
                    expected = defined(oracle.copula(data), nplet, len(data))
                    np.testing.assert_allclose(values[n, d], expected, atol=1e-11)
        many = nplets_measures([self.x] + [self.x[:, ::-1]] * 30 + [self.y] * 2, groups)
        np.testing.assert_array_equal(many[:, 30], nplets_measures(self.x[:, ::-1], groups)[:, 0])
        np.testing.assert_array_equal(many[:, [0, 32]], nplets_measures([self.x, self.y], groups))
        whole = nplets_measures(self.x)[0, 0]
        np.testing.assert_allclose(whole, defined(oracle.copula(self.x), range(6), 400), atol=1e-11)

    def test_arrays_come_in_many_forms(self):
        expected = nplets_measures(self.x, [[0, 1, 2]])
        for same in (Tensor(self.x), [Tensor(self.x)], self.x[np.newaxis], self.x.tolist(), np.asfortranarray(self.x)):
            np.testing.assert_array_equal(nplets_measures(same, [[0, 1, 2]]), expected)
        hot = nplets_measures_hot_encoded(self.x, [[1, 1, 1, 0, 0, 0], [0, 0, 1, 1, 1, 1]])
        np.testing.assert_array_equal(hot, nplets_measures(self.x, [[0, 1, 2], [2, 3, 4, 5]]))

    def test_covariances_are_corrected_where_their_samples_are_known(self):
        both = [np.cov(self.x, rowvar=False), np.cov(self.y, rowvar=False)]
        for samples in (None, 400, [400, 300]):
            values = nplets_measures(both, [[0, 1, 2]], covmat_precomputed=True, T=samples)
            for d, matrix in enumerate(both):
                t = samples if samples is None or isinstance(samples, int) else samples[d]
                scale = np.sqrt(np.diag(matrix))
                np.testing.assert_allclose(values[0, d], defined(matrix / np.outer(scale, scale), [0, 1, 2], t), atol=1e-11)

    def test_the_table_of_all_nplets(self):
        table = multi_order_measures([self.x, self.y], 3, 4)
        every = [nplet for k in (3, 4) for nplet in combinations(range(6), k)]
        variables = [f"var_{n}" for n in range(6)]
        names = list(getattr(table, "columns", None) if hasattr(table, "columns") else table.dtype.names)
        self.assertEqual(names, ["dataset", *NAMES, *variables, "order"])
        self.assertEqual(list(table["dataset"]), [0] * 35 + [1] * 35)
        self.assertEqual(list(table["order"]), ([3] * 20 + [4] * 15) * 2)
        inside = columns(table, variables)
        for row, nplet in zip(inside, every * 2, strict=True):
            self.assertEqual(tuple(np.flatnonzero(row)), nplet)
        for d, data in enumerate((self.x, self.y)):
            expected = [defined(oracle.copula(data), nplet, len(data)) for nplet in every]
            np.testing.assert_allclose(columns(table)[35 * d : 35 * d + 35], expected, atol=1e-11)
        np.testing.assert_array_equal(columns(multi_order_measures_hot_encoded([self.x, self.y], 3, 4)), columns(table))

    def test_local_values_are_log_ratios_of_densities(self):
        scores, covariance = gaussian_copula_covmat(self.x[np.newaxis], return_xg=True)
        nplet = [0, 2, 4]
        expected = oracle.local(scores[0], covariance[0], nplet)
        for values in (local_nplets_measures(self.x, [nplet]), local_nplets_measures(scores, [nplet], covmats=covariance)):
            self.assertEqual(values.shape, (1, 1, 400, 4))
            np.testing.assert_allclose(values[0, 0], expected, atol=1e-10)
        table = local_multi_order_measures([self.x, self.x], 3, 3)
        self.assertEqual(len(table), 2 * 20 * 400)
        self.assertEqual(list(table["time"][:3]), [0, 1, 2])
        means = time_averaged_local_measures(self.x, 3, 4)
        np.testing.assert_allclose(means[4], nplets_measures(self.x, list(combinations(range(6), 4))), atol=1e-11)
        with self.assertRaisesRegex(oinfo.InputError, "covmats must be the covariances of X"):
            local_nplets_measures(self.x, [nplet], covmats=covariance)

    def test_the_covariance_of_normal_scores(self):
        scores, covariance = gaussian_copula_covmat(self.x[np.newaxis].astype(np.float32), out_dtype=np.float64)
        self.assertIsNone(scores)
        spread = np.sqrt(np.diag(covariance[0]))
        np.testing.assert_allclose(covariance[0] / np.outer(spread, spread), oracle.copula(self.x), atol=1e-12)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tied, _ = gaussian_copula_covmat(np.array([[[1.0], [5.0], [1.0]]]), return_xg=True)
        self.assertAlmostEqual(tied[0, 0, 0], tied[0, 2, 0])


class Callbacks(unittest.TestCase):
    def setUp(self):
        self.x = oracle.samples()
        self.table = multi_order_measures(self.x, 3, 3)

    def test_collectors_get_batches(self):
        told = []

        def collect(nplets, measures, batch):
            told.append((nplets.shape, measures.shape, batch))

        multi_order_measures(self.x, 3, 4, batch_size=8, batch_data_collector=collect, batch_aggregation=len)
        self.assertEqual([one[0][0] for one in told], [8, 8, 4, 8, 7])
        self.assertEqual([one[2] for one in told], [0, 1, 2, 0, 1])
        self.assertEqual(told[0][:2], ((8, 3), (8, 1, 4)))
        items = multi_order_measures(self.x, 3, 3, batch_aggregation=lambda items: items)
        np.testing.assert_array_equal(columns(batched_results_to_dataframe(items, 6)), columns(self.table))

    def test_the_best_are_kept(self):
        best = partial(batch_to_tensor, top_k=2, metric="o", largest=True)
        measures, nplets, values = multi_order_measures(
            self.x,
            3,
            3,
            batch_size=7,
            batch_data_collector=best,
            batch_aggregation=partial(concat_batched_tensors, top_k=2, metric=None, largest=True),
        )
        o = np.sort(columns(self.table)[:, 2])[::-1]
        np.testing.assert_array_equal(values, o[:2])
        np.testing.assert_array_equal(measures[:, 0, 2], o[:2])
        np.testing.assert_array_equal(nplets[0], [3, 4, 5])
        smallest = top_k_nplets(
            np.array(list(combinations(range(6), 3))), columns(self.table)[:, np.newaxis], 1, lambda m: m[:, 0, 2], False
        )
        self.assertEqual(tuple(smallest[1][0]), (0, 1, 2))

    def test_tables_of_batches(self):
        collector = partial(batch_to_csv, N=6, only_synergetic=True)
        table = multi_order_measures(self.x, 3, 3, batch_size=7, batch_data_collector=collector, batch_aggregation=concat_and_sort_csv)
        every = columns(self.table)
        np.testing.assert_array_equal(columns(table), every[every[:, 2] < 0])
        two = batch_to_csv([[0, 2]] * 2, *np.arange(16.0).reshape(4, 2, 2), 0, columns=["a", "b", "c"])
        self.assertEqual(columns(two, ["dataset", "tc", "s", "a", "b", "order"]).tolist()[1], [1, 1, 13, 1, 0, 2])

    @unittest.skipUnless(hasattr(multi_order_measures(oracle.samples(t=50), 3, 3), "to_csv"), "pandas is not installed")
    def test_batches_are_written(self):
        with tempfile.TemporaryDirectory() as folder:
            collector = partial(batch_to_csv, columns=list("abcdef"), output_path=os.path.join(folder, "{order}-{bn}.tsv"))
            multi_order_measures(self.x, 3, 4, batch_size=20, batch_data_collector=collector, batch_aggregation=len)
            self.assertEqual(sorted(os.listdir(folder)), ["3-0.tsv", "4-0.tsv"])
            with open(os.path.join(folder, "4-0.tsv"), encoding="utf-8") as file:
                self.assertEqual(file.readline(), "dataset\ttc\tdtc\to\ts\ta\tb\tc\td\te\tf\torder\n")


class Searches(unittest.TestCase):
    def setUp(self):
        self.data = [oracle.samples(), oracle.samples(t=300, seed=12)]

    def steps(self, value, repeat, last, largest):
        """Greedy by brute force."""
        sign = -1 if largest else 1
        found = []
        for start in sorted(combinations(range(6), 3), key=lambda nplet: sign * value(nplet))[:repeat]:
            nplet, scores = list(start), [value(start)]
            while len(nplet) < last:
                score, member = min((sign * value([*nplet, j]), j) for j in range(6) if j not in nplet)
                nplet, scores = [*nplet, member], [*scores, sign * score]
            found.append((nplet, scores))
        return [one[0] for one in found], [one[1] for one in found]

    def test_greedy_takes_the_best_step(self):
        correlations = [oracle.copula(one) for one in self.data]

        def mean(m, nplet):
            return np.mean([defined(c, nplet, len(x))[m] for c, x in zip(correlations, self.data, strict=True)])

        for metric, m, largest in (("o", 2, False), ("tc", 0, True), (lambda values: values[:, :, 2].mean(axis=1), 2, False)):
            nplets, scores = greedy(self.data, 3, 5, repeat=3, metric=metric, largest=largest)
            expected = self.steps(partial(mean, m), 3, 5, largest)
            self.assertEqual(nplets.tolist(), expected[0])
            np.testing.assert_allclose(scores, expected[1], atol=1e-11)
        nplets, scores = greedy(self.data[0], repeat=2, metric="s", largest=True)
        expected = self.steps(lambda nplet: defined(correlations[0], nplet, 400)[3], 2, 6, True)
        self.assertEqual(nplets.tolist(), expected[0])
        np.testing.assert_allclose(scores, expected[1], atol=1e-11)

    def test_annealing_finds_the_best_nplet(self):
        np.random.seed(4)
        o = multi_order_measures(self.data[0], 4, 4)["o"]
        for options, expected in (({}, o.min()), ({"largest": True}, o.max()), ({"metric": lambda m: m[:, :, 2].min(axis=1)}, o.min())):
            nplets, scores = simulated_annealing(self.data[0], 4, repeat=5, max_iterations=300, initial_temp=0.1, **options)
            self.assertEqual(nplets.shape, (5, 4))
            self.assertAlmostEqual(scores.max() if "largest" in options else scores.min(), expected, delta=1e-11)
            np.testing.assert_allclose(nplets_measures(self.data[0], nplets)[:, 0, 2], scores, atol=1e-11)
        start = np.array([[0, 3, 5]])
        nplets, scores = simulated_annealing(self.data, 3, initial_solution=start, repeat=1, max_iterations=0, metric="dtc")
        self.assertEqual(nplets.tolist(), start.tolist())
        self.assertAlmostEqual(scores[0], nplets_measures(self.data, start)[0, :, 1].mean(), delta=1e-11)
        again = [(np.random.seed(1), simulated_annealing(self.data, 4, max_iterations=20)[1].tolist())[1] for _ in range(2)]
        self.assertEqual(*again)
        self.assertEqual(sorted(random_sampler(5, 5, 2)[0]), [0, 1, 2, 3, 4])

    def test_annealing_of_any_order(self):
        np.random.seed(4)
        o = columns(multi_order_measures(self.data[0]))[:, 2]
        hot, scores = simulated_annealing_multi_order(self.data[0], repeat=5, max_iterations=300, initial_temp=0.1)
        self.assertAlmostEqual(scores.min(), o.min(), delta=1e-11)
        np.testing.assert_allclose(nplets_measures_hot_encoded(self.data[0], hot)[:, 0, 2], scores, atol=1e-11)
        self.assertEqual(hot_encode_to_indexes(np.array([[1, 0, 1], [0, 1, 1]])).tolist(), [[0, 2], [1, 2]])

    def test_a_column_twice_is_singular_and_never_the_best(self):
        twice = np.column_stack([self.data[0], self.data[0][:, 0]])
        self.assertTrue(np.isnan(nplets_measures(twice, [[0, 1, 6]])).all())
        for nplets, scores in (greedy(twice, 3, 4, largest=True), simulated_annealing(twice, 3, repeat=20, max_iterations=50)):
            self.assertFalse(np.isnan(scores).any())
            self.assertFalse(any({0, 6} <= set(nplet) for nplet in nplets.tolist()))


class Said(unittest.TestCase):
    def setUp(self):
        said._SAID.clear()
        self.x = oracle.samples(t=100)

    def test_importing_loads_no_other_package(self):
        script = "import sys, oinfo.thoi, oinfo.hoi; print(*{'torch', 'jax', 'pandas', 'matplotlib', 'sklearn'} & set(sys.modules))"
        self.assertEqual(subprocess.run([sys.executable, "-c", script], capture_output=True, text=True).stdout, "\n")

    def test_differences_are_said_once_where_the_script_calls(self):
        tied = np.round(self.x)
        for name, call in (
            ("device is ignored", lambda: nplets_measures(self.x, [[0, 1]], device="cuda:0")),
            ("average rank \\(6 of 6 columns", lambda: nplets_measures(tied, [[0, 1]])),
        ):
            with self.assertWarnsRegex(oinfo.DifferenceWarning, name) as caught:
                call()
            self.assertEqual(caught.filename, __file__)
            with warnings.catch_warnings():
                warnings.simplefilter("error")
                call()
                nplets_measures(self.x, [[0, 1]], device="cpu", use_cpu=False)

    def test_constant_columns_are_named_each_time(self):
        constant = np.column_stack([self.x, np.ones(100)])
        for call in (
            lambda: nplets_measures([self.x[:, :3], constant[:, 4:]], [[0, 1, 2]])[0, 1],
            lambda: nplets_measures(constant, [[0, 6]]),
        ):
            with self.assertWarnsRegex(oinfo.OinfoWarning, "constant column have no value, NaN: .*column [26]$") as caught:
                self.assertTrue(np.isnan(call()).all())
            self.assertEqual(caught.filename, __file__)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            nplets, scores = simulated_annealing(constant, 3, repeat=20, max_iterations=50)
            self.assertFalse(np.isnan(greedy(constant, 3, 5)[1]).any())
        self.assertFalse(np.isnan(scores).any() or (nplets == 6).any())

    def test_what_cannot_be_used_is_refused_in_one_line(self):
        x = self.x
        for message, call in (
            ("every data set must have 2 axes, samples x variables", lambda: nplets_measures(x[0])),
            ("data sets must have the same variables: found 5 in data set 1", lambda: nplets_measures([x, x[:, :5]])),
            ("T must be one number, or one for each data set", lambda: nplets_measures(np.cov(x.T), covmat_precomputed=True, T=[9, 9])),
            ("nplets must have 2 axes", lambda: nplets_measures(x, [0, 1, 2])),
            ("nplets must hold columns 0 to 5: found 77, n-plet 0 (from 0)", lambda: nplets_measures(x, [[0, 77]])),
            ("nplets must be whole numbers: found float64", lambda: nplets_measures(x, [[0.0, 1.0]])),
            ("nplets row 0 (from 0): an n-plet must not repeat a variable", lambda: nplets_measures([x, x], [[0, 0]])),
            ("column 3 of data set 1", lambda: nplets_measures([x, np.where(np.arange(6) == 3, np.nan, x)], [[0, 1]])),
            ("orders must be 2 <= min_order", lambda: multi_order_measures(x, 3, 7)),
            ("metric must be one of tc, dtc, o, s or a function: found 'omega'", lambda: greedy(x, metric="omega")),
            ("metric must take an array of numpy", lambda: greedy(x, metric=lambda m: m.mean(dim=1))),
            ("metric must return a number for each n-plet", lambda: greedy(x, metric=lambda m: m)),
            ("batch_data_collector must take", lambda: multi_order_measures(x, batch_data_collector=lambda one: one)),
            ("give it to multi_order_measures", lambda: multi_order_measures_hot_encoded(x, batch_aggregation=len)),
            ("repeat must be at least 1", lambda: greedy(x, repeat=0)),
            ("initial_solution must be n-plets", lambda: simulated_annealing(x, 3, initial_solution=[[0, 1, 2]])),
            ("columns or N must be given", lambda: batch_to_csv([[0]], [[0]], [[0]], [[0]], [[0]], 0)),
            ("X must have 3 axes", lambda: gaussian_copula_covmat(x)),
            ("samples must be finite", lambda: gaussian_copula_covmat(np.where(x > 1, np.nan, x)[np.newaxis])),
        ):
            with self.subTest(message), self.assertRaises(oinfo.InputError) as caught:
                call()
            self.assertIn(message, str(caught.exception))
            self.assertNotIn("\n", str(caught.exception))


class Torch(unittest.TestCase):
    def test_tensors_in_are_tensors_out(self):
        try:
            import torch
        except ImportError:
            self.skipTest("torch is not installed")
        x = torch.as_tensor(oracle.samples()).requires_grad_()
        values = nplets_measures([x, x], torch.tensor([[0, 1, 2]]))
        self.assertEqual(tuple(values.shape), (1, 2, 4))
        np.testing.assert_array_equal(values.numpy(), nplets_measures([oracle.samples()] * 2, [[0, 1, 2]]))
        np.testing.assert_array_equal(values.numpy(), nplets_measures(oracle.samples(), [torch.tensor([0, 1, 2])])[:, [0, 0]])
        nplets, scores = greedy(x, 3, 4, metric=lambda m: m[:, :, 2].mean(dim=1))
        self.assertTrue(torch.is_tensor(nplets) and torch.is_tensor(scores))


if __name__ == "__main__":
    unittest.main()
