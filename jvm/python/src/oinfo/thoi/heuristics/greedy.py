"""From the best n-plets of an order, one variable at a time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from ..._errors import InputError
from ..._peers.nplets import combinations, membership
from ..._peers.systems import Systems
from .._input import Input, named, orders_of, scores
from ..collectors import best_first

__all__ = ["greedy"]

_BATCH = 1_000_000


def greedy(
    X: Any,
    initial_order: int = 3,
    order: int | None = None,
    *,
    covmat_precomputed: bool = False,
    T: Any = None,
    repeat: int = 10,
    batch_size: int = _BATCH,
    repeat_batch_size: int = _BATCH,
    batch_size_D: int | None = None,
    device: Any = None,
    use_cpu: Any = None,
    metric: str | Callable[[Any], Any] = "o",
    largest: bool = False,
) -> tuple[Any, Any]:
    """The best ``repeat`` n-plets of ``initial_order``, each grown by the best variable at a time to ``order`` (all variables).

    Args:
        X, covmat_precomputed, T: as for ``nplets_measures``.
        metric: tc, dtc, o or s, meant over data sets; or a function of measures [B, D, 4] that returns [B].
        largest: whether large values are best; else small ones.
        batch_size: how many n-plets a function is given at most.
        repeat_batch_size, batch_size_D, device, use_cpu: without a meaning here.

    Returns:
        n-plets [repeat, order], in the order in which their members came, and the metric at each order [repeat, order - initial_order + 1].
    """
    given = Input(X, covmat_precomputed, T, device, use_cpu)
    orders = orders_of(given.variables, initial_order, order)
    if repeat < 1:
        raise InputError(f"repeat must be at least 1: found {repeat}")
    with given.systems() as systems:

        def score(nplets: Any) -> Any:
            return scores(metric, systems.measures(nplets), given.tensors)

        if given.count == 1 and not callable(metric):
            nplets = systems.extremes(initial_order, repeat, named(metric), largest)
        else:
            nplets = _best_of_all(systems, initial_order, repeat, score, largest, batch_size)
        history = [score(nplets)]
        for _ in orders[1:]:
            nplets, values = _grown(nplets, given.variables, score, largest)
            history.append(values)
    return given.given(nplets), given.given(np.column_stack(history))


def _best_of_all(systems: Systems, order: int, top: int, score: Callable[[Any], Any], largest: bool, batch: int) -> Any:
    every = combinations(systems.variables, order)
    values = np.concatenate([score(every[start : start + batch]) for start in range(0, len(every), batch)])
    return every[best_first(values, largest)[:top]]


def _grown(nplets: Any, variables: int, score: Callable[[Any], Any], largest: bool) -> tuple[Any, Any]:
    """Each n-plet with the variable that is best for it."""
    count, order = nplets.shape
    others = np.nonzero(~membership(nplets, variables))[1].reshape(count, variables - order)
    candidates = np.column_stack([np.repeat(nplets, variables - order, axis=0), others.ravel()])
    values = score(candidates).reshape(count, variables - order)
    best = np.array([best_first(row, largest)[0] for row in values])
    own = np.arange(count)
    return np.column_stack([nplets, others[own, best]]), values[own, best]
