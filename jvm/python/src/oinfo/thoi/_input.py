"""X of THOI's functions, as samples or as covariances, and T."""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import Any

import numpy as np

from .._errors import InputError
from .._peers import said
from .._peers.arrays import as_given, data_sets, is_tensor
from .._peers.gaussian import SmallBatches, normal_scores
from .._peers.systems import Systems, systems

METRICS = ("tc", "dtc", "o", "s")

_Array = np.ndarray[Any, Any]


class Input:
    """Data sets with the same variables.

    Attributes:
        count: D, the number of data sets.
        variables: N, the number of variables.
        tensors: whether X is made of tensors, and results shall be.
    """

    def __init__(self, X: Any, covmat_precomputed: bool, T: Any, device: Any, use_cpu: Any = None) -> None:
        said.device("THOI", device=device, use_cpu=use_cpu)
        self.tensors = is_tensor(X)
        self._data = data_sets(X, "variables" if covmat_precomputed else "samples")
        self.count, self.variables = len(self._data), self._data[0].shape[1]
        self._covariances = covmat_precomputed
        self._samples = self._numbers(T) if covmat_precomputed else [len(one) for one in self._data]
        if not covmat_precomputed:
            said.ties("THOI", self._data)

    def _numbers(self, T: Any) -> list[int] | None:
        if T is None:
            return None
        numbers = [int(t) for t in np.ravel(T)]
        if len(numbers) not in (1, self.count):
            raise InputError(f"T must be one number, or one for each data set: found {len(numbers)} for {self.count} data sets")
        return numbers * (self.count if len(numbers) == 1 else 1)

    def systems(self) -> AbstractContextManager[Systems]:
        """For the engine."""
        if not self._covariances:
            return systems(self._data, [{"bias-correct": True}] * self.count)
        if self._samples is None:
            return systems(self._data, [{"covariance": True}] * self.count)
        return systems(self._data, [{"covariance": True, "samples": t, "bias-correct": True} for t in self._samples])

    def small_batches(self) -> SmallBatches:
        """For loops that score a few n-plets a thousand times."""
        if self._covariances:
            return SmallBatches(np.stack(self._data).astype(np.float64), self._samples)
        return SmallBatches(np.stack([np.cov(normal_scores(one), rowvar=False) for one in self._data]), self._samples)

    def given(self, values: Any) -> Any:
        """A result as the caller has its arrays."""
        return as_given(values, self.tensors)


def scores(metric: Any, values: Any, tensors: bool) -> _Array:
    """A metric of measures [B, D, 4]: the mean over data sets of a named one, or what a function makes of them; float64 [B]."""
    if not callable(metric):
        mean: _Array = np.asarray(values)[:, :, METRICS.index(named(metric))].mean(axis=1)
        return mean
    try:
        found = np.asarray(metric(as_given(np.asarray(values), tensors)), dtype=np.float64)
    except (AttributeError, TypeError) as e:
        raise InputError(
            f"metric must take an array of numpy [n-plets, data sets, 4]: {e}; give X as a tensor, and it is called with tensors"
        ) from e
    if found.shape != (len(values),):
        raise InputError(f"metric must return a number for each n-plet: found shape {found.shape} for {len(values)} n-plets")
    return found


def named(metric: Any) -> str:
    """One of the four."""
    if metric not in METRICS:
        raise InputError(f"metric must be one of {', '.join(METRICS)} or a function: found {metric!r}")
    return str(metric)


def orders_of(variables: int, smallest: int, largest: int | None) -> range:
    """From the smallest to the largest order, which is that of all variables where it is None."""
    largest = variables if largest is None else largest
    if not 2 <= smallest <= largest <= variables:
        raise InputError(f"orders must be 2 <= min_order <= max_order <= {variables} variables: found {smallest} to {largest}")
    return range(smallest, largest + 1)
