"""Types of the package are sound, by mypy where it is installed."""

import importlib.util
import pathlib
import subprocess
import sys
import tempfile
import unittest

PACKAGE = pathlib.Path(__file__).resolve().parents[1]
BUILT = PACKAGE.parent / "cli" / "target"


@unittest.skipIf(importlib.util.find_spec("mypy") is None, "mypy is not installed")
class Types(unittest.TestCase):
    def test_mypy_finds_nothing(self):
        with tempfile.TemporaryDirectory() as folder:
            # Where a build keeps what it made, the next run takes a second instead of seven.
            cache = BUILT / "mypy" if BUILT.is_dir() else folder
            words = [sys.executable, "-m", "mypy", "--config-file", "pyproject.toml", "--cache-dir", str(cache), "src/oinfo"]
            ran = subprocess.run(words, cwd=PACKAGE, capture_output=True, text=True, timeout=280)
        self.assertEqual(ran.returncode, 0, ran.stdout + ran.stderr)


if __name__ == "__main__":
    unittest.main()
