"""Data sets with the same variables, which the engine scores n-plets of."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from .._engine import ENGINE
from .._errors import EngineError, InputError, OinfoError
from .._folder import FOLDER, removed

_Array = np.ndarray[Any, Any]

_MOST_COLUMNS = 128
"""Of a block: more cost more in correlations between data sets, which nobody asks for, than a call of the engine does."""
_COLUMN = re.compile(r"\bcolumn (\d+)\b")


@dataclass(frozen=True)
class _Block:
    """Data sets side by side, whose n-plets one call of the engine scores.

    Attributes:
        path: of their file.
        options: of all.
        first: number of the first one.
        count: how many there are.
    """

    path: str
    options: dict[str, Any]
    first: int
    count: int


@contextlib.contextmanager
def systems(data: list[_Array], options: list[dict[str, Any]]) -> Iterator[Systems]:
    """Data sets, with the options of each, as files that are there while the context lasts."""
    files: list[str] = []
    with removed(files):
        blocks = []
        for first, count in _runs(data, options):
            beside = np.concatenate(data[first : first + count], axis=1) if count > 1 else data[first]
            blocks.append(_Block(_written(beside, files), options[first], first, count))
        yield Systems(blocks, len(data), data[0].shape[1])


def _runs(data: list[_Array], options: list[dict[str, Any]]) -> Iterator[tuple[int, int]]:
    """First and number of data sets that fit beside each other."""
    most = max(_MOST_COLUMNS // data[0].shape[1], 1)
    first = 0
    for d in range(1, len(data) + 1):
        if d == len(data) or d - first == most or "covariance" in options[d] or not _alike(data, options, first, d):
            yield first, d - first
            first = d


def _alike(data: list[_Array], options: list[dict[str, Any]], one: int, other: int) -> bool:
    return (data[one].shape, data[one].dtype, options[one]) == (data[other].shape, data[other].dtype, options[other])


class Systems:
    """Each method is a call of the engine for each block of data sets.

    Attributes:
        count: D, the number of data sets.
        variables: N, the number of columns of each.
    """

    def __init__(self, blocks: list[_Block], count: int, variables: int) -> None:
        self.count = count
        self.variables = variables
        self._blocks = blocks

    def measures(self, nplets: _Array) -> _Array:
        """tc, dtc, o, s of n-plets [M, k]: float64 [M, D, 4], nats; NaN where an n-plet is singular."""
        if not len(nplets):
            return np.empty((0, self.count, 4))
        parts = []
        for block, asked, out in self._asked(nplets):
            self._call("measures", block, nplets=asked, format="npy", out=out)
            parts.append(np.load(out).reshape(block.count, len(nplets), 4))
        return np.concatenate(parts).swapaxes(0, 1)

    def extremes(self, order: int, top: int, measure: str, largest: bool) -> _Array:
        """The n-plets [top, order] of the one data set with the extreme values of a measure, best first, from all of that order."""
        ends = "largest" if largest else "smallest"
        found = self._call("scan", self._blocks[0], order=order, top=top, ends=ends, **{"rank-by": measure})["orders"][0]
        rows = found.get(ends, found.get("most_redundant" if largest else "most_synergistic"))
        return np.array([row["nplet"] for row in rows], dtype=np.int64).reshape(-1, order)

    def co_information(self, nplets: _Array) -> _Array:
        """Of n-plets [M, k]: float64 [M, D], nats."""
        found = [self._call("subsets", block, nplets=asked)["subsets"] for block, asked, _ in self._asked(nplets)]
        values = np.array([row["co_information"] for rows in found for row in rows], dtype=np.float64)
        return values.reshape(self.count, len(nplets)).T

    def local(self, nplets: _Array) -> _Array:
        """The measures of n-plets [M, k] at every sample: float64 [M, D, T, 4], nats; of data sets with as many samples."""
        parts = []
        for block, asked, out in self._asked(nplets):
            self._call("local", block, nplets=asked, out=out)
            values = np.load(out)
            parts.append(values.reshape(len(values), block.count, len(nplets), 4))
        return np.concatenate(parts, axis=1).transpose(2, 1, 0, 3)

    def _asked(self, nplets: _Array) -> Iterator[tuple[_Block, str, str]]:
        """For each block a file of the n-plets of its data sets, one data set after another, and the name of a file for values."""
        self._check(nplets)
        for block in self._blocks:
            shifts = self.variables * np.arange(block.count)
            beside = nplets[np.newaxis] + shifts[:, np.newaxis, np.newaxis]
            files: list[str] = []
            with removed(files):
                asked = _written(beside.reshape(-1, nplets.shape[1]).astype(np.int32), files)
                files.append(FOLDER.file("values.npy", 32 * block.count * len(nplets)))
                yield block, asked, files[-1]

    def _check(self, nplets: _Array) -> None:
        """A wrong column would be one of the next data set."""
        if nplets.dtype.kind not in "iu":
            raise InputError(f"nplets must be whole numbers: found {nplets.dtype}")
        wrong = np.argwhere((nplets < 0) | (nplets >= self.variables))
        if len(wrong):
            row, member = wrong[0]
            raise InputError(f"nplets must hold columns 0 to {self.variables - 1}: found {nplets[row, member]}, n-plet {row} (from 0)")

    def _call(self, method: str, block: _Block, **params: Any) -> Any:
        try:
            return ENGINE.call(method, {"data": block.path, **block.options, **params})
        except OinfoError as e:
            said = str(e).replace(block.path, "the data").replace(params.get("nplets", block.path), "nplets")
            e.args = (_COLUMN.sub(lambda found: self._named(block, int(found[1])), said), *e.args[1:])
            raise

    def _named(self, block: _Block, column: int) -> str:
        if self.count == 1:
            return f"column {column}"
        return f"column {column % self.variables} of data set {block.first + column // self.variables}"


def _written(array: _Array, files: list[str]) -> str:
    """A new file of it, noted among the files."""
    files.append(FOLDER.file("x.npy", array.nbytes))
    try:
        np.save(files[-1], array, allow_pickle=False)
    except OSError as e:
        raise EngineError(f"an array of {array.nbytes >> 20} MB must be written to {files[-1]}: {e.strerror or e}; make room") from e
    return files[-1]
