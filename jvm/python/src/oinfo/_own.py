"""Measures of one's own: functions of TC, DTC, O-information and S that the engine does not know."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from ._arrays import Sent
from ._bulk import Records
from ._engine import ENGINE
from ._errors import InputError
from ._folder import removed
from ._options import params

Array = np.ndarray[Any, Any]
Measure = Callable[[Array, Array, Array, Array], Array]

FIELDS = ("tc", "dtc", "o", "s")
_GRAIN = 2.0**40
"""Values that round to the same multiple of 1 / this tie, as they do in the engine."""
_OF_SCANS = ("order", "top", "level", "ends", "no_screen", "strict")
"""Options of scan that measures does not have, or that have been heeded."""
_LARGEST = 4e6
"""Values beyond it count as it."""


class Own:
    """A measure: its name in results, and its values for many n-plets at once."""

    def __init__(self, function: Measure, name: str | None = None) -> None:
        if not callable(function):
            raise InputError(f"a measure of one's own must be a function of tc, dtc, o, s: found {function!r}")
        given = name if name is not None else getattr(function, "__name__", "")
        self.name = given if given.isidentifier() else "own"
        if self.name in (*FIELDS, "nplet", "names", "order", "end", "start", "added", "best"):
            raise InputError(f"a measure of one's own must have a name of its own: found {self.name}; rename the function")
        self._function = function

    def __call__(self, values: Array, nplets: Any) -> Array:
        """The value of each n-plet [M], from tc, dtc, o, s [M, 4]; all of them finite."""
        try:
            found = np.asarray(self._function(*values.T))
        except (TypeError, ValueError) as e:
            raise InputError(f"{self.name} must take tc, dtc, o, s, four arrays, and give an array of numbers: {e}") from e
        if found.dtype.kind not in "fiub":
            raise InputError(f"{self.name} must give real numbers: found dtype {found.dtype}")
        if found.shape != (len(values),):
            raise InputError(f"{self.name} must give a value for each n-plet, shape ({len(values)},): found shape {found.shape}")
        if not np.isfinite(found).all():
            first = int(np.flatnonzero(~np.isfinite(found))[0])
            measures = ", ".join(f"{name}={value:.6g}" for name, value in zip(FIELDS, values[first], strict=True))
            raise InputError(
                f"{self.name} must be finite for every n-plet: found {found[first]} for {list(map(int, nplets[first]))} ({measures});"
                " give it a value there, such as by np.where"
            )
        return found.astype(np.float64)

    @staticmethod
    def keys(values: Array) -> Array:
        """What n-plets are ordered by; equal keys go by the order of columns."""
        keys: Array = np.rint(np.clip(values, -_LARGEST, _LARGEST) * _GRAIN)
        return keys


class Scorer:
    """Has the engine score n-plets of one data set, block after block; the data is written once, and removed by ``sent``."""

    def __init__(self, sent: Sent, data: Any, options: dict[str, Any]) -> None:
        self._data = sent.data(data, options)
        self._options = params({name: value for name, value in options.items() if name not in _OF_SCANS}, sent)

    def measures(self, nplets: Array) -> Array:
        """tc, dtc, o, s [M, 4] of n-plets [M, k]; NaN where one is singular."""
        block = Sent()
        with removed(block.files):
            out = block.new_file("measures.npy", 32 * len(nplets), "the measures")
            asked = {"data": self._data, **self._options, "nplets": block.array(nplets, "the n-plets"), "format": "npy", "out": out}
            ENGINE.call("measures", asked)
            values: Array = np.load(out)
        return values


def also(rows: Any, own: Own) -> None:
    """Adds the measure to rows that have tc, dtc, o, s; null where one is singular."""
    if isinstance(rows, Records):
        sound = np.isfinite(rows.columns["o"])
        values = np.column_stack([rows.columns[name][sound] for name in FIELDS])
        rows.columns[own.name] = np.full(len(rows), np.nan)
        rows.columns[own.name][sound] = own(values, rows.column("nplet")[sound]) if sound.any() else []
        return
    known = [row for row in rows if row["o"] is not None]
    values = np.array([[row[name] for name in FIELDS] for row in known], dtype=np.float64).reshape(-1, 4)
    found = iter(own(values, [row["nplet"] for row in known]).tolist() if known else [])
    for row in rows:
        row[own.name] = None if row["o"] is None else next(found)
