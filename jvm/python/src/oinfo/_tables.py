"""Rows of a result as a table: a DataFrame where pandas is there, else a structured array."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from ._bulk import Records

Rows = Sequence[dict[str, Any]]


def pandas() -> Any | None:
    """The module, or None where it is not installed."""
    try:
        import pandas
    except ImportError:
        return None
    return pandas


def table(rows: Rows, columns: list[str], index: str | None = None) -> Any:
    """A table with these columns; lists become tuples, null becomes NaN where the others are numbers.

    Args:
        rows: the values by column.
        columns: in order, also where there are no rows.
        index: the column that a DataFrame has as its index.
    """
    module = pandas()
    if module is None:
        return _structured(rows, columns)
    frame = module.DataFrame({name: module.Series(_values(rows, name)) for name in columns}, columns=columns)
    return frame if index is None else frame.set_index(index)


def _structured(rows: Rows, columns: list[str]) -> np.ndarray[Any, Any]:
    values = {name: _values(rows, name) for name in columns}
    array = np.empty(len(rows), dtype=[(name, values[name].dtype) for name in columns])
    for name in columns:
        array[name] = values[name]
    return array


def _values(rows: Rows, name: str) -> np.ndarray[Any, Any]:
    """A column: numbers, truth values, or objects."""
    if isinstance(rows, Records):
        return rows.column(name)
    values = [row.get(name) for row in rows]
    kinds = {type(value) for value in values if value is not None}
    if kinds == {bool} and None not in values:
        return np.array(values, dtype=bool)
    if kinds == {int} and None not in values:
        return np.array(values, dtype=np.int64)
    if kinds and kinds <= {int, float}:
        return np.array([np.nan if value is None else value for value in values], dtype=np.float64)
    column = np.empty(len(rows), dtype=object)
    for n, value in enumerate(values):
        column[n] = tuple(value) if isinstance(value, list) else value
    return column
