"""Bins, scales, landscapes, the best multiplets."""

from __future__ import annotations

from functools import partial
from typing import Any

import numpy as np

from ..._errors import InputError
from ..._peers.arrays import array
from ..._tables import pandas, table

__all__ = ["digitize", "get_nbest_mult", "landscape", "normalize"]

_Array = np.ndarray[Any, Any]
_STATISTICS = ("probability", "proportion", "frequency", "count", "density", "percent")


def digitize(x: Any, n_bins: int, axis: int = 0, use_sklearn: bool = False, **kwargs: Any) -> _Array:
    """Numbers of bins of equal width between the extremes along an axis, 0 to n_bins - 1, in the shape of x.

    Args:
        use_sklearn: take KBinsDiscretizer of scikit-learn, with its arguments, in the place of equal widths.
    """
    values = array(x)
    if use_sklearn:
        return np.asarray(np.apply_along_axis(partial(_by_sklearn, n_bins=n_bins, **kwargs), axis, values))
    low = values.min(axis=axis, keepdims=True)
    width = (values.max(axis=axis, keepdims=True) - low) / n_bins
    bins = ((values - low) / np.where(width > 0, width, 1)).astype(int)
    return np.asarray(np.minimum(bins, n_bins - 1))


def _by_sklearn(column: _Array, **options: Any) -> _Array:
    try:
        from sklearn.preprocessing import KBinsDiscretizer  # type: ignore[import-not-found, import-untyped, unused-ignore]
    except ImportError as e:
        raise InputError("use_sklearn must be False where scikit-learn is not installed; leave it out, or install it") from e
    cutter = KBinsDiscretizer(encode="ordinal", subsample=None, **options)
    cut: _Array = cutter.fit_transform(column[:, np.newaxis])[:, 0].astype(int)
    return cut


def normalize(x: Any, to_min: float = 0.0, to_max: float = 1.0) -> _Array:
    """x stretched so that its extremes are these; NaN stays."""
    values = array(x)
    low, high = np.nanmin(values), np.nanmax(values)
    scaled: _Array = to_min + (values - low) * ((to_max - to_min) / (high - low))
    return scaled


def landscape(
    x: Any, mult_size: Any, n_bins: int = 100, centered: bool = False, stat: str = "probability", output: str | None = "numpy"
) -> Any:
    """Histograms of values by size of their multiplets, over the same bins.

    Args:
        x: values, one for each multiplet.
        mult_size: size of each multiplet.
        centered: whether bins lie alike on both sides of 0.
        stat: count; frequency, count by width; probability or proportion, of the size; percent; density.
        output: numpy, (histograms [bins, sizes], sizes, centres of the bins); pandas, a DataFrame with the largest bin first; xarray; None.

    Bins without a value are NaN.
    """
    values, sizes = array(x).ravel(), array(mult_size)
    if len(values) != len(sizes):
        raise InputError(f"x must have a value for each multiplet: found {len(values)} values, {len(sizes)} sizes")
    if stat not in _STATISTICS:
        raise InputError(f"stat must be one of {', '.join(_STATISTICS)}: found {stat!r}")
    low, high = float(np.nanmin(values)), float(np.nanmax(values))
    if centered:
        low, high = -max(abs(low), abs(high)), max(abs(low), abs(high))
    edges = np.histogram_bin_edges(values, bins=n_bins, range=(low, high))
    every = np.arange(sizes.min(), sizes.max() + 1)
    found = np.column_stack([_histogram(values[sizes == size], edges, stat) for size in every])
    found[found == 0] = np.nan
    return _shown(found, every, (edges[:-1] + edges[1:]) / 2, stat, output)


def _histogram(values: _Array, edges: _Array, stat: str) -> _Array:
    counts = np.histogram(values, edges)[0].astype(float)
    total = counts.sum() or np.nan
    if stat == "count":
        return counts
    if stat == "frequency":
        return counts / np.diff(edges)
    if stat == "density":
        return counts / np.diff(edges) / total
    return counts / total * (100 if stat == "percent" else 1)


def _shown(found: _Array, sizes: _Array, centres: _Array, stat: str, output: str | None) -> Any:
    if output == "numpy":
        return found, sizes, centres
    if output == "pandas":
        module = pandas()
        if module is None:
            raise InputError("output must not be pandas where it is not installed; say numpy")
        return module.DataFrame(found[::-1], index=centres[::-1], columns=sizes)
    if output == "xarray":
        import xarray  # type: ignore[import-not-found, import-untyped, unused-ignore]

        shown = xarray.DataArray(
            found, dims=("bins", "order"), coords=(centres, sizes), name=stat, attrs={"stat": stat, "n_bins": len(found)}
        )
        shown.bins.attrs["unit"] = "bits"
        return shown
    return found


def get_nbest_mult(
    hoi: Any,
    model: Any = None,
    orders: Any = None,
    multiplets: Any = None,
    n_best: int = 5,
    minsize: int | None = None,
    maxsize: int | None = None,
    names: list[str] | None = None,
) -> Any:
    """The multiplets with the largest values that are not below 0, and those with the smallest that are: a table, largest value first.

    Args:
        hoi: what ``fit`` returned, of one variable.
        model: the metric; or its ``orders`` and ``multiplets``.
        n_best: how many at each end.
        minsize, maxsize: only multiplets of these sizes.
        names: of the features, for a column of names.

    Columns: index, order, hoi, multiplet, names.
    """
    values = array(hoi)
    values = values.reshape(len(values), -1)
    if values.shape[1] != 1:
        raise InputError(f"hoi must be of one variable: found {values.shape[1]}; give hoi[:, i]")
    values = values[:, 0]
    if model is not None:
        orders, multiplets = model.order, model.multiplets
    if orders is None or multiplets is None:
        raise InputError("model must be given, or orders and multiplets: found neither")
    orders, members = np.asarray(orders), np.asarray(multiplets)
    low, high = (orders.min() if minsize is None else minsize), (orders.max() if maxsize is None else maxsize)
    ranked = [i for i in np.argsort(-values, kind="stable") if low <= orders[i] <= high and not np.isnan(values[i])]
    above = [i for i in ranked if values[i] >= 0]
    below = [i for i in ranked if values[i] < 0]
    chosen = above[:n_best] + below[max(len(below) - n_best, 0) :]
    rows: list[dict[str, Any]] = [
        {"index": int(i), "order": int(orders[i]), "hoi": float(values[i]), "multiplet": members[i][members[i] >= 0]} for i in chosen
    ]
    columns = ["index", "order", "hoi", "multiplet"]
    if names is not None:
        columns.append("names")
        rows = [{**row, "names": " / ".join(str(names[member]) for member in row["multiplet"])} for row in rows]
    return table(rows, columns)
