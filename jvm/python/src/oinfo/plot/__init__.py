"""Pictures of results by matplotlib, which is imported when the first one is drawn.

Each function takes a result, draws into ``ax`` or a figure of its own, and returns the Axes. Blue is synergy, red is redundancy: these two
are told apart by people who are colour-blind, and on paper by what stands beside them. ``result.plot()`` draws what fits a result best::

    import oinfo
    result = oinfo.scan(X, level="full")
    result.plot().figure.savefig("landscape.png")
    oinfo.plot.network(result, top=15)
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .._errors import InputError
from ._analyses import curve, intervals, null, path, samples, windows
from ._network import network
from ._scan import extremes, landscape, variables

__all__ = ["curve", "draw", "extremes", "intervals", "landscape", "network", "null", "path", "samples", "variables", "windows"]

_KINDS: dict[str, Callable[..., Any]] = {
    "landscape": landscape,
    "extremes": extremes,
    "variables": variables,
    "network": network,
    "null": null,
    "curve": curve,
    "path": path,
    "intervals": intervals,
    "samples": samples,
}


def draw(result: Any, kind: str | None = None, *, ax: Any = None, **options: Any) -> Any:
    """The picture of that name, or the one that fits the result best; ``result.plot()``.

    Args:
        result: of any analysis.
        kind: landscape, extremes, variables, network, null, curve, path, intervals or samples, the function of that name.
        ax: the Axes to draw into.
        options: those of the function.

    Returns:
        The Axes.
    """
    if kind is not None and kind not in _KINDS:
        raise InputError(f"a picture must be one of {', '.join(_KINDS)}: found {kind!r}")
    return _KINDS[kind or _fitting(result)](result, ax=ax, **options)


def _fitting(result: Any) -> str:
    if result.histogram:
        return "landscape"
    if result.values is not None:
        return "samples"
    if "null_min" in result.figures:
        return "null"
    by_rows = {"curve": "curve", "steps": "path", "intervals": "intervals"}
    return next((kind for name, kind in by_rows.items() if name in result.json), "extremes")
