"""n-plets as arrays of column numbers, in lexicographic order."""

from __future__ import annotations

from typing import Any

import numpy as np


def combinations(variables: int, order: int) -> np.ndarray[Any, Any]:
    """All n-plets of an order: int64 [C(variables, order), order], each ascending."""
    if order > variables:
        return np.empty((0, order), dtype=np.int64)
    rows = np.arange(variables - order + 1)[:, np.newaxis]
    for member in range(1, order):
        # The next member goes from behind the last one to where the others still fit.
        choices = variables - order + member - rows[:, -1]
        ends = np.cumsum(choices)
        step = np.arange(ends[-1]) - np.repeat(ends - choices, choices)
        rows = np.repeat(rows, choices, axis=0)
        rows = np.column_stack([rows, rows[:, -1] + 1 + step])
    return rows


def membership(nplets: np.ndarray[Any, Any], variables: int) -> np.ndarray[Any, Any]:
    """Which variables are members: bool [n-plets, variables]."""
    inside = np.zeros((len(nplets), variables), dtype=bool)
    np.put_along_axis(inside, nplets, True, axis=1)
    return inside
