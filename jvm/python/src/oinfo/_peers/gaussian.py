"""Normal scores, correlations and small batches of measures, without the engine: it takes longer to be asked than these take."""

from __future__ import annotations

from statistics import NormalDist
from typing import Any

import numpy as np

from .._errors import InputError

_Array = np.ndarray[Any, Any]
_EULER = 0.57721566490153286061


def normal_scores(samples: _Array) -> _Array:
    """Quantiles of the normal distribution at rank / (T + 1), equal values at their average rank: float64 [T, N]."""
    if not np.isfinite(samples).all():
        raise InputError("samples must be finite: found NaN or infinity; leave those rows out")
    twice = np.empty(samples.shape, dtype=np.int64)
    for n, column in enumerate(samples.T):
        _, place, counts = np.unique(column, return_inverse=True, return_counts=True)
        # Twice the average rank of a run is its first rank and its last one.
        twice[:, n] = (2 * np.cumsum(counts) - counts + 1)[place.ravel()]
    ranks, place = np.unique(twice, return_inverse=True)
    quantile = NormalDist().inv_cdf
    scores = np.array([quantile(rank / (2 * len(samples) + 2)) for rank in ranks.tolist()])
    return scores[place.reshape(samples.shape)]


def entropy_bias(order: int, samples: int) -> float:
    """By how much the entropy of a Gaussian of so many variables is estimated too high from so many samples, nats; below 0.

    (k ln(2 / (T - 1)) + sum_i psi((T - i) / 2)) / 2, i = 1 .. k (Misra et al. 2005, doi 10.1016/j.jmva.2003.10.003).
    """
    if order >= samples:
        raise InputError(f"samples must be more than the variables of an n-plet: found {samples}, order {order}")
    psi = sum(_psi_of_half(samples - i) for i in range(1, order + 1))
    return float(order * np.log(2 / (samples - 1)) + psi) / 2


def tc_and_dtc_bias(order: int, samples: int) -> tuple[float, float]:
    """By how much they are estimated too high."""
    one, less, whole = (entropy_bias(k, samples) for k in (1, order - 1, order))
    return order * one - whole, order * less - (order - 1) * whole


def _psi_of_half(m: int) -> float:
    """psi(m / 2), a sum for whole m."""
    if m % 2:
        return float(2 * np.sum(1 / np.arange(1.0, m, 2)) - 2 * np.log(2) - _EULER)
    return float(np.sum(1 / np.arange(1.0, m // 2)) - _EULER)


class SmallBatches:
    """Measures of a few n-plets at a time.

    Args:
        matrices: covariances [D, N, N].
        samples: how many each comes from, to correct the bias; None for none.
    """

    def __init__(self, matrices: _Array, samples: list[int] | None) -> None:
        with np.errstate(divide="ignore", invalid="ignore"):
            scale = 1 / np.sqrt(np.diagonal(matrices, axis1=1, axis2=2))
            # Of constant columns it is NaN, as is what holds them.
            self._matrices = matrices * scale[:, :, np.newaxis] * scale[:, np.newaxis, :]
        self._variables = matrices.shape[1]
        self._samples = samples
        self._bias: dict[int, _Array] = {}

    def measures(self, members: _Array, inside: _Array) -> _Array:
        """tc, dtc, o, s: float64 [B, D, 4], nats; NaN where an n-plet is singular.

        Args:
            members: variables [B, K].
            inside: which of them belong to the n-plet [B, K]; the others are as if they were independent.
        """
        part = self._matrices[:, members[:, :, np.newaxis], members[:, np.newaxis, :]]
        part = np.where(inside[:, :, np.newaxis] & inside[:, np.newaxis, :], part, np.eye(members.shape[1]))
        known = np.isfinite(part).all(axis=(-2, -1))
        part[~known] = 0
        sign, logarithm = np.linalg.slogdet(part)
        with np.errstate(invalid="ignore", divide="ignore"):
            tc = np.where(known & (sign > 0), -0.5 * logarithm, np.nan)
            s = 0.5 * np.log(_inverse_diagonal(part)).sum(axis=-1)
        values: _Array = np.stack([tc, s - tc], axis=-1).swapaxes(0, 1)
        if self._samples is not None:
            values -= self._biases(inside.sum(axis=1))
        tc, dtc = values[..., 0], values[..., 1]
        return np.stack([tc, dtc, tc - dtc, tc + dtc], axis=-1)

    def _biases(self, orders: _Array) -> _Array:
        for order in set(orders.tolist()) - set(self._bias):
            self._bias[order] = np.array([tc_and_dtc_bias(order, t) for t in self._samples or []])
        return np.array([self._bias[order] for order in orders.tolist()])


def _inverse_diagonal(matrices: _Array) -> _Array:
    try:
        diagonal: _Array = np.diagonal(np.linalg.inv(matrices), axis1=-2, axis2=-1)
    except np.linalg.LinAlgError:
        # One of them is singular to the last bit: of eigenvalues only its own row is lost.
        values, vectors = np.linalg.eigh(matrices)
        weight = 1 / np.where(values > 0, values, np.nan)
        diagonal = np.einsum("...ij,...j->...i", vectors**2, weight)
    return diagonal
