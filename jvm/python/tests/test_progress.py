"""Bars of progress: drawn where one asked, gone at the end, whoever ends it."""

import contextlib
import io
import signal
import sys
import unittest
from unittest import mock

import numpy as np
import oracle

import oinfo

try:
    import tqdm.auto as tqdm
except ImportError:
    tqdm = None

LONG = {"order": 9, "top": 1, "threads": 1}
"""On 40 columns: 273 million n-plets, seconds on any processor."""


def big():
    return np.random.default_rng(4).normal(size=(200, 40))


@unittest.skipIf(tqdm is None, "tqdm is not installed")
class Bars(unittest.TestCase):
    def bars(self, call):
        """What a call writes to standard error, and the bars that it made."""
        made = []

        class Watched(tqdm.tqdm):
            def __init__(self, *args, **keywords):
                self.seen = []
                made.append(self)
                super().__init__(*args, **keywords)

            def refresh(self, *args, **keywords):
                self.seen.append((self.n, self.total, self.desc))
                return super().refresh(*args, **keywords)

        error = io.StringIO()
        with mock.patch.object(tqdm, "tqdm", Watched), contextlib.redirect_stderr(error):
            with contextlib.suppress(KeyboardInterrupt):
                call()
        return error.getvalue(), made

    def interrupted(self, **options):
        def soon(bar, *args, **keywords):
            signal.raise_signal(signal.SIGINT)

        with mock.patch("oinfo._progress._Bar.tell", side_effect=soon, autospec=True) as tell:
            result = oinfo.scan(big(), progress=True, bias_correct=True, **options, **LONG)
        return result, tell.call_count

    def test_a_bar_tells_how_far_a_call_is(self):
        text, (bar,) = self.bars(lambda: oinfo.scan(big(), progress=True, bias_correct=True, **LONG))
        self.assertIn("order 9: ", text)
        self.assertIn("n-plets/s", text)
        self.assertEqual(bar.total, 273_438_880)
        done = [n for n, total, _ in bar.seen if total]
        self.assertEqual(done, sorted(done))
        self.assertLessEqual(done[-1], bar.total)
        self.assertTrue(bar.disable, "it is closed")

    def test_a_short_call_draws_nothing_and_none_asked_is_none(self):
        for progress in (True, False, None):
            self.assertEqual(self.bars(lambda progress=progress: oinfo.scan(oracle.samples(), progress=progress)), ("", []))

    def test_parts_have_lengths_of_their_own(self):
        text, (bar,) = self.bars(lambda: oinfo.scan(oracle.samples(), (3, 4), rank_by=lambda tc, dtc, o, s: o / s, progress=True))
        self.assertEqual({(total, name) for n, total, name in bar.seen if n}, {(20, "order 3"), (15, "order 4")})

    def test_ctrl_c_while_a_bar_is_drawn(self):
        result, told = self.interrupted(on_interrupt="return")
        self.assertTrue(result.partial)
        self.assertGreaterEqual(told, 1)
        with self.assertRaises(KeyboardInterrupt):
            self.interrupted()
        self.assertFalse(oinfo.scan(oracle.samples()).partial)

    def test_without_tqdm_it_is_missed_by_name(self):
        with mock.patch.dict(sys.modules, {"tqdm.auto": None}), self.assertRaisesRegex(oinfo.InputError, "progress=True must have tqdm: "):
            oinfo.scan(oracle.samples(), progress=True)

    def test_what_cannot_be_told_is_refused(self):
        with self.assertRaisesRegex(oinfo.InputError, "progress must be a function, True for a bar, or None: found 'yes'"):
            oinfo.scan(oracle.samples(), progress="yes")


if __name__ == "__main__":
    unittest.main()
