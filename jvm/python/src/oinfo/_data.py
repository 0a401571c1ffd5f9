"""Data that stays with the engine: written, read and ranked once for many calls."""

from __future__ import annotations

import contextlib
import os
import weakref
from typing import Any

from ._arrays import Sent, speaking
from ._engine import ENGINE, Handle
from ._errors import InputError
from ._options import params


class Data:
    """What :func:`load` gives. In place of an array in any call; ``close()``, ``with``, or being forgotten frees it.

    Attributes:
        shape: samples and columns that were loaded.
        names: of the columns, where a DataFrame has them.
        words: what messages call its file.
    """

    def __init__(self, data: Any, options: dict[str, Any]) -> None:
        sent = Sent()
        # An engine that starts anew reads the file again; nobody else changes it.
        self._freed = weakref.finalize(self, _free, sent.files, os.getpid())
        with speaking(sent):
            if isinstance(data, (list, tuple)) and any(isinstance(one, (str, os.PathLike)) for one in data):
                raise InputError("load must have one data set: found a list; load each by itself")
            path = sent.data(data, options)
            self._handle = Handle({**params(options, sent), "data": path})
            self.names = sent.names
            self.words = sent.words
            self._given_back = weakref.finalize(self, ENGINE.give_back, self._handle)
            loaded = ENGINE.hold(self._handle)
        self.shape = (int(loaded["samples"]), int(loaded["variables"]))

    @property
    def handle(self) -> Handle:
        """What the engine knows it by."""
        if not self._freed.alive:
            raise InputError("data must be open: found data that was closed; load it again")
        return self._handle

    def close(self) -> None:
        """Frees it; more than one call does no harm."""
        self._given_back()
        self._freed()

    def __enter__(self) -> Data:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def __repr__(self) -> str:
        state = "" if self._freed.alive else "closed "
        return f"<{state}oinfo data: {self.shape[0]} samples of {self.shape[1]} variables>"


def _free(files: list[str], owner: int) -> None:
    """Removes the file, unless in a process that was forked, where it is another's."""
    if os.getpid() == owner:
        for path in files:
            with contextlib.suppress(OSError):
                os.unlink(path)


def load(data: Any, **options: Any) -> Data:
    """Data that stays with the engine, so that the second call on it neither copies nor reads nor ranks.

    Results are the same to the bit. Later changes of an array are not seen. Should the engine end, the next call loads the data again.

    Args:
        data: samples x variables: an array, a DataFrame or the path of a file.
        options: how it is read: columns, drop, missing, rows, dataset, axes, ... as of ``oinfo scan``.

    >>> import numpy as np, oinfo
    >>> with oinfo.load(np.random.default_rng(1).normal(size=(200, 5))) as data:
    ...     found = [oinfo.scan(data, order=order).summary for order in (3, 4)]
    >>> data
    <closed oinfo data: 200 samples of 5 variables>
    """
    return Data(data, options)
