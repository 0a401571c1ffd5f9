"""Data sets with the same variables, which the engine scores n-plets of."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any

import numpy as np

from .._arrays import Sent
from .._engine import ENGINE
from .._folder import removed

_Array = np.ndarray[Any, Any]


@contextlib.contextmanager
def systems(data: list[_Array], options: list[dict[str, Any]]) -> Iterator[Systems]:
    """Data sets, with the options of each, as files that are there while the context lasts."""
    sent = Sent()
    with removed(sent.files):
        yield Systems([sent.array(one) for one in data], options, data[0].shape[1])


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
            sent = Sent()
            with removed(sent.files):
                asked = sent.array(np.ascontiguousarray(nplets, dtype=np.int32))
                out = sent.new_file("values.npy", 32 * len(nplets))
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
        sent = Sent()
        with removed(sent.files):
            asked = sent.array(np.ascontiguousarray(nplets, dtype=np.int32))
            found = [self._call("subsets", d, nplets=asked)["subsets"] for d in range(self.count)]
        return np.array([[row["co_information"] for row in rows] for rows in found], dtype=np.float64).T

    def local(self, d: int, nplets: _Array) -> _Array:
        """The measures of n-plets [M, k] at every sample of a data set: float64 [T, M, 4], nats."""
        sent = Sent()
        with removed(sent.files):
            asked = sent.array(np.ascontiguousarray(nplets, dtype=np.int32))
            out = sent.new_file("values.npy", 0)
            self._call("local", d, nplets=asked, out=out)
            values: _Array = np.load(out)
        return values

    def _call(self, method: str, d: int, **params: Any) -> Any:
        return ENGINE.call(method, {"data": self._paths[d], **self._options[d], **params})
