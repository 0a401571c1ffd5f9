"""Of analyses other than scans: null distributions, learning curves, paths of a search, intervals, samples, windows."""

from __future__ import annotations

from typing import Any

import numpy as np

from .._errors import InputError
from ._figure import GRID, NEUTRAL, REDUNDANCY, SYNERGY, axes, colour, measure, nplet, number, rows, shade_of, title, unit


def null(result: Any, *, ax: Any = None) -> Any:
    """The smallest and the largest value of each surrogate, in bars, and the observed extremes as lines; of null and compare.

    Args:
        result: of :func:`oinfo.null` or :func:`oinfo.compare`.
        ax: the Axes to draw into.

    Returns:
        The Axes.
    """
    figures = result.figures
    ends = {name: np.array(figures.get(name) or [], dtype=float) for name in ("null_min", "null_max")}
    if not all(len(values) for values in ends.values()):
        raise InputError("a null distribution must be in the result: it has none; call oinfo.null or oinfo.compare")
    ax = axes(ax)
    name = "o" if any("o" in row for row in result._rows()) else "difference_o"
    observed = [row[name] for row in result._rows() if row.get(name) is not None]
    for values, shade, which in ((ends["null_min"], SYNERGY, "smallest"), (ends["null_max"], REDUNDANCY, "largest")):
        ax.hist(values, bins="auto", color=shade, alpha=0.55, label=f"{which} of each of {len(values):,} surrogates")
    tallest = ax.get_ylim()[1]
    if observed:
        ax.vlines(observed, 0, 0.5 * tallest, colors=[colour(one) for one in observed], linewidth=1.6, label="observed n-plets")
        for value in {min(observed), max(observed)}:
            ax.annotate(number(value), (value, 0.5 * tallest), (0, 3), textcoords="offset points", ha="center", fontsize="small")
    _symlog_where_far(ax, np.concatenate(list(ends.values())), observed)
    ax.axvline(0, color=NEUTRAL, linewidth=1)
    ax.set_xlabel(measure(name, unit(result)))
    ax.set_ylabel("surrogates")
    ax.legend(frameon=False, fontsize="small")
    title(ax, f"Extremes of order {figures.get('order', '')} against chance", result)
    return ax


def _symlog_where_far(ax: Any, chance: Any, observed: list[float]) -> None:
    """Where what was observed is far out, the axis is linear within chance and logarithmic beyond it."""
    width = float(np.abs(chance).max())
    furthest = max((abs(value) for value in observed), default=0.0)
    if furthest > 15 * width > 0:
        ax.set_xscale("symlog", linthresh=width, linscale=1.5)
        decades = 10.0 ** np.arange(np.ceil(np.log10(width)), np.ceil(np.log10(furthest)) + 1)
        shown = decades[:: max(1, len(decades) // 3)]
        ax.set_xticks([*-shown[::-1], 0, *shown])
        ax.minorticks_off()


def curve(result: Any, order: int | None = None, *, ax: Any = None) -> Any:
    """Smallest, mean and largest O-information against the number of samples, with their standard deviation over repeats; dashed: bias-corrected.

    Args:
        result: of :func:`oinfo.curve`.
        order: which one; by default the first.
        ax: the Axes to draw into.

    Returns:
        The Axes.
    """
    listing = rows(result, "curve")
    chosen = listing[0]["order"] if order is None else order
    points = [row for row in listing if row["order"] == chosen]
    if not points:
        raise InputError(f"order must be one of {sorted({row['order'] for row in listing})}: found {order!r}")
    ax = axes(ax)
    x = [row["samples"] for row in points]
    for name, shade, word in (("max_o", REDUNDANCY, "largest"), ("mean_o", NEUTRAL, "mean"), ("min_o", SYNERGY, "smallest")):
        y, corrected, deviation = (np.array([row[name + end] for row in points], dtype=float) for end in ("", "_corrected", "_deviation"))
        ax.fill_between(x, y - deviation, y + deviation, color=shade, alpha=0.18, linewidth=0)
        ax.plot(x, y, color=shade, marker="o", markersize=4, label=word)
        ax.plot(x, corrected, color=shade, linestyle="--", linewidth=1)
    ax.set_xscale("log")
    ticks = [one for one, following in zip(x, [*x[1:], np.inf], strict=True) if following > 1.2 * one]
    ax.set_xticks(ticks, [f"{one:,}" for one in ticks])
    ax.minorticks_off()
    ax.axhline(0, color=GRID, linewidth=1, zorder=0)
    ax.set_xlabel("samples")
    ax.set_ylabel(measure("o", unit(result)))
    ax.plot([], [], color=NEUTRAL, linestyle="--", linewidth=1, label="bias-corrected")
    ax.legend(frameon=False, fontsize="small", ncols=4, loc="lower right", bbox_to_anchor=(1, 1))
    title(ax, f"n-plets of order {chosen}", result)
    return ax


def path(result: Any, *, ax: Any = None) -> Any:
    """The paths of a greedy search: O-information of each start's n-plet as it grows, its largest value marked.

    Args:
        result: of :func:`oinfo.search` with ``method="greedy"``; ``paths="all"`` has every path whole.
        ax: the Axes to draw into.

    Returns:
        The Axes.
    """
    steps = rows(result, "steps")
    name = next((key for key in steps[0] if key not in _STEP), "o")
    paths: dict[tuple[str, int], list[dict[str, Any]]] = {}
    for row in steps:
        paths.setdefault((row["end"], row["start"]), []).append(row)
    ax = axes(ax)
    for (end, _), of_start in paths.items():
        shade = SYNERGY if end in ("synergistic", "smallest") else REDUNDANCY
        line = "-" if len(of_start) > 1 else "none"
        ax.plot([row["order"] for row in of_start], [row[name] for row in of_start], line, color=shade, marker=".", alpha=0.8)
    for end, shade in (("synergistic", SYNERGY), ("smallest", SYNERGY), ("redundant", REDUNDANCY), ("largest", REDUNDANCY)):
        own = [row for row in steps if row["end"] == end]
        if own:
            best = (min if shade == SYNERGY else max)(own, key=lambda row: float(row[name]))
            label = f"most {end}" if end in ("synergistic", "redundant") else end
            ax.plot(best["order"], best[name], "o", markersize=9, markerfacecolor="none", color=shade, label=f"{label}: {nplet(best['nplet'], result.names)}")
    ax.axhline(0, color=GRID, linewidth=1, zorder=0)
    ax.xaxis.get_major_locator().set_params(integer=True)
    ax.set_xlabel("order (size of the n-plet)")
    ax.set_ylabel(measure(name, unit(result)))
    ax.legend(frameon=False, fontsize="small", loc="best")
    title(ax, f"Greedy search: {len(paths)} paths", result)
    return ax


_STEP = {"end", "start", "order", "added", "tc", "dtc", "o", "s", "best", "nplet"}
"""Fields of a step; one more is the measure that it was ranked by."""


def intervals(result: Any, *, of: str = "o", ax: Any = None) -> Any:
    """A measure of each n-plet with its confidence interval.

    Args:
        result: of :func:`oinfo.bootstrap`.
        of: tc, dtc, o or s.
        ax: the Axes to draw into.

    Returns:
        The Axes.
    """
    own = [row for row in rows(result, "intervals") if row["measure"] == of and row["value"] is not None]
    if not own:
        raise InputError(f"of must be one of tc, dtc, o, s: found {of!r}")
    ax = axes(ax, 7, 1.4 + 0.3 * len(own))
    for place, row in enumerate(own[::-1]):
        if row["low"] is not None:
            ax.plot([row["low"], row["high"]], [place, place], color=colour(row["value"]), linewidth=2.5, alpha=0.5, solid_capstyle="butt")
        ax.plot(row["value"], place, "o", color=colour(row["value"]), markersize=5)
    ax.set_yticks(range(len(own)), [nplet(row["nplet"], result.names) for row in own[::-1]], fontsize="small")
    ax.set_ylim(-0.7, len(own) - 0.3)
    ax.axvline(0, color=NEUTRAL, linewidth=1)
    ax.set_xlabel(measure(of, unit(result)))
    ax.set_ylabel("n-plet")
    title(ax, f"{100 * result.figures['confidence']:g} % intervals of {result.figures['resamples']:,} resamples", result)
    return ax


def samples(result: Any, *, of: str = "o", top: int = 4, ax: Any = None) -> Any:
    """A measure of each n-plet at every sample; the mean over all samples is the measure itself.

    Args:
        result: of :func:`oinfo.local`.
        of: tc, dtc, o or s.
        top: how many n-plets at most, the first ones.
        ax: the Axes to draw into.

    Returns:
        The Axes.
    """
    if result.values is None or of not in _LOCAL:
        raise InputError(f"the picture must be of oinfo.local, of one of {', '.join(_LOCAL)}: found {of!r}")
    values = result.values[:, :top, _LOCAL.index(of)]
    named = [row["nplet"] for row in rows(result, "local") if row["measure"] == of]
    ax = axes(ax, 8, 3.6)
    for n, shade in enumerate(shade_of(values.shape[1])):
        ax.plot(values[:, n], color=shade, linewidth=0.8, alpha=0.85, label=nplet(named[n], result.names))
    ax.axhline(0, color=NEUTRAL, linewidth=1)
    ax.set_xlabel("sample")
    ax.set_ylabel("local " + measure(of, unit(result)))
    ax.legend(frameon=False, fontsize="small", ncols=min(4, values.shape[1]), loc="lower right", bbox_to_anchor=(1, 1))
    title(ax, "At every sample" if values.shape[1] == len(named) else f"At every sample: {values.shape[1]} of {len(named)} n-plets", result)
    return ax


_LOCAL = ("tc", "dtc", "o", "s")


def windows(results: Any, order: int | None = None, *, ax: Any = None) -> Any:
    """Smallest, mean and largest O-information of each window of a series, at the middle of its rows.

    Args:
        results: the list that :func:`oinfo.scan` with ``window=`` gives.
        order: which one; by default the first.
        ax: the Axes to draw into.

    Returns:
        The Axes.
    """
    if not isinstance(results, list) or not results or any("first_row" not in one.run for one in results):
        raise InputError("the picture must be of the list of results that oinfo.scan(..., window=W) gives")
    found = [(one.run, next((o for o in one.orders if order in (None, o["order"])), None)) for one in results]
    known = [(run, one) for run, one in found if one is not None]
    if not known:
        raise InputError(f"order must be one that was scanned: found {order!r}")
    ax = axes(ax)
    x = [(run["first_row"] + run["last_row"]) / 2 for run, _ in known]
    for name, shade, word in (("max", REDUNDANCY, "largest"), ("mean", NEUTRAL, "mean"), ("min", SYNERGY, "smallest")):
        ax.plot(x, [one["o"][name] for _, one in known], color=shade, marker=".", label=word)
    ax.axhline(0, color=GRID, linewidth=1, zorder=0)
    ax.set_xlabel(f"row at the middle of the window of {known[0][0]['samples']:,} rows")
    ax.set_ylabel(measure("o", unit(results[0])))
    ax.legend(frameon=False, fontsize="small")
    title(ax, f"{len(known)} windows, n-plets of order {known[0][1]['order']}", results[0])
    return ax
