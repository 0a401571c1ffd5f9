"""The same of n-plets as rows of truth values, one for each variable."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from ..._errors import InputError
from ..._peers.arrays import array
from .gaussian_copula import BATCH, multi_order_measures, nplets_measures

__all__ = ["multi_order_measures_hot_encoded", "nplets_measures_hot_encoded"]


def nplets_measures_hot_encoded(
    X: Any,
    nplets: Any = None,
    *,
    covmat_precomputed: bool = False,
    T: Any = None,
    batch_size: int = BATCH,
    batch_size_D: int | None = None,
    device: Any = None,
    use_cpu: Any = None,
) -> Any:
    """tc, dtc, o, s of n-plets [n-plets, N] of 0 and 1: [n-plets, D, 4], nats, their orders may differ."""
    groups = None
    if nplets is not None:
        rows = array(nplets)
        if rows.ndim != 2:
            raise InputError(f"nplets must have 2 axes, n-plets x variables: found shape {rows.shape}; put one n-plet in a list")
        groups = [np.flatnonzero(row).tolist() for row in rows]
    return nplets_measures(X, groups, covmat_precomputed=covmat_precomputed, T=T, device=device, use_cpu=use_cpu)


def multi_order_measures_hot_encoded(
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
    batch_aggregation: Callable[[list[Any]], Any] | None = None,
    batch_data_collector: Callable[..., Any] | None = None,
) -> Any:
    """The table of :func:`multi_order_measures`, which has the collectors too."""
    for name, function in (("batch_aggregation", batch_aggregation), ("batch_data_collector", batch_data_collector)):
        if function is not None:
            raise InputError(f"{name} must not be given here: give it to multi_order_measures, whose n-plets are column numbers")
    return multi_order_measures(X, min_order, max_order, covmat_precomputed=covmat_precomputed, T=T, device=device, use_cpu=use_cpu)
