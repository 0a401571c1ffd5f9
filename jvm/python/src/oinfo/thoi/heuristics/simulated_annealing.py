"""Annealing of n-plets of one order, whose members are swapped for other variables."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from ..._errors import InputError
from ..._peers.arrays import array
from ..._peers.nplets import membership
from .._input import Input, orders_of, scores
from ._annealing import Cooling, annealed

__all__ = ["random_sampler", "simulated_annealing"]


def random_sampler(N: int, order: int, repeat: int, device: Any = None) -> Any:
    """``repeat`` n-plets of ``order`` of N variables, drawn alike: [repeat, order]; ``numpy.random.seed`` repeats them."""
    return np.random.random((repeat, N)).argsort(axis=1)[:, :order]


def simulated_annealing(
    X: Any,
    order: int | None = None,
    *,
    covmat_precomputed: bool = False,
    T: Any = None,
    initial_solution: Any = None,
    repeat: int = 10,
    batch_size: int = 1_000_000,
    batch_size_D: int | None = None,
    device: Any = None,
    use_cpu: Any = None,
    max_iterations: int = 1000,
    early_stop: int = 100,
    initial_temp: float = 100.0,
    cooling_rate: float = 0.99,
    metric: str | Callable[[Any], Any] = "o",
    largest: bool = False,
    verbose: Any = None,
) -> tuple[Any, Any]:
    """The best n-plet that each of ``repeat`` chains came to: [repeat, order], and its metric [repeat].

    A step swaps one member of each n-plet. ``numpy.random.seed`` repeats a search. ``oinfo.search(X, method="anneal", order=order)``
    anneals in the engine, and certifies what it finds.

    Args:
        X, covmat_precomputed, T: as for ``nplets_measures``.
        order: size of the n-plets; that of all variables where it is None.
        initial_solution: n-plets to start from [repeat, order]; else they are drawn.
        max_iterations, early_stop: steps; steps without a new best of any chain, after which all end.
        initial_temp, cooling_rate: temperature of the first step, in units of the metric, and its factor at each step.
        metric: tc, dtc, o or s, meant over data sets; or a function of measures [B, D, 4] that returns [B].
        largest: whether large values are best; else small ones.
        batch_size, batch_size_D, device, use_cpu, verbose: without a meaning here.
    """
    given = Input(X, covmat_precomputed, T, device, use_cpu)
    variables = given.variables
    orders_of(variables, variables if order is None else order, variables)
    start = random_sampler(variables, order or variables, repeat) if initial_solution is None else array(initial_solution)
    if start.ndim != 2 or start.shape[0] != repeat:
        raise InputError(f"initial_solution must be n-plets [repeat, order]: found shape {start.shape}, repeat {repeat}")
    scorer, sign = given.small_batches(), 1 if largest else -1
    own = np.arange(repeat)

    def energy(nplets: Any) -> Any:
        return sign * scores(metric, scorer.measures(nplets, np.ones(nplets.shape, dtype=bool)), given.tensors)

    def swapped(nplets: Any) -> Any:
        others = np.nonzero(~membership(nplets, variables))[1].reshape(repeat, -1)
        changed = nplets.copy()
        if others.shape[1]:
            newcomers = others[own, np.random.randint(others.shape[1], size=repeat)]
            changed[own, np.random.randint(nplets.shape[1], size=repeat)] = newcomers
        return changed

    cooling = Cooling(max_iterations, early_stop, initial_temp, cooling_rate)
    best, highest = annealed(start, swapped, energy, cooling)
    return given.given(best), given.given(sign * highest)
