"""TC, DTC, O and S at every sample, whose means are the measures without a correction of their bias."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from ..._errors import InputError
from ..._peers import said
from ..._peers.arrays import array, as_given, data_sets, is_tensor
from ..._peers.gaussian import tc_and_dtc_bias
from ..._peers.nplets import combinations
from ..._peers.systems import Systems, systems
from .._input import orders_of
from ..collectors import batched_results_to_dataframe, collected

__all__ = ["local_multi_order_measures", "local_nplets_measures", "time_averaged_local_measures"]

_BATCH = 100_000


def local_nplets_measures(
    X: Any,
    nplets: Any = None,
    *,
    covmats: Any = None,
    batch_size_D: int | None = None,
    device: Any = None,
    batch_size: int = _BATCH,
    time_chunk: int = 2048,
    eps: float = 0.0,
) -> Any:
    """tc, dtc, o, s of n-plets at every sample: [n-plets, D, T, 4], nats.

    Args:
        X: samples [T, N] or [D, T, N]; or, with ``covmats``, the normal scores that ``gaussian_copula_covmat`` returned with them.
        nplets: [n-plets, order]; None for the one of all variables.
        batch_size_D, device, batch_size, time_chunk, eps: without a meaning here; nothing is added to covariances.
    """
    data = _data(X, covmats, device)
    with systems(data, _options(data, covmats)) as scored:
        wanted = np.arange(scored.variables)[np.newaxis] if nplets is None else array(nplets)
        return as_given(_local(scored, wanted), is_tensor(X))


def local_multi_order_measures(
    X: Any,
    min_order: int = 3,
    max_order: int | None = None,
    *,
    covmats: Any = None,
    batch_size_D: int | None = None,
    batch_size: int = _BATCH,
    device: Any = None,
    time_chunk: int = 4096,
    eps: float = 0.0,
    offload_to_cpu: bool = True,
    batch_data_collector: Callable[..., Any] | None = None,
    batch_aggregation: Callable[[list[Any]], Any] | None = None,
) -> Any:
    """The same of all n-plets of the orders from ``min_order`` to ``max_order`` (all variables).

    Args:
        batch_data_collector: called for each batch of n-plets [B, k] with their measures [B, D, T, 4] and the number of the batch in its order.
        batch_aggregation: called once with a list of all that was collected.
        batch_size: how many n-plets are in a batch at most.

    Returns:
        what ``batch_aggregation`` makes; else a table: dataset, time, tc, dtc, o, s, a column of truth values for each variable, order.
    """
    data, tensors = _data(X, covmats, device), is_tensor(X)
    items: list[Any] = []
    with systems(data, _options(data, covmats)) as scored:
        for order in orders_of(scored.variables, min_order, max_order):
            every = combinations(scored.variables, order)
            for n, start in enumerate(range(0, len(every), batch_size)):
                batch = every[start : start + batch_size]
                nplets, values = as_given(batch, tensors), as_given(_local(scored, batch), tensors)
                items.append((nplets, values) if batch_data_collector is None else collected(batch_data_collector, nplets, values, n))
    return batched_results_to_dataframe(items, data[0].shape[1]) if batch_aggregation is None else batch_aggregation(items)


def time_averaged_local_measures(
    X: Any,
    min_order: int = 3,
    max_order: int | None = None,
    *,
    covmats: Any = None,
    batch_size_D: int | None = None,
    device: Any = None,
    batch_size: int = _BATCH,
    time_chunk: int = 4096,
    eps: float = 0.0,
    bias_correction: bool = True,
) -> dict[int, Any]:
    """Means of the local measures of all n-plets by order: {order: [n-plets, D, 4]}, nats, less their bias."""
    means: dict[int, list[Any]] = {}

    def collect(nplets: Any, values: Any, batch: int) -> None:
        mean = array(values).mean(axis=2)
        if bias_correction:
            tc, dtc = tc_and_dtc_bias(nplets.shape[1], values.shape[2])
            mean -= np.array([tc, dtc, tc - dtc, tc + dtc])
        means.setdefault(nplets.shape[1], []).append(mean)

    local_multi_order_measures(
        X, min_order, max_order, covmats=covmats, device=device, batch_size=batch_size, batch_data_collector=collect, batch_aggregation=len
    )
    return {order: as_given(np.concatenate(parts), is_tensor(X)) for order, parts in means.items()}


def _data(X: Any, covmats: Any, device: Any) -> list[Any]:
    said.device("THOI", device=device)
    data = data_sets(X, "samples")
    if len({len(one) for one in data}) > 1:
        raise InputError(f"data sets must have as many samples as each other: found {[len(one) for one in data]}; call once for each")
    if covmats is None:
        said.ties("THOI", data)
    return data


def _options(data: list[Any], covmats: Any) -> list[dict[str, Any]]:
    if covmats is None:
        return [{}] * len(data)
    given = data_sets(covmats, "variables")
    if len(given) != len(data) or not all(np.allclose(np.cov(x, rowvar=False), c, atol=1e-6) for x, c in zip(data, given, strict=True)):
        raise InputError("covmats must be the covariances of X: give both as gaussian_copula_covmat(X, return_xg=True) returned them")
    return [{"estimator": "gaussian"}] * len(data)


def _local(scored: Systems, nplets: Any) -> Any:
    values = scored.local(nplets)
    # The engine's covariances are sums over T, these are over T - 1: what is left of the mean shrinks, the mean stays.
    samples, mean = values.shape[2], values.mean(axis=2, keepdims=True)
    return mean + (values - mean) * ((samples - 1) / samples)
