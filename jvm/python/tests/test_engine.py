"""The child process: shared, cancelled, killed, forked, and gone at the end."""

import multiprocessing
import os
import signal
import subprocess
import sys
import threading
import time
import unittest

import numpy as np
import oracle

import oinfo
from oinfo import _engine

LONG = {"order": 9, "top": 1, "threads": 1}
"""On 40 columns: 273 million n-plets, seconds on any processor."""


def big():
    return np.random.default_rng(4).normal(size=(200, 40))


def child():
    return _engine.ENGINE._process._child


def best(x):
    return float(oinfo.scan(x, top=1).synergistic["o"][0])


def interrupt_when_busy():
    """What to give as progress: Ctrl-C as soon as the call is on its way."""
    told = []

    def progress(message):
        told.append(message)
        if len(told) == 1:
            signal.raise_signal(signal.SIGINT)

    return told, progress


def in_another_process(script, **more):
    return subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=120, **more)


class Sharing(unittest.TestCase):
    def test_calls_share_one_process_and_threads_wait_for_each_other(self):
        x = oracle.samples()
        expected = best(x)
        before = child().pid
        found = []
        threads = [threading.Thread(target=lambda: found.append(best(x))) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(found, [expected] * 8)
        self.assertEqual(child().pid, before)

    def test_a_forked_process_has_a_worker_of_its_own(self):
        x = oracle.samples()
        expected = best(x)
        for method in ("fork", "spawn"):
            with multiprocessing.get_context(method).Pool(2) as pool:
                self.assertEqual(pool.map(best, [x, x, x]), [expected] * 3)
        self.assertEqual(best(x), expected)

    def test_progress_is_told(self):
        told, progress = interrupt_when_busy()
        oinfo.scan(big(), on_interrupt="return", progress=progress, bias_correct=True, **LONG)
        self.assertEqual((told[-1]["order"], told[-1]["total"]), (9, 273_438_880))
        self.assertGreater(told[-1]["rate"], 0)


class Interruption(unittest.TestCase):
    def test_ctrl_c_cancels_the_call_and_the_engine_stays(self):
        best(oracle.samples())
        before = child().pid
        _, progress = interrupt_when_busy()
        with self.assertRaises(KeyboardInterrupt):
            oinfo.scan(big(), progress=progress, **LONG)
        self.assertEqual(best(oracle.samples()), best(oracle.samples()))
        self.assertEqual(child().pid, before)

    def test_ctrl_c_while_waiting_returns_what_is_finished(self):
        best(oracle.samples())
        timer = threading.Timer(0.7, os.kill, (os.getpid(), signal.SIGINT))
        timer.start()
        result = oinfo.scan(big(), on_interrupt="return", bias_correct=True, **LONG)
        self.assertTrue(result.partial)
        self.assertLess(result.orders[0]["fraction"], 1)

    def test_ctrl_c_in_progress_returns_what_is_finished(self):
        _, progress = interrupt_when_busy()
        result = oinfo.scan(big(), on_interrupt="return", progress=progress, bias_correct=True, **LONG)
        self.assertTrue(result.partial)

    def test_progress_that_calls_the_engine_is_refused(self):
        with self.assertRaisesRegex(oinfo.InputError, "progress must not call the engine"):
            oinfo.scan(big(), progress=lambda told: oinfo.scan(oracle.samples()), **LONG)

    def test_an_error_in_progress_ends_the_call(self):
        with self.assertRaises(ZeroDivisionError):
            oinfo.scan(big(), progress=lambda message: 1 / 0, **LONG)
        self.assertEqual(oinfo.scan(oracle.samples()).partial, False)


class Crash(unittest.TestCase):
    def test_a_killed_engine_is_an_exception_and_the_next_call_starts_another(self):
        expected = best(oracle.samples())
        before = child().pid

        def kill(message):
            os.killpg(before, signal.SIGKILL)

        with self.assertRaisesRegex(oinfo.EngineError, "the engine must not end before its answer") as caught:
            oinfo.scan(big(), progress=kill, **LONG)
        self.assertEqual(caught.exception.kind, "engine")
        self.assertEqual(best(oracle.samples()), expected)
        self.assertNotEqual(child().pid, before)
        os.killpg(child().pid, signal.SIGKILL)
        time.sleep(0.2)
        self.assertEqual(best(oracle.samples()), expected)

    def test_a_backend_that_is_not_there(self):
        with self.assertRaises(oinfo.InputError):
            oinfo.scan(oracle.samples(), backend="nonesuch")

    def test_a_program_that_cannot_be_started(self):
        for program, message in (("/no/such", "must be a program that can be started"), ("false", "ended with code 1")):
            script = f"import os; os.environ['OINFO'] = {program!r}; import oinfo; oinfo.scan([[1, 2], [3, 4]])"
            ran = in_another_process(script)
            self.assertIn(message, ran.stderr)
            self.assertIn("EngineError", ran.stderr)

    def test_a_full_folder_is_an_exception(self):
        script = (
            "import oinfo, oinfo._folder as f, numpy as np\n"
            "f._free = lambda path: 100\n"
            "oinfo.scan(np.zeros((9, 3)))"
        )
        self.assertIn("EngineError: the array must fit into", in_another_process(script).stderr)


class End(unittest.TestCase):
    SCRIPT = (
        "import os, sys, oinfo, numpy as np\n"
        "from oinfo import _engine, _folder\n"
        "x = np.random.default_rng(1).normal(size=(50, 4))\n"
        "oinfo.scan(x)\n"
        "print(_engine.ENGINE._process._child.pid, *[p for p, _ in _folder.FOLDER._paths.values()], flush=True)\n"
    )

    def assert_gone(self, pid):
        for _ in range(100):
            try:
                os.killpg(int(pid), 0)
            except ProcessLookupError:
                return
            time.sleep(0.1)
        self.fail(f"process group {pid} is still there")

    def test_nothing_is_left_after_the_end(self):
        pid, *folders = in_another_process(self.SCRIPT).stdout.split()
        self.assert_gone(pid)
        self.assertTrue(folders)
        self.assertFalse([folder for folder in folders if os.path.exists(folder)])

    def test_an_engine_ends_with_a_killed_process_and_the_next_one_removes_its_folder(self):
        killed = in_another_process(self.SCRIPT + "os.kill(os.getpid(), 9)")
        pid, *folders = killed.stdout.split()
        self.assert_gone(pid)
        self.assertTrue(all(os.path.exists(folder) for folder in folders))
        in_another_process(self.SCRIPT)
        self.assertFalse([folder for folder in folders if os.path.exists(folder)])

    def test_importing_starts_nothing(self):
        script = "import oinfo; from oinfo import _engine; print(_engine.ENGINE._process)"
        self.assertEqual(in_another_process(script).stdout, "None\n")


if __name__ == "__main__":
    unittest.main()
