"""How values are spread, by size of the multiplets."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from ..._errors import InputError
from ..._peers.arrays import array
from ..utils.stats import landscape, normalize

__all__ = ["plot_landscape"]

_SMALLEST_DOT, _LARGEST_DOT, _SPREAD = 2, 200, 0.13


def plot_landscape(
    hoi: Any,
    model: Any = None,
    orders: Any = None,
    minsize: int | None = None,
    maxsize: int | None = None,
    kind: str = "hist",
    undersampling: bool = True,
    cbar: bool = True,
    hist_kwargs: Mapping[str, Any] = {},
    plt_kwargs: Mapping[str, Any] = {},
) -> Any:
    """Draws values against the size of their multiplets on the current axes of matplotlib, and returns them.

    Args:
        hoi: what ``fit`` returned.
        model: the metric; or the ``orders`` of its multiplets.
        minsize, maxsize: only multiplets of these sizes.
        kind: ``hist``, histograms beside each other; ``scatter``, a dot a multiplet.
        undersampling: whether a line shows from which size on samples are few.
        cbar: whether histograms have a bar of their colours.
        hist_kwargs: for :func:`oinfo.hoi.utils.landscape`.
        plt_kwargs: for pcolormesh or scatter of matplotlib.
    """
    try:
        from matplotlib import pyplot  # type: ignore[import-not-found, import-untyped, unused-ignore]
    except ImportError as e:
        raise InputError("plot_landscape must have matplotlib: it is not installed; install it") from e
    if model is None and orders is None:
        raise InputError("model must be given, or orders: found neither")
    if kind not in ("hist", "scatter"):
        raise InputError(f"kind must be hist or scatter: found {kind!r}")
    sizes = np.asarray(model.order if model is not None else orders)
    low, high = (int(sizes.min()) if minsize is None else minsize), (int(sizes.max()) if maxsize is None else maxsize)
    kept = (sizes >= low) & (sizes <= high)
    values = array(hoi)[kept].ravel()
    sizes = np.repeat(sizes[kept], len(values) // max(int(kept.sum()), 1))
    if kind == "hist":
        _histograms(pyplot, values, sizes, cbar, hist_kwargs, plt_kwargs)
    else:
        _dots(pyplot, values, sizes, plt_kwargs)
    pyplot.xlabel("Order")
    pyplot.xticks(np.arange(low, high + 1))
    pyplot.ylabel(f"{model.__name__ if model is not None else 'HOI'} [Bits]")
    pyplot.grid(True)
    if undersampling and model is not None:
        pyplot.axvline(model.undersampling, color="k", linestyle="--")
    return pyplot.gca()


def _histograms(pyplot: Any, values: Any, sizes: Any, bar: bool, of_bins: Mapping[str, Any], of_mesh: Mapping[str, Any]) -> None:
    from matplotlib.colors import LogNorm  # type: ignore[import-not-found, import-untyped, unused-ignore]

    asked: dict[str, Any] = {**of_bins, "output": "numpy"}
    found, every, centres = landscape(values, sizes, **asked)
    pyplot.pcolormesh(every, centres, found, **{"norm": LogNorm(), **of_mesh})
    if bar:
        pyplot.colorbar(label=of_bins.get("stat", "probability"))


def _dots(pyplot: Any, values: Any, sizes: Any, of_dots: Mapping[str, Any]) -> None:
    limit = float(np.abs(np.nanpercentile(values, [1, 99])).max())
    across = np.random.normal(sizes, _SPREAD)
    area = normalize(np.abs(values), _SMALLEST_DOT, _LARGEST_DOT)
    pyplot.scatter(across, values, **{"c": values, "vmin": -limit, "vmax": limit, "s": area, **of_dots})
