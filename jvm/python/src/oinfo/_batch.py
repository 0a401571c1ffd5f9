"""Several calls in one request."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from typing import Any

from . import _calls
from ._arrays import Sent, speaking
from ._calls import Prepared, Progress, collecting
from ._engine import ENGINE, result_of
from ._errors import InputError, OinfoError
from ._folder import removed
from ._interrupt import Interrupt
from ._progress import teller

_ANALYSES = (
    "scan",
    "measures",
    "search",
    "target",
    "dynamic",
    "null",
    "compare",
    "subsets",
    "bootstrap",
    "resample",
    "curve",
    "gradients",
    "local",
)


class Batch:
    """Calls that are noted, by the functions of this package as methods, and sent together by :meth:`run`.

    >>> import numpy as np, oinfo
    >>> rng = np.random.default_rng(1)
    >>> calls = oinfo.Batch()
    >>> for subject in range(3):
    ...     calls.scan(rng.normal(size=(100, 5)), order=3, top=1)
    >>> [result.orders[0]["total"] for result in calls.run()]
    [10, 10, 10]
    """

    def __init__(self) -> None:
        self._noted: list[tuple[str, Any, dict[str, Any]]] = []

    def __getattr__(self, name: str) -> Callable[..., None]:
        if name not in _ANALYSES:
            raise AttributeError(f"a batch has the analyses {', '.join(_ANALYSES)} and run: found {name}")

        def note(*args: Any, **keywords: Any) -> None:
            if any(_holds_function(value) for value in keywords.values()):
                raise InputError("a batch must have no functions: progress goes to run, and a measure of one's own to a call by itself")
            before = collecting.set(self._noted)
            try:
                getattr(_calls, name)(*args, **keywords)
            finally:
                collecting.reset(before)

        return note

    def __len__(self) -> int:
        return len(self._noted)

    def run(self, *, on_interrupt: str = "raise", progress: Progress | None = None) -> list[Any]:
        """The results in the order of the calls; where one failed, its exception in place of a result.

        Args:
            on_interrupt: at Ctrl-C "raise" KeyboardInterrupt, or "return" what is finished: a partial result, and exceptions behind it.
            progress: as of an analysis; ``call`` says which, from 0.
        """
        interrupt = Interrupt(on_interrupt)
        if not self._noted:
            return []
        with ExitStack() as files, teller(progress) as tell:
            prepared = [self._prepared(*one, files) for one in self._noted]
            calls = [{"method": one.method, "params": one.params} for one in prepared]
            answers = ENGINE.call("batch", {"calls": calls}, tell, interrupt)["results"]
            results = [_result(call, answer) for call, answer in zip(prepared, answers, strict=True)]
        for call, result in zip(prepared, results, strict=True):
            call.warn(result)
        return results

    @staticmethod
    def _prepared(method: str, data: Any, options: dict[str, Any], files: ExitStack) -> Prepared:
        sent = Sent()
        files.enter_context(removed(sent.files))
        with speaking(sent):
            return Prepared(method, data, options, sent)


def _holds_function(value: Any) -> bool:
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, (list, tuple)) else [value]
    return any(map(callable, parts))


def _result(call: Prepared, answer: dict[str, Any]) -> Any:
    try:
        with speaking(call.sent):
            return call.result(result_of(answer))
    except OinfoError as e:
        return e
