"""Metrics of groups of features, which targets belong to where there are some."""

from __future__ import annotations

import warnings
from typing import Any, ClassVar

import numpy as np

from ..._errors import InputError, OinfoWarning
from ..._peers.gaussian import entropy_bias, normal_scores
from ..._peers.systems import Systems
from ._methods import Method
from .base_hoi import HOIEstimator

_Array = np.ndarray[Any, Any]


class _Measure(HOIEstimator):
    """One of the four that the engine has."""

    _measure: ClassVar[int]

    def _score(self, scored: Systems, nplets: _Array) -> _Array:
        members = self._with_targets(nplets)
        if members.shape[1] == 1:
            # One variable shares nothing.
            return np.zeros((len(nplets), scored.count))
        return scored.measures(members)[..., self._measure]


class TC(_Measure):
    """Total correlation: sum_i H(X_i) - H(X)."""

    __name__ = "Total correlation"
    _measure = 0


class DTC(_Measure):
    """Dual total correlation: H(X) - sum_i H(X_i given the others)."""

    __name__ = "Dual Total Correlation"
    _measure = 1


class Oinfo(_Measure):
    """O-information, TC - DTC: above 0 redundancy dominates, below 0 synergy."""

    __name__ = "O-Information"
    _measure = 2


class Sinfo(_Measure):
    """S-information: TC + DTC."""

    __name__ = "S-Information"
    _measure = 3


class InfoTopo(HOIEstimator):
    """Topological information: the co-information of a multiplet, sum over its subsets A of (-1)^(size of A + 1) H(A)."""

    __name__ = "Topological Information"

    def __init__(self, x: Any, y: Any = None, verbose: Any = None) -> None:
        if y is not None:
            warnings.warn("y is ignored: InfoTopo is of x alone", OinfoWarning, stacklevel=2)
        super().__init__(x, verbose=verbose)

    def fit(self, minsize: int = 1, maxsize: int | None = None, method: Any = "gc", samples: Any = None, **kwargs: Any) -> _Array:
        """As for the other metrics, of multiplets of one feature too, whose entropy it is."""
        return super().fit(minsize, maxsize, method, samples, **kwargs)

    def _begin(self, scored: Systems, data: list[_Array], how: Method) -> None:
        if how.name == "binning":
            raise InputError("method must be gc or gauss: found binning, whose subsets the engine does not add up; use TC or Oinfo with it")
        samples = [normal_scores(one) if how.name == "gc" else one for one in data]
        bias = entropy_bias(1, len(data[0])) if how.corrected else 0.0
        variances = np.array([one.var(axis=0, ddof=1) for one in samples])
        self._entropies = (0.5 * np.log(2 * np.pi * np.e * variances) - bias).T

    def _score(self, scored: Systems, nplets: _Array) -> _Array:
        return self._entropies[nplets[:, 0]] if nplets.shape[1] == 1 else scored.co_information(nplets)
