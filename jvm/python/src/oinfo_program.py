"""Where the program oinfo is, and the command that becomes it. Beside the package, so that starting it does not load numpy."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path


def path() -> str | None:
    """The image that came with the package, or the launcher of the checkout that this file is in; None where there is neither."""
    here = Path(__file__).resolve().parent
    programs = [here / "oinfo" / "image" / "bin" / "oinfo"]
    if here.parts[-3:] == ("jvm", "python", "src"):
        programs.append(here.parents[2] / "oinfo")
    return next((str(program) for program in programs if program.is_file() and os.access(program, os.X_OK)), None)


def main() -> None:
    program = path()
    if program is None:
        sys.exit("oinfo: the engine must be installed with this package, or the package lie in a checkout: neither is so")
    # What Python ignores would stay ignored.
    for name in ("SIGPIPE", "SIGXFSZ"):
        signal.signal(getattr(signal, name), signal.SIG_DFL)
    os.execv(program, [program, *sys.argv[1:]])
