"""What all pictures share: matplotlib, Axes, colours, words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np

from .._errors import InputError

SYNERGY = "#2166ac"
REDUNDANCY = "#b2182b"
NEUTRAL = "#59636e"
GRID = "#d0d7de"


def axes(ax: Any, width: float = 7, height: float = 4) -> Any:
    """The Axes to draw into: those given, or new ones on white, inches wide and high."""
    try:
        import matplotlib.pyplot as pyplot
    except ImportError as e:
        raise InputError(f"pictures must have matplotlib: {e}; install it (pip install matplotlib, or apt-get install python3-matplotlib)") from e
    if ax is None:
        figure = pyplot.figure(figsize=(width, height), facecolor="white", layout="constrained")
        ax = figure.add_subplot(facecolor="white")
    elif not hasattr(ax, "get_figure") or not hasattr(ax, "barh"):
        raise InputError(f"ax must be Axes of matplotlib: found {type(ax).__name__}; give one of plt.subplots()")
    ax.spines[["top", "right"]].set_visible(False)
    return ax


def colour(value: float) -> str:
    """By the sign of O-information."""
    return SYNERGY if value < 0 else REDUNDANCY


def shade_of(count: int) -> Any:
    """So many colours that are told apart, also in grey; [count, 4]."""
    import matplotlib

    return matplotlib.colormaps["viridis"](np.linspace(0, 0.82, count))


def unit(result: Any) -> str:
    """Of all information in a result."""
    return str(result.run.get("unit", "nats"))


_MEASURES = {
    "o": "O-information Ω",
    "domega": "dΩ",
    "tc": "TC",
    "dtc": "DTC",
    "s": "S-information",
    "difference_o": "difference of Ω",
    "gradient": "gradient of Ω",
    "co_information": "co-information",
}


def measure(name: str, of: str) -> str:
    """A measure as an axis calls it, with its unit; that of a measure of one's own is its owner's matter."""
    own = name.isidentifier() and name not in _MEASURES and not name.startswith("delta")
    return name if own else f"{_MEASURES.get(name, name)} ({of})"


def number(value: float) -> str:
    """Three digits of a value."""
    return f"{value:.3g}".replace("-", "−")


def nplet(members: Iterable[int], names: dict[int, str], longest: int = 44) -> str:
    """An n-plet in words, not too long for the side of a picture."""
    words = [shown(names.get(one, str(one))) for one in members]
    text = ", ".join(words)
    if len(text) <= longest:
        return text
    kept = 0
    while kept < len(words) and len(", ".join(words[: kept + 1])) < longest - 8:
        kept += 1
    kept = max(kept, 1)
    return ", ".join(words[:kept])[:longest] + (f" … +{len(words) - kept}" if kept < len(words) else "…")


def shown(name: str) -> str:
    """A name as it is: $ begins a formula in matplotlib."""
    return name.replace("$", r"\$")


def orders(result: Any, order: int | None) -> list[dict[str, Any]]:
    """What a scan found at one order, or at all."""
    found = result.orders
    if not found:
        raise InputError(f"the picture must be of a scan: the result has {', '.join(_holds(result))}")
    if order is None:
        return list(found)
    chosen = [one for one in found if one["order"] == order]
    if not chosen:
        raise InputError(f"order must be one of {', '.join(str(one['order']) for one in found)}: found {order!r}")
    return chosen


def rows(result: Any, name: str) -> Sequence[dict[str, Any]]:
    """A listing of a result by its name."""
    listing = result.json.get(name)
    if not listing:
        raise InputError(f"the picture must be of a result with {name}: it has {', '.join(_holds(result))}")
    found: Sequence[dict[str, Any]] = listing
    return found


def _holds(result: Any) -> list[str]:
    return [name for name in result.json if name not in ("schema", "run", "warnings", "variables", "dropped")]


def title(ax: Any, text: str, result: Any) -> None:
    """A title, which says so where the result is not whole."""
    ax.set_title(text + (" (stopped early: partial)" if result.partial else ""), loc="left", fontsize="medium")
