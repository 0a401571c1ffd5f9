"""Who is told how far a call is."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from typing import Any

from ._errors import InputError

Told = Callable[[dict[str, Any]], object]


@contextlib.contextmanager
def teller(progress: Any) -> Iterator[Told | None]:
    """A function to tell: the one given, that of a bar for True, none for None or False."""
    if progress is None or progress is False:
        yield None
    elif progress is True:
        with _Bar() as bar:
            yield bar.tell
    elif callable(progress):
        yield progress
    else:
        raise InputError(f"progress must be a function, True for a bar, or None: found {progress!r}")


class _Bar:
    """A bar of tqdm, which knows how to draw itself in a terminal, a notebook or a log; it appears when there is something to tell."""

    def __init__(self) -> None:
        try:
            from tqdm.auto import tqdm
        except ImportError as e:
            raise InputError(f"progress=True must have tqdm: {e}; install it (pip install tqdm), or give a function") from e
        self._new = tqdm
        self._bar: Any = None
        self._part: str | None = None

    def __enter__(self) -> _Bar:
        return self

    def __exit__(self, *_: object) -> None:
        if self._bar is not None:
            self._bar.close()

    def tell(self, told: dict[str, Any]) -> None:
        """Moves the bar; each part of the work has its own length."""
        if self._bar is None:
            unit = " n-plets" if told.get("order") else " units"
            self._bar = self._new(total=told["total"], unit=unit, unit_scale=True, smoothing=0, leave=False)
        if told["part"] != self._part:
            self._part = told["part"]
            self._bar.reset(total=told["total"])
            # It began before the first word of it.
            self._bar.start_t -= told["done"] / told["rate"] if told["rate"] else 0
            self._bar.set_description_str(self._part, refresh=False)
        best = {end: one["value"] for end, one in (told.get("best") or {}).items() if one is not None}
        self._bar.set_postfix(best, refresh=False)
        self._bar.n = told["done"]
        self._bar.refresh()
