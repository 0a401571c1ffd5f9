"""Arrays of any package that follows numpy's protocol in, the same kind out."""

from __future__ import annotations

import sys
from typing import Any

import numpy as np

from .._arrays import numbers
from .._errors import InputError


def array(given: Any) -> np.ndarray[Any, Any]:
    """numpy's array of a tensor, a table, a nested list, or anything that has ``__array__``."""
    if isinstance(given, (list, tuple)) and is_tensor(given):
        given = [array(one) for one in given]
    elif is_tensor(given):
        given = given.detach().cpu()
    elif hasattr(given, "columns") and hasattr(given, "to_numpy"):
        given = given.to_numpy()
    return numbers(given)


def is_tensor(given: Any) -> bool:
    """Whether torch made it, or one of the arrays in a list."""
    if isinstance(given, (list, tuple)) and given:
        return is_tensor(given[0])
    return type(given).__module__.split(".")[0] == "torch" and hasattr(given, "detach")


def data_sets(given: Any, rows: str) -> list[np.ndarray[Any, Any]]:
    """Matrices with the same number of columns: one of two axes, one of three, or a list of those with two.

    Args:
        rows: what the rows of a matrix are, for messages.
    """
    if isinstance(given, (list, tuple)) and given:
        parts = [array(one) for one in given]
        sets = [array(given)] if all(one.ndim < 2 for one in parts) else parts
    else:
        whole = array(given)
        sets = list(whole) if whole.ndim == 3 else [whole]
    for d, one in enumerate(sets):
        if one.ndim != 2:
            raise InputError(f"every data set must have 2 axes, {rows} x variables: found shape {one.shape}, data set {d} (from 0)")
        if one.shape[1] != sets[0].shape[1]:
            raise InputError(
                f"data sets must have the same variables: found {one.shape[1]} in data set {d} (from 0), {sets[0].shape[1]} in data set 0"
            )
    return sets


def as_given(values: Any, tensors: bool) -> Any:
    """An array, as a tensor where those of the caller were: both share their memory."""
    return sys.modules["torch"].from_numpy(values) if tensors else values


def dtype_of(name: Any) -> np.dtype[Any]:
    """numpy's type of one of numpy's or torch's."""
    return np.dtype(str(name).removeprefix("torch.") if type(name).__module__ == "torch" else name)
