"""Triplets of Gaussian variables with one common cause, the last two of them related beside it."""

from __future__ import annotations

from typing import Any

import numpy as np

from ..._errors import InputError

__all__ = ["simulate_hoi_gauss"]

_SHARES = (0.99, 0.7, 0.3)
"""Of the variance of each variable, what the cause has."""
_SHARE_OF_TARGET = 0.2
_BESIDE = {("redundancy", False): 0.22, ("synergy", False): -0.39, ("redundancy", True): 0.4, ("synergy", True): -0.75}
"""Covariance of the last two variables beside their cause, by character and whether there is a target, which is the last one then."""


def simulate_hoi_gauss(n_samples: int = 1000, target: bool = False, triplet_character: str = "synergy") -> Any:
    """Samples [n_samples, 3] of a triplet that is redundant or synergistic; with a target also its samples [n_samples].

    ``numpy.random.seed`` repeats them.
    """
    if (triplet_character, target) not in _BESIDE:
        raise InputError(f"triplet_character must be redundancy or synergy: found {triplet_character!r}")
    loadings = np.sqrt([*_SHARES, _SHARE_OF_TARGET] if target else _SHARES)
    covariance = np.outer(loadings, loadings)
    np.fill_diagonal(covariance, 1)
    covariance[[-2, -1], [-1, -2]] += _BESIDE[triplet_character, target]
    samples = np.random.multivariate_normal(np.zeros(len(loadings)), covariance, n_samples)
    return (samples[:, :3], samples[:, 3]) if target else samples
