"""What all metrics share: data, multiplets and their shapes."""

from __future__ import annotations

from typing import Any, ClassVar

import numpy as np

from ..._errors import InputError
from ..._peers.arrays import array
from ..._peers.nplets import combinations
from ..._peers.systems import Systems, systems
from ._methods import Method, method_of

_Array = np.ndarray[Any, Any]


class HOIEstimator:
    """A metric of multiplets of features.

    Args:
        x: samples [samples, features], or [samples, features, variables]: each variable is a data set of its own.
        y: targets [samples], [samples, targets] or [samples, targets, variables].
        multiplets: those to score, a list of lists; else all of the sizes that ``fit`` is given.
        verbose: without a meaning here.
    """

    __name__ = "Higher-order interactions"
    _encoding: ClassVar[bool] = False
    """Whether it is about x and y, and its multiplets are without y."""
    _smallest: ClassVar[int] = 1
    _corrects: ClassVar[bool] = True
    """Whether ``gc`` corrects the bias unasked."""

    def __init__(self, x: Any, y: Any = None, multiplets: Any = None, verbose: Any = None) -> None:
        samples = _with_axis(array(x), "x", "features")
        self._features = samples.shape[1]
        self._targets = 0
        if y is not None:
            targets = _targets(array(y), samples)
            self._targets = targets.shape[1]
            samples = np.concatenate([samples, targets], axis=1)
        self._data = samples
        self.n_samples, self.n_features, self.n_variables = samples.shape
        self._chosen = None if multiplets is None else [[int(one) for one in group] for group in multiplets]
        self._multiplets: _Array | None = None

    def fit(self, minsize: int = 2, maxsize: int | None = None, method: Any = "gc", samples: Any = None, **kwargs: Any) -> _Array:
        """The metric of each multiplet and variable: float64 [multiplets, variables], bits; NaN where one is singular.

        Args:
            minsize, maxsize: sizes of the multiplets; all features where ``maxsize`` is None.
            method: ``gc``, normal scores of the ranks; ``gauss``, the values as they are; ``binning``, counts of whole numbers.
            samples: rows to take, some perhaps more than once, as in a bootstrap.
            kwargs: ``biascorrect`` of gc, ``base`` of binning.
        """
        groups = self._groups(minsize, maxsize)
        rows = self._data if samples is None else self._data[np.asarray(samples)]
        data = [np.ascontiguousarray(one) for one in np.moveaxis(rows, 2, 0)]
        how = method_of(method, data, self._corrects, kwargs)
        values = np.empty((sum(len(places) for places, _ in groups), self.n_variables))
        with systems(data, [how.options] * self.n_variables) as scored:
            self._begin(scored, data, how)
            for places, nplets in groups:
                values[places] = self._score(scored, nplets)
        in_units: _Array = values / how.unit
        return in_units

    def _begin(self, scored: Systems, data: list[_Array], how: Method) -> None:
        """What is needed for multiplets of any size."""

    def _score(self, scored: Systems, nplets: _Array) -> _Array:
        """Of multiplets [M, size]: [M, variables], nats."""
        raise NotImplementedError

    def _groups(self, minsize: Any, maxsize: Any) -> list[tuple[_Array, _Array]]:
        """Multiplets of each size, and their places in the result."""
        if self._chosen is not None:
            lists = self._chosen
            sizes = np.array([len(one) for one in lists])
            groups = [(np.flatnonzero(sizes == size), np.array([one for one in lists if len(one) == size])) for size in np.unique(sizes)]
            width = int(sizes.max(initial=0))
        else:
            smallest, width = self._sizes(minsize, maxsize)
            every = [combinations(self._features, size) for size in range(smallest, width + 1)]
            ends = np.cumsum([len(one) for one in every])
            groups = [(np.arange(end - len(one), end), one) for end, one in zip(ends, every, strict=True) if len(one)]
        self._keep(groups, width)
        return groups

    def _sizes(self, minsize: Any, maxsize: Any) -> tuple[int, int]:
        largest = self.n_features if maxsize is None else int(maxsize)
        smallest = max(self._smallest, 1 if minsize is None else int(minsize))
        if largest < smallest:
            raise InputError(f"maxsize must be at least minsize: found minsize {smallest}, maxsize {largest}")
        if smallest > self._features:
            raise InputError(f"minsize must be at most the number of features: found minsize {smallest}, {self._features} features")
        return smallest, min(largest, self.n_features)

    def _keep(self, groups: list[tuple[_Array, _Array]], width: int) -> None:
        targets = self._with_targets(np.empty((1, 0), dtype=np.int64))[0]
        kept = np.full((sum(len(places) for places, _ in groups), width + len(targets)), -1)
        for places, nplets in groups:
            kept[places, : nplets.shape[1]] = nplets
            kept[places, nplets.shape[1] : nplets.shape[1] + len(targets)] = targets
        self._multiplets = kept

    def _with_targets(self, nplets: _Array) -> _Array:
        if self._encoding or not self._targets:
            return nplets
        targets = np.arange(self._features, self.n_features)
        return np.column_stack([nplets, np.tile(targets, (len(nplets), 1))])

    @property
    def multiplets(self) -> _Array:
        """Features, and targets where they belong to it, of each multiplet, -1 behind them: [multiplets, largest size]."""
        if self._multiplets is None:
            raise InputError("multiplets must be asked for after fit: this one was not fitted; call fit(minsize, maxsize)")
        return self._multiplets

    @property
    def order(self) -> _Array:
        """Number of features of each multiplet."""
        members = (self.multiplets >= 0).sum(axis=1)
        size: _Array = members if self._encoding else members - self._targets
        return size

    @property
    def undersampling(self) -> float:
        """The size from which on samples are too few for as many binary variables."""
        return float(np.floor(np.log2(self.n_samples)))


def _with_axis(samples: _Array, name: str, second: str) -> _Array:
    if samples.ndim not in (2, 3):
        raise InputError(f"{name} must have 2 or 3 axes, samples x {second} x variables: found shape {samples.shape}")
    return samples[:, :, np.newaxis] if samples.ndim == 2 else samples


def _targets(given: _Array, samples: _Array) -> _Array:
    targets = _with_axis(given[:, np.newaxis] if given.ndim == 1 else given, "y", "targets")
    if len(targets) != len(samples):
        raise InputError(f"y must have as many samples as x: found {len(targets)} and {len(samples)}")
    if targets.shape[2] not in (1, samples.shape[2]) or (given.ndim == 3 and targets.shape[2] != samples.shape[2]):
        raise InputError(f"y must have as many variables as x: found {targets.shape[2]} and {samples.shape[2]}")
    return np.repeat(targets, samples.shape[2] // targets.shape[2], axis=2)
