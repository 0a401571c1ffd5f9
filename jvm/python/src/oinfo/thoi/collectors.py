"""What becomes of batches of n-plets and their measures: tables, files, the best ones."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any

import numpy as np

from .._errors import InputError
from .._peers.arrays import array, as_given, is_tensor
from .._peers.frames import frame
from .._peers.nplets import membership
from .._tables import pandas
from ._input import METRICS, scores

__all__ = [
    "batch_to_csv",
    "batch_to_tensor",
    "batched_results_to_dataframe",
    "concat_and_sort_csv",
    "concat_batched_tensors",
    "top_k_nplets",
]


def collected(collector: Callable[..., Any], nplets: Any, measures: Any, batch: int) -> Any:
    """What a function of the caller makes of a batch: it takes (nplets, measures, batch), or (nplets, tc, dtc, o, s, batch) as it did once."""
    takes = inspect.signature(collector)
    for arguments in ((nplets, measures, batch), (nplets, *(measures[..., m] for m in range(4)), batch)):
        try:
            takes.bind(*arguments)
        except TypeError:
            continue
        return collector(*arguments)
    raise InputError(
        f"batch_data_collector must take (nplets, measures, batch number) or (nplets, tc, dtc, o, s, batch number): found {takes}"
    )


def batched_results_to_dataframe(batches: list[tuple[Any, Any]], N: int, columns: list[str] | None = None) -> Any:
    """A table of batches: n-plets [B, k] and measures [B, D, 4], or local ones [B, D, T, 4].

    Columns: dataset, time (of local ones), tc, dtc, o, s, one of truth values for each variable, order. Rows by data set.
    """
    names = _names(columns, N)
    inside = np.concatenate([membership(array(nplets), N) for nplets, _ in batches])
    return _table(np.concatenate([array(measures) for _, measures in batches]), inside, names, by_data_set=True)


def _table(values: Any, inside: Any, names: list[str], by_data_set: bool) -> Any:
    """Rows of measures [B, D, 4] or [B, D, T, 4]: the data sets of an n-plet together, or the n-plets of a data set."""
    times = values.shape[2] if values.ndim == 4 else 1
    nplets, sets = values.shape[:2]
    if by_data_set:
        flat = values.swapaxes(0, 1).reshape(-1, 4)
        data_set = np.repeat(np.arange(sets), nplets * times)
        nplet = np.tile(np.repeat(np.arange(nplets), times), sets)
    else:
        flat = values.reshape(-1, 4)
        data_set = np.tile(np.repeat(np.arange(sets), times), nplets)
        nplet = np.repeat(np.arange(nplets), sets * times)
    table = {"dataset": data_set}
    if values.ndim == 4:
        table["time"] = np.tile(np.arange(times), sets * nplets)
    table |= {name: flat[:, m] for m, name in enumerate(METRICS)}
    table |= {name: inside[nplet, n] for n, name in enumerate(names)}
    table["order"] = inside.sum(axis=1)[nplet]
    return frame(table)


def _names(columns: list[str] | None, N: int | None) -> list[str]:
    if columns is None and N is None:
        raise InputError("columns or N must be given: found neither")
    names = [f"var_{n}" for n in range(N or 0)] if columns is None else list(columns)
    if N is not None and len(names) != N:
        raise InputError(f"columns must be as many as N: found {len(names)} columns, N {N}")
    return names


def batch_to_csv(
    nplets_idxs: Any,
    nplets_tc: Any,
    nplets_dtc: Any,
    nplets_o: Any,
    nplets_s: Any,
    bn: int,
    only_synergetic: bool = False,
    columns: list[str] | None = None,
    N: int | None = None,
    sep: str = "\t",
    indexing_method: str = "indexes",
    output_path: str | None = None,
) -> Any:
    """A table of a batch of n-plets, or a file of it, whose name may hold {order} and {bn}.

    Args:
        nplets_idxs: n-plets [B, k], or truth values [B, N] where ``indexing_method`` is not ``indexes``.
        nplets_tc, nplets_dtc, nplets_o, nplets_s: measures [B, D].
        only_synergetic: only the rows below 0.
    """
    names = _names(columns, N)
    nplets = array(nplets_idxs)
    inside = membership(nplets, len(names)) if indexing_method == "indexes" else nplets.astype(bool)
    measures = np.stack([array(one).reshape(len(nplets), -1) for one in (nplets_tc, nplets_dtc, nplets_o, nplets_s)], axis=-1)
    table = _table(measures, inside, names, by_data_set=False)
    if only_synergetic:
        table = table[table["o"] < 0]
    if output_path is None:
        return table
    if pandas() is None:
        raise InputError("output_path must have pandas to write with: it is not installed; leave output_path out")
    table.to_csv(output_path.format(order=int(inside[:1].sum()), bn=bn), index=False, sep=sep)
    return None


def concat_and_sort_csv(batched_dataframes: list[Any]) -> Any:
    """One table of several, by data set, else in their order."""
    module = pandas()
    if module is None:
        table = np.concatenate(batched_dataframes)
        return table[np.argsort(table["dataset"], kind="stable")]
    return module.concat(batched_dataframes).sort_values(by="dataset", kind="stable").reset_index(drop=True)


def top_k_nplets(nplets_idxs: Any, nplets_measures: Any, k: int, metric: Any, largest: bool) -> tuple[Any, Any, Any]:
    """The k n-plets with the smallest or largest metric, best first: measures [k, D, 4], n-plets [k, order], metric [k]."""
    tensors, measures = is_tensor(nplets_measures), array(nplets_measures)
    values = scores(metric, measures, tensors)
    best = best_first(values, largest)[:k]
    return as_given(measures[best], tensors), as_given(array(nplets_idxs)[best], tensors), as_given(values[best], tensors)


def best_first(values: Any, largest: bool) -> Any:
    """Places of values in their order; those of singular n-plets come last, equal ones as they were."""
    return np.argsort(np.where(np.isnan(values), np.inf, -values if largest else values), kind="stable")


def batch_to_tensor(
    nplets_idxs: Any,
    nplets_tc: Any,
    nplets_dtc: Any,
    nplets_o: Any,
    nplets_s: Any,
    bn: int | None = None,
    top_k: int | None = None,
    metric: Any = "o",
    largest: bool = False,
) -> tuple[Any, Any, Any]:
    """Measures [B, D, 4], n-plets [B, k] and metric [B] of a batch, or of its best ``top_k``."""
    tensors = is_tensor(nplets_tc)
    measures = np.stack([array(one) for one in (nplets_tc, nplets_dtc, nplets_o, nplets_s)], axis=-1)
    return concat_batched_tensors([(as_given(measures, tensors), nplets_idxs, None)], top_k, metric, largest)


def concat_batched_tensors(
    batched_tensors: list[tuple[Any, Any, Any]], top_k: int | None = None, metric: Any = "o", largest: bool = False
) -> tuple[Any, Any, Any]:
    """One batch of several that :func:`batch_to_tensor` made, or its best ``top_k``; by their own values where ``metric`` is None."""
    tensors = is_tensor(batched_tensors[0][0])
    measures = np.concatenate([array(one[0]) for one in batched_tensors])
    nplets = np.concatenate([array(one[1]) for one in batched_tensors])
    if metric is None:
        values = np.concatenate([array(one[2]) for one in batched_tensors])
    else:
        values = scores(metric, measures, tensors)
    best = np.arange(len(values)) if top_k is None or top_k >= len(values) else best_first(values, largest)[:top_k]
    return as_given(measures[best], tensors), as_given(nplets[best], tensors), as_given(values[best], tensors)
