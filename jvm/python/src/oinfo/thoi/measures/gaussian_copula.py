"""TC, DTC, O and S of given n-plets, and of all n-plets of a range of orders, in nats."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from ..._errors import InputError
from ..._peers.arrays import array
from ..._peers.nplets import combinations
from ..._peers.systems import Systems
from .._input import Input, orders_of
from ..collectors import batched_results_to_dataframe, collected

__all__ = ["multi_order_measures", "nplets_measures"]

BATCH = 1_000_000


def nplets_measures(
    X: Any,
    nplets: Any = None,
    *,
    covmat_precomputed: bool = False,
    T: Any = None,
    device: Any = None,
    use_cpu: Any = None,
    verbose: Any = None,
    batch_size: int = BATCH,
    batch_size_D: int | None = None,
) -> Any:
    """tc, dtc, o, s of n-plets: [n-plets, D, 4], nats, in their order; NaN where one is singular.

    Args:
        X: samples [T, N], or several data sets: [D, T, N], or a list of matrices with the same columns.
        nplets: [n-plets, order], or a list of lists whose lengths may differ; None for the one of all variables.
        covmat_precomputed: X holds covariances [N, N] in the place of samples.
        T: numbers of samples that covariances come from, to correct their bias; samples are always corrected.
        device, use_cpu, verbose, batch_size, batch_size_D: without a meaning here.
    """
    given = Input(X, covmat_precomputed, T, device, use_cpu)
    with given.systems() as systems:
        groups = [list(range(given.variables))] if nplets is None else nplets
        if isinstance(groups, (list, tuple)) and len({np.shape(one) for one in groups}) > 1:
            return given.given(_of_many_orders(systems, [array(one) for one in groups]))
        wanted = array(groups)
        if wanted.ndim != 2:
            raise InputError(f"nplets must have 2 axes, n-plets x order: found shape {wanted.shape}; put one n-plet in a list")
        return given.given(systems.measures(wanted))


def _of_many_orders(systems: Systems, groups: list[Any]) -> Any:
    orders = np.array([len(one) for one in groups])
    values = np.empty((len(groups), systems.count, 4))
    for order in np.unique(orders):
        own = np.flatnonzero(orders == order)
        values[own] = systems.measures(np.stack([groups[n] for n in own]))
    return values


def multi_order_measures(
    X: Any,
    min_order: int = 3,
    max_order: int | None = None,
    *,
    covmat_precomputed: bool = False,
    T: Any = None,
    batch_size: int = BATCH,
    batch_size_D: int | None = None,
    device: Any = None,
    use_cpu: Any = None,
    num_workers: int = 0,
    offload_to_cpu: bool = True,
    batch_data_collector: Callable[..., Any] | None = None,
    batch_aggregation: Callable[[list[Any]], Any] | None = None,
) -> Any:
    """tc, dtc, o, s of all n-plets of the orders from ``min_order`` to ``max_order`` (all variables), nats.

    Args:
        X, covmat_precomputed, T: as for :func:`nplets_measures`.
        batch_data_collector: called for each batch of n-plets [B, k] with their measures [B, D, 4] and the number of the batch in its order.
        batch_aggregation: called once with a list of all that was collected.
        batch_size: how many n-plets, times D, a collector is given at most.
        device, use_cpu, num_workers, offload_to_cpu, batch_size_D: without a meaning here.

    Returns:
        what ``batch_aggregation`` makes; else a table: dataset, tc, dtc, o, s, a column of truth values for each variable, order.
    """
    given = Input(X, covmat_precomputed, T, device, use_cpu)
    with given.systems() as systems:
        batches = _batches(systems, orders_of(given.variables, min_order, max_order), max(batch_size // given.count, 1))
        if batch_data_collector is None:
            items: list[Any] = [(given.given(nplets), given.given(values)) for nplets, values, _ in batches]
        else:
            items = [collected(batch_data_collector, given.given(nplets), given.given(values), n) for nplets, values, n in batches]
    return batched_results_to_dataframe(items, given.variables) if batch_aggregation is None else batch_aggregation(items)


def _batches(systems: Systems, orders: range, size: int) -> Iterator[tuple[Any, Any, int]]:
    for order in orders:
        nplets = combinations(systems.variables, order)
        for n, start in enumerate(range(0, len(nplets), size)):
            batch = nplets[start : start + size]
            yield batch, systems.measures(batch), n
