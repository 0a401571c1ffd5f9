"""Of scans and listings: the landscape, its extremes, the variables."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from .._errors import InputError
from ._figure import GRID, NEUTRAL, axes, colour, measure, nplet, orders, shade_of, shown, title, unit

_VALUES = ("difference_o", "domega", "o", "gradient", "co_information")
"""What listings rank their n-plets by."""

_BARS = 60
"""Of a landscape, if all were alike."""


def landscape(result: Any, order: int | None = None, *, ax: Any = None, log: bool = True) -> Any:
    """The histogram of O-information over all n-plets of a scan at ``level="full"``, as n-plets for each hundredth of a nat or bit.

    Args:
        result: of :func:`oinfo.scan`.
        order: which one; by default all, one in bars, several as outlines.
        ax: the Axes to draw into.
        log: a logarithmic axis of heights, which shows the few extremes beside the many in the middle.

    Returns:
        The Axes.
    """
    chosen = orders(result, order)
    if any(one.get("histogram") is None for one in chosen):
        raise InputError("a landscape must have its histogram: the scan has none; scan with level='full'")
    ax = axes(ax)
    if len(chosen) == 1:
        _filled(ax, chosen[0])
    else:
        _outlined(ax, chosen)
    ax.axvline(0, color=NEUTRAL, linewidth=1)
    if log:
        ax.set_yscale("log")
    ax.set_xlabel(measure("o", unit(result)))
    ax.set_ylabel(f"n-plets per 0.01 {unit(result)}")
    ax.grid(axis="y", color=GRID, linewidth=0.6)
    ax.set_axisbelow(True)
    total = sum(one["total"] for one in chosen)
    of = ", ".join(str(one["order"]) for one in chosen)
    title(ax, f"All {total:,} n-plets of order{'s' if len(chosen) > 1 else ''} {of}", result)
    return ax


def _filled(ax: Any, one: dict[str, Any]) -> None:
    bars = list(_bars(one["histogram"]))
    for sign, share, name in ((-1, "synergistic", "synergy"), (1, "redundant", "redundancy")):
        own = np.array([bar for bar in bars if (bar[0] + bar[1]) * sign > 0]).reshape(-1, 3)
        low, high, height = own.T
        label = f"{100 * one[share] / max(one['total'], 1):.1f} % {name}"
        ax.bar(low, height, high - low, align="edge", color=colour(sign), edgecolor="white", linewidth=0.3, label=label)
    ax.legend(frameon=False, ncols=2, loc="lower right", bbox_to_anchor=(1, 1), borderaxespad=0.2, handlelength=1)


def _outlined(ax: Any, chosen: list[dict[str, Any]]) -> None:
    shades = shade_of(len(chosen))
    for one, shade in zip(chosen, shades, strict=True):
        bars = sorted(_bars(one["histogram"]))
        if bars:
            edges = [bars[0][0], *(high for _, high, _ in bars)]
            ax.stairs([height for _, _, height in bars], edges, color=shade, linewidth=1.5, label=f"order {one['order']}")
    ax.legend(frameon=False)


def _bars(histogram: dict[str, Any]) -> Iterator[tuple[float, float, float]]:
    """Low, high and height of each: the bins, which are wider outwards, joined from 0 on until each is a sixtieth of the axis wide."""
    edges, counts = histogram["edges"], histogram["counts"]
    bins = [one for one in zip(edges[:-1], edges[1:], counts, strict=True) if one[0] is not None and one[1] is not None]
    least = (bins[-1][1] - bins[0][0]) / _BARS if bins else 0
    for side in ([one for one in bins[::-1] if one[1] <= 0], [one for one in bins if one[1] > 0]):
        held: tuple[float, float, int] | None = None
        for low, high, count in side:
            held = (low, high, count) if held is None else (min(low, held[0]), max(high, held[1]), held[2] + count)
            if held[1] - held[0] >= least:
                yield held[0], held[1], 0.01 * held[2] / (held[1] - held[0])
                held = None
        if held is not None:
            yield held[0], held[1], 0.01 * held[2] / (held[1] - held[0])


def extremes(result: Any, order: int | None = None, *, top: int = 10, ax: Any = None) -> Any:
    """Bars of the n-plets with the smallest and the largest values of a scan or of any other listing.

    Args:
        result: of any analysis that lists n-plets.
        order: of a scan, which one; by default the first.
        top: how many at each end.
        ax: the Axes to draw into.

    Returns:
        The Axes.
    """
    listing, name = _listing(result, order)
    if top < 1:
        raise InputError(f"top must be 1 or more: found {top}")
    distinct = {tuple(row["nplet"]) + tuple(row.get("variable") or row.get("pair") or ()): row for row in listing if row.get(name) is not None}
    ranked = sorted(distinct.values(), key=lambda row: (row[name], row["nplet"]))
    if not ranked:
        raise InputError(f"extremes must have n-plets: the result lists none with {name}")
    drawn = ranked if len(ranked) <= 2 * top else ranked[:top] + ranked[-top:]
    ax = axes(ax, 7, 1.2 + 0.24 * len(drawn))
    places = np.arange(len(drawn))[::-1]
    values = [row[name] for row in drawn]
    ax.barh(places, values, color=[colour(one) for one in values], height=0.72)
    ax.set_yticks(places, [_label(row, result.names) for row in drawn], fontsize="small")
    ax.axvline(0, color=NEUTRAL, linewidth=1)
    ax.set_xlabel(measure(name, unit(result)))
    ax.set_ylabel("n-plet")
    ax.grid(axis="x", color=GRID, linewidth=0.6)
    ax.set_axisbelow(True)
    title(ax, f"The {len(drawn)} {_which(result, ranked, drawn)} of order {_orders(drawn)}", result)
    return ax


def _listing(result: Any, order: int | None) -> tuple[list[dict[str, Any]], str]:
    """The rows that a picture is of, and what they are ranked by."""
    if result.orders:
        one = orders(result, order)[0]
        listing = [row for row in result._rows() if row["order"] == one["order"]]
        return listing, one.get("rank_by", "o")
    listing = [row for row in result._rows() if "nplet" in row and (order is None or len(row["nplet"]) == order)]
    name = next((name for name in _VALUES if any(name in row for row in listing)), None)
    if name is None:
        raise InputError("the picture must be of n-plets with a value: the result lists none")
    return listing, name


def _which(result: Any, ranked: list[dict[str, Any]], drawn: list[dict[str, Any]]) -> str:
    if "gradient" in drawn[0]:
        return "gradients of n-plets"
    return "most extreme n-plets" if result.orders or len(drawn) < len(ranked) else "n-plets"


def _orders(drawn: list[dict[str, Any]]) -> str:
    found = sorted({len(row["nplet"]) for row in drawn})
    return str(found[0]) if len(found) == 1 else f"{found[0]} to {found[-1]}"


def _label(row: dict[str, Any], names: dict[int, str]) -> str:
    part = row.get("variable") or row.get("pair")
    return nplet(row["nplet"], names) + (f": {nplet(part, names)}" if part else "")


def variables(result: Any, order: int | None = None, *, top: int | None = 40, ax: Any = None) -> Any:
    """The mean O-information of all n-plets of each variable, of a scan at ``level="full"``, the most redundant first.

    Args:
        result: of :func:`oinfo.scan`.
        order: which one; by default the first.
        top: how many at most, those furthest from 0; None for all.
        ax: the Axes to draw into.

    Returns:
        The Axes.
    """
    one = orders(result, order)[0]
    if one.get("per_variable") is None:
        raise InputError("means of variables must be in the result: the scan has none; scan with level='full'")
    means = [row for row in one["per_variable"] if row["mean_o"] is not None]
    drawn = sorted(sorted(means, key=lambda row: -abs(float(row["mean_o"])))[:top], key=lambda row: -float(row["mean_o"]))
    ax = axes(ax, max(5, 1.5 + 0.2 * len(drawn)), 3.6)
    values = [row["mean_o"] for row in drawn]
    ax.bar(range(len(drawn)), values, color=[colour(value) for value in values], width=0.75)
    names = result.names
    words = [shown(names.get(row["index"], str(row["index"]))) for row in drawn]
    ax.set_xticks(range(len(drawn)), words, rotation=90 if max(map(len, words), default=0) > 2 else 0, fontsize="small")
    ax.axhline(0, color=NEUTRAL, linewidth=1)
    ax.set_xlabel("variable")
    ax.set_ylabel("mean " + measure("o", unit(result)))
    ax.grid(axis="y", color=GRID, linewidth=0.6)
    ax.set_axisbelow(True)
    of = "" if len(drawn) == len(means) else f", the {len(drawn)} of {len(means)} furthest from 0"
    title(ax, f"Mean over all n-plets of order {one['order']} with a variable{of}", result)
    return ax
