"""Arrays, tables, lists and paths as the engine takes them: files, named by their paths."""

from __future__ import annotations

import contextlib
import csv
import os
import re
from collections.abc import Iterator
from typing import Any

import numpy as np

from ._errors import EngineError, InputError, OinfoError
from ._folder import FOLDER

_OPTION = re.compile(r"(?<![\w-])--(?!help)([a-z][a-z-]*[a-z])")
_VALUE = re.compile(
    r"(?<![\w-])--([a-z][a-z-]*[a-z])[ =](copula|gaussian|discrete|knn|average|random|ordinal|drop-rows|grassberger|miller-madow|scores|all|shuffle|shift|tree)\b"
)
"""Options with a value that stands behind them, as messages have them."""
_NUMBERS = re.compile(r"\d+(-\d+)?")
"""A column or a range of them, as the engine has them."""
_REMEDY = "give an array of floats or integers, samples x variables"


class Sent:
    """What goes to the engine for one call.

    Attributes:
        files: what was written for the call, to be removed after it.
        words: what messages call the files, and those of data that stays loaded.
        names: of the columns, where the data has them; the engine knows columns by their numbers then.
    """

    def __init__(self) -> None:
        self.files: list[str] = []
        self.words: dict[str, str] = {}
        self.names: Names | None = None

    def data(self, data: Any, options: dict[str, Any]) -> Any:
        """Samples or a matrix; a list of arrays, tables or paths is several data sets. Options say which columns of a table matter."""
        if isinstance(data, (list, tuple)) and data and all(_is_whole(one) for one in data):
            paths = []
            names: Names | None = None
            for n, one in enumerate(data):
                paths.append(self._one(one, options, f"data {n} (from 0)"))
                if n and self.names != names:
                    raise InputError(f"all tables must have the same columns: those of data {n} differ from those of data 0")
                names = self.names
            return paths
        return self._one(data, options, "the array")

    def _one(self, data: Any, options: dict[str, Any], words: str) -> Any:
        if hasattr(data, "handle"):
            self.names = data.names
            self.words.update(data.words)
            return data.handle
        if isinstance(data, (str, os.PathLike)):
            return path(data)
        if _is_table(data):
            self.names = Names.of(data)
            return self.array(_of_table(data, self.names.unused(options)), words.replace("array", "table"))
        array = numbers(data)
        if array.ndim < 2 or (array.ndim > 2 and options.get("axes") is None):
            raise InputError(
                f"data must have 2 axes, samples x variables: found {array.ndim}, shape {array.shape}; "
                + ("reshape it" if array.ndim < 2 else "select one, or say what each axis is: axes='samples,variables,drop', where='mean'")
            )
        return self.array(array, words)

    def array(self, array: np.ndarray[Any, Any], words: str) -> str:
        """A file of it, in the private folder; messages call it by these words."""
        file = self.new_file("x.npy", array.nbytes, words)
        try:
            np.save(file, array, allow_pickle=False)
        except OSError as e:
            raise EngineError(f"an array of {array.nbytes >> 20} MB must be written to {file}: {e.strerror or e}; make room") from e
        return file

    def text(self, lines: list[list[Any]], separator: str, words: str) -> str:
        """A file of lines; messages call it by these words."""
        file = self.new_file("x.csv", 100 * len(lines), words)
        with open(file, "w", encoding="utf-8", newline="") as out:
            csv.writer(out, delimiter=separator, lineterminator="\n").writerows(lines)
        return file

    def new_file(self, name: str, size: int, words: str) -> str:
        """A path that is removed after the call; messages call it by these words."""
        file = FOLDER.file(name, size)
        self.files.append(file)
        self.words[file] = words
        return file

    def folder(self) -> str:
        """A folder for long arrays of the answer, removed after the call."""
        path = self.new_file("rows", 0, "the rows")
        os.mkdir(path, 0o700)
        return path

    def spoken(self, message: str) -> str:
        """A message of the engine in the words of a caller: keywords for options, and arrays for their files."""
        for file, words in self.words.items():
            message = message.replace(file, words)
        message = _VALUE.sub(lambda found: f'{_keyword(found[1])}="{found[2]}"', message)
        return _OPTION.sub(lambda found: f"{_keyword(found[1])}=", message)


@contextlib.contextmanager
def speaking(sent: Sent) -> Iterator[None]:
    """Has errors of the engine say what the caller gave."""
    try:
        yield
    except OinfoError as e:
        e.args = (sent.spoken(str(e)), *e.args[1:])
        raise


def _keyword(option: str) -> str:
    return option.replace("-", "_")


def path(name: str | os.PathLike[str]) -> str:
    """Absolute: the engine looks from the folder that it was started in."""
    return os.path.abspath(os.fspath(name))


def _is_table(data: Any) -> bool:
    return hasattr(data, "columns") and hasattr(data, "to_numpy")


def _is_whole(data: Any) -> bool:
    """Whether it is a data set by itself, not a row of one."""
    return isinstance(data, (str, os.PathLike)) or hasattr(data, "handle") or _is_table(data) or getattr(data, "ndim", 0) >= 2


def numbers(data: Any) -> np.ndarray[Any, Any]:
    """An array that a file can hold and the engine reads."""
    if isinstance(data, np.ma.MaskedArray):
        raise InputError("data must not be a masked array; fill it with NaN, and say missing='drop-rows'")
    try:
        array = np.asarray(data)
    except ValueError as e:
        raise InputError(f"data must be an array of numbers: {e}; {_REMEDY}") from e
    if array.dtype.kind == "b":
        return array.astype(np.uint8)
    if array.dtype.kind not in "fiu":
        raise InputError(f"data must be real numbers: found dtype {array.dtype}; {_REMEDY}")
    return array.astype(np.float64) if array.dtype.kind == "f" and array.dtype.itemsize > 8 else array


class Names(list[str]):
    """Names of a table's columns, as text.

    Attributes:
        numbered: a column whose name is a whole number that is not its place, where there is one: numbers mean two things then.
    """

    numbered: str | None = None

    @staticmethod
    def of(table: Any) -> Names:
        """Those of a DataFrame."""
        names = Names(str(name) for name in table.columns)
        if len(set(names)) < len(names):
            double = next(name for name in names if names.count(name) > 1)
            raise InputError(f"columns must have different names: {double} is the name of {names.count(double)}; rename them")
        for place, name in enumerate(table.columns):
            if isinstance(name, (int, np.integer)) and not isinstance(name, bool) and name != place:
                names.numbered = f"column {place} (from 0) is named {name}"
                break
        return names

    def place(self, column: Any) -> Any:
        """The number of a column by its name; what is no name is left as it is, unless it may be meant as one."""
        if isinstance(column, str) and column in self:
            return self.index(column)
        if self.numbered is not None and (not isinstance(column, str) or _NUMBERS.fullmatch(column)):
            raise InputError(
                f"columns of this table must be given by their names as text: found {column!r}, and {self.numbered}; "
                f"write {str(column)!r}, or rename the columns"
            )
        return column

    def unused(self, options: dict[str, Any]) -> set[int]:
        """Columns that are left out for certain: dropped, or not among those that are chosen; the target is not."""
        dropped, chosen, target = (self._places(options.get(name)) for name in ("drop", "columns", "target"))
        others = set(range(len(self))) - chosen if chosen else set()
        return (dropped | others) - target

    def _places(self, value: Any) -> set[int]:
        """Of a name, a number or a list of them; nothing of what only the engine understands."""
        if value is None or getattr(value, "ndim", 0) > 0:
            return set()
        if isinstance(value, str):
            value = [value] if value in self else value.split(",")
        places = [self.place(one) for one in (value if isinstance(value, (list, tuple)) else [value])]
        places = [int(one) if isinstance(one, str) and one.isdigit() else one for one in places]
        known = all(isinstance(one, (int, np.integer)) for one in places)
        return {int(one) for one in places} if known else set()


def _of_table(table: Any, unused: set[int]) -> np.ndarray[Any, Any]:
    words = [place for place, dtype in enumerate(table.dtypes) if getattr(dtype, "kind", "O") not in "fiub"]
    for place in words:
        if place not in unused:
            name, dtype = table.columns[place], list(table.dtypes)[place]
            raise InputError(
                f"every column must be numbers: {name} is {dtype}; leave it out (drop=[{str(name)!r}]), or turn it into numbers"
            )
    if words:
        # Their places stay, so that numbers of columns do.
        table = table.copy(deep=False)
        for place in words:
            table.isetitem(place, np.nan)
    array = table.to_numpy()
    # Columns that may have no value (Int64, Float64) come as objects.
    return numbers(table.to_numpy(dtype=np.float64, na_value=np.nan) if array.dtype.kind == "O" else array)
