"""Data that stays with the engine, batches, long arrays: the same answers, nothing left behind."""

import gc
import json
import multiprocessing
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import unittest

import numpy as np
import oracle

import oinfo
from oinfo import _engine
from oinfo._bulk import Records
from oinfo._folder import FOLDER

try:
    import pandas
except ImportError:
    pandas = None


def omegas(data, **options):
    return list(oinfo.scan(data, **options).table["o"])


def files():
    return [name for path, _ in FOLDER._paths.values() for name in os.listdir(path) if name != "lock"]


def loaded():
    """The handles that the engine has."""
    with tempfile.TemporaryDirectory() as folder:
        file = os.path.join(folder, "x.npy")
        np.save(file, oracle.samples(t=50))
        answer = _engine.ENGINE.call("load", {"data": file})
        left = _engine.ENGINE.call("unload", {"data": {"handle": answer["handle"]}})
    return [one["handle"] for one in left["loaded"]]


class Load(unittest.TestCase):
    def setUp(self):
        self.x = oracle.samples(t=100)

    def test_every_analysis_takes_it_and_answers_the_same(self):
        with oinfo.load(self.x) as data:
            self.assertEqual(repr(data), "<oinfo data: 100 samples of 6 variables>")
            for analysis in (
                lambda d: oinfo.scan(d, order=(3, 4), level="full"),
                lambda d: oinfo.scan([d, self.x[:50]], stack=True),
                lambda d: oinfo.measures(d, [[0, 1, 2], [3, 5]]),
                lambda d: oinfo.target(d, 2, order=2),
                lambda d: oinfo.compare(d, self.x[:60], permutations=19),
                lambda d: oinfo.null(d, surrogates=19),
                lambda d: oinfo.bootstrap(d, [[0, 1, 2]], resamples=39),
            ):
                by_array, by_handle = analysis(self.x), analysis(data)
                self.assertEqual(by_handle.orders, by_array.orders)
                self.assertEqual(by_handle._rows(), by_array._rows())
                self.assertGreater(len(by_array._rows()), 0)
            values = oinfo.local(self.x, [[0, 1, 2]]).values
            self.assertTrue(np.array_equal(oinfo.local(data, [[0, 1, 2]]).values, values))

    def test_later_changes_of_the_array_are_not_seen(self):
        expected = omegas(self.x)
        x = self.x.copy()
        with oinfo.load(x) as data:
            x[:] = np.random.default_rng(8).normal(size=x.shape)
            self.assertEqual(omegas(data), expected)
            os.killpg(_engine.ENGINE._process._child.pid, signal.SIGKILL)
            _engine.ENGINE._process._child.wait()
            self.assertEqual(omegas(data), expected)

    def test_an_engine_that_dies_in_a_call_is_an_error_and_the_data_is_there_for_the_next(self):
        with oinfo.load(np.random.default_rng(4).normal(size=(200, 40))) as data:
            pid = _engine.ENGINE._process._child.pid
            with self.assertRaisesRegex(oinfo.EngineError, "the engine must not end before its answer"):
                oinfo.scan(data, order=9, top=1, threads=1, progress=lambda told: os.killpg(pid, signal.SIGKILL))
            self.assertEqual(oinfo.scan(data, top=1).orders[0]["total"], 9880)

    def test_it_is_freed_when_closed_and_when_forgotten(self):
        gc.collect()
        before = loaded()
        data = oinfo.load(self.x)
        other = oinfo.load(self.x)
        self.assertEqual(len(loaded()), len(before) + 2)
        data.close()
        data.close()
        del other
        gc.collect()
        self.assertEqual(loaded(), before)
        self.assertEqual(files(), [])
        self.assertEqual(repr(data), "<closed oinfo data: 100 samples of 6 variables>")
        with self.assertRaisesRegex(oinfo.InputError, "data must be open: found data that was closed; load it again"):
            oinfo.scan(data)

    def test_options_of_reading_belong_to_load(self):
        with oinfo.load(np.where(self.x > 2.3, np.nan, self.x), missing="drop-rows", columns=[0, 1, 2]) as data:
            self.assertEqual(data.shape[1], 3)
            for options, message in (
                ({"rows": "0..9"}, "rows= must be given where data is loaded: found it with data that is, the array;"),
                ({"columns": [0, 5]}, "columns must be among those that were loaded of the array: column 5 is not; load it, too"),
                ({"covariance": True}, "covariance= needs a matrix in a file"),
            ):
                with self.subTest(message), self.assertRaises(oinfo.InputError) as caught:
                    oinfo.scan(data, **options)
                self.assertTrue(str(caught.exception).startswith(message), caught.exception)
        for wrong, message in (
            (["a.npy", "b.npy"], "load must have one data set: found a list"),
            (self.x[0], "data must have 2 axes"),
            ("/no/such.npy", "the input must exist: there is no file /no/such.npy"),
        ):
            with self.subTest(message), self.assertRaisesRegex(oinfo.InputError, message):
                oinfo.load(wrong)
        with self.assertRaisesRegex(oinfo.InputError, "every parameter must be one of load: found order"):
            oinfo.load(self.x, order=3)
        self.assertEqual(files(), [])

    def test_paths_and_tables(self):
        with tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder, "x.npy")
            np.save(file, self.x)
            with oinfo.load(file) as data:
                self.assertEqual(omegas(data), omegas(self.x))
            self.assertTrue(file.exists())
        if pandas is not None:
            with oinfo.load(pandas.DataFrame(self.x, columns=list("abcdef"))) as data:
                self.assertEqual(oinfo.scan(data, columns=["a", "b", "c"]).synergistic["names"][0], ("a", "b", "c"))

    def test_a_forked_process_loads_it_into_its_own_engine(self):
        with oinfo.load(self.x) as data:
            expected = omegas(data)
            with multiprocessing.get_context("fork").Pool(1, initializer=globals().update, initargs=({"shared": data},)) as pool:
                self.assertEqual(pool.apply(omegas_of_shared), expected)
            self.assertEqual(omegas(data), expected)

    def test_two_interpreters_and_nothing_left(self):
        script = (
            "import oinfo, numpy as np, os\n"
            "from oinfo import _folder\n"
            "data = oinfo.load(np.random.default_rng(1).normal(size=(50, 4)))\n"
            "print(oinfo.scan(data).json['orders'], *[p for p, _ in _folder.FOLDER._paths.values()], sep='\\n')\n"
        )
        running = [subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True) for _ in range(2)]
        first, second = (one.communicate(timeout=120)[0].splitlines() for one in running)
        self.assertEqual(first[0], second[0])
        self.assertNotEqual(first[1], second[1])
        self.assertFalse([path for path in (*first[1:], *second[1:]) if os.path.exists(path)])


def omegas_of_shared():
    return omegas(shared)  # noqa: F821


class Batches(unittest.TestCase):
    def test_results_and_errors_come_in_order(self):
        x = oracle.samples(t=100)
        calls = oinfo.Batch()
        with oinfo.load(x) as data:
            calls.scan(x, order=3)
            calls.scan(data, order=3)
            calls.scan(x, order=0)
            calls.local(x, [[0, 1, 2]])
            calls.measures([x, x[:50]], [[0, 1]])
            self.assertEqual(len(calls), 5)
            first, second, wrong, local, several = calls.run()
        self.assertEqual(first.orders, second.orders)
        self.assertEqual(first.orders, oinfo.scan(x, order=3).orders)
        self.assertIsInstance(wrong, oinfo.InputError)
        self.assertTrue(str(wrong).startswith("order= must be at least 2"), wrong)
        self.assertEqual(local.values.shape, (100, 1, 4))
        self.assertEqual([len(one.table) for one in several], [1, 1])
        self.assertEqual(files(), [])

    def test_progress_says_which_and_interruption_returns_what_is_finished(self):
        x = np.random.default_rng(4).normal(size=(200, 40))
        calls = oinfo.Batch()
        calls.scan(x, top=1)
        calls.scan(x, order=9, top=1, threads=1)
        calls.scan(x, top=1)
        told = []

        def interrupt(message):
            told.append(message["call"])
            if message["call"] == 1 and told.count(1) == 1:
                signal.raise_signal(signal.SIGINT)

        finished, partial, behind = calls.run(progress=interrupt, on_interrupt="return")
        self.assertEqual(told[-1], 1)
        self.assertFalse(finished.partial)
        self.assertTrue(partial.partial)
        self.assertIsInstance(behind, oinfo.EngineError)
        self.assertEqual(behind.kind, "interrupted")

    def test_it_has_the_analyses_only(self):
        self.assertEqual(oinfo.Batch().run(), [])
        with self.assertRaisesRegex(AttributeError, "found load"):
            oinfo.Batch().load(oracle.samples())


class LongArrays(unittest.TestCase):
    def test_rows_are_those_of_short_ones(self):
        x = oracle.samples(t=100)
        nplets = [[0, 1, 2], [1, 3, 4], [0, 1, 2, 5]]
        short = oinfo.measures(x, nplets)
        long = oinfo.measures(x, nplets * 4000)
        self.assertIsInstance(long.json["measures"], Records)
        self.assertEqual(list(long.json["measures"][:3]), short.json["measures"])
        for name in ("nplet", "tc", "dtc", "o", "s"):
            self.assertEqual(list(long.table[name]), list(short.table[name]) * 4000)
        self.assertEqual(json.loads(long.to_json())["measures"], short.json["measures"] * 4000)
        self.assertEqual(files(), [])

    def test_singular_ones_are_nan_and_names_are_there(self):
        x = oracle.samples(t=100)
        x = np.column_stack([x, x[:, 0]])
        long = oinfo.measures(x, [[0, 1, 6], [0, 1, 2]] * 6000)
        self.assertTrue(np.isnan(long.table["o"][0]))
        self.assertIsNone(long.json["measures"][0]["o"])
        if pandas is not None:
            named = oinfo.measures(pandas.DataFrame(x, columns=list("abcdefg")), [[0, 1, 2]] * 12_000)
            self.assertEqual(named.table["names"][11_999], ("a", "b", "c"))

    def test_ends_of_a_scan(self):
        x = np.random.default_rng(4).normal(size=(100, 24))
        result = oinfo.scan(x, order=(3, 4), top="all")
        alone = oinfo.scan(x, order=3, top="all")
        self.assertIsInstance(result.orders[1]["most_synergistic"], Records)
        self.assertEqual(len(result.synergistic), 2024 + 10_626)
        self.assertEqual(list(result.synergistic["o"][:2024]), list(alone.synergistic["o"]))
        self.assertEqual(list(result.redundant["nplet"][:2024]), list(alone.redundant["nplet"]))
        self.assertEqual(len(result.table), 2 * (2024 + 10_626))


class Rooms(unittest.TestCase):
    @unittest.skipUnless(os.geteuid() == 0 and os.path.exists("/bin/mount"), "only root can mount a small folder")
    def test_a_full_folder_is_an_error_and_nothing_is_left(self):
        with tempfile.TemporaryDirectory() as folder:
            mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", folder], capture_output=True)
            if mounted.returncode:
                self.skipTest("no folder can be mounted here")
            try:
                script = (
                    "import oinfo, oinfo._folder as f, numpy as np, os\n"
                    f"f._MEMORY = {folder!r}\n"
                    "f._free = lambda path: 1 << 30\n"
                    "for call in (oinfo.scan, oinfo.load):\n"
                    "    try:\n"
                    "        call(np.zeros((9000, 9)))\n"
                    "    except oinfo.EngineError as e:\n"
                    "        print(e)\n"
                    "    print(sorted(os.listdir(f.FOLDER._paths[f._MEMORY][0])))\n"
                    "x = np.random.default_rng(1).normal(size=(60, 6))\n"
                    "print(len(oinfo.measures(x, [[0, 1, 2]] * 20_000).table))\n"
                )
                ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=120)
                lines = ran.stdout.splitlines()
                self.assertEqual(len(lines), 5, ran.stderr)
                for said, left in (lines[0:2], lines[2:4]):
                    self.assertRegex(said, "an array of 0 MB must be written to .*; make room")
                    self.assertEqual(left, "['lock']")
                # The n-plets of text fit, the records of the answer do not: they come as JSON.
                self.assertEqual(lines[4], "20000")
                self.assertEqual(os.listdir(folder), [])
            finally:
                subprocess.run(["umount", folder], check=False)


if __name__ == "__main__":
    unittest.main()
