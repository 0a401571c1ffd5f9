"""Options as the engine takes them. Which there are, and what they may be, is the engine's matter."""

from __future__ import annotations

import os
from typing import Any

import numpy as np

from ._arrays import Names, Sent, numbers, path
from ._errors import InputError

_COLUMNS = ("columns", "drop", "target")
"""Options that name columns."""

_FILES = ("out", "report", "plot", "resume", "nplets", "rows-file")
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
    if name == "groups" and isinstance(value, (list, tuple)):
        return _groups(value, sent)
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


def _columns(value: Any, names: Names) -> Any:
    """Names as numbers; what is no name is left to the engine."""
    if isinstance(value, str):
        return names.place(value) if value in names else ",".join(str(names.place(one)) for one in value.split(","))
    if isinstance(value, (list, tuple, range, np.ndarray)):
        return [names.place(_plain(one)) for one in value]
    return names.place(_plain(value))


def _nplets(value: Any, sent: Sent) -> str:
    """n-plets as a file: an array [n-plets, order], or a list of lists of numbers and names, whose lengths may differ."""
    if isinstance(value, np.ndarray) and value.dtype.kind != "O":
        if value.ndim != 2 or value.dtype.kind not in "iu":
            raise InputError(
                f"nplets must be whole numbers, n-plets x order: found {value.dtype}, shape {value.shape}; or give a list of lists"
            )
        if sent.names is not None and value.size:
            sent.names.place(value.flat[0].item())
        return sent.array(numbers(value), "the n-plets")
    if not hasattr(value, "__iter__"):
        raise InputError(f"nplets must be a list of lists of columns, an array or a path: found {value!r}")
    lines = []
    for n, nplet in enumerate(value):
        if isinstance(nplet, str) or not hasattr(nplet, "__iter__"):
            raise InputError(f"every n-plet must be a list of columns: found {nplet!r}, n-plet {n} (from 0)")
        columns = _columns(list(nplet), sent.names or Names())
        if any(isinstance(one, str) and set(one) & set(",;\"\n") for one in columns):
            raise InputError(f"names in n-plets must be without , and ;: found {list(nplet)!r}; give numbers of columns")
        lines.append(columns)
    if not lines:
        raise InputError("nplets must hold an n-plet: found an empty list")
    return sent.text(lines, ";", "the n-plets")


def _groups(value: Any, sent: Sent) -> str:
    """Groups of columns as the command line has them."""
    if not all(isinstance(group, (list, tuple, range, np.ndarray)) for group in value):
        raise InputError(f"groups must be a list of lists of columns, or a text such as '0-9;10-19': found {value!r}")
    columns = [_columns(list(group), sent.names or Names()) for group in value]
    return ";".join(",".join(map(str, group)) for group in columns)


def _samples_of_target(value: Any, sent: Sent) -> str:
    """A value for each sample: numbers, or words for classes."""
    if isinstance(value, np.ma.MaskedArray):
        raise InputError("target must not be a masked array; leave the masked samples out of the data too")
    array = np.asarray(value)
    if array.ndim != 1:
        raise InputError(f"target must have 1 axis, a value for each sample: found shape {array.shape}; or name a column")
    if array.dtype.kind in "OU" and all(isinstance(one, str) for one in array):
        return sent.text([["target"], *([one] for one in array)], ",", "the target")
    return sent.array(numbers(array), "the target")
