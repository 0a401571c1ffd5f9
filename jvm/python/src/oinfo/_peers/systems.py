"""Data sets with the same variables, which the engine scores n-plets of."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any

import numpy as np

from .._engine import ENGINE
from .._errors import EngineError, OinfoError
from .._folder import FOLDER, removed

_Array = np.ndarray[Any, Any]


@contextlib.contextmanager
def systems(data: list[_Array], options: list[dict[str, Any]]) -> Iterator[Systems]:
    """Data sets, with the options of each, as files that are there while the context lasts."""
    files: list[str] = []
    with removed(files):
        yield Systems([_written(one, files) for one in data], options, data[0].shape[1])


class Systems:
    """Each method is one call of the engine for each data set.

    Attributes:
        count: D, the number of data sets.
        variables: N, the number of columns of each.
    """

    def __init__(self, paths: list[str], options: list[dict[str, Any]], variables: int) -> None:
        self.count = len(paths)
        self.variables = variables
        self._paths = paths
        self._options = options

    def measures(self, nplets: _Array) -> _Array:
        """tc, dtc, o, s of n-plets [M, k]: float64 [M, D, 4], nats; NaN where an n-plet is singular."""
        values = np.empty((len(nplets), self.count, 4))
        if len(nplets):
            with _exchanged(nplets) as (asked, out):
                for d in range(self.count):
                    self._call("measures", d, nplets=asked, format="npy", out=out)
                    values[:, d] = np.load(out)
        return values

    def extremes(self, order: int, top: int, measure: str, largest: bool) -> _Array:
        """The n-plets [top, order] of the one data set with the extreme values of a measure, best first, from all of that order."""
        ends = "largest" if largest else "smallest"
        found = self._call("scan", 0, order=order, top=top, ends=ends, **{"rank-by": measure})["orders"][0]
        rows = found.get(ends, found.get("most_redundant" if largest else "most_synergistic"))
        return np.array([row["nplet"] for row in rows], dtype=np.int64).reshape(-1, order)

    def co_information(self, nplets: _Array) -> _Array:
        """Of n-plets [M, k]: float64 [M, D], nats."""
        with _exchanged(nplets) as (asked, _):
            found = [self._call("subsets", d, nplets=asked)["subsets"] for d in range(self.count)]
        return np.array([[row["co_information"] for row in rows] for rows in found], dtype=np.float64).T

    def local(self, d: int, nplets: _Array) -> _Array:
        """The measures of n-plets [M, k] at every sample of a data set: float64 [T, M, 4], nats."""
        with _exchanged(nplets) as (asked, out):
            self._call("local", d, nplets=asked, out=out)
            values: _Array = np.load(out)
        return values

    def _call(self, method: str, d: int, **params: Any) -> Any:
        try:
            return ENGINE.call(method, {"data": self._paths[d], **self._options[d], **params})
        except OinfoError as e:
            said = str(e).replace(self._paths[d], f"data set {d} (from 0)").replace(params.get("nplets", self._paths[d]), "nplets")
            e.args = (said, *e.args[1:])
            raise


@contextlib.contextmanager
def _exchanged(nplets: _Array) -> Iterator[tuple[str, str]]:
    """A file of n-plets, and the name of one for values."""
    files: list[str] = []
    with removed(files):
        asked = _written(np.ascontiguousarray(nplets, dtype=np.int32), files)
        files.append(FOLDER.file("values.npy", 32 * len(nplets)))
        yield asked, files[-1]


def _written(array: _Array, files: list[str]) -> str:
    """A new file of it, noted among the files."""
    files.append(FOLDER.file("x.npy", array.nbytes))
    try:
        np.save(files[-1], array, allow_pickle=False)
    except OSError as e:
        raise EngineError(f"an array of {array.nbytes >> 20} MB must be written to {files[-1]}: {e.strerror or e}; make room") from e
    return files[-1]
