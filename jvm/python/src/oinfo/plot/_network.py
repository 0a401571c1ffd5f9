"""n-plets and their variables as a network that can be read."""

from __future__ import annotations

from typing import Any

import numpy as np

from .._errors import InputError
from ._figure import NEUTRAL, axes, colour, measure, number, shown, title, unit
from ._scan import _listing, _orders

_STEPS = 300
"""Of the layout; it has settled by then."""


def network(result: Any, order: int | None = None, *, top: int = 8, ax: Any = None) -> Any:
    """The most extreme n-plets as a hypergraph: a square for each n-plet, with a line to each of its members, the variables.

    A square is as large, and its lines as wide, as its O-information is far from 0; variables that share n-plets lie near each other.

    Args:
        result: of any analysis that lists n-plets.
        order: of a scan, which one; by default the first.
        top: how many n-plets at each end.
        ax: the Axes to draw into.

    Returns:
        The Axes.
    """
    listing, name = _listing(result, order)
    if top < 1:
        raise InputError(f"top must be 1 or more: found {top}")
    distinct = {tuple(row["nplet"]): row[name] for row in listing if row.get(name) is not None}
    ranked = sorted(distinct.items(), key=lambda one: (one[1], one[0]))
    chosen = ranked if len(ranked) <= 2 * top else ranked[:top] + ranked[-top:]
    if not chosen:
        raise InputError(f"a network must have n-plets: the result lists none with {name}")
    members = sorted({column for nplet, _ in chosen for column in nplet})
    ends = [[members.index(column) for column in nplet] for nplet, _ in chosen]
    places = _layout(len(members), ends)
    ax = axes(ax, 7.5, 6.5)
    strongest = max(abs(value) for _, value in chosen) or 1.0
    for n, (_, value) in enumerate(chosen):
        hub, share = places[len(members) + n], abs(value) / strongest
        for end in ends[n]:
            ax.plot(*zip(hub, places[end], strict=True), color=colour(value), linewidth=0.8 + 2.2 * share, alpha=0.55, zorder=1)
        ax.scatter(*hub, s=20 + 110 * share, marker="s", color=colour(value), edgecolor="white", linewidth=0.8, zorder=2)
    _variables(ax, places[: len(members)], [shown(result.names.get(column, str(column))) for column in members])
    for sign, word in ((-1, "synergy"), (1, "redundancy")):
        own = sorted((value for _, value in chosen if value * sign > 0), key=abs)
        if own:
            meaning = f"{word}: " if name in ("o", "domega") else ""
            label = f"{meaning}{measure(name, unit(result))} {number(own[0])} to {number(own[-1])}"
            ax.scatter([], [], marker="s", color=colour(sign), label=label)
    ax.legend(frameon=False, fontsize="small", loc="upper left", bbox_to_anchor=(0, 0))
    ax.set_axis_off()
    ax.set_aspect("equal", adjustable="datalim")
    title(ax, f"{len(chosen)} n-plets of order {_orders([{'nplet': nplet} for nplet, _ in chosen])} and their {len(members)} variables", result)
    return ax


def _variables(ax: Any, places: Any, names: list[str]) -> None:
    short = max(map(len, names)) <= 3
    ax.scatter(*places.T, s=230 if short else 40, color="white" if short else NEUTRAL, edgecolor=NEUTRAL, linewidth=1, zorder=3)
    for place, name in zip(places, names, strict=True):
        ax.annotate(
            name, place, (0, 0) if short else (7, 5), textcoords="offset points", fontsize="small", zorder=4,
            ha="center" if short else "left", va="center" if short else "bottom",
            bbox=None if short else {"facecolor": "white", "edgecolor": "none", "alpha": 0.75, "pad": 0.8},
        )  # fmt: skip


def _layout(variables: int, ends: list[list[int]]) -> Any:
    """Places [variables + n-plets, 2] whose distances come near to the numbers of lines between them.

    By majorisation of the stress (Gansner, Koren, North 2005, doi:10.1007/978-3-540-31843-9_25) with weights 1/d^2; the same picture each time.
    """
    size = variables + len(ends)
    joined = np.full((size, size), np.inf)
    np.fill_diagonal(joined, 0)
    for n, members in enumerate(ends):
        joined[variables + n, members] = joined[members, variables + n] = 1
    for middle in range(size):
        joined = np.minimum(joined, joined[:, middle, None] + joined[middle])
    # Parts that nothing joins stand beside each other.
    joined[np.isinf(joined)] = 0.6 * joined[np.isfinite(joined)].max() + 1
    np.fill_diagonal(joined, 1)
    weights = joined**-2.0
    np.fill_diagonal(weights, 0)
    laplacian = np.diag(weights.sum(axis=1)) - weights
    inverse = np.linalg.pinv(laplacian)
    angle = np.linspace(0, 2 * np.pi, size, endpoint=False)
    places = np.column_stack([np.cos(angle), np.sin(angle)]) * joined.max() / 2
    for _ in range(_STEPS):
        apart = np.linalg.norm(places[:, None] - places[None], axis=2)
        pull = weights * joined / np.where(apart > 1e-9, apart, np.inf)
        places = inverse @ ((np.diag(pull.sum(axis=1)) - pull) @ places)
    return places
