"""Options as the engine takes them. Which there are, and what they may be, is the engine's matter."""

from __future__ import annotations

import os
from typing import Any

import numpy as np

from ._arrays import Sent, numbers, path
from ._errors import InputError

_COLUMNS = ("columns", "drop", "target")
"""Options that name columns."""

_FILES = ("out", "nplets", "rows-file")
"""Options that name files."""


def params(options: dict[str, Any], sent: Sent) -> dict[str, Any]:
    """Parameters of a call; None is as if the option was not given."""
    converted = {}
    for keyword, value in options.items():
        name = keyword.rstrip("_").replace("_", "-")
        if value is not None:
            converted[name] = _option(name, value, sent)
    return converted


def _option(name: str, value: Any, sent: Sent) -> Any:
    if name == "order":
        return _order(value)
    if isinstance(value, os.PathLike):
        return path(value)
    if name == "nplets" and not isinstance(value, str):
        return _nplets(value, sent)
    if name == "target" and getattr(value, "ndim", 0) > 0:
        return _samples_of_target(value, sent)
    if name == "rows-file" and isinstance(value, np.ndarray):
        return sent.array(value, "rows_file")
    if name in _FILES or (name == "target" and isinstance(value, str) and os.path.isfile(value)):
        return path(value) if isinstance(value, str) else value
    if name in _COLUMNS and sent.names is not None:
        return _columns(value, sent.names)
    return _plain(value)


def _plain(value: Any) -> Any:
    """numpy's numbers and lists as Python's."""
    if isinstance(value, np.generic):
        return value.item()
    if isinstance(value, np.ndarray):
        return value.tolist()
    if isinstance(value, (list, tuple, range)):
        return [_plain(one) for one in value]
    return value


def _order(value: Any) -> Any:
    """5, (3, 5) and range(3, 6) for 3..5, [3, 5] for these two, "3..5"."""
    if isinstance(value, range) and value.step == 1 and len(value) > 0:
        return f"{value[0]}..{value[-1]}"
    if isinstance(value, tuple) and len(value) == 2:
        return f"{_plain(value[0])}..{_plain(value[1])}"
    return _plain(value)


def _columns(value: Any, names: list[str]) -> Any:
    """Names as numbers; what is no name is left to the engine."""
    if isinstance(value, str):
        if value in names:
            return names.index(value)
        return ",".join(str(names.index(one)) if one in names else one for one in value.split(","))
    if isinstance(value, (list, tuple)):
        return [names.index(one) if isinstance(one, str) and one in names else _plain(one) for one in value]
    return _plain(value)


def _nplets(value: Any, sent: Sent) -> str:
    """n-plets as a file: an array [n-plets, order], or a list of lists of numbers and names, whose lengths may differ."""
    if isinstance(value, np.ndarray):
        array = numbers(value)
        if array.ndim != 2 or array.dtype.kind == "f":
            raise InputError(
                f"nplets must be whole numbers, n-plets x order: found {array.dtype}, shape {array.shape}; or give a list of lists"
            )
        return sent.array(array, "the n-plets")
    lines = []
    for n, nplet in enumerate(value):
        if isinstance(nplet, str) or not hasattr(nplet, "__iter__"):
            raise InputError(f"every n-plet must be a list of columns: found {nplet!r}, n-plet {n} (from 0)")
        columns = _columns(list(nplet), sent.names or [])
        if any(isinstance(one, str) and set(one) & set(",;\"\n") for one in columns):
            raise InputError(f"names in n-plets must be without , and ;: found {list(nplet)!r}; give numbers of columns")
        lines.append(columns)
    return sent.text(lines, ";", "the n-plets")


def _samples_of_target(value: Any, sent: Sent) -> str:
    """A value for each sample: numbers, or words for classes."""
    array = np.asarray(value)
    if array.ndim != 1:
        raise InputError(f"target must have 1 axis, a value for each sample: found shape {array.shape}; or name a column")
    if array.dtype.kind in "OU" and all(isinstance(one, str) for one in array):
        return sent.text([["target"], *([one] for one in array)], ",", "the target")
    return sent.array(numbers(array), "the target")
