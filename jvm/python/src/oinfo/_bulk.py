"""Arrays of a result that are too long for JSON: the engine leaves them as files of records, which are mapped here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np


class Records(Sequence[dict[str, Any]]):
    """Rows of a result, made when they are looked at, as JSON would have them: NaN is None, an n-plet a list."""

    def __init__(self, columns: dict[str, np.ndarray[Any, Any]]) -> None:
        self.columns = columns

    @classmethod
    def of(cls, path: str) -> Records:
        """A file, which may be removed then."""
        array = np.load(path, mmap_mode="r")
        return cls({name: array[name] for name in array.dtype.names})

    @classmethod
    def of_rows(cls, rows: Sequence[dict[str, Any]]) -> Records:
        """Rows that came as JSON, at least one, all with the same keys and n-plets of the same order."""
        return cls({name: np.array([row[name] for row in rows]) for name in rows[0]})

    def having(self, **same: Any) -> Records:
        """The same rows, with columns in front of which all values are the same."""
        constant = {name: np.full(len(self), value) for name, value in same.items()}
        return Records({**constant, **self.columns})

    def named(self, names: dict[int, str]) -> Records:
        """The same rows, with the names of each n-plet behind it."""
        columns: dict[str, np.ndarray[Any, Any]] = {}
        for key, values in self.columns.items():
            columns[key] = values
            if key == "nplet":
                column = np.empty(len(self), dtype=object)
                column[:] = [tuple(names.get(one, str(one)) for one in nplet) for nplet in self.column(key)]
                columns["names"] = column
        return Records(columns)

    def __len__(self) -> int:
        return len(next(iter(self.columns.values())))

    def __getitem__(self, index: Any) -> Any:
        if isinstance(index, slice):
            return Records({name: values[index] for name, values in self.columns.items()})
        return {name: _value(values[index]) for name, values in self.columns.items()}

    def __iter__(self) -> Iterator[dict[str, Any]]:
        return (self[n] for n in range(len(self)))

    def column(self, name: str) -> np.ndarray[Any, Any]:
        """All values of a column as a table has them: numbers, or objects."""
        values = self.columns[name]
        if values.ndim == 1 and values.dtype.kind != "U":
            return np.array(values)
        column = np.empty(len(self), dtype=object)
        if values.ndim == 1:
            column[:] = values.tolist()
        elif values.size and values.min() < 0:
            column[:] = [tuple(one for one in nplet if one >= 0) for nplet in values.tolist()]
        else:
            column[:] = list(map(tuple, values.tolist()))
        return column


def _value(value: Any) -> Any:
    if isinstance(value, np.ndarray):
        return [one for one in value.tolist() if one >= 0]
    plain = value.item()
    return None if plain != plain else plain


def joined(parts: list[Records]) -> Records:
    """The rows of all, one after another; of different columns those that all have."""
    names = [name for name in parts[0].columns if all(name in part.columns for part in parts)]
    return Records({name: np.concatenate([_widened(part.columns[name], parts, name) for part in parts]) for name in names})


def _widened(values: np.ndarray[Any, Any], parts: list[Records], name: str) -> np.ndarray[Any, Any]:
    """n-plets of different orders side by side."""
    if values.ndim == 1:
        return values
    width = max(part.columns[name].shape[1] for part in parts)
    return np.pad(values, ((0, 0), (0, width - values.shape[1])), constant_values=-1)


def opened(json: Any) -> Any:
    """An answer whose long arrays are mapped."""
    if isinstance(json, list):
        return [opened(one) for one in json]
    if not isinstance(json, dict):
        return json
    if set(json) == {"npy"}:
        return Records.of(json["npy"])
    return {key: opened(value) if key == "orders" or isinstance(value, dict) and key not in ("run", "figures") else value for key, value in json.items()}


def plain(value: Any) -> Any:
    """What JSON cannot write by itself."""
    if isinstance(value, Records):
        return list(value)
    raise TypeError(f"{type(value)} is no JSON")
