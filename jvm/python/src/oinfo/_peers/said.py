"""What is done otherwise than in the package whose names are used, said once in a process."""

from __future__ import annotations

import os
import sys
import warnings
from typing import Any

import numpy as np

from .._errors import DifferenceWarning, OinfoWarning

_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
_SAID: set[str] = set()


def once(name: str, message: str) -> None:
    """Warns at the line that called the package, the first time that this name comes up."""
    if name not in _SAID:
        _SAID.add(name)
        _warn(message, DifferenceWarning)


def device(peer: str, **given: Any) -> None:
    """For arguments that name a device, which have no meaning here."""
    asked = [name for name, value in given.items() if value is not None and str(value) not in ("cpu", "False")]
    if asked:
        once(f"{peer}-device", f"{asked[0]} is ignored: the engine takes all processors, and a GPU by itself where it can use one")


def ties(peer: str, data: list[np.ndarray[Any, Any]]) -> None:
    """For samples that are going to be ranked."""
    for d, one in enumerate(data):
        ascending = np.sort(one, axis=0)
        constant = np.flatnonzero(ascending[0] == ascending[-1])
        if len(constant):
            where = f"data set {d} (from 0), column" if len(data) > 1 else "column"
            _warn(f"n-plets with a constant column have no value, NaN: {where} {', '.join(map(str, constant))}", OinfoWarning)
        tied = (ascending[1:] == ascending[:-1]).any(axis=0)
        if tied.any():
            once(
                f"{peer}-ties",
                f"equal values get their average rank ({int(tied.sum())} of {one.shape[1]} columns hold some): {peer} ranks them by their"
                " places in the data, which makes them look like redundancy",
            )


def _warn(message: str, kind: type[Warning]) -> None:
    """At the first frame outside the package."""
    level, frame = 1, sys._getframe()
    while frame.f_back is not None and frame.f_code.co_filename.startswith(_PACKAGE + os.sep):
        level, frame = level + 1, frame.f_back
    warnings.warn(message, kind, stacklevel=level)
