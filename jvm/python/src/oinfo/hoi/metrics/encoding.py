"""Metrics of what groups of features say about the targets."""

from __future__ import annotations

from typing import Any

import numpy as np

from ..._errors import InputError
from ..._peers.systems import Systems
from ._methods import Method
from .base_hoi import HOIEstimator
from .network import Oinfo

_Array = np.ndarray[Any, Any]


class _Encoding(HOIEstimator):
    _encoding = True
    _corrects = False

    def __init__(self, x: Any, y: Any, multiplets: Any = None, verbose: Any = None) -> None:
        if y is None:
            raise InputError(f"{type(self).__name__} must have a target: found y None")
        super().__init__(x, y, multiplets, verbose)

    def _begin(self, scored: Systems, data: list[_Array], how: Method) -> None:
        self._target = np.arange(self._features, self.n_features)
        self._shared_by_targets = _tc(scored, self._target[np.newaxis])
        self._of_one = self._information(scored, np.arange(self._features)[:, np.newaxis])

    def _information(self, scored: Systems, nplets: _Array) -> _Array:
        """I(X; Y) = TC(X, Y) - TC(X) - TC(Y) of multiplets [M, size]: [M, variables]."""
        joint = np.column_stack([nplets, np.tile(self._target, (len(nplets), 1))])
        return _tc(scored, joint) - _tc(scored, nplets) - self._shared_by_targets


class InfoTot(_Encoding):
    """Total information: I(X; Y)."""

    __name__ = "Total information"

    def fit(self, minsize: int = 1, maxsize: int | None = None, method: Any = "gc", samples: Any = None, **kwargs: Any) -> _Array:
        """As for the other metrics, of multiplets of one feature too."""
        return super().fit(minsize, maxsize, method, samples, **kwargs)

    def _score(self, scored: Systems, nplets: _Array) -> _Array:
        return self._information(scored, nplets)


class RSI(_Encoding):
    """Redundancy-synergy index, I(X; Y) - sum_i I(X_i; Y): above 0 synergy, below 0 redundancy."""

    __name__ = "Redundancy-Synergy Index"
    _smallest = 2

    def _score(self, scored: Systems, nplets: _Array) -> _Array:
        more: _Array = self._information(scored, nplets) - self._of_one[nplets].sum(axis=1)
        return more


class RedundancyMMI(_Encoding):
    """Redundancy by the minimal mutual information: min_i I(X_i; Y)."""

    __name__ = "Redundancy MMI"
    _smallest = 2

    def _score(self, scored: Systems, nplets: _Array) -> _Array:
        least: _Array = self._of_one[nplets].min(axis=1)
        return least


class SynergyMMI(_Encoding):
    """Synergy by the minimal mutual information: I(X; Y) - max_j I(X without j; Y); above 0 as soon as every feature adds something."""

    __name__ = "Synergy MMI"
    _smallest = 2

    def _score(self, scored: Systems, nplets: _Array) -> _Array:
        size = nplets.shape[1]
        without = np.stack([np.delete(nplets, j, axis=1) for j in range(size)])
        different, place = np.unique(without.reshape(-1, size - 1), axis=0, return_inverse=True)
        rest = self._information(scored, different)[place.reshape(size, -1)]
        more: _Array = self._information(scored, nplets) - rest.max(axis=0)
        return more


class GradientOinfo(HOIEstimator):
    """What targets add to the O-information, Omega(X, Y) - Omega(X), or to that of another metric: above 0 redundancy, below 0 synergy."""

    __name__ = "Gradient O-Information"
    _encoding = True

    def __init__(self, x: Any, y: Any, multiplets: Any = None, base_model: type[HOIEstimator] = Oinfo, verbose: Any = None) -> None:
        if y is None:
            raise InputError("GradientOinfo must have a target: found y None")
        super().__init__(x, None, multiplets, verbose)
        self._with, self._without = base_model(x, y, multiplets), base_model(x, None, multiplets)
        self.__name__ = f"{self.__name__}({base_model.__name__})"

    def fit(self, minsize: int = 2, maxsize: int | None = None, method: Any = "gc", samples: Any = None, **kwargs: Any) -> _Array:
        """As for the other metrics."""
        largest = self.n_features if maxsize is None else maxsize
        without = self._without.fit(minsize, largest, method, samples, **kwargs)
        self._multiplets = self._without.multiplets
        return self._with.fit(minsize, largest, method, samples, **kwargs) - without


def _tc(scored: Systems, nplets: _Array) -> _Array:
    """[M, variables]; one variable shares nothing."""
    return np.zeros((len(nplets), scored.count)) if nplets.shape[1] == 1 else scored.measures(nplets)[..., 0]
