"""Annealing of n-plets of any order, whose members come and go."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from ..._errors import InputError
from ..._peers.arrays import array
from .._input import Input, scores
from ._annealing import Cooling, annealed
from .simulated_annealing import random_sampler

__all__ = ["hot_encode_to_indexes", "simulated_annealing_multi_order"]

_SMALLEST = 3


def hot_encode_to_indexes(nplets: Any) -> Any:
    """Rows of 0 and 1 [B, N] with as many ones as each other, as column numbers [B, order]."""
    rows = array(nplets)
    return np.nonzero(rows)[1].reshape(len(rows), -1)


def simulated_annealing_multi_order(
    X: Any,
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
    step_size: int = 1,
    metric: str | Callable[[Any], Any] = "o",
    largest: bool = False,
    verbose: Any = None,
) -> tuple[Any, Any]:
    """The best n-plet of three variables or more that each of ``repeat`` chains came to: [repeat, N] of 0 and 1, and its metric [repeat].

    Args:
        initial_solution: n-plets to start from [repeat, N] of 0 and 1; else they are drawn.
        step_size: how many variables come or go in a step.
        the others: as for ``simulated_annealing``.
    """
    given = Input(X, covmat_precomputed, T, device, use_cpu)
    variables = given.variables
    start = _drawn(repeat, variables) if initial_solution is None else array(initial_solution) != 0
    if start.shape != (repeat, variables):
        raise InputError(f"initial_solution must be rows of 0 and 1 [repeat, variables]: found shape {start.shape}")
    scorer, sign = given.small_batches(), 1 if largest else -1
    every = np.tile(np.arange(variables), (repeat, 1))

    def energy(inside: Any) -> Any:
        values = scorer.measures(every, inside)
        values[inside.sum(axis=1) < _SMALLEST] = np.nan
        return sign * scores(metric, values, given.tensors)

    def flipped(inside: Any) -> Any:
        changed = inside.copy()
        chosen = random_sampler(variables, step_size, repeat)
        np.put_along_axis(changed, chosen, ~np.take_along_axis(inside, chosen, axis=1), axis=1)
        return changed

    cooling = Cooling(max_iterations, early_stop, initial_temp, cooling_rate)
    best, highest = annealed(start, flipped, energy, cooling)
    return given.given(best.astype(np.int64)), given.given(sign * highest)


def _drawn(repeat: int, variables: int) -> Any:
    inside = np.random.random((repeat, variables)) < 0.5
    np.put_along_axis(inside, random_sampler(variables, _SMALLEST, repeat), True, axis=1)
    return inside
