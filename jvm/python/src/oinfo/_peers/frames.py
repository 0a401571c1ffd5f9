"""Columns as a table: a DataFrame where pandas is there, else a structured array."""

from __future__ import annotations

from typing import Any

import numpy as np

from .._tables import pandas


def frame(columns: dict[str, np.ndarray[Any, Any]]) -> Any:
    """A table of whole columns, in their order."""
    module = pandas()
    if module is not None:
        return module.DataFrame(columns)
    length = max(map(len, columns.values()), default=0)
    table = np.empty(length, dtype=[(name, values.dtype) for name, values in columns.items()])
    for name, values in columns.items():
        table[name] = values
    return table
