"""Chains that change at random, and accept what is worse ever more seldom (Metropolis), all at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

_Array = np.ndarray[Any, Any]


@dataclass(frozen=True)
class Cooling:
    """How long chains run, and how fast they cool down.

    Attributes:
        max_iterations: steps of each chain.
        early_stop: steps without a new best of any chain after which all end.
        initial_temp: of the first step, in units of the metric.
        cooling_rate: factor of the temperature at each step.
    """

    max_iterations: int
    early_stop: int
    initial_temp: float
    cooling_rate: float


def annealed(
    start: _Array, proposed: Callable[[_Array], _Array], energy: Callable[[_Array], _Array], cooling: Cooling
) -> tuple[_Array, _Array]:
    """The state with the largest energy that each chain came to, and that energy.

    Args:
        start: a state for each chain [chains, ...].
        proposed: a changed copy of the states.
        energy: of states [chains]; NaN is never accepted.
    """
    state, now = start, _sound(energy(start))
    best, highest = state.copy(), now.copy()
    temperature, idle = cooling.initial_temp, 0
    for _ in range(cooling.max_iterations):
        candidate = proposed(state)
        value = _sound(energy(candidate))
        with np.errstate(over="ignore", invalid="ignore"):
            accepted = (value > now) | (np.random.random(len(now)) < np.exp((value - now) / temperature))
        state = np.where(accepted[:, np.newaxis], candidate, state)
        now = np.where(accepted, value, now)
        better = value > highest
        best[better], highest[better] = candidate[better], value[better]
        temperature *= cooling.cooling_rate
        idle = 0 if better.any() else idle + 1
        if idle >= cooling.early_stop:
            break
    return best, highest


def _sound(energy: _Array) -> _Array:
    return np.where(np.isnan(energy), -np.inf, energy)
